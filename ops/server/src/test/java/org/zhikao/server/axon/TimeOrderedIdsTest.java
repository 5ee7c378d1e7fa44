package org.zhikao.server.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

/** Facts' ids are found by Axon, stand in the order of their milliseconds, and never come twice. */
class TimeOrderedIdsTest {
    private static final int MANY = 200_000;

    @Test
    void axonTakesThem() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIds.class);
    }

    @Test
    void beginWithTheirMillisecondAndNeverComeTwice() {
        Set<String> all = new HashSet<>();
        long before = System.currentTimeMillis();
        long last = 0;
        for (int i = 0; i < MANY; i++) {
            String id = IdentifierFactory.getInstance().generateIdentifier();
            UUID uuid = UUID.fromString(id);
            assertThat(uuid.version()).isEqualTo(7);
            assertThat(uuid.variant()).isEqualTo(2);
            long millisecond = uuid.getMostSignificantBits() >>> 16;
            assertThat(millisecond).isGreaterThanOrEqualTo(Math.max(before, last));
            last = millisecond;
            all.add(id);
        }
        assertThat(last).isLessThanOrEqualTo(System.currentTimeMillis());
        assertThat(all).hasSize(MANY);
    }
}
