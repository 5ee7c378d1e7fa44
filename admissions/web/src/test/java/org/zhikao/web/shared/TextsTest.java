package org.zhikao.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.exam.ExamRefusal;
import org.zhikao.admissions.exemption.ExemptionRefusal;
import org.zhikao.admissions.placement.PlacementRefusal;
import org.zhikao.admissions.placement.rank.MarketFault;
import org.zhikao.admissions.plan.PlanRefusal;
import org.zhikao.admissions.preference.PreferenceRefusal;
import org.zhikao.admissions.registration.RegistrationRefusal;
import org.zhikao.admissions.scoring.ScoringRefusal;
import org.zhikao.admissions.season.SeasonRefusal;
import org.zhikao.admissions.season.rules.Reason;
import org.zhikao.admissions.shared.EventNames;
import org.zhikao.admissions.shared.RefusalCode;
import org.zhikao.admissions.shared.Role;
import org.zhikao.formats.sealing.ParticularsRefusal;

/** Every sentence exists in both languages; every refusal, fact, role and reason has one. */
class TextsTest {
    private static final List<RefusalCode[]> REFUSALS = List.of(
            SeasonRefusal.values(),
            RegistrationRefusal.values(),
            ExamRefusal.values(),
            ExemptionRefusal.values(),
            ScoringRefusal.values(),
            PlanRefusal.values(),
            PreferenceRefusal.values(),
            PlacementRefusal.values(),
            MarketFault.values(),
            ParticularsRefusal.values());
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)(?:\\(|})");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                java.util.Objects.requireNonNull(TextsTest.class.getResourceAsStream("/" + file)),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    @Test
    void bothLanguagesSayTheSame() throws IOException {
        Properties zh = texts("messages.properties");
        Properties en = texts("messages_en.properties");
        assertThat(new TreeSet<>(en.stringPropertyNames())).isEqualTo(new TreeSet<>(zh.stringPropertyNames()));
        for (String key : zh.stringPropertyNames()) {
            assertThat(zh.getProperty(key)).as(key).isNotBlank();
            assertThat(en.getProperty(key)).as(key).isNotBlank();
            assertThat(parameters(en.getProperty(key))).as(key).isEqualTo(parameters(zh.getProperty(key)));
        }
    }

    private static Set<String> parameters(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void everyCodeHasATextAndAStatusWithATitle() throws IOException {
        Properties zh = texts("messages.properties");
        for (RefusalCode[] feature : REFUSALS) {
            for (RefusalCode code : feature) {
                assertThat(zh.getProperty(Texts.family(code) + "." + code.name()))
                        .as(Texts.family(code) + "." + code.name())
                        .isNotNull();
                assertThat(zh.getProperty("problem." + RefusalStatus.of(code).value()))
                        .isNotNull();
            }
        }
        EventNames.all().keySet().forEach(name -> assertThat(zh).containsKey("fact." + name));
        Stream.of(Role.values()).forEach(role -> assertThat(zh).containsKey("role." + role));
        Stream.of(Reason.values()).forEach(reason -> assertThat(zh).containsKey("reason." + reason));
    }

    @Test
    void everyKeyThatATemplateNamesExists() throws IOException {
        Properties zh = texts("messages.properties");
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = KEY.matcher(Files.readString(file));
                while (matcher.find()) {
                    assertThat(zh).as(file + " " + matcher.group(1)).containsKey(matcher.group(1));
                }
            }
        }
    }
}
