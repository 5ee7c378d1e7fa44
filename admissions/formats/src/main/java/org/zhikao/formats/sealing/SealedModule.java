package org.zhikao.formats.sealing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.zhikao.admissions.shared.Sealed;

/** Sealed particulars in stored JSON: {@code {"$p":"1","k":…,"c":…,"d":…}}. */
public final class SealedModule extends SimpleModule {
    private static final long serialVersionUID = 1L;
    private static final String FORM = "1";

    public SealedModule() {
        super("zhikao-sealed");
        addSerializer(Sealed.class, new Writer());
        addDeserializer(Sealed.class, new Reader());
    }

    private static final class Writer extends StdSerializer<Sealed> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(Sealed.class);
        }

        @Override
        public void serialize(Sealed sealed, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("$p", FORM);
            json.writeStringField("k", sealed.key());
            json.writeStringField("c", sealed.cipher());
            json.writeStringField("d", sealed.digest());
            json.writeEndObject();
        }
    }

    private static final class Reader extends StdDeserializer<Sealed> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(Sealed.class);
        }

        @Override
        public Sealed deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode node = json.readValueAsTree();
            if (!FORM.equals(node.path("$p").asText()) || node.size() != 4) {
                return context.reportInputMismatch(Sealed.class, "not a sealed particular of form %s", FORM);
            }
            return new Sealed(
                    node.path("k").asText(),
                    node.path("c").asText(),
                    node.path("d").asText());
        }
    }
}
