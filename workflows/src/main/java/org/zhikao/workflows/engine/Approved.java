package org.zhikao.workflows.engine;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** 已批准的模型: SHA-256 of every file that may be deployed without a vote, because it ships with the software. */
final class Approved {
    static final String RESOURCE = "bpmn/approved.sha256";

    private Approved() {}

    /** Lines as {@code sha256sum} writes them. */
    static Set<String> shipped() {
        return new String(Definitions.resource(RESOURCE), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.substring(0, 64))
                .collect(Collectors.toUnmodifiableSet());
    }
}
