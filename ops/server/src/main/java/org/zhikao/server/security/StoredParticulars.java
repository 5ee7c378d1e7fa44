package org.zhikao.server.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.zhikao.admissions.shared.Sealed;

/** The sealed part of a stored fact of particulars. */
final class StoredParticulars {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredParticulars() {}

    static Sealed read(String payload) {
        try {
            JsonNode sealed = JSON.readTree(payload).required("particulars");
            return new Sealed(
                    sealed.required("key").asText(),
                    sealed.required("cipher").asText(),
                    sealed.required("digest").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored fact is not JSON", e);
        }
    }
}
