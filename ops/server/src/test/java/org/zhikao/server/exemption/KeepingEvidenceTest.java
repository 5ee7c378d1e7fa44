package org.zhikao.server.exemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.formats.sealing.SealBroken;
import org.zhikao.server.bench.ViewBench;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.security.Sealing;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.exemption.EvidenceVault;
import org.zhikao.web.exemption.EvidenceVault.Incoming;
import org.zhikao.web.exemption.EvidenceVault.Kind;
import org.zhikao.web.exemption.EvidenceVault.Piece;
import org.zhikao.web.exemption.EvidenceVault.State;
import org.zhikao.web.shared.Unusable;

/** Evidence on a real database: what is taken, what is refused, what is kept, and what people see of it. */
class KeepingEvidenceTest {
    private static final Instant AT = Instant.parse("2026-03-12T02:30:00Z");
    private static final SignedIn REVIEWER = new SignedIn(
            new ActorId("a-reviewer"), "reviewer1", Role.REVIEWER, new OrganisationId("99"), null, null, false);
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private static Database database;
    private static HikariDataSource pool;
    private static JdbcTemplate jdbc;
    private static Sealing sealing;
    private static SealedEvidence vault;
    private static CopyWork copies;

    @BeforeAll
    static void open() {
        database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
        pool = ViewBench.pool(database.application());
        jdbc = new JdbcTemplate(pool);
        sealing = Sealing.seeded(jdbc, 7, Mode.THROWAWAY);
        vault = vault(MalwareScanner.none());
        copies = new CopyWork(sealing, jdbc, MalwareScanner.none());
    }

    private static SealedEvidence vault(MalwareScanner scanner) {
        return new SealedEvidence(
                sealing,
                jdbc,
                new TransactionTemplate(new DataSourceTransactionManager(pool)),
                Clock.fixed(AT, ZoneOffset.UTC),
                scanner);
    }

    @AfterAll
    static void close() throws InterruptedException {
        copies.close();
        pool.close();
        database.close();
    }

    private static CandidateId somebody() {
        return new CandidateId(String.format(java.util.Locale.ROOT, "c%022d", PEOPLE.incrementAndGet()));
    }

    private static Piece keep(CandidateId who, byte[] bytes) throws IOException {
        return vault.keep(who, Pieces.incoming(bytes));
    }

    /** Kept, and every copy made that can be. */
    private static Piece checked(CandidateId who, byte[] bytes) throws IOException {
        Piece piece = keep(who, bytes);
        assertThat(piece.state()).isEqualTo(State.CHECKING);
        boolean more = true;
        while (more) {
            more = copies.step();
        }
        return Optional.ofNullable(vault.of(who).get(piece.digest())).orElseThrow();
    }

