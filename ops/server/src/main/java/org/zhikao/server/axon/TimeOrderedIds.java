package org.zhikao.server.axon;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.common.IdentifierFactory;

/**
 * Message ids that begin with their millisecond (UUID version 7, RFC 9562 section 5.7), so that the index over the ids of facts
 * grows at its right edge instead of everywhere. They are names, not secrets: 74 random bits keep them apart.
 *
 * <p>Found by Axon through {@code META-INF/services}.
 */
public final class TimeOrderedIds extends IdentifierFactory {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    @Override
    public String generateIdentifier() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = System.currentTimeMillis() << 16 | VERSION | random.nextLong() & 0x0fffL;
        long low = random.nextLong() >>> 2 | VARIANT;
        return new UUID(high, low).toString();
    }
}
