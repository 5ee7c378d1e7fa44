package org.zhikao.server.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The visits that are measured. */
final class LoadVisits {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");
    private static final Pattern SESSION = Pattern.compile("ZHIKAO=([^;]+)");
    private static final int FORM = 200;
    private static final int FOUND = 302;

    private LoadVisits() {}

    /** Visitors come in the order of the lines. */
    static Iterator<LoadVisit> of(String name, List<String> visitors) {
        return switch (name) {
            case "release" -> {
                Map<String, String> seen = new HashMap<>();
                yield IntStream.range(0, visitors.size())
                        .<LoadVisit>mapToObj(number -> new Look(visitors.get(number), number, seen))
                        .iterator();
            }
            case "apply" -> visitors.stream().<LoadVisit>map(Application::new).iterator();
            case "sign-in" -> visitors.stream().<LoadVisit>map(SignIn::new).iterator();
            default -> throw new IllegalArgumentException("no such visits: " + name);
        };
    }

    /**
     * 查成绩: half of the visitors with a browser, half with a program, each with what it kept of the last time. Of a hundred
     * visits one comes without a session and one asks for what is not the visitor's.
     */
    private record Look(String session, int number, Map<String, String> seen) implements LoadVisit {
        private static final int EVERY = 100;

        @Override
        public Request first() {
            int turn = number % EVERY;
            if (turn == 0) {
                return Request.get(this, "signed out", "/api/v1/me/status", null, "");
            }
            if (turn == 1) {
                return Request.get(this, "foreign", "/api/v1/office/seasons", session, "");
            }
            boolean page = session.hashCode() % 2 == 0;
            String known = seen.get(session);
            return Request.get(
                    this,
                    page ? "page" : "json",
                    page ? "/candidate" : "/api/v1/me/status",
                    session,
                    "Accept-Encoding: gzip\r\n" + (known == null ? "" : "If-None-Match: " + known + "\r\n"));
        }

        @Override
        public @Nullable Request then(Request asked, Answer answer) {
            String tag = LoadLine.header(answer.headers(), "etag");
            if (tag != null) {
                seen.put(session, tag);
            }
            return null;
        }
    }

    /** 报名: the form, the page of answers, sending, the receipt. A line: session, then the fields of the form. */
    private record Application(String line) implements LoadVisit {
        private String session() {
            return line.substring(0, line.indexOf('\t'));
        }

        @Override
        public Request first() {
            return Request.get(this, "form", "/candidate/apply", session(), "");
        }

        @Override
        public @Nullable Request then(Request asked, Answer answer) {
            return switch (asked.kind()) {
                case "form" -> post("answers", "/candidate/apply/check", answer);
                case "answers" -> post("application", "/candidate/apply", answer);
                case "application" ->
                    answer.status() == FOUND
                            ? Request.get(this, "receipt", "/candidate/apply/done", session(), "")
                            : null;
                default -> null;
            };
        }

        private @Nullable Request post(String kind, String path, Answer answer) {
            return answer.status() == FORM
                    ? Request.post(
                            this,
                            kind,
                            path,
                            session(),
                            "_csrf=" + token(answer) + "&" + line.substring(line.indexOf('\t') + 1))
                    : null;
        }
    }

    /** 登录: a line is login and password. */
    private record SignIn(String line) implements LoadVisit {
        @Override
        public Request first() {
            return Request.get(this, "sign-in page", "/sign-in", null, "");
        }

        @Override
        public @Nullable Request then(Request asked, Answer answer) {
            if (!asked.kind().equals("sign-in page")) {
                return null;
            }
            String[] fields = line.split("\t", -1);
            Matcher session = SESSION.matcher(String.valueOf(LoadLine.header(answer.headers(), "set-cookie")));
            return session.find()
                    ? Request.post(
                            this,
                            "sign-in",
                            "/sign-in",
                            session.group(1),
                            form(Map.of("_csrf", token(answer), "login", fields[0], "password", fields[1])))
                    : null;
        }
    }

    private static String token(LoadVisit.Answer answer) {
        Matcher token = TOKEN.matcher(answer.body().get());
        if (!token.find()) {
            throw new IllegalStateException("a form without its token");
        }
        return token.group(1);
    }

    /** Fields as a browser sends them. */
    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
