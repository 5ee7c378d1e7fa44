package org.zhikao.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhikao.audit.replay.Json;

/** The tree, its proofs and the canonical form agree with what others published. */
class MerkleVectorsTest {
    private static List<Hash> referenceLeaves() {
        return Vectors.ALL.at("reference_tree").texts("leaf_inputs_hex").stream()
                .map(hex -> Hash.leaf(HexFormat.of().parseHex(hex)))
                .toList();
    }

    @Test
    void growsTheReferenceTree() {
        List<Hash> roots = Vectors.hexes(Vectors.ALL.at("reference_tree"), "root_by_tree_size");
        Edge edge = Edge.empty();
        assertThat(edge.root()).isEqualTo(roots.get(0));
        for (Hash leaf : referenceLeaves()) {
            edge.append(leaf);
            assertThat(edge.root()).isEqualTo(roots.get((int) edge.size()));
            Json compact = Vectors.ALL
                    .at("reference_tree")
                    .at("compact_range_by_tree_size")
                    .find(String.valueOf(edge.size()));
            if (compact != null) {
                assertThat(edge.roots()).hasToString(compact.elements().toString());
            }
            assertThat(Edge.of(edge.size(), edge.bytes()).root()).isEqualTo(edge.root());
        }
    }

    @Test
    void hashesLeavesAndNodesApart() {
        for (Json c : Vectors.ALL.at("hasher").list("cases")) {
            Hash want = Hash.ofHex(c.text("want"));
            HexFormat hex = HexFormat.of();
            Hash got = switch (c.text("op")) {
                case "leaf" -> Hash.leaf(hex.parseHex(c.text("data_hex")));
                case "node" -> {
                    byte[] both = hex.parseHex("01" + c.text("left_hex") + c.text("right_hex"));
                    yield Hash.of(Hash.sha256().digest(both));
                }
                default -> Hash.EMPTY;
            };
            assertThat(got).as(c.text("op")).isEqualTo(want);
        }
    }

    /** Every subtree of every tree of up to 130 leaves: one digest over 8,000 lines. */
    @Test
    void agreesOnAllTreesUpTo130Leaves() {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            leaves.add(Hash.leaf(new byte[] {(byte) i}));
        }
        StringBuilder lines = new StringBuilder();
        for (int e = 0; e <= 130; e++) {
            for (int s = 0; s <= e; s++) {
                int power = e - s <= 1 ? 1 : Integer.highestOneBit(e - s - 1) << 1;
                if (s == 0 || s == e || s % power == 0) {
                    lines.append('[').append(s).append(", ").append(e).append(") ");
                    lines.append(Proofs.root(leaves, s, e)).append('\n');
                }
            }
        }
        byte[] digest = Hash.sha256().digest(lines.toString().getBytes(StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(Vectors.ALL.text("all_trees"));
    }

    @Test
    void makesThePublishedPaths() {
        List<Hash> leaves = referenceLeaves();
        Json paths = Vectors.ALL.at("paths_over_reference_tree");
        for (Json c : paths.list("inclusion_paths")) {
            assertThat(Proofs.inclusion(leaves, c.integer("leaf_1based") - 1, c.integer("tree_size")))
                    .isEqualTo(Vectors.hexes(c, "path"));
        }
        for (Json c : paths.list("consistency_proofs")) {
            assertThat(Proofs.consistency(leaves, c.integer("size1"), c.integer("size2")))
                    .isEqualTo(Vectors.hexes(c, "proof"));
        }
    }

    @Test
    void checksItsOwnProofsOfEverySize() {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            leaves.add(Hash.leaf(new byte[] {(byte) i}));
        }
        for (int size = 1; size <= 40; size++) {
            Hash root = Proofs.root(leaves, 0, size);
            for (int older = 1; older <= size; older++) {
                Hash was = Proofs.root(leaves, 0, older);
                List<Hash> proof = Proofs.consistency(leaves, older, size);
                assertThat(Proofs.extend(older, was, size, root, proof)).isTrue();
                assertThat(Proofs.includes(
                                root,
                                size,
                                older - 1,
                                leaves.get(older - 1),
                                Proofs.inclusion(leaves, older - 1, size)))
                        .isTrue();
                assertThat(Proofs.includes(root, size, older - 1, was, Proofs.inclusion(leaves, older - 1, size)))
                        .isEqualTo(older == 1);
            }
        }
    }

