package org.zhikao.formats.season;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.ConstructorDetector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.zhikao.admissions.season.rules.Fraction;

/** The strict mapping between the file's tree and the rule records: nothing unknown, nothing coerced, numbers exact. */
public final class SeasonMapper {
    static final ObjectMapper INSTANCE = JsonMapper.builder()
            .constructorDetector(ConstructorDetector.USE_PROPERTIES_BASED)
            .addModule(new JavaTimeModule())
            .addModule(fractions())
            .addModule(decimals())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,9})?");

    private SeasonMapper() {}

    /** Adds what rule records need to another mapper, such as the one that stores events. */
    public static SimpleModule fractions() {
        SimpleModule module = new SimpleModule("zhikao-fractions");
        module.addSerializer(Fraction.class, new JsonSerializer<>() {
            @Override
            public void serialize(Fraction value, JsonGenerator out, SerializerProvider p) throws IOException {
                out.writeString(value.toString());
            }
        });
        module.addDeserializer(Fraction.class, new JsonDeserializer<>() {
            @Override
            public Fraction deserialize(JsonParser in, DeserializationContext c) throws IOException {
                String text = in.getText();
                try {
                    return Fraction.parse(text);
                } catch (IllegalArgumentException | ArithmeticException e) {
                    return (Fraction) c.handleWeirdStringValue(Fraction.class, text, "not a weight");
                }
            }
        });
        return module;
    }

    /** Marks may be written as numbers or, where a tool would write floats, as decimal strings. */
    private static SimpleModule decimals() {
        SimpleModule module = new SimpleModule("zhikao-decimals");
        module.addDeserializer(BigDecimal.class, new JsonDeserializer<>() {
            @Override
            public BigDecimal deserialize(JsonParser in, DeserializationContext c) throws IOException {
                String text = in.getText();
                if (!DECIMAL.matcher(text).matches()) {
                    return (BigDecimal) c.handleWeirdStringValue(BigDecimal.class, text, "not a decimal");
                }
                return new BigDecimal(text);
            }
        });
        return module;
    }

    static String pointer(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference r : e.getPath()) {
            path.append('/');
            if (r.getFieldName() != null) {
                path.append(r.getFieldName().replace("~", "~0").replace("/", "~1"));
            } else {
                path.append(r.getIndex());
            }
        }
        return path.toString();
    }
}
