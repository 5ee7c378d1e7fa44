package org.zhikao.server.axon;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.zhikao.admissions.shared.Act;

/** Who, in which role, where, why and on which request: beside every event, never inside its payload. */
public final class ActMetadata implements CorrelationDataProvider {
    public static final String BY = "by";
    public static final String ROLE = "role";
    public static final String ORGANISATION = "org";
    public static final String REASON = "reason";
    public static final String REQUEST = "request";

    static Map<String, Object> of(Act act) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(BY, act.by().value());
        data.put(ROLE, act.role().name());
        data.put(ORGANISATION, act.organisation().value());
        data.put(REASON, act.reason());
        data.put(REQUEST, act.request());
        return data;
    }

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        if (message instanceof EventMessage) {
            // A reader sends nothing in a fact's name, and to look would be to read every fact's metadata.
            return Map.of();
        }
        Map<String, Object> data = new LinkedHashMap<>();
        for (String key : new String[] {BY, ROLE, ORGANISATION, REASON, REQUEST}) {
            Object value = message.getMetaData().get(key);
            if (value != null) {
                data.put(key, value);
            }
        }
        return data;
    }
}
