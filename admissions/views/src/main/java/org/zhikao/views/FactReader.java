package org.zhikao.views;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.EventNames;
import org.zhikao.formats.facts.FactJson;

/** Stored bytes to facts, without the message objects that only a live reader needs. */
final class FactReader {
    private final ObjectMapper mapper = FactJson.mapper();
    private final ObjectReader metadata = mapper.readerForMapOf(Object.class);
    private final Map<String, ObjectReader> readers = new ConcurrentHashMap<>();

    Event event(String name, byte[] payload) {
        try {
            return readers.computeIfAbsent(name, this::reader).readValue(payload);
        } catch (IOException e) {
            throw new UncheckedIOException("not a " + name, e);
        }
    }

    Map<String, Object> metadata(byte[] json) {
        try {
            return metadata.readValue(json);
        } catch (IOException e) {
            throw new UncheckedIOException("not metadata", e);
        }
    }

    private ObjectReader reader(String name) {
        try {
            return mapper.readerFor(Class.forName(EventNames.classOf(name)));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no class behind the stored name " + name, e);
        }
    }
}
