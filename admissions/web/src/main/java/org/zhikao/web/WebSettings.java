package org.zhikao.web;

import java.util.Map;

/** Settings of Spring Boot that the pages rely on; the server hands them over at its start. */
public final class WebSettings {
    /** Settings by name. */
    public static final Map<String, Object> ALL = Map.ofEntries(
            // Sessions live in a cookie that scripts and other sites do not get, never in an address.
            Map.entry("server.servlet.session.cookie.name", "ZHIKAO"),
            Map.entry("server.servlet.session.cookie.http-only", "true"),
            Map.entry("server.servlet.session.cookie.same-site", "lax"),
            Map.entry("server.servlet.session.tracking-modes", "cookie"),
            Map.entry("server.servlet.session.timeout", "30m"),
            Map.entry("server.servlet.session.persistent", "false"),
            Map.entry("server.compression.enabled", "true"),
            Map.entry("server.compression.min-response-size", "512"),
            Map.entry(
                    "server.compression.mime-types",
                    "text/html,text/css,text/javascript,application/javascript,application/json,"
                            + "application/problem+json,image/svg+xml,text/csv"),
            // What arrives has limits before anything reads it.
            Map.entry("server.max-http-request-header-size", "16KB"),
            Map.entry("server.tomcat.max-http-form-post-size", "256KB"),
            Map.entry("spring.servlet.multipart.max-file-size", "64MB"),
            Map.entry("spring.servlet.multipart.max-request-size", "65MB"),
            Map.entry("spring.servlet.multipart.file-size-threshold", "1MB"),
            Map.entry("spring.servlet.multipart.resolve-lazily", "false"),
            Map.entry("server.error.whitelabel.enabled", "false"),
            Map.entry("server.error.include-stacktrace", "never"),
            Map.entry("server.server-header", ""),
            Map.entry("spring.web.resources.add-mappings", "false"),
            Map.entry("spring.thymeleaf.mode", "HTML"),
            Map.entry("spring.mvc.format.date", "iso"),
            Map.entry("spring.mvc.format.date-time", "iso"),
            Map.entry("springdoc.paths-to-match", "/api/**"),
            Map.entry("springdoc.packages-to-scan", "org.zhikao.web"),
            Map.entry("springdoc.writer-with-default-pretty-printer", "false"));

    private WebSettings() {}
}
