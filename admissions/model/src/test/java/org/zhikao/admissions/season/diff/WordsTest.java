package org.zhikao.admissions.season.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.season.rules.Fraction;
import org.zhikao.admissions.season.rules.PolicyClause;
import org.zhikao.admissions.season.rules.SeasonRules;

/** Words and clauses stand beside the records of the rules language and must not drift from them. */
class WordsTest {
    private static Map<String, Class<?>> fields() {
        Map<String, Class<?>> fields = new LinkedHashMap<>();
        collect(SeasonRules.class, fields);
        return fields;
    }

    private static void collect(Class<?> type, Map<String, Class<?>> fields) {
        for (RecordComponent field : type.getRecordComponents()) {
            fields.put(type.getSimpleName() + "." + field.getName(), type);
            inner(field.getGenericType(), fields);
        }
    }

    private static void inner(Type type, Map<String, Class<?>> fields) {
        if (type instanceof ParameterizedType list) {
            inner(list.getActualTypeArguments()[list.getActualTypeArguments().length - 1], fields);
        } else if (type instanceof Class<?> c && c.isRecord() && c != Fraction.class) {
            collect(c, fields);
        }
    }

    @Test
    void everyFieldOfTheRulesHasWordsInBothLanguages() {
        fields().keySet().forEach(field -> {
            assertThat(Words.chinese(field)).as(field).isNotBlank();
            assertThat(Words.english(field)).as(field).isNotBlank();
        });
    }

    @Test
    void everyClauseRowNamesAFieldAndClausesThatExist() {
        Map<String, Class<?>> fields = fields();
        Clauses.rows().forEach((field, clauses) -> {
            assertThat(fields).containsKey(field);
            clauses.forEach(
                    id -> assertThat(PolicyClause.find(id)).as(field + " " + id).isPresent());
        });
    }
}
