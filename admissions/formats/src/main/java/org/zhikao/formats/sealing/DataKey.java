package org.zhikao.formats.sealing;

/** 个人密钥: the key under which one person's particulars are sealed; held in memory only as long as a piece of work lasts. */
public final class DataKey {
    private final String subject;
    private final int version;
    private final byte[] key;

    DataKey(String subject, int version, byte[] key) {
        this.subject = subject;
        this.version = version;
        this.key = key.clone();
    }

    /** A new key for {@code subject}. */
    public static DataKey create(String subject, int version, Entropy entropy) {
        return new DataKey(subject, version, entropy.bytes(Gcm.KEY, "data key", bound(subject, version)));
    }

    /** The key that {@code wrapped} holds. */
    public static DataKey unwrap(String subject, int version, byte[] wrapped, MasterKey master) {
        return new DataKey(subject, version, master.unwrap(wrapped, bound(subject, version)));
    }

    /** This key as it may be stored. */
    public byte[] wrap(MasterKey master) {
        return master.wrap(key, bound(subject, version));
    }

    public String subject() {
        return subject;
    }

    public int version() {
        return version;
    }

    byte[] bytes() {
        return key;
    }

    private static byte[] bound(String subject, int version) {
        return new Place(subject, "key", String.valueOf(version), "/").bytes();
    }

    @Override
    public String toString() {
        return "DataKey[" + subject + "#" + version + "]";
    }
}
