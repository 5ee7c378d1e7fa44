package org.zhikao.formats.sealing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhikao.admissions.shared.Sealed;

/**
 * 密封: turns particulars into what an event may hold, and back.
 *
 * <p>What is encrypted is the disclosure, the JSON array {@code [salt, name, value]}; its SHA-256 stands beside the
 * ciphertext. The salt is inside, so destroying the key also makes the digest useless for guessing, while a person who
 * holds the disclosure can prove what was recorded.
 */
public final class Sealer {
    private static final int SALT = 16;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder BYTES = Base64.getUrlDecoder();
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<TreeMap<String, String>> FIELDS = new TypeReference<>() {};

    private final Entropy entropy;

    public Sealer(Entropy entropy) {
        this.entropy = entropy;
    }

    /** One particular. */
    public Sealed seal(DataKey key, Place place, String value) {
        return sealValue(key, place, value);
    }

    /** All particulars of one person as one: a quarter of the work for mass registration, erased together all the same. */
    public Sealed sealAll(DataKey key, Place place, SortedMap<String, String> values) {
        return sealValue(key, place, values);
    }

    private Sealed sealValue(DataKey key, Place place, Object value) {
        requireOwner(key, place);
        byte[] bound = place.bytes();
        String content = json(value);
        byte[] about = (new String(bound, StandardCharsets.UTF_8) + '\0' + key.version() + '\0' + content)
                .getBytes(StandardCharsets.UTF_8);
        String salt = TEXT.encodeToString(entropy.bytes(SALT, "salt", about));
        String disclosure = "[\"" + salt + "\"," + json(place.pointer()) + "," + content + "]";
        byte[] plain = disclosure.getBytes(StandardCharsets.UTF_8);
        byte[] cipher =
                Gcm.seal(key.bytes(), entropy.bytes(Gcm.NONCE, "nonce", about), bound, plain, entropy.repeats());
        return new Sealed(String.valueOf(key.version()), TEXT.encodeToString(cipher), digest(plain));
    }

    /** @throws SealBroken when it was altered or stands in another place than it was sealed for */
    public String open(DataKey key, Place place, Sealed sealed) {
        JsonNode value = disclosed(key, place, sealed);
        if (!value.isTextual()) {
            throw new SealBroken("several particulars are sealed here, not one", null);
        }
        return value.textValue();
    }

    /** As {@link #open}, for what {@link #sealAll} sealed. */
    public SortedMap<String, String> openAll(DataKey key, Place place, Sealed sealed) {
        JsonNode value = disclosed(key, place, sealed);
        if (!value.isObject()) {
            throw new SealBroken("one particular is sealed here, not several", null);
        }
        return JSON.convertValue(value, FIELDS);
    }

    /** A piece of a file, as bytes: a digest of the whole stands elsewhere, so none is kept beside it. */
    public byte[] sealBytes(DataKey key, Place place, byte[] plain) {
        requireOwner(key, place);
        byte[] bound = place.bytes();
        byte[] nonce = entropy.repeats()
                ? entropy.bytes(Gcm.NONCE, "nonce", about(bound, Hmac.digest(plain)))
                : entropy.bytes(Gcm.NONCE, "nonce", bound);
        return Gcm.seal(key.bytes(), nonce, bound, plain, entropy.repeats());
    }

    /** @throws SealBroken when it was altered or stands in another place than it was sealed for */
    public byte[] openBytes(DataKey key, Place place, byte[] sealed) {
        requireOwner(key, place);
        return Gcm.open(key.bytes(), place.bytes(), sealed);
    }

    private static byte[] about(byte[] bound, byte[] digest) {
        byte[] both = Arrays.copyOf(bound, bound.length + digest.length);
        System.arraycopy(digest, 0, both, bound.length, digest.length);
        return both;
    }

    /** What can be read with whatever is left of the person's key; erased and restricted people are no error. */
    public PersonalText read(SubjectKeys.Holding holding, Place place, Sealed sealed) {
        return switch (holding.state()) {
            case DESTROYED -> PersonalText.erased();
            case SEALED -> PersonalText.restricted();
            case ACTIVE -> PersonalText.of(open(holding.key().orElseThrow(), place, sealed));
        };
    }

    private static JsonNode disclosed(DataKey key, Place place, Sealed sealed) {
        requireOwner(key, place);
        if (!sealed.key().equals(String.valueOf(key.version()))) {
            throw new SealBroken("sealed under key " + sealed.key() + ", not " + key.version(), null);
        }
        byte[] plain;
        JsonNode disclosure;
        try {
            plain = Gcm.open(key.bytes(), place.bytes(), BYTES.decode(sealed.cipher()));
            disclosure = JSON.readTree(new String(plain, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JsonProcessingException e) {
            throw new SealBroken("a ciphertext is not one", e);
        }
        if (!digest(plain).equals(sealed.digest())) {
            throw new SealBroken("a digest does not belong to its ciphertext", null);
        }
        return disclosure.path(2);
    }

    /** A key opens its own person's particulars: said here, since a wrong subject is a mistake of ours, not tampering. */
    private static void requireOwner(DataKey key, Place place) {
        if (!key.subject().equals(place.subject())) {
            throw new IllegalArgumentException("the key of another person");
        }
    }

    /** As in SD-JWT: over the encoded string, not over what it encodes. */
    private static String digest(byte[] disclosure) {
        byte[] encoded = TEXT.encode(disclosure);
        return TEXT.encodeToString(Hmac.digest(encoded));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a particular is not text", e);
        }
    }
}
