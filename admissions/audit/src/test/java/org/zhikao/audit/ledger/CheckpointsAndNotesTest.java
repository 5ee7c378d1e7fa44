package org.zhikao.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhikao.audit.replay.Json;
import org.zhikao.audit.replay.StoredFact;

/** Leaves, checkpoints and signatures are those that others compute, byte for byte. */
class CheckpointsAndNotesTest {
    private static final Json LOG = Vectors.ALL.at("project_example_log");

    /** The key of the published example; its seed is public. */
    private static NoteKey exampleKey() {
        Json key = LOG.at("log_key");
        byte[] pkcs8 = HexFormat.of().parseHex("302e020100300506032b657004220420" + key.text("ed25519_seed_hex"));
        return NoteKey.parse(key.text("vkey") + "\n" + Base64.getEncoder().encodeToString(pkcs8) + "\n");
    }

    @Test
    void writesTheLeavesOfTheExampleLog() {
        List<String> contents = LOG.texts("leaf_data");
        List<Hash> hashes = Vectors.hexes(LOG, "leaf_hashes");
        Edge edge = Edge.empty();
        for (int i = 0; i < contents.size(); i++) {
            Json leaf = Json.read(contents.get(i));
            StoredFact fact = new StoredFact(
                    i + 1,
                    leaf.text("eid"),
                    leaf.text("agg"),
                    Long.parseLong(leaf.text("seq")),
                    leaf.text("type"),
                    leaf.text("rev"),
                    leaf.text("ts"),
                    ("payload" + i).getBytes(StandardCharsets.US_ASCII),
                    ("meta" + i).getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(Leaf.content("admissions.example/2026", fact), StandardCharsets.UTF_8))
                    .isEqualTo(contents.get(i));
            Hash hash = Leaf.hash("admissions.example/2026", fact);
            assertThat(hash).isEqualTo(hashes.get(i));
            edge.append(hash);
        }
        assertThat(edge.root())
                .isEqualTo(Vectors.hexes(LOG, "root_by_tree_size").get(8));
    }

    @Test
    void signsTheCheckpointsOfTheExampleLog() {
        NoteKey key = exampleKey();
        for (int size : new int[] {5, 8}) {
            Hash root = Vectors.hexes(LOG, "root_by_tree_size").get(size);
            Checkpoint checkpoint = new Checkpoint("admissions.example/2026", size, root);
            SignedNote note = SignedNote.sign(checkpoint.body(), key);
            assertThat(note.text()).isEqualTo(LOG.text("checkpoint_size" + size));
            assertThat(SignedNote.parse(note.text())).isEqualTo(note);
            assertThat(Checkpoint.parse(note.body())).isEqualTo(checkpoint);
            assertThat(note.signedBy(key.verifier())).isTrue();
        }
    }

    @Test
    void passesOverSignaturesOfKeysItDoesNotKnow() {
        SignedNote cosigned = SignedNote.parse(LOG.text("checkpoint_size8_cosigned"));
        assertThat(cosigned.signatures()).hasSize(2);
        assertThat(cosigned.signedBy(exampleKey().verifier())).isTrue();
    }

    @Test
    void refusesEveryRejectedNote() {
        for (Json c : LOG.list("reject")) {
            if (c.find("note") == null) {
                continue; // given as bytes or as a rule, see below
            }
            boolean ok;
            try {
                SignedNote note = SignedNote.parse(c.text("note"));
                ok = c.texts("vkeys").stream().anyMatch(v -> note.signedBy(NoteVerifier.parse(v)));
            } catch (IllegalArgumentException e) {
                ok = false;
            }
            assertThat(ok).as(c.text("why")).isFalse();
        }
    }

    @Test
    void refusesMoreThanAHundredSignatures() {
        SignedNote note = SignedNote.parse(LOG.text("checkpoint_size8"));
        String line = note.text().substring(note.body().length() + 1);
        assertThat(SignedNote.parse(note.body() + "\n" + line.repeat(100)).signatures())
                .hasSize(100);
        assertThatThrownBy(() -> SignedNote.parse(note.body() + "\n" + line.repeat(101)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void verifiesThePublishedNote() {
        for (Json c : Vectors.ALL.at("signed_note").list("verify_ok")) {
            NoteVerifier key = NoteVerifier.parse(c.texts("vkeys").get(0));
            assertThat(key).hasToString(c.texts("vkeys").get(0));
            assertThat(SignedNote.parse(c.text("note")).signedBy(key)).isTrue();
        }
    }

    @Test
    void writesAndRefusesCheckpointsAsPublished() {
        Json go = Vectors.ALL.at("checkpoint").list("marshal").get(1);
        Hash root = Hash.leaf(go.text("leaf_utf8").getBytes(StandardCharsets.UTF_8));
        assertThat(new Checkpoint(go.text("origin"), go.number("size"), root).body())
                .isEqualTo(go.text("want"));
        for (String text : Vectors.ALL.at("checkpoint").texts("reject")) {
            assertThatThrownBy(() -> Checkpoint.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aKeyIsReadBackAndNeverPrinted() {
        NoteKey key = NoteKey.of("admissions.test/2026", NoteKey.generator().generateKeyPair());
        NoteKey again = NoteKey.parse(key.text());
        SignedNote note = SignedNote.sign("a\n1\nb\n", again);
        assertThat(note.signedBy(key.verifier())).isTrue();
        assertThat(key.toString())
                .doesNotContain(key.text().lines().skip(1).findFirst().orElseThrow());
        assertThatThrownBy(() -> NoteVerifier.parse(key.verifier().toString().replace("test", "text")))
                .hasMessageContaining("key id");
    }
}
