package org.zhikao.server.exemption;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.server.database.Mode;
import org.zhikao.server.security.Sealing;
import org.zhikao.web.exemption.EvidenceVault.Incoming;

/** 材料负载: claims' pieces as a busy day brings them, for measurements on a throw-away database. */
public final class EvidenceLoad implements AutoCloseable {
    private static final int PIECES = 3;
    private static final int PIECE_BYTES = 300 * 1024;
    /** Telephones that send at the same time. */
    private static final int SENDERS = 4;

    private final JdbcTemplate jdbc;
    private final SealedEvidence vault;
    private final CopyWork copies;
    private final byte[] photograph = photograph();

    public EvidenceLoad(DataSource source) {
        jdbc = new JdbcTemplate(source);
        Sealing sealing = Sealing.seeded(jdbc, 1, Mode.THROWAWAY);
        vault = new SealedEvidence(
                sealing,
                jdbc,
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                Clock.systemUTC(),
                MalwareScanner.none());
        copies = new CopyWork(sealing, jdbc, MalwareScanner.none());
    }

    /** Stores the pieces of so many claims and looks them up again; answers the seconds. */
    public double store(int claims) {
        return store(0, claims);
    }

    /** The same for the claims from one number up to another. */
    public double store(int from, int claims) {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        long started = System.nanoTime();
        try {
            List<Callable<Boolean>> each = IntStream.range(from, claims)
                    .<Callable<Boolean>>mapToObj(claim -> () -> storeOne(claim))
                    .toList();
            for (Future<Boolean> stored : senders.invokeAll(each)) {
                if (!stored.get()) {
                    throw new IllegalStateException("a piece was stored and not found");
                }
            }
            return (System.nanoTime() - started) / 1e9;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("storing failed", e);
        } finally {
            senders.shutdownNow();
        }
    }

    private boolean storeOne(int claim) throws IOException {
        CandidateId who = new CandidateId(String.format(Locale.ROOT, "c%022d", claim));
        for (int i = 0; i < PIECES; i++) {
            byte[] bytes = photograph.clone();
            // Behind the end of the picture: every piece another digest, every picture the same work.
            ByteBuffer.wrap(bytes).putInt(bytes.length - 4, claim * PIECES + i);
            vault.keep(who, new Photograph(bytes));
        }
        return vault.of(who).size() == PIECES;
    }

    /** Makes so many copies with as many workers as the application has, as it does behind the uploads. */
    public double copy(int pictures) {
        ExecutorService workers = Executors.newFixedThreadPool(CopyWork.WORKERS);
        long started = System.nanoTime();
        try {
            List<Callable<Boolean>> each = IntStream.range(0, pictures)
                    .<Callable<Boolean>>mapToObj(i -> copies::step)
                    .toList();
            for (Future<Boolean> made : workers.invokeAll(each)) {
                if (!made.get()) {
                    throw new IllegalStateException("no piece was waiting");
                }
            }
            return (System.nanoTime() - started) / 1e9;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("copying failed", e);
        } finally {
            workers.shutdownNow();
        }
    }

    /** Starts the copies behind the uploads. */
    public void copyBehind() {
        copies.follow(vault);
    }

    /** How many copies there are. */
    public long copied() {
        Long count = jdbc.queryForObject("select count(*) from evidence_piece where state = 'READY'", Long.class);
        return count == null ? 0 : count;
    }

    @Override
    public void close() throws InterruptedException {
        copies.close();
    }

    private record Photograph(byte[] bytes) implements Incoming {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** Grainy, of the size a telephone sends after shrinking: as large as it gets without passing the size, then filled up. */
    private static byte[] photograph() {
        byte[] best = {};
        for (int width = 400; width <= 4_000; width += 100) {
            byte[] next = jpeg(width, width * 3 / 4);
            if (next.length > PIECE_BYTES - 4) {
                break;
            }
            best = next;
        }
        return Arrays.copyOf(best, PIECE_BYTES);
    }

    private static byte[] jpeg(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random grain = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int shade = 96 + (x * 64 / width) + (y * 64 / height) + grain.nextInt(12);
                image.setRGB(x, y, shade * 0x010101);
            }
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(image, "jpeg", out)) {
                throw new IllegalStateException("no writer for JPEG");
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
