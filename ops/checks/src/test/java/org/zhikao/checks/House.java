package org.zhikao.checks;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.zhikao.admissions.process.Instructions;
import org.zhikao.admissions.season.Season;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.audit.replay.Replay;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.seeds.Population;
import org.zhikao.server.Zhikao;
import org.zhikao.server.cli.AuditCommand;
import org.zhikao.views.ViewsRebuild;
import org.zhikao.web.Commands;
import org.zhikao.workflows.Contracts;
import org.zhikao.workflows.engine.IngressConfiguration;
import org.zhikao.workflows.lint.Linter;

/**
 * The house as classes. Every package that a rule names comes from a class of it: a package that moves takes its rules along,
 * and no rule watches over an empty room.
 */
final class House {
    static final String ROOT = above(Zhikao.class);

    /** {@code admissions} stands for the model: it has no further package of its own. */
    static final String MODEL = above(Season.class) + "..";

    static final String SHARED = SeasonId.class.getPackageName() + "..";
    static final String PROCESS = Instructions.class.getPackageName() + "..";
    static final String FORMATS = above(SeasonRulesReader.class) + "..";
    static final String AUDIT = above(Replay.class) + "..";
    static final String VIEWS = ViewsRebuild.class.getPackageName() + "..";
    static final String WEB = Commands.class.getPackageName() + "..";
    static final String WORKFLOWS = Contracts.class.getPackageName() + "..";
    static final String ENGINE = IngressConfiguration.class.getPackageName() + "..";
    static final String LINT = Linter.class.getPackageName() + "..";
    static final String SEEDS = Population.class.getPackageName() + "..";
    static final String SERVER = Zhikao.class.getPackageName() + "..";
    static final String COMMAND_LINE = AuditCommand.class.getPackageName() + "..";

    /** Everything that ships, read once for all tests. */
    static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private House() {}

    static String above(Class<?> type) {
        String own = type.getPackageName();
        return own.substring(0, own.lastIndexOf('.'));
    }

    /** The package of a class and all below it, as rules write it. */
    static String below(Class<?> type) {
        return type.getPackageName() + "..";
    }

    /** Checks the rule on what ships. */
    static void holds(ArchRule rule) {
        rule.check(SHIPPED);
    }

    /** True when the rule finds fault with these classes: each rule is shown once that it can. */
    static boolean refuses(ArchRule rule, Class<?>... bad) {
        return rule.allowEmptyShould(true)
                .evaluate(new ClassFileImporter().importClasses(bad))
                .hasViolation();
    }
}
