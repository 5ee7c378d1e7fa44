package org.zhikao.server.play;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.process.Rehearsed;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.seeds.FictionalFacts;
import org.zhikao.seeds.Population;
import org.zhikao.seeds.SeasonShape;
import org.zhikao.seeds.VirtualSeason;
import org.zhikao.workflows.Contracts;
import org.zhikao.workflows.ProcessContract;
import org.zhikao.workflows.lint.Drawing;
import org.zhikao.workflows.rehearsal.Rehearsal;
import org.zhikao.workflows.release.ReleaseContracts;

/** 预演 as the command line and the pages run it: the drafts beside the shipped models, fictional candidates or real facts. */
public final class Rehearsals {
    private Rehearsals() {}

    /** A rehearsal beside the shipped model of the same process; facts of seasons with two rounds. */
    public static Rehearsal against(byte[] draft) {
        return against(draft, 2);
    }

    private static Rehearsal against(byte[] draft, int rounds) {
        Contracts contracts = ReleaseContracts.with(season -> rounds);
        byte[] current = contracts
                .of(Drawing.read(draft).process())
                .map(ProcessContract::resource)
                .map(Rehearsals::shipped)
                .orElse(null);
        return new Rehearsal(contracts, draft, current);
    }

    private static byte @Nullable [] shipped(String resource) {
        try (InputStream in = Contracts.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fictional candidates, one after the other: no more than one is held in memory. */
    public static Rehearsed synthetic(byte[] draft, SeasonRules rules, int candidates, long seed) {
        SeasonShape shape = Shapes.of(new SeasonId(rules.id()), rules);
        Population population = Population.of(seed, candidates, shape);
        FictionalFacts facts = new FictionalFacts(population, VirtualSeason.usual(shape.year(), shape.rounds()));
        Rehearsal rehearsal = against(draft, shape.rounds());
        Instant over = facts.over();
        facts.season().forEach(rehearsal::take);
        rehearsal.settle(over);
        for (int i = 0; i < candidates; i++) {
            facts.of(i).forEach(rehearsal::take);
            rehearsal.settle(over);
        }
        return rehearsal.result();
    }
}
