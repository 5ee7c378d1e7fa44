package org.zhikao.formats.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Facts go into a file and come out of it byte for byte. */
class FactLinesTest {
    private static FactLine fact(String payload) {
        return new FactLine(
                7,
                "e-1",
                "s-x-2026/plan/甲",
                3,
                "scoring.marked",
                "1",
                "2026-05-01T00:00:00Z",
                payload.getBytes(StandardCharsets.UTF_8),
                "{\"by\":\"a\"}".getBytes(StandardCharsets.UTF_8));
    }

    private static List<FactLine> read(byte[] bytes) throws IOException {
        List<FactLine> facts = new ArrayList<>();
        FactLines.read(new ByteArrayInputStream(bytes), facts::add);
        return facts;
    }

    private static byte[] written(FactLine... facts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (FactLine fact : facts) {
            FactLines.write(fact, out);
        }
        return out.toByteArray();
    }

    @Test
    void keepsEveryByteOfWhatIsStored() throws IOException {
        List<String> payloads = List.of(
                "{\"name\":\"山东\",\"mark\":{\"value\":1}}",
                "{\"b\":1, \"a\" : 2}",
                "{\"long\":\"" + "x".repeat(200_000) + "\"}",
                "{\"broken\":",
                "{\"two\":\n\"lines\"}",
                "{} ");
        FactLine[] facts = payloads.stream().map(FactLinesTest::fact).toArray(FactLine[]::new);
        byte[] file = written(facts);
        assertThat(new String(file, StandardCharsets.UTF_8).lines().count()).isEqualTo(payloads.size());
        List<FactLine> back = read(file);
        for (int i = 0; i < payloads.size(); i++) {
            assertThat(new String(back.get(i).payload(), StandardCharsets.UTF_8))
                    .isEqualTo(payloads.get(i));
            assertThat(new String(back.get(i).metadata(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"by\":\"a\"}");
        }
        assertThat(back.get(0))
                .usingRecursiveComparison()
                .ignoringFields("payload", "metadata")
                .isEqualTo(facts[0]);
    }

    @Test
    void namesTheLineThatIsNoFact() throws IOException {
        byte[] good = written(fact("{}"));
        for (String bad : List.of("[]", "{\"index\":1}", "{\"index\":\"x\"}", "{\"what\":1}", "nonsense", "{} {}")) {
            byte[] line = (new String(good, StandardCharsets.UTF_8) + bad + "\n").getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> read(line))
                    .as(bad)
                    .isInstanceOf(FactLines.Broken.class)
                    .hasMessageStartingWith("line 2: ");
        }
        assertThat(read((new String(good, StandardCharsets.UTF_8) + "\n \n").getBytes(StandardCharsets.UTF_8)))
                .hasSize(1);
    }
}
