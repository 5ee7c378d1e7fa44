package org.zhikao.workflows.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhikao.workflows.Move;

/**
 * 先到的事实 as kept: the word, and what the fact brings. Equal facts have equal bytes, so that a rebuild can be compared.
 */
record Pending(String word, @Nullable String ends, boolean passes, Instant at, Map<String, Object> variables) {
    private static final int FORMAT = 1;

    static Pending of(Move move) {
        if (move.word() == null) {
            throw new IllegalArgumentException("nothing waits for a fact that only ends cases");
        }
        return new Pending(move.word(), move.ends(), move.passes(), move.at(), move.variables());
    }

    byte[] bytes() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeUTF(ends == null ? "" : ends);
            out.writeBoolean(passes);
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            out.writeShort(variables.size());
            for (Map.Entry<String, Object> variable : new TreeMap<>(variables).entrySet()) {
                out.writeUTF(variable.getKey());
                if (variable.getValue() instanceof Boolean flag) {
                    out.writeByte('b');
                    out.writeBoolean(flag);
                } else {
                    out.writeByte('t');
                    out.writeUTF((String) variable.getValue());
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Pending read(String word, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int format = in.readByte();
            if (format != FORMAT) {
                throw new IllegalStateException("a pending fact of format " + format);
            }
            String ends = in.readUTF();
            boolean passes = in.readBoolean();
            Instant at = Instant.ofEpochSecond(in.readLong(), in.readInt());
            Map<String, Object> variables = new HashMap<>();
            for (int left = in.readShort(); left > 0; left--) {
                String name = in.readUTF();
                variables.put(name, in.readByte() == 'b' ? (Object) in.readBoolean() : in.readUTF());
            }
            return new Pending(word, ends.isEmpty() ? null : ends, passes, at, variables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
