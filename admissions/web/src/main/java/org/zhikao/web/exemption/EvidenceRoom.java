package org.zhikao.web.exemption;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.web.shared.Unusable;

/** Takes evidence in: what kind of file it is says its content, never its name; its digest becomes the fact. */
@Component
class EvidenceRoom {
    static final int MOST_BYTES = 5 * 1024 * 1024;

    /** First bytes of what is taken: scans and documents, nothing that can run. */
    private static final Map<String, byte[]> KINDS = Map.of(
            "application/pdf", new byte[] {'%', 'P', 'D', 'F', '-'},
            "image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
            "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});

    private final EvidenceVault vault;

    EvidenceRoom(EvidenceVault vault) {
        this.vault = vault;
    }

    /** Keeps the file and answers its SHA-256, 64 hex digits. */
    String accept(CandidateId candidate, byte[] bytes) {
        if (bytes.length == 0) {
            throw new Unusable("FILE_MISSING");
        }
        if (bytes.length > MOST_BYTES) {
            throw new Unusable("FILE_TOO_LARGE", Map.of("most", MOST_BYTES / 1024 / 1024 + " MB"));
        }
        String digest = digest(bytes);
        vault.keep(candidate, digest, new EvidenceVault.File(mediaType(bytes), bytes));
        return digest;
    }

    private static String mediaType(byte[] bytes) {
        return KINDS.entrySet().stream()
                .filter(kind -> Arrays.mismatch(bytes, kind.getValue()) >= kind.getValue().length
                        || Arrays.equals(bytes, kind.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new Unusable("FILE_KIND"));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
