package org.zhikao.server.security;

import org.springframework.jdbc.core.JdbcOperations;
import org.zhikao.formats.sealing.BlindIndex;
import org.zhikao.formats.sealing.Entropy;
import org.zhikao.formats.sealing.Gb18030;
import org.zhikao.formats.sealing.MasterKey;
import org.zhikao.formats.sealing.MasterKeys;
import org.zhikao.formats.sealing.Sealer;
import org.zhikao.formats.sealing.SubjectKeys;
import org.zhikao.server.database.Mode;

/** 密封配置: the parts of sealing as one database uses them. */
public record Sealing(Sealer sealer, SubjectKeys keys, BlindIndex index) {

    /** Random keys under {@code master}: for real people, and for the demonstration alike. */
    public static Sealing of(JdbcOperations jdbc, MasterKey master) {
        return with(jdbc, master, Entropy.secure());
    }

    /**
     * Keys, nonces and salts that follow from {@code seed}, so that equal seeds give equal facts.
     *
     * @throws IllegalArgumentException unless {@code mode} is {@link Mode#THROWAWAY}
     */
    public static Sealing seeded(JdbcOperations jdbc, long seed, Mode mode) {
        if (mode != Mode.THROWAWAY) {
            throw new IllegalArgumentException("keys from a seed protect nobody: only for a throw-away database");
        }
        Entropy entropy = Entropy.seeded(seed);
        return with(jdbc, MasterKeys.inMemory(entropy), entropy);
    }

    private static Sealing with(JdbcOperations jdbc, MasterKey master, Entropy entropy) {
        Gb18030.requireCurrentTables();
        return new Sealing(new Sealer(entropy), new JdbcSubjectKeys(jdbc, master, entropy), new BlindIndex(master));
    }
}
