package org.zhikao.server.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.sealing.BlindIndex;
import org.zhikao.formats.sealing.IdentityNumber;
import org.zhikao.formats.sealing.PersonName;
import org.zhikao.formats.table.Column;
import org.zhikao.formats.table.Table;
import org.zhikao.formats.table.TableLimits;
import org.zhikao.formats.table.TableRow;

/**
 * 名册导入: a list of awards or certificates with where it comes from and the digest of its bytes. Names and numbers are kept as
 * keyed digests only. The good rows of a file come in all together or not at all; the same file comes in once.
 */
final class RegisterImport {
    private static final List<Column> COLUMNS = List.of(
            Column.text("register"),
            Column.text("ground"),
            Column.text("award"),
            Column.text("organiser"),
            Column.number("year"),
            Column.text("name"),
            Column.text("identityNumber"));
    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final BlindIndex index;

    RegisterImport(JdbcTemplate jdbc, TransactionTemplate transaction, BlindIndex index) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.index = index;
    }

    void run(SeasonId season, Path file, String name, Act act, Watch watch) throws IOException {
        String digest = digest(file);
        List<Object[]> entries = new ArrayList<>();
        long rows = 0;
        Set<String> awards = new HashSet<>(jdbc.queryForList(
                "SELECT register || '|' || award FROM register_entry WHERE season = ?", String.class, season.value()));
        boolean known = !jdbc.queryForList(
                        "SELECT digest FROM register_list WHERE season = ? AND digest = ?",
                        String.class,
                        season.value(),
                        digest)
                .isEmpty();
        try (Table table = Table.open(file, COLUMNS, TableLimits.DEFAULT)) {
            while (table.hasNext()) {
                TableRow row = table.next();
                rows++;
                row.faults()
                        .forEach(fault -> watch.refused(
                                row.line(), fault.column(), fault.code().name(), ""));
                if (known) {
                    watch.refused(row.line(), "", "REGISTER_KNOWN", "");
                } else if (row.good()) {
                    read(season, digest, row, awards, entries, watch);
                }
                watch.done(rows);
            }
        }
        if (!entries.isEmpty()) {
            store(season, digest, name, act, entries);
        }
        watch.finished(rows);
    }

    private void read(
            SeasonId season, String digest, TableRow row, Set<String> awards, List<Object[]> entries, Watch watch) {
        try {
            byte[] person = index.of(new PersonName(row.value("name")));
            byte[] identity = index.of(IdentityNumber.read(row.value("identityNumber")));
            int year = new BigDecimal(row.value("year")).intValueExact();
            if (!awards.add(row.value("register") + "|" + row.value("award"))) {
                watch.refused(row.line(), "award", "AWARD_TWICE", row.value("award"));
                return;
            }
            entries.add(new Object[] {
                season.value(),
                digest,
                row.line(),
                row.value("register"),
                row.value("ground"),
                row.value("award"),
                row.value("organiser"),
                year,
                person,
                identity
            });
        } catch (Refused e) {
            watch.refused(row.line(), "", e.code().name(), "");
        } catch (ArithmeticException e) {
            watch.refused(row.line(), "year", "ROW_MALFORMED", "");
        }
    }

    private void store(SeasonId season, String digest, String name, Act act, List<Object[]> entries) {
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "INSERT INTO register_list (season, digest, file, imported_by, imported_at, entries) VALUES (?, ?, ?, ?, ?, ?)",
                    season.value(),
                    digest,
                    name,
                    act.by().value(),
                    act.at().atOffset(ZoneOffset.UTC),
                    entries.size());
            for (int from = 0; from < entries.size(); from += BATCH) {
                jdbc.batchUpdate(
                        "INSERT INTO register_entry (season, list, line, register, ground, award, organiser, year, person,"
                                + " identity) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        entries.subList(from, Math.min(entries.size(), from + BATCH)));
            }
        });
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, sha).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
