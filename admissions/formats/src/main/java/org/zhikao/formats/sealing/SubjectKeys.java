package org.zhikao.formats.sealing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 密钥库: every person's key. Kept apart from the facts, so that destroying a key erases a person and nothing else. */
public interface SubjectKeys {
    /** What became of a person's key. */
    enum State {
        ACTIVE,
        /** 封存: kept, but opened for nobody until two persons release it. */
        SEALED,
        /** 销毁: gone for ever. */
        DESTROYED
    }

    /** What the store holds for one person; the key is present in state {@link State#ACTIVE} only. */
    record Holding(State state, Optional<DataKey> key) {}

    /**
     * A key for each subject: a new one, or the one it has.
     *
     * @return no entry for a subject whose key is sealed or destroyed: a key is never made twice
     */
    Map<String, DataKey> createAll(Collection<String> subjects);

    /** What is held for each subject; no entry for one that never had a key. One query whatever the number. */
    Map<String, Holding> findAll(Collection<String> subjects);

    /** What is held for one subject. */
    default Optional<Holding> find(String subject) {
        return Optional.ofNullable(findAll(List.of(subject)).get(subject));
    }

    /** Restricts ({@link State#SEALED}) or releases ({@link State#ACTIVE}); a destroyed key stays destroyed. */
    void restrict(String subject, State state);

    /** Destroys the key; again is the same. */
    void destroy(String subject);
}
