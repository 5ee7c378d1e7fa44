package org.zhikao.formats.placement;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** 说明文字: the sentences of explanations in one language, one key a sentence. */
public final class ExplanationText {
    /** 简体中文 */
    public static final ExplanationText CHINESE = new ExplanationText("zh", "%d");

    public static final ExplanationText ENGLISH = new ExplanationText("en", "%,d");

    private final Properties sentences = new Properties();
    private final String number;

    private ExplanationText(String language, String number) {
        this.number = number;
        String name = "explanation_" + language + ".properties";
        try (InputStream in = ExplanationText.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentence of a key with its parameters; an unknown key is an error of the program. */
    public String say(String key, Object... parameters) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no sentence " + key);
        }
        return String.format(Locale.ROOT, sentence, parameters);
    }

    String number(long value) {
        return String.format(Locale.ROOT, number, value);
    }
}
