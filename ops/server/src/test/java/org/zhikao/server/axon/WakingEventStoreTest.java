package org.zhikao.server.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Readers that are woken by a commit, and by nothing else for as long as this test lasts. */
class WakingEventStoreTest {
    private static final long NEVER = Duration.ofHours(1).toMillis();

    private final WakingEventStore store =
            new WakingEventStore(EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()), NEVER);

    @AfterEach
    void close() {
        store.shutDown();
    }

    private void publish(String... facts) {
        unit(facts).commit();
    }

    private UnitOfWork<?> unit(String... facts) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("act"));
        for (String fact : facts) {
            store.publish(GenericEventMessage.asEventMessage(fact));
        }
        return unit;
    }

    @Test
    void wakesEveryReaderAfterACommit() {
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        TrackingEventStream one = store.openStream(null);
        TrackingEventStream other = store.openStream(null);
        assertThat(one.setOnAvailableCallback(first::incrementAndGet)).isTrue();
        assertThat(other.setOnAvailableCallback(() -> {
                    second.incrementAndGet();
                    throw new IllegalStateException("being shut down");
                }))
                .isTrue();
        publish("a");
        // Again and again, since an older transaction may still hide the fact at the first look.
        Awaitility.await().until(() -> first.get() >= 5 && second.get() >= 5);
        one.close();
        int before = first.get();
        int others = second.get();
        publish("b");
        Awaitility.await().until(() -> second.get() >= others + 5);
        assertThat(first.get()).as("a closed reader").isEqualTo(before);
    }

    @Test
    void wakesNobodyForWhatWasRolledBack() throws Exception {
        AtomicInteger woken = new AtomicInteger();
        TrackingEventStream stream = store.openStream(null);
        stream.setOnAvailableCallback(woken::incrementAndGet);
        unit("a").rollback();
        assertThat(stream.hasNextAvailable(300, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(woken.get()).isZero();
    }

    @Test
    void readsOnFromAnyPlaceInTheOrderOfTheFacts() throws Exception {
        publish("a", "b", "c");
        TrackingEventStream stream = store.openStream(null);
        TrackingToken afterA = stream.nextAvailable().trackingToken();
        assertThat(stream.peek().orElseThrow().getPayload()).isEqualTo("b");
        publish("d");
        assertThat(rest(stream)).containsExactly("b", "c", "d");
        assertThat(rest(store.openStream(afterA))).containsExactly("b", "c", "d");
        publish("e");
        assertThat(rest(stream)).containsExactly("e");
    }

    private static List<Object> rest(TrackingEventStream stream) throws InterruptedException {
        List<Object> rest = new ArrayList<>();
        while (stream.hasNextAvailable()) {
            rest.add(stream.nextAvailable().getPayload());
        }
        return rest;
    }
}
