package org.zhikao.web.audit;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhikao.views.Page;
import org.zhikao.views.audit.Timeline;
import org.zhikao.views.audit.TimelineEntry;

/** 导出: a case's facts exactly as they are stored, each with the SHA-256 of its stored bytes. */
@Component
class CaseExport {
    private static final int ROWS = 500;
    private static final JsonFactory JSON = new JsonFactory();

    byte[] json(Timeline timeline, String id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            out.useDefaultPrettyPrinter();
            out.writeStartObject();
            out.writeStringField("case", id);
            out.writeArrayFieldStart("facts");
            for (TimelineEntry fact : all(timeline, id, Timeline.Filter.ALL)) {
                write(out, fact);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator out, TimelineEntry fact) throws IOException {
        out.writeStartObject();
        out.writeNumberField("index", fact.index());
        out.writeStringField("event", fact.event());
        out.writeStringField("aggregate", fact.aggregate());
        out.writeNumberField("sequence", fact.sequence());
        out.writeStringField("name", fact.name());
        out.writeStringField("revision", fact.revision());
        out.writeStringField("recordedAt", fact.recordedAt().toString());
        // As text, so that whoever recomputes the digests has the stored bytes.
        out.writeStringField("payload", fact.payload());
        out.writeStringField("payloadSha256", digest(fact.payload()));
        out.writeStringField("metadata", fact.metadata());
        out.writeStringField("metadataSha256", digest(fact.metadata()));
        out.writeEndObject();
    }

    private static String digest(String stored) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(stored.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** 截至某时: the last fact of each feature, which is where each feature stood at that instant. */
    Map<String, TimelineEntry> standing(Timeline timeline, String id, @Nullable Instant until) {
        Timeline.Filter filter = until == null ? Timeline.Filter.ALL : Timeline.Filter.ALL.asOf(until);
        Map<String, TimelineEntry> last = new LinkedHashMap<>();
        all(timeline, id, filter).forEach(fact -> last.put(fact.feature(), fact));
        return last;
    }

    private static List<TimelineEntry> all(Timeline timeline, String id, Timeline.Filter filter) {
        List<TimelineEntry> facts = new ArrayList<>();
        String after = null;
        do {
            Page<TimelineEntry> page = timeline.of(id, filter, after, ROWS);
            facts.addAll(page.rows());
            after = page.next();
        } while (after != null);
        return facts;
    }
}
