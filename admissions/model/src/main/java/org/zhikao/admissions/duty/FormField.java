package org.zhikao.admissions.duty;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * 表单项: one field of the form of a duty, as the drawing has it.
 *
 * @param help what to write here, empty when the label says it all
 * @param personal content about the person: it is sealed, and the model never sees it
 * @param choices what a choice may be, in the order of the drawing; empty for every other kind
 */
public record FormField(
        String key, String label, Kind kind, boolean required, boolean personal, String help, List<Choice> choices) {
    /** 表单项类型. */
    public enum Kind {
        TEXT,
        NUMBER,
        YES_NO,
        DATE,
        CHOICE
    }

    /** 选项. */
    public record Choice(String key, String label) {}

    private static final int LONGEST = 1000;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    public FormField {
        choices = List.copyOf(choices);
    }

    /** True when the answer may stand in this field; an empty one may where none is required. */
    public boolean takes(String answer) {
        if (answer.isBlank()) {
            return !required;
        }
        return switch (kind) {
            case TEXT -> answer.codePointCount(0, answer.length()) <= LONGEST;
            case NUMBER -> NUMBER.matcher(answer).matches();
            case YES_NO -> answer.equals("true") || answer.equals("false");
            case DATE -> date(answer);
            case CHOICE -> choices.stream().anyMatch(choice -> choice.key().equals(answer));
        };
    }

    private static boolean date(String answer) {
        try {
            return answer.length() == 10 && LocalDate.parse(answer).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
