package org.zhikao.audit.ledger;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 检查点: the claim that the log of this origin has this size and root; a C2SP checkpoint without extension lines. */
public record Checkpoint(String origin, long size, Hash root) {
    private static final Pattern BODY =
            Pattern.compile("([^\\n]+)\\n(0|[1-9][0-9]{0,18})\\n([A-Za-z0-9+/]{43}=)\\n", Pattern.DOTALL);

    public Checkpoint {
        if (origin.isEmpty() || origin.indexOf('\n') >= 0 || size < 0) {
            throw new IllegalArgumentException("not a checkpoint: " + origin + " " + size);
        }
    }

    /** The three lines that are signed. */
    public String body() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.bytes()) + "\n";
    }

    /** Reads the body; {@link IllegalArgumentException} for any other text. */
    public static Checkpoint parse(String body) {
        Matcher lines = BODY.matcher(body);
        if (!lines.matches()) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        byte[] root = Base64.getDecoder().decode(lines.group(3));
        return new Checkpoint(lines.group(1), Long.parseLong(lines.group(2)), Hash.of(root));
    }
}
