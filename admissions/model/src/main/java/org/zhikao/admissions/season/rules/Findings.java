package org.zhikao.admissions.season.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Collects findings below one place of the file. */
final class Findings {
    private final List<Finding> list;
    private final String at;

    private Findings(List<Finding> list, String at) {
        this.list = list;
        this.at = at;
    }

    static Findings ofFile() {
        return new Findings(new ArrayList<>(), "");
    }

    Findings under(String key) {
        return new Findings(list, at + "/" + key.replace("~", "~0").replace("/", "~1"));
    }

    Findings under(int index) {
        return new Findings(list, at + "/" + index);
    }

    String path() {
        return at;
    }

    void hard(String code, String chinese, String english) {
        list.add(Finding.hard(at, code, chinese + " · " + english));
    }

    void add(Finding finding) {
        list.add(finding);
    }

    /** A value that some step needs and that is not published. */
    void missing(String what, String chineseUse) {
        hard(
                "RULE_MISSING",
                "未公布:" + what + ",无法" + chineseUse + ";查到后填写,演示可另存为 .assumed 文件并列入 assumptions",
                "not published: a step needs this value; nothing is assumed for it");
    }

    /** Each id once. */
    <T> void unique(String key, List<T> items, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String value = id.apply(items.get(i));
            if (!seen.add(value)) {
                under(key).under(i).under("id").hard("DUPLICATE_ID", "编号重复:" + value, "this id is used twice");
            }
        }
    }

    /** Each of the names is known. */
    void known(String key, List<String> names, Set<String> known, String what) {
        for (int i = 0; i < names.size(); i++) {
            if (!known.contains(names.get(i))) {
                under(key).under(i).unknown(names.get(i), known, what);
            }
        }
    }

    void unknown(String name, Set<String> known, String what) {
        String choices = known.isEmpty()
                ? "(无)"
                : String.join("、", known.stream().sorted().limit(30).toList());
        hard("UNKNOWN_REFERENCE", "没有这个" + what + ":" + name + ",可写:" + choices, "no such id in this file");
    }

    List<Finding> list() {
        return List.copyOf(list);
    }
}
