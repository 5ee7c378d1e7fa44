package org.zhikao.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A list continued by key. */
class PagingTest {
    @Test
    void handsOutAKeyOnlyWhenMoreFollows() {
        assertThat(Page.of(List.of("a", "b"), 2, List::of).next()).isNull();
        Page<String> page = Page.of(List.of("a", "b", "c"), 2, List::of);
        assertThat(page.rows()).containsExactly("a", "b");
        assertThat(Page.key(String.valueOf(page.next()), 1)).containsExactly("b");
    }

    @Test
    void keepsEmptyPartsOfAKey() {
        Page<String> page = Page.of(List.of("a", "b"), 1, row -> List.of("", row, ""));
        assertThat(Page.key(String.valueOf(page.next()), 3)).containsExactly("", "a", "");
    }

    @Test
    void refusesWhatItDidNotMake() {
        assertThatThrownBy(() -> Page.key("!!", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Page.key("YQ", 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
