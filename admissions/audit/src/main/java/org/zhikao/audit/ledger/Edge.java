package org.zhikao.audit.ledger;

import java.util.ArrayList;
import java.util.List;

/** 右缘: what must be known of a tree to append to it: the roots of its full subtrees, largest first. At most 63 hashes. */
public final class Edge {
    private final List<Hash> roots;
    private long size;

    private Edge(long size, List<Hash> roots) {
        this.size = size;
        this.roots = roots;
    }

    public static Edge empty() {
        return new Edge(0, new ArrayList<>());
    }

    /** The edge of a tree of {@code size} leaves from its stored bytes. */
    public static Edge of(long size, byte[] stored) {
        if (size < 0 || stored.length != Long.bitCount(size) * Hash.BYTES) {
            throw new IllegalArgumentException("not the edge of a tree of " + size + " leaves");
        }
        List<Hash> roots = new ArrayList<>();
        for (int at = 0; at < stored.length; at += Hash.BYTES) {
            roots.add(Hash.of(java.util.Arrays.copyOfRange(stored, at, at + Hash.BYTES)));
        }
        return new Edge(size, roots);
    }

    public long size() {
        return size;
    }

    public void append(Hash leaf) {
        Hash grown = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
            grown = Hash.node(roots.remove(roots.size() - 1), grown);
        }
        roots.add(grown);
        size++;
    }

    public Hash root() {
        if (roots.isEmpty()) {
            return Hash.EMPTY;
        }
        Hash root = roots.get(roots.size() - 1);
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = Hash.node(roots.get(i), root);
        }
        return root;
    }

    List<Hash> roots() {
        return List.copyOf(roots);
    }

    /** The hashes after one another, largest subtree first. */
    public byte[] bytes() {
        byte[] all = new byte[roots.size() * Hash.BYTES];
        for (int i = 0; i < roots.size(); i++) {
            System.arraycopy(roots.get(i).bytes(), 0, all, i * Hash.BYTES, Hash.BYTES);
        }
        return all;
    }
}