    @Test
    void checksAnEntryOfARealLog() {
        Json log = Vectors.ALL.at("real_ct_log_entry");
        assertThat(Proofs.includes(
                        Hash.ofHex(log.text("root")),
                        log.number("tree_size"),
                        log.number("leaf_index"),
                        Hash.ofHex(log.text("leaf_hash")),
                        Vectors.hexes(log, "audit_path")))
                .isTrue();
    }

    @TestFactory
    Stream<DynamicTest> inclusion() {
        return Vectors.ALL.at("merkle_inclusion").list("cases").stream()
                .map(c -> dynamicTest(c.text("desc") + " " + c.number("leafIdx") + "/" + c.number("treeSize"), () -> {
                    boolean ok = tolerant(() -> Proofs.includes(
                            Hash.of(Vectors.base64(c, "root")),
                            c.number("treeSize"),
                            c.number("leafIdx"),
                            Hash.of(Vectors.base64(c, "leafHash")),
                            proof(c)));
                    assertThat(ok).isEqualTo(!c.flag("want_err"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> consistency() {
        return Vectors.ALL.at("merkle_consistency").list("cases").stream()
                .map(c -> dynamicTest(c.text("desc") + " " + c.number("size1") + "->" + c.number("size2"), () -> {
                    boolean ok = tolerant(() -> Proofs.extend(
                            c.number("size1"),
                            Hash.of(Vectors.base64(c, "root1")),
                            c.number("size2"),
                            Hash.of(Vectors.base64(c, "root2")),
                            proof(c)));
                    assertThat(ok).isEqualTo(!c.flag("want_err"));
                }));
    }

    @Test
    void consistencyWithRoots() {
        Json both = Vectors.ALL.at("consistency_with_roots");
        both.list("positive").forEach(c -> assertThat(extends_(c)).isTrue());
        both.list("negative")
                .forEach(c -> assertThat(extends_(c)).as(c.text("desc")).isFalse());
    }

    private static boolean extends_(Json c) {
        return Proofs.extend(
                c.number("size1"),
                Hash.ofHex(c.text("root1")),
                c.number("size2"),
                Hash.ofHex(c.text("root2")),
                Vectors.hexes(c, "proof"));
    }

    /** Any tree begins with nothing: a proof from size 0 shows nothing, so it is no proof. */
    @Test
    void refusesConsistencyFromSizeZero() {
        assertThat(Proofs.extend(0, Hash.EMPTY, 0, Hash.EMPTY, List.of())).isFalse();
        assertThat(Proofs.extend(0, Hash.EMPTY, 8, Proofs.root(referenceLeaves(), 0, 8), List.of()))
                .isFalse();
    }

    /** A hash of another length is no hash: the verifier never gets that far. */
    private static boolean tolerant(java.util.function.BooleanSupplier verify) {
        try {
            return verify.getAsBoolean();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<Hash> proof(Json c) {
        return c.list("proof").stream()
                .map(p -> Hash.of(Base64.getDecoder().decode(p.text())))
                .toList();
    }

    @Test
    void writesCanonicalJsonOfTexts() {
        Json cases = Vectors.ALL.at("jcs").at("cases");
        for (String name : List.of("weird", "unicode")) {
            Map<String, String> fields = new LinkedHashMap<>();
            Json.read(cases.at(name).text("input")).fields().forEach((k, v) -> fields.put(k, v.text()));
            assertThat(HexFormat.of().formatHex(Jcs.object(fields)))
                    .as(name)
                    .isEqualTo(cases.at(name).text("output_hex"));
        }
    }

    @Test
    void refusesWhatHasNoCanonicalForm() {
        assertThatThrownBy(() -> Jcs.object(Map.of("a", "\ud800"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Jcs.object(Map.of("\udc00x", ""))).isInstanceOf(IllegalArgumentException.class);
    }
}
