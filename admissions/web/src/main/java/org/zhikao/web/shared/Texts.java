package org.zhikao.web.shared;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhikao.admissions.shared.RefusalCode;
import org.zhikao.admissions.shared.Refused;

/** Every sentence the pages say, by key; parameters stand in braces by name, as in {@code {phase}}. */
@Component
public class Texts {
    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    public String of(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    /** The text of a key with named parameters. */
    public String of(String key, Map<String, String> parameters, Locale locale) {
        return filled(of(key, locale), parameters);
    }

    /** The text of a refusal. */
    public String of(Refused refusal, Locale locale) {
        return filled(of(family(refusal.code()) + "." + refusal.code().name(), locale), refusal.parameters());
    }

    String title(Problem problem, Locale locale) {
        return of("problem." + problem.status().value(), locale);
    }

    String detail(Problem problem, Locale locale) {
        return filled(of(problem.family() + "." + problem.code(), locale), problem.parameters());
    }

    /** {@code refusal.<feature>}: the feature is the package of the enum. */
    static String family(RefusalCode code) {
        String home = code.getClass().getPackageName();
        return "refusal." + home.substring(home.lastIndexOf('.') + 1);
    }

    private static String filled(String text, Map<String, String> parameters) {
        String filled = text;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return filled;
    }
}
