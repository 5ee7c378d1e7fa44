package org.zhikao.formats.placement;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers for names in the order in which they come, found by their UTF-8 bytes without making a text of each. */
public final class NameTable {
    private static final int NONE = -1;

    private byte[] pool = new byte[1 << 12];
    private int[] begin = new int[1 << 8];
    private int[] slots = new int[1 << 9];
    private int count;

    NameTable() {
        Arrays.fill(slots, NONE);
    }

    public int count() {
        return count;
    }

    public String name(int number) {
        return new String(pool, begin[number], begin[number + 1] - begin[number], StandardCharsets.UTF_8);
    }

    /** The number of a name, or -1. */
    public int number(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return number(bytes, 0, bytes.length);
    }

    int number(byte[] bytes, int from, int to) {
        return slots[slot(bytes, from, to)];
    }

    /** The new number, or -1 when the name is there already. */
    int add(byte[] bytes, int from, int to) {
        int slot = slot(bytes, from, to);
        if (slots[slot] != NONE) {
            return NONE;
        }
        slots[slot] = count;
        int end = begin[count] + to - from;
        while (end > pool.length) {
            pool = Arrays.copyOf(pool, pool.length * 2);
        }
        System.arraycopy(bytes, from, pool, begin[count], to - from);
        count++;
        if (count == begin.length) {
            begin = Arrays.copyOf(begin, begin.length * 2);
        }
        begin[count] = end;
        if (count * 2 > slots.length) {
            grow();
        }
        return count - 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        Arrays.fill(slots, NONE);
        for (int number = 0; number < count; number++) {
            slots[slot(pool, begin[number], begin[number + 1])] = number;
        }
    }

    /** Where the name stands, or the free slot where it would. */
    private int slot(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int k = from; k < to; k++) {
            hash = hash * 31 + bytes[k];
        }
        hash *= 0x9E3779B1;
        int mask = slots.length - 1;
        int slot = (hash ^ hash >>> 15) & mask;
        while (slots[slot] != NONE && !same(slots[slot], bytes, from, to)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean same(int number, byte[] bytes, int from, int to) {
        return Arrays.equals(pool, begin[number], begin[number + 1], bytes, from, to);
    }
}
