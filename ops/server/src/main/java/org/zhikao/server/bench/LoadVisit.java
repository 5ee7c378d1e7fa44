package org.zhikao.server.bench;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one visitor asks for, step by step: each answer leads to the next request, or to the end of the visit. */
interface LoadVisit {
    Request first();

    /** The next request after this answer; null when the visit is over. */
    @Nullable
    Request then(Request asked, Answer answer);

    /** {@code kind}: under which name its time is counted. */
    record Request(LoadVisit visit, String kind, byte[] bytes) {
        static Request get(LoadVisit visit, String kind, String path, @Nullable String session, String more) {
            return new Request(
                    visit,
                    kind,
                    ("GET " + path + " HTTP/1.1\r\n" + common(session) + more + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
        }

        static Request post(LoadVisit visit, String kind, String path, @Nullable String session, String form) {
            return new Request(
                    visit,
                    kind,
                    ("POST " + path + " HTTP/1.1\r\n" + common(session)
                                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                    + form.length() + "\r\n\r\n" + form)
                            .getBytes(StandardCharsets.UTF_8));
        }

        private static String common(@Nullable String session) {
            return "Host: 127.0.0.1\r\n" + (session == null ? "" : "Cookie: ZHIKAO=" + session + "\r\n");
        }
    }

    /** {@code body} must be read before the line is used again. */
    record Answer(int status, String headers, Supplier<String> body) {}
}
