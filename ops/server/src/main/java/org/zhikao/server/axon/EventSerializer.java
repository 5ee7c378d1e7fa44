package org.zhikao.server.axon;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.EventNames;

/**
 * Writes events under their stored names, never under Java's. An unknown stored name is an error, not a skipped event, and no
 * class outside the table is ever loaded by name.
 */
public final class EventSerializer extends JacksonSerializer {
    private EventSerializer(Builder builder) {
        super(builder);
    }

    public static EventSerializer over(ObjectMapper mapper) {
        Builder builder = new Builder();
        builder.objectMapper(mapper);
        builder.revisionResolver(new AnnotationRevisionResolver());
        return new EventSerializer(builder);
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        if (type != null && EventNames.isEvent(type.getName())) {
            return new SimpleSerializedType(
                    EventNames.nameOf(type.getName()), new AnnotationRevisionResolver().revisionOf(type));
        }
        return super.typeForClass(type);
    }

    @Override
    protected String resolveClassName(SerializedType stored) {
        String name = stored.getName();
        // Axon's own types (metadata) and the JDK's are stored as class names; ours never.
        return name.startsWith("org.axonframework.") || name.startsWith("java.") || name.equals("empty")
                ? super.resolveClassName(stored)
                : EventNames.classOf(name);
    }

    private static final class Builder extends JacksonSerializer.Builder {}
}
