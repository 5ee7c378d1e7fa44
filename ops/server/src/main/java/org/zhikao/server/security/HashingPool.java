package org.zhikao.server.security;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.zhikao.web.access.Busy;

/**
 * 口令校验: a hash costs tens of milliseconds of one core, so only a few run at once and few wait: a rush of sign-ins queues
 * here, and whoever is signed in already does not notice.
 */
final class HashingPool {
    private static final int STRENGTH = 10;
    private static final long PATIENCE_SECONDS = 4;

    private final PasswordEncoder encoder = new BCryptPasswordEncoder(STRENGTH);
    private final Semaphore places;

    HashingPool(int places) {
        this.places = new Semaphore(places, true);
    }

    /** Half the cores, at least one. */
    static HashingPool ofThisMachine() {
        return new HashingPool(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    String hash(String password) {
        return inPlace(() -> encoder.encode(password));
    }

    boolean matches(String password, String hash) {
        return inPlace(() -> encoder.matches(password, hash));
    }

    private <T> T inPlace(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
