package org.zhikao.formats.sealing;

/** 主密钥: wraps every person's key. Kept apart from the database: a file here, a key service in production. */
public interface MasterKey {
    /** Which master key it is, stored beside everything it wraps, so that keys can be wrapped anew under a later one. */
    String id();

    byte[] wrap(byte[] key, byte[] bound);

    /** @throws SealBroken when {@code wrapped} is not of this key or not bound to {@code bound} */
    byte[] unwrap(byte[] wrapped, byte[] bound);

    /** A key for one purpose that outlives a change of the wrapping key, such as the blind index. */
    byte[] purpose(String name);
}
