package org.zhikao.server.work;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.server.axon.CommandBatches;
import org.zhikao.server.axon.CommandSender;

/**
 * Streams of commands sent in batches by a few threads. Commands about one aggregate must come one after another: they stay in
 * one batch or in batches of their order.
 */
public final class MassCommands {
    private final CommandSender sender;
    private final int threads;

    public MassCommands(CommandSender sender, int threads) {
        this.sender = sender;
        this.threads = threads;
    }

    /**
     * What came of a stream of commands.
     *
     * @param refusals how often each code was answered
     */
    public record Outcome(long sent, Map<String, Long> refusals) {
        /** Number of refused commands. */
        public long refused() {
            return refusals.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Sends all commands and waits for the last.
     *
     * @param groups commands about one aggregate each, sent in one transaction
     * @param progress told how many commands are done
     */
    public Outcome send(Iterator<? extends List<? extends Command>> groups, LongConsumer progress) {
        return sendBatches(new Batches(groups), progress);
    }

    /**
     * As {@link #send}, with batches that are made by the thread that sends them; each is one transaction.
     *
     * @param batches asked for one after another, made in parallel
     */
    public Outcome sendBatches(
            Iterator<? extends Supplier<? extends List<? extends Command>>> batches, LongConsumer progress) {
        AtomicLong done = new AtomicLong();
        Map<String, Long> refusals = new TreeMap<>();
        Object lock = new Object();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> {
                    while (true) {
                        Supplier<? extends List<? extends Command>> next;
                        synchronized (lock) {
                            if (!batches.hasNext()) {
                                return;
                            }
                            next = batches.next();
                        }
                        List<? extends Command> batch = next.get();
                        List<@Nullable Refused> answers = sender.send(batch);
                        progress.accept(done.addAndGet(batch.size()));
                        for (Refused answer : answers) {
                            if (answer != null) {
                                synchronized (lock) {
                                    refusals.merge(answer.code().name(), 1L, Long::sum);
                                }
                            }
                        }
                    }
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("mass work was interrupted after " + done + " commands", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("mass work failed after " + done + " commands", e.getCause());
        } finally {
            pool.shutdownNow();
        }
        return new Outcome(done.get(), refusals);
    }

    /** Groups joined to batches of the usual size. */
    private static final class Batches implements Iterator<Supplier<List<Command>>> {
        private final Iterator<? extends List<? extends Command>> groups;

        Batches(Iterator<? extends List<? extends Command>> groups) {
            this.groups = groups;
        }

        @Override
        public boolean hasNext() {
            return groups.hasNext();
        }

        @Override
        public Supplier<List<Command>> next() {
            List<Command> batch = new ArrayList<>(CommandBatches.SIZE);
            while (batch.size() < CommandBatches.SIZE && groups.hasNext()) {
                batch.addAll(groups.next());
            }
            return () -> batch;
        }
    }
}
