package org.zhikao.server.work;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import org.zhikao.admissions.placement.RunId;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.MeritOrder;
import org.zhikao.admissions.placement.rank.Placement;
import org.zhikao.admissions.placement.rank.Units;
import org.zhikao.admissions.placement.rank.Wishes;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.placement.MarketTableReader;
import org.zhikao.formats.placement.MarketTables;
import org.zhikao.formats.placement.ResultTables;
import org.zhikao.formats.placement.UnusableInput;
import org.zhikao.web.PublishedRuns;

/**
 * 投档公开数据: a run as tables that anybody can file again, kept from the moment when the run is published.
 *
 * <p>Each market is written, read back as an outsider reads it and filed once more: tables that do not give the outcome of the
 * run are never published.
 */
public final class RunFiles implements PublishedRuns {
    /** Archives of one run are the same bytes wherever and whenever they are made. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final List<String> TABLES =
            List.of("candidates.csv", "units.csv", "preferences.csv", "assignments.csv", "cutoffs.csv");

    private final JdbcTemplate jdbc;

    public RunFiles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<byte[]> of(SeasonId season, int run) {
        return jdbc
                .queryForList(
                        "SELECT f.files FROM run_files f JOIN run_view v USING (season, run)"
                                + " WHERE f.season = ? AND f.run = ? AND v.stage = 'PUBLISHED'",
                        byte[].class,
                        season.value(),
                        run)
                .stream()
                .findFirst();
    }

    /** Keeps the archive of a run that is about to be published; nothing changes when it is there already. */
    void keep(PlacementWork.Computed run) {
        byte[] files = zip(run);
        jdbc.update(
                "INSERT INTO run_files (season, run, digest, files) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                run.season().value(),
                run.run(),
                Digest.of(files),
                files);
    }

    /** Writes the files of an archive into a folder, which is made where it is missing; no file is written over. */
    public static void unpack(byte[] archive, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.copy(zip, file);
            }
        }
    }

    private static byte[] zip(PlacementWork.Computed run) {
        try {
            Path folder = Files.createTempDirectory("zhikao-run-");
            try {
                return zip(run, folder);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the files of a run could not be written", e);
        }
    }

    private static byte[] zip(PlacementWork.Computed run, Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ObjectNode json = describe(run);
            ArrayNode markets = json.putArray("markets");
            StringBuilder commands = new StringBuilder();
            for (int m = 0; m < run.markets().size(); m++) {
                PlacementMarket market = run.markets().get(m);
                String name = String.format(Locale.ROOT, "m%02d", m + 1);
                Path own = Files.createDirectory(folder.resolve(name));
                ResultTables.Digests digests = tables(market, RunId.of(run.season(), run.run()), own);
                market.describe(markets.addObject().put("folder", name))
                        .put("inputDigest", digests.input())
                        .put("outputDigest", digests.output());
                commands.append("    ").append(command(name, market.options()));
                for (String table : TABLES) {
                    entry(zip, name + "/" + table, own.resolve(table));
                }
            }
            text(zip, "run.json", json.toPrettyString() + "\n");
            text(zip, "README.md", resource("README.md").replace("{commands}\n", commands.toString()));
            text(zip, "Refile.java", resource("Refile.java"));
        }
        return bytes.toByteArray();
    }

    private static ObjectNode describe(PlacementWork.Computed run) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("season", run.season().value());
        json.put("run", RunId.of(run.season(), run.run()).toString());
        json.put("round", run.round());
        json.putObject("facts")
                .put("inputDigest", run.digest().input())
                .put("outputDigest", run.digest().output())
                .put("candidates", run.digest().candidates())
                .put("placed", run.digest().placed());
        return json;
    }

    private static ResultTables.Digests tables(PlacementMarket market, RunId run, Path folder) throws IOException {
        market.write(folder, run.toString());
        try {
            MarketTables tables = MarketTableReader.read(
                    folder.resolve("candidates.csv"), folder.resolve("units.csv"), folder.resolve("preferences.csv"));
            MeritOrder merit = MeritOrder.by(tables.keys(), tables.candidates().count(), null);
            Market plain = Market.of(
                    merit, Wishes.of(tables.start(), tables.wish()), Units.of(tables.quota(), tables.accepts()));
            Placement again = market.file(plain.withCategories(tables.category()));
            if (!market.same(tables, again, run.toString())) {
                throw new IllegalStateException("the published tables give another outcome than the run");
            }
            return ResultTables.write(folder, tables, merit, again);
        } catch (UnusableInput e) {
            throw new IllegalStateException("the published tables cannot be read: " + e.errors(), e);
        }
    }

    private static String command(String folder, List<String> options) {
        return String.format(
                        Locale.ROOT,
                        "ops/zhikao place --candidates %1$s/candidates.csv --units %1$s/units.csv"
                                + " --preferences %1$s/preferences.csv %2$s --verify --out again/%1$s",
                        folder,
                        String.join(" ", options))
                + "\n";
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = RunFiles.class.getResourceAsStream("/run-files/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing beside the files of published runs: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void entry(ZipOutputStream zip, String name, Path file) throws IOException {
        try (OutputStream out = open(zip, name)) {
            Files.copy(file, out);
        }
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        try (OutputStream out = open(zip, name)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** One file of the archive; closing it leaves the archive open. */
    private static OutputStream open(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        return new java.io.FilterOutputStream(zip) {
            @Override
            public void write(byte[] from, int at, int length) throws IOException {
                out.write(from, at, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }
}
