package org.zhikao.server.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.zhikao.audit.ledger.LedgerCheck;
import org.zhikao.audit.ledger.NoteVerifier;
import org.zhikao.audit.replay.Verdict;

/** The ledger's check with the key and the checkpoints that lie outside the database. */
public final class LedgerAudit {
    private LedgerAudit() {}

    /**
     * Checks the log over these facts.
     *
     * @param data the data folder, in which the ledger's folder lies
     * @param kept a checkpoint the auditor kept, null for none
     */
    public static Verdict of(StoredFacts facts, Path data, @Nullable Path kept) throws IOException {
        LogFolder folder = LogFolder.in(data);
        NoteVerifier key = folder.verifier().orElse(null);
        if (key == null) {
            boolean none = kept == null && !facts.logged();
            return Verdict.of(
                    "ledger", none, none ? "no log was ever kept here" : "the key of the log is missing in " + folder);
        }
        LedgerCheck check = new LedgerCheck(key.name(), key);
        folder.lastCheckpoint().ifPresent(note -> check.kept("the checkpoint in " + folder, note));
        if (kept != null) {
            check.kept("the checkpoint in " + kept, Files.readString(kept, StandardCharsets.UTF_8));
        }
        facts.ledger(check);
        return check.verdict();
    }
}
