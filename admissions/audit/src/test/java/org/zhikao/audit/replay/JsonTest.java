package org.zhikao.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit reads stored bytes by itself, and reads nothing that is not plainly there. */
class JsonTest {
    @Test
    void readsWhatFactsHold() {
        Json fact = Json.read("""
                {"candidate":"c1","units":["37/u1","\\u4e00\\n\\ud840\\udc00"],"value":-12,"exact":1.50,"ok":true,
                 "none":null,"名":"龘𠮷","deep":{"a":[{"b":[]}]}}""");
        assertThat(fact.text("candidate")).isEqualTo("c1");
        assertThat(fact.texts("units")).isEqualTo(List.of("37/u1", "一\n𠀀"));
        assertThat(fact.number("value")).isEqualTo(-12);
        assertThat(fact.at("exact").decimal()).isEqualTo(new BigDecimal("1.50"));
        assertThat(fact.flag("ok")).isTrue();
        assertThat(fact.find("none")).isNull();
        assertThat(fact.text("名")).isEqualTo("龘𠮷");
        assertThat(fact.at("deep").list("a").get(0).list("b")).isEmpty();
        assertThat(fact.fields().keySet()).startsWith("candidate", "units", "value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}x",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,}",
                "[1,]",
                "{a:1}",
                "01",
                "-",
                "1.",
                "1e",
                "9223372036854775808",
                "nul",
                "\"\u0001\"",
                "\"\\x\"",
                "\"\\ud800\"",
                "\"\\u12g4\"",
                "\"open"
            })
    void refusesWhatIsNotStrictJson(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(Unreadable.class);
    }

    @Test
    void refusesBrokenUtf8() {
        assertThatThrownBy(() -> Json.read(new byte[] {'"', (byte) 0xc3, '"'}))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> Json.read(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void refusesWhatIsNestedTooDeeplyWithoutOverflowing() {
        assertThatThrownBy(() -> Json.read("[".repeat(100_000)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("deep");
    }

    @Test
    void doesNotGuess() {
        Json fact = Json.read("{\"a\":\"1\",\"b\":1.5}");
        assertThatThrownBy(() -> fact.number("a")).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> fact.number("b")).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> fact.text("c")).isInstanceOf(Unreadable.class).hasMessageContaining("c");
    }
}
