package org.zhikao.formats.facts;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.Event;

/**
 * 必填字段: what a record of the model does not call nullable must stand in the stored text. Jackson alone would read a missing
 * object as null, and the gap would surface years later and far away.
 */
final class RequiredFields extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;
    /** {@code org.zhikao.admissions.}, taken from a class so that a move cannot leave it dead. */
    private static final String MODEL = Event.class
            .getPackageName()
            .substring(0, Event.class.getPackageName().lastIndexOf('.') + 1);

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        if (member instanceof AnnotatedParameter parameter) {
            RecordComponent[] fields = member.getDeclaringClass().getRecordComponents();
            if (fields != null
                    && member.getDeclaringClass().getName().startsWith(MODEL)
                    && parameter.getOwner().getParameterCount() == fields.length) {
                return !fields[parameter.getIndex()].getAnnotatedType().isAnnotationPresent(Nullable.class);
            }
        }
        return super.hasRequiredMarker(member);
    }
}
