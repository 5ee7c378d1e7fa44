package org.zhikao.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.season.Phase;
import org.zhikao.seeds.VirtualSeason.Window;

class VirtualSeasonTest {
    private static final VirtualSeason USUAL = VirtualSeason.usual(2026, 2);

    @Test
    void opensPhasesInTheOrderThatTheSeasonAccepts() {
        assertThat(USUAL.windows().stream().map(w -> w.phase() + " " + w.round()))
                .containsExactly(
                        "REGISTRATION 1",
                        "EXEMPTION 1",
                        "EXAM 1",
                        "SCORING 1",
                        "PREFERENCE 1",
                        "PLACEMENT 1",
                        "CONFIRMATION 1",
                        "PREFERENCE 2",
                        "PLACEMENT 2",
                        "CONFIRMATION 2");
        assertThat(USUAL.opens(Phase.REGISTRATION, 1)).isEqualTo(Instant.parse("2025-11-01T01:00:00Z"));
        assertThat(USUAL.preparation().published()).isBefore(USUAL.opens(Phase.REGISTRATION, 1));
    }

    @Test
    void spreadsActsInsideTheWindowOneAfterTheOther() {
        Window window = USUAL.window(Phase.REGISTRATION, 1);
        List<Instant> acts = LongStream.range(0, 300_000)
                .mapToObj(i -> window.spread(i, 300_000))
                .toList();
        assertThat(acts.get(0)).isAfter(window.opens());
        assertThat(acts.get(acts.size() - 1)).isBefore(window.closes());
        assertThat(acts).isSorted().doesNotHaveDuplicates();
        assertThatThrownBy(() -> window.spread(5, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void takesTheWindowsThatTheRulesGive() {
        Instant opens = Instant.parse("2026-06-16T00:00:00Z");
        Window own = new Window(Phase.PREFERENCE, 1, opens, opens.plusSeconds(3_600));
        assertThat(USUAL.with(List.of(own)).window(Phase.PREFERENCE, 1)).isEqualTo(own);
        Window late = new Window(Phase.PREFERENCE, 1, opens, USUAL.closes(Phase.PLACEMENT, 1));
        assertThatThrownBy(() -> USUAL.with(List.of(late))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> USUAL.window(Phase.PREFERENCE, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
