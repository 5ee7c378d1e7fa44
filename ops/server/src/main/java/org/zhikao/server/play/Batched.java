package org.zhikao.server.play;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zhikao.admissions.shared.CandidateCommand;
import org.zhikao.seeds.FictionalCandidate;
import org.zhikao.server.axon.CommandBatches;

/** Candidates taken a batch at a time; what they do is drawn by the thread that sends it. */
final class Batched {
    private Batched() {}

    static Iterator<Supplier<List<CandidateCommand>>> of(
            Iterator<FictionalCandidate> candidates, Function<FictionalCandidate, List<CandidateCommand>> acts) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return candidates.hasNext();
            }

            @Override
            public Supplier<List<CandidateCommand>> next() {
                List<FictionalCandidate> batch = new ArrayList<>();
                while (batch.size() < CommandBatches.SIZE / 2 && candidates.hasNext()) {
                    batch.add(candidates.next());
                }
                return () -> {
                    List<CandidateCommand> commands = new ArrayList<>();
                    batch.forEach(c -> commands.addAll(acts.apply(c)));
                    return commands;
                };
            }
        };
    }
}
