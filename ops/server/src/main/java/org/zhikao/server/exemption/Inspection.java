package org.zhikao.server.exemption;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.zhikao.web.exemption.EvidenceVault.Incoming;
import org.zhikao.web.exemption.EvidenceVault.Kind;
import org.zhikao.web.shared.Unusable;

/**
 * 收件检查: one pass over a file as it comes, which tells its kind from its content and refuses at once what can be seen
 * without decoding anything. What only decoding shows is found when the copy is made.
 */
record Inspection(String digest, Kind kind, long bytes) {
    static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int HEAD = 256 * 1024;
    private static final int TAIL = 2048;
    private static final int STEP = 64 * 1024;
    /** The end of a file format's own length of "truncated": what PDF readers accept behind its mark. */
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt(\\s+\\d+\\s+\\d+\\s+R|\\s*<<)");

    private static final int OVERLAP = 64;
    private static final byte[] PNG_END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82};
    private static final HexFormat HEX = HexFormat.of();

    static Inspection of(Incoming file) throws IOException {
        if (file.size() > MOST_BYTES) {
            throw tooLarge();
        }
        try (InputStream in = file.open()) {
            return new Pass().over(in);
        }
    }

    private static Unusable tooLarge() {
        return new Unusable("FILE_TOO_LARGE", Map.of("most", MOST_BYTES / 1024 / 1024 + " MB"));
    }

    /** What one pass keeps: the beginning, the end, and never more. */
    private static final class Pass {
        private final MessageDigest sha = sha256();
        private final byte[] head = new byte[HEAD];
        private byte[] tail = {};
        private int filled;
        private long total;
        private boolean encrypted;
        private String before = "";

        Inspection over(InputStream in) throws IOException {
            byte[] step = new byte[STEP];
            for (int read = in.readNBytes(step, 0, STEP); read > 0; read = in.readNBytes(step, 0, STEP)) {
                take(step, read);
                if (total > MOST_BYTES) {
                    throw tooLarge();
                }
            }
            if (total == 0) {
                throw new Unusable("FILE_EMPTY");
            }
            Kind kind = kind();
            refuseAtSight(kind);
            return new Inspection(HEX.formatHex(sha.digest()), kind, total);
        }

        private void take(byte[] step, int read) {
            sha.update(step, 0, read);
            int more = Math.min(read, HEAD - filled);
            System.arraycopy(step, 0, head, filled, more);
            filled += more;
            byte[] joined = Arrays.copyOf(tail, tail.length + read);
            System.arraycopy(step, 0, joined, tail.length, read);
            tail = Arrays.copyOfRange(joined, Math.max(0, joined.length - TAIL), joined.length);
            if (head[0] == '%') {
                String text = before + new String(step, 0, read, StandardCharsets.ISO_8859_1);
                encrypted |= ENCRYPTED.matcher(text).find();
                before = text.substring(Math.max(0, text.length() - OVERLAP));
            }
            total += read;
        }

        private Kind kind() {
            if (begins(0, "%PDF-")) {
                return Kind.PDF;
            }
            if (begins(0, "\u00ff\u00d8\u00ff")) {
                return Kind.JPEG;
            }
            if (begins(0, "\u0089PNG\r\n\u001a\n")) {
                return Kind.PNG;
            }
            // ISO base media with a still-picture brand: what phones call HEIC, HEIF or AVIF.
            boolean still = begins(4, "ftyp")
                    && Pattern.compile("hei[cxms]|hev[cx]|mif1|msf1|avi[fs]")
                            .matcher(new String(
                                    head, 8, Math.min(32, Math.max(0, filled - 8)), StandardCharsets.ISO_8859_1))
                            .find();
            throw new Unusable(still ? "FILE_HEIC" : "FILE_KIND");
        }

        private boolean begins(int at, String magic) {
            byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
            return filled >= at + bytes.length && Arrays.equals(head, at, at + bytes.length, bytes, 0, bytes.length);
        }

        private void refuseAtSight(Kind kind) {
            switch (kind) {
                case PDF -> {
                    String end = new String(tail, StandardCharsets.ISO_8859_1);
                    if (!end.contains("%%EOF") || !end.contains("startxref")) {
                        throw new Unusable("FILE_TRUNCATED");
                    }
                    if (encrypted) {
                        throw new Unusable("PDF_ENCRYPTED");
                    }
                }
                case PNG -> {
                    if (tail.length < PNG_END.length
                            || !Arrays.equals(
                                    tail, tail.length - PNG_END.length, tail.length, PNG_END, 0, PNG_END.length)) {
                        throw new Unusable("FILE_TRUNCATED");
                    }
                    Pictures.requireSize(Pictures.pngSize(head, filled));
                }
                case JPEG -> Pictures.requireSize(Pictures.jpegSize(head, filled));
            }
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
