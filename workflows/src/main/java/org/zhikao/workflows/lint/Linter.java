package org.zhikao.workflows.lint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.zhikao.admissions.process.ModelLint;
import org.zhikao.workflows.Contracts;
import org.zhikao.workflows.release.ReleaseContracts;

/** 模型检查: reads, compares and reports; never evaluates, resolves or fetches anything that a file names. */
public final class Linter implements ModelLint {
    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final Set<String> BPMN_NAMESPACES = Set.of(
            BPMN,
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://camunda.org/schema/1.0/bpmn",
            "http://camunda.org/schema/modeler/1.0");
    private static final Set<String> DMN = Set.of(
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd");
    private static final Set<String> DMN_NAMESPACES = Set.of(
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/",
            "http://camunda.org/schema/1.0/dmn",
            "http://camunda.org/schema/modeler/1.0");

    private final Contracts contracts;

    public Linter(Contracts contracts) {
        this.contracts = contracts;
    }

    /** Knows the contracts of this release. */
    public static Linter ofThisRelease() {
        return new Linter(ReleaseContracts.with(season -> 1));
    }

    @Override
    public List<Finding> check(String file, byte[] content) {
        Findings findings = new Findings(file);
        boolean dmn = looksLikeDmn(file, content);
        Node root = SafeXml.read(content, dmn ? DMN_NAMESPACES : BPMN_NAMESPACES, findings);
        if (root != null) {
            if (dmn && DMN.contains(root.namespace)) {
                new DmnChecks(findings).check(root);
            } else if (!dmn && root.namespace.equals(BPMN) && root.name.equals("definitions")) {
                bpmn(root, findings);
            } else {
                findings.error("", "unknown-root", "既不是 BPMN 也不是 DMN 文件", "请上传由建模器保存的文件");
            }
        }
        return findings.list();
    }

    private void bpmn(Node root, Findings findings) {
        LockdownChecks.check(root, findings);
        // A file that may run code is not worth a closer look.
        if (!findings.hasErrors()) {
            new ModelChecks(root, contracts, findings).check();
        }
    }

    /** By content first: a file renamed is still what it is. */
    private static boolean looksLikeDmn(String file, byte[] content) {
        String head = new String(content, 0, Math.min(content.length, 4096), StandardCharsets.UTF_8);
        boolean bpmn = head.contains(BPMN);
        boolean dmn = DMN.stream().anyMatch(head::contains);
        return bpmn == dmn ? file.endsWith(".dmn") : dmn;
    }
}