    private static byte[] shown(CandidateId who, Piece piece) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        vault.copy(who, piece.digest(), REVIEWER).orElseThrow().writeTo(out);
        return out.toByteArray();
    }

    private static int rows(CandidateId who) {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select (select count(*) from evidence_piece where candidate = ?)"
                                + " + (select count(*) from evidence_chunk where candidate = ?)",
                        Integer.class,
                        who.value(),
                        who.value()))
                .orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> refusesAtTheDoorAndKeepsNothing() {
        byte[] pdf = Pieces.pdf(1);
        byte[] png = Pieces.encoded(Pieces.picture(40, 40, 1), "png");
        byte[] heic = "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        byte[] large = new byte[Inspection.MOST_BYTES + 1];
        System.arraycopy(pdf, 0, large, 0, pdf.length);
        return Map.<String, byte[]>of(
                        "FILE_EMPTY zero bytes", new byte[0],
                        "FILE_KIND a script under a good name", "<script>".getBytes(StandardCharsets.US_ASCII),
                        "FILE_HEIC a telephone's own format", heic,
                        "FILE_TOO_LARGE", large,
                        "FILE_TRUNCATED half a document", Arrays.copyOf(pdf, pdf.length - 40),
                        "FILE_TRUNCATED half a picture", Arrays.copyOf(png, png.length / 2),
                        "PDF_ENCRYPTED", Pieces.pdfWithPassword(),
                        "PICTURE_TOO_LARGE ten thousand a side", Pieces.pngOfSize(10_000, 10),
                        "PICTURE_TOO_LARGE in all", Pieces.pngOfSize(9_000, 9_000),
                        "PICTURE_TOO_LARGE negative", Pieces.pngOfSize(-1, 5))
                .entrySet()
                .stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    CandidateId who = somebody();
                    assertThatThrownBy(() -> keep(who, one.getValue()))
                            .isInstanceOfSatisfying(
                                    Unusable.class,
                                    e -> assertThat(e.code())
                                            .isEqualTo(one.getKey().split(" ", 2)[0]));
                    assertThat(rows(who)).isZero();
                }));
    }

    @TestFactory
    Stream<DynamicTest> saysOfWhatWasTakenWhyItCannotBeSeen() {
        byte[] jpeg = Pieces.jpeg(400, 400);
        return Map.<String, byte[]>of(
                        "FILE_TRUNCATED half a photograph", Arrays.copyOf(jpeg, jpeg.length / 2),
                        "PDF_EXPANDS a decompression bomb", Pieces.pdfThatExpands(64),
                        "PDF_TOO_LONG", Pieces.pdf(Documents.MOST_PAGES + 1),
                        "FILE_BROKEN nothing but the marks",
                                "%PDF-1.4\nstartxref\n0\n%%EOF".getBytes(StandardCharsets.US_ASCII))
                .entrySet()
                .stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    CandidateId who = somebody();
                    Piece piece = checked(who, one.getValue());
                    assertThat(piece.state()).isEqualTo(State.UNREADABLE);
                    assertThat(piece.cause()).isEqualTo(one.getKey().split(" ", 2)[0]);
                    assertThat(vault.copy(who, piece.digest(), REVIEWER)).isEmpty();
                }));
    }

    @Test
    void showsAPictureUprightAndWithoutWhatTheCameraWroteIntoIt() throws IOException {
        CandidateId who = somebody();
        byte[] original = Pieces.jpegWithExif(600, 400, 6);
        assertThat(new String(original, StandardCharsets.ISO_8859_1)).contains(Pieces.SECRET);
        Piece piece = checked(who, original);
        assertThat(piece.shown()).isEqualTo(Kind.JPEG);
        byte[] copy = shown(who, piece);
        assertThat(new String(copy, StandardCharsets.ISO_8859_1)).doesNotContain(Pieces.SECRET, "Exif");
        var seen = ImageIO.read(new ByteArrayInputStream(copy));
        assertThat(List.of(seen.getWidth(), seen.getHeight())).containsExactly(400, 600);
        // Red was above; a quarter turn to the right brings it to the right.
        assertThat(seen.getRGB(390, 300) >> 16 & 0xFF).isGreaterThan(0x90);
        assertThat(seen.getRGB(10, 300) & 0xFF).isGreaterThan(0x90);
    }

    @Test
    void makesALargePictureNoLargerThanAPageIsRead() throws IOException {
        CandidateId who = somebody();
        Piece piece = checked(who, Pieces.encoded(Pieces.picture(6_200, 60, 3), "png"));
        var seen = ImageIO.read(new ByteArrayInputStream(shown(who, piece)));
        assertThat(seen.getWidth()).isLessThanOrEqualTo(3_000).isGreaterThan(2_500);
    }

    @Test
    void showsADocumentWithItsPagesAndNothingThatActs() throws IOException {
        CandidateId who = somebody();
        Piece piece = checked(who, Pieces.pdfThatActs());
        assertThat(piece.pages()).isEqualTo(2);
        byte[] copy = shown(who, piece);
        assertThat(new String(copy, StandardCharsets.ISO_8859_1))
                .doesNotContain(Pieces.SECRET, "JavaScript", "EmbeddedFile", "OpenAction", "/Info");
        try (PDDocument document = Loader.loadPDF(copy)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getPage(0).getContentStreams().next().getLength())
                    .isPositive();
        }
    }

    @Test
    void keepsAFileOnceHoweverManySendItAtTheSameTime() throws Exception {
        CandidateId who = somebody();
        byte[] bytes = Pieces.jpeg(900, 900);
        ExecutorService senders = Executors.newFixedThreadPool(4);
        try {
            Callable<Piece> send = () -> keep(who, bytes);
            for (var answer : senders.invokeAll(List.of(send, send, send, send))) {
                assertThat(answer.get().digest()).isEqualTo(keep(who, bytes).digest());
            }
        } finally {
            senders.shutdownNow();
        }
        int chunks = (bytes.length + SealedChunks.SIZE - 1) / SealedChunks.SIZE;
        assertThat(chunks).as("several, or this test shows little").isGreaterThan(1);
        assertThat(rows(who)).isEqualTo(1 + chunks);
    }

    @Test
    void keepsNothingOfAFileWhoseConnectionBreaks() {
        CandidateId who = somebody();
        byte[] bytes = Pieces.jpeg(900, 900);
        AtomicInteger opened = new AtomicInteger();
        Incoming broken = new Incoming() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return opened.getAndIncrement() == 0 ? new ByteArrayInputStream(bytes) : new Breaking(bytes);
            }
        };
        assertThatThrownBy(() -> vault.keep(who, broken)).isInstanceOf(IOException.class);
        assertThat(rows(who)).isZero();
    }

    /** Ends in the middle with an error. */
    private static final class Breaking extends ByteArrayInputStream {
        Breaking(byte[] bytes) {
            super(bytes, 0, bytes.length * 2 / 3);
        }

        @Override
        public int read(byte[] to, int offset, int most) {
            int read = super.read(to, offset, most);
            if (read < 0) {
                throw new java.io.UncheckedIOException(new IOException("the connection broke"));
            }
            return read;
        }
    }

    @Test
    void recordsEveryReaderBeforeTheFirstByte() throws IOException {
        CandidateId who = somebody();
        Piece piece = checked(who, Pieces.jpeg(50, 50));
        assertThat(vault.readings(who)).isEmpty();
        assertThat(vault.copy(who, piece.digest(), REVIEWER)).isPresent();
        assertThat(vault.readings(who))
                .containsExactly(new EvidenceVault.Reading(piece.digest(), "a-reviewer", "REVIEWER", AT));
        assertThatThrownBy(() -> jdbc.update("delete from evidence_reading"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void holdsNothingInClearAndNoticesWhatIsExchangedMovedOrCutOff() throws IOException {
        CandidateId who = somebody();
        Piece piece = checked(who, Pieces.pdfThatActs());
        assertThat(jdbc.queryForObject(
                        "select count(*) from evidence_chunk where candidate = ? and position(?::bytea in sealed) > 0",
                        Integer.class,
                        who.value(),
                        "%PDF".getBytes(StandardCharsets.US_ASCII)))
                .isZero();
        jdbc.update(
                "update evidence_chunk c set sealed = o.sealed from evidence_chunk o where c.candidate = ? and"
                        + " c.part = 'COPY' and o.candidate = c.candidate and o.part = 'ORIGINAL' and o.number = c.number",
                who.value());
        assertThatThrownBy(() -> shown(who, piece)).isInstanceOf(SealBroken.class);

        CandidateId cut = somebody();
        byte[] long_ = Pieces.jpeg(1_400, 1_400);
        Piece whole = checked(cut, long_);
        int kept = jdbc.update(
                "update evidence_piece set copy_chunks = copy_chunks - 1 where candidate = ? and copy_chunks > 1",
                cut.value());
        assertThat(kept).isEqualTo(1);
        assertThatThrownBy(() -> shown(cut, whole)).isInstanceOf(SealBroken.class);
    }

    @Test
    void forgetsAPersonWithTheKey() throws IOException {
        CandidateId who = somebody();
        Piece piece = checked(who, Pieces.jpeg(50, 50));
        sealing.keys().destroy(who.value());
        assertThat(vault.copy(who, piece.digest(), REVIEWER)).isEmpty();
    }

    @Test
    void limitsHowManyPiecesOneSends() throws IOException {
        CandidateId who = somebody();
        for (int i = 0; i < SealedEvidence.MOST_PIECES; i++) {
            assertThat(keep(who, Pieces.encoded(Pieces.picture(3, 3, i), "png")).bytes())
                    .isPositive();
        }
        assertThatThrownBy(() -> keep(who, Pieces.encoded(Pieces.picture(3, 3, 99), "png")))
                .isInstanceOfSatisfying(
                        Unusable.class, e -> assertThat(e.code()).isEqualTo("EVIDENCE_TOO_MANY"));
        assertThat(vault.of(who)).hasSize(SealedEvidence.MOST_PIECES);
    }

    @Test
    void asksTheScannerWhereOneIsConnectedAndSaysWhereNoneIs() throws Exception {
        assertThat(vault.scanned()).isFalse();
        MalwareScanner suspicious = new MalwareScanner() {
            @Override
            public boolean connected() {
                return true;
            }

            @Override
            public boolean clean(InputStream original) throws IOException {
                return original.readAllBytes().length == 0;
            }
        };
        assertThat(vault(suspicious).scanned()).isTrue();
        CandidateId who = somebody();
        Piece piece = keep(who, Pieces.jpeg(50, 50));
        try (CopyWork scanning = new CopyWork(sealing, jdbc, suspicious)) {
            boolean more = true;
            while (more) {
                more = scanning.step();
            }
        }
        assertThat(vault.of(who).get(piece.digest()))
                .extracting(Piece::state, Piece::cause)
                .containsExactly(State.UNREADABLE, "INFECTED");
    }

    @Test
    void takesUpAgainWhatAWorkerLeftThatDied() throws IOException {
        CandidateId who = somebody();
        Piece piece = keep(who, Pieces.jpeg(300, 300));
        jdbc.update(
                "update evidence_piece set leased = clock_timestamp() - interval '1 s', attempts = 1 where candidate = ?",
                who.value());
        jdbc.update(
                "insert into evidence_chunk (candidate, digest, part, number, sealed) values (?, ?, 'COPY', 0, '\\x00')",
                who.value(),
                piece.digest());
        boolean more = true;
        while (more) {
            more = copies.step();
        }
        Piece again = Optional.ofNullable(vault.of(who).get(piece.digest())).orElseThrow();
        assertThat(ImageIO.read(new ByteArrayInputStream(shown(who, again)))).isNotNull();
    }
}
