package org.zhikao.server.axon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Map;
import org.zhikao.admissions.dossier.Dossier;

/**
 * Dossiers as they stood after the last fact this node wrote of them, so that mass work need not fold each of them anew in
 * every phase.
 *
 * <p>Never believed as such: a batch asks the event table for the last sequence number of each, and what is not of exactly that
 * version is folded from its facts. Facts are final, so the same version is the same state.
 */
public final class KnownDossiers {
    /** About four times what a dossier with marks and preferences takes. */
    private static final long BYTES_EACH = 8 * 1024;

    private final Cache<String, Known> states;

    public KnownDossiers() {
        this(Runtime.getRuntime().maxMemory() / BYTES_EACH);
    }

    KnownDossiers(long most) {
        states = Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    /**
     * A dossier after a fact.
     *
     * @param version sequence number of that fact
     */
    record Known(Dossier dossier, long version) {}

    Map<String, Known> of(Collection<String> ids) {
        return states.getAllPresent(ids);
    }

    /** As after a start: for measuring what folding costs. */
    public void forget() {
        states.invalidateAll();
    }

    void remember(String id, Dossier dossier, long version) {
        states.put(id, new Known(dossier, version));
    }
}
