package org.zhikao.audit.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** 公开摘要: SHA-256 over lines of fields parted by {@code |} and ended by a line feed, as releases, draws and runs publish it. */
final class Lines {
    private final MessageDigest sha = FactsDigest.sha256();

    void line(Object... fields) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < fields.length; i++) {
            line.append(i == 0 ? "" : "|").append(fields[i]);
        }
        sha.update(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    String hex() {
        return HexFormat.of().formatHex(sha.digest());
    }
}
