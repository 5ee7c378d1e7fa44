package org.zhikao.audit.ledger;

import java.util.ArrayList;
import java.util.List;

/** 包含证明与一致性证明: made over given leaf hashes, checked against roots, as RFC 9162 sections 2.1.3 and 2.1.4 say. */
public final class Proofs {
    private Proofs() {}

    /** The root over leaves {@code from} (inclusive) to {@code to} (exclusive). */
    public static Hash root(List<Hash> leaves, int from, int to) {
        if (from == to) {
            return Hash.EMPTY;
        }
        if (to - from == 1) {
            return leaves.get(from);
        }
        int split = from + split(to - from);
        return Hash.node(root(leaves, from, split), root(leaves, split, to));
    }

    /** The hashes that lead from a leaf to the root of the first {@code size} leaves. */
    public static List<Hash> inclusion(List<Hash> leaves, int index, int size) {
        if (index < 0 || index >= size || size > leaves.size()) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<Hash> path = new ArrayList<>();
        path(leaves, index, 0, size, path);
        return path;
    }

    private static void path(List<Hash> leaves, int index, int from, int to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        int split = from + split(to - from);
        if (index < split) {
            path(leaves, index, from, split, path);
            path.add(root(leaves, split, to));
        } else {
            path(leaves, index, split, to, path);
            path.add(root(leaves, from, split));
        }
    }

    /** The hashes that show the first {@code older} leaves to be the beginning of the first {@code newer}. */
    public static List<Hash> consistency(List<Hash> leaves, int older, int newer) {
        if (older < 1 || older > newer || newer > leaves.size()) {
            throw new IllegalArgumentException("no tree of " + older + " within one of " + newer);
        }
        List<Hash> proof = new ArrayList<>();
        if (older < newer) {
            subproof(leaves, older, 0, newer, true, proof);
        }
        return proof;
    }

    private static void subproof(List<Hash> leaves, int older, int from, int to, boolean known, List<Hash> proof) {
        if (older == to - from) {
            if (!known) {
                proof.add(root(leaves, from, to));
            }
            return;
        }
        int split = split(to - from);
        if (older <= split) {
            subproof(leaves, older, from, from + split, known, proof);
            proof.add(root(leaves, from + split, to));
        } else {
            subproof(leaves, older - split, from + split, to, false, proof);
            proof.add(root(leaves, from, from + split));
        }
    }

    /** The largest power of two below {@code size}. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    /** True when the leaf stands at {@code index} of the tree of {@code size} leaves with this root. */
    public static boolean includes(Hash root, long size, long index, Hash leaf, List<Hash> path) {
        if (index < 0 || index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        Hash hash = leaf;
        for (Hash step : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = Hash.node(step, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                hash = Hash.node(hash, step);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && hash.equals(root);
    }

    /**
     * True when the older tree is the beginning of the newer one. Size 0 is refused: any tree begins with nothing, so a
     * proof from it proves nothing.
     */
    public static boolean extend(long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> proof) {
        if (older < 1 || older > newer) {
            return false;
        }
        if (older == newer) {
            return proof.isEmpty() && olderRoot.equals(newerRoot);
        }
        if (proof.isEmpty()) {
            return false;
        }
        boolean power = Long.bitCount(older) == 1;
        long fn = older - 1;
        long sn = newer - 1;
        while ((fn & 1) == 1) {
            fn >>>= 1;
            sn >>>= 1;
        }
        Hash first = power ? olderRoot : proof.get(0);
        Hash second = first;
        for (Hash step : power ? proof : proof.subList(1, proof.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                first = Hash.node(step, first);
                second = Hash.node(step, second);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                second = Hash.node(second, step);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && first.equals(olderRoot) && second.equals(newerRoot);
    }
}
