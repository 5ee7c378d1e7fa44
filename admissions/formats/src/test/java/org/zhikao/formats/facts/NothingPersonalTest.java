package org.zhikao.formats.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.shared.EventNames;
import org.zhikao.admissions.shared.Sealed;

/** R4: an event names a candidate by id alone; particulars are sealed, and only in their own events. */
class NothingPersonalTest {
    /** Parts of a field's name that speak of a person. */
    private static final Set<String> PERSONAL = Set.of(
            "name",
            "idnumber",
            "identity",
            "phone",
            "mobile",
            "email",
            "mail",
            "password",
            "secret",
            "address",
            "birth",
            "photo",
            "gender",
            "sex",
            "ethnic",
            "nation",
            "guardian",
            "parent",
            "household",
            "wechat");
    /** Names of institutions and programmes, printed in every prospectus. */
    private static final Set<String> PUBLIC = Set.of("PlanDeclared.name", "PlanUnit.name");

    @Test
    void noFieldSpeaksOfAPerson() throws ClassNotFoundException {
        Set<String> found = new TreeSet<>();
        for (String type : EventNames.all().values()) {
            fields(Class.forName(type)).stream()
                    .filter(NothingPersonalTest::personal)
                    .forEach(found::add);
        }
        assertThat(found).isEqualTo(PUBLIC);
    }

    private static boolean personal(String field) {
        String name = field.substring(field.indexOf('.') + 1).toLowerCase(Locale.ROOT);
        return PERSONAL.stream().anyMatch(name::contains);
    }

    @Test
    void onlyParticularsAreSealed() throws ClassNotFoundException {
        Set<String> sealing = new TreeSet<>();
        for (var entry : EventNames.all().entrySet()) {
            if (fields(Class.forName(entry.getValue())).contains("Sealed.cipher")) {
                sealing.add(entry.getKey());
            }
        }
        assertThat(sealing)
                .containsExactly("duty.decided", "registration.particulars", "registration.particulars-corrected");
        assertThat(Sealed.class.getRecordComponents()).hasSize(3);
    }

    /** {@code Record.field} of a record and of every record within it. */
    private static Set<String> fields(Class<?> type) {
        Set<String> found = new TreeSet<>();
        collect(type, found);
        return found;
    }

    private static void collect(Type type, Set<String> found) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, found);
            }
        } else if (type instanceof Class<?> record && record.isRecord()) {
            for (RecordComponent field : record.getRecordComponents()) {
                found.add(record.getSimpleName() + "." + field.getName());
                collect(field.getGenericType(), found);
            }
        }
    }
}
