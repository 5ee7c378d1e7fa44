package org.zhikao.formats.season;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.rules.Finding;
import org.zhikao.admissions.season.rules.PolicyCheck;
import org.zhikao.admissions.season.rules.SeasonCheck;
import org.zhikao.admissions.season.rules.SeasonRules;

/** Reads a season file: YAML or JSON bytes to typed rules, findings and digest. Never throws for anything in the file. */
public final class SeasonRulesReader {
    private SeasonRulesReader() {}

    public static SeasonReading read(byte[] bytes) {
        LocatedTree tree;
        try {
            tree = LocatedTree.parse(bytes);
        } catch (Unusable e) {
            return new SeasonReading(false, null, null, List.of(e.finding()), "");
        }
        List<Finding> findings = new ArrayList<>();
        findings.addAll(SeasonSchema.get().check(tree.root()));
        SeasonRules rules = findings.isEmpty() ? bind(tree.root(), findings) : null;
        if (rules != null) {
            findings.addAll(SeasonCheck.of(rules));
            findings.addAll(PolicyCheck.of(rules));
        }
        List<LocatedFinding> located = findings.stream()
                .map(f -> new LocatedFinding(tree.line(f.path()), f))
                .sorted(Comparator.comparingInt(LocatedFinding::line))
                .toList();
        return new SeasonReading(true, tree.root(), rules, located, CanonicalJson.digest(tree.root()));
    }

    private static @Nullable SeasonRules bind(JsonNode root, List<Finding> findings) {
        try {
            return SeasonMapper.INSTANCE.treeToValue(root, SeasonRules.class);
        } catch (JsonMappingException e) {
            findings.add(
                    Finding.hard(SeasonMapper.pointer(e), "STRUCTURE", "此处写法不符合方案格式 · this does not fit the format"));
            return null;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            findings.add(Finding.hard("", "STRUCTURE", "文件不符合方案格式 · the file does not fit the format"));
            return null;
        }
    }

    /** The rules of a file that is known to be good, such as a delivered province. */
    public static SeasonRules require(byte[] bytes) {
        SeasonReading reading = read(bytes);
        Optional<SeasonRules> rules = reading.rules();
        return rules.orElseThrow(() -> new IllegalArgumentException("not a season file: " + reading.findings()));
    }
}
