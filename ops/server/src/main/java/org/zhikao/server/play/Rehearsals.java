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
import org.zhikao.seeds.Holidays;
import org.zhikao.seeds.Population;
import org.zhikao.seeds.SeasonShape;
import org.zhikao.seeds.VirtualSeason;
import org.zhikao.workflows.Contracts;
import org.zhikao.workflows.ProcessContract;
import org.zhikao.workflows.binding.ProcessBindings;
import org.zhikao.workflows.lint.Drawing;
import org.zhikao.workflows.rehearsal.Rehearsal;
import org.zhikao.workflows.release.ReleaseContracts;

/** 预演 as the command line and the pages run it: the drafts beside the shipped models, fictional candidates or real facts. */
public final class Rehearsals {
    private Rehearsals() {}

    /** A rehearsal beside the shipped model of the same process; facts of seasons with two rounds. */
    public static Rehearsal against(byte[] draft) {
        return new Rehearsal(ReleaseContracts.with(season -> 2, Holidays.china()), draft, shipped(draft));
    }

    /** The shipped model of the same process; null for a process that this release does not know. */
    private static byte @Nullable [] shipped(byte[] draft) {
        return ReleaseContracts.with(season -> 1)
                .of(Drawing.read(draft).process())
                .map(ProcessContract::resource)
                .map(Rehearsals::resource)
                .orElse(null);
    }

    private static byte @Nullable [] resource(String resource) {
        try (InputStream in = Contracts.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fictional candidates, one after the other: no more than one is held in memory. */
    public static Rehearsed synthetic(byte[] draft, SeasonRules rules, int candidates, long seed) {
        return synthetic(draft, shipped(draft), rules, candidates, seed);
    }

    /** As above, beside a given version. */
    public static Rehearsed synthetic(
            byte[] draft, byte @Nullable [] current, SeasonRules rules, int candidates, long seed) {
        SeasonShape shape = Shapes.leading(new SeasonId(rules.id()), rules);
        Population population = Population.of(seed, candidates, shape);
        FictionalFacts facts = new FictionalFacts(population, VirtualSeason.usual(shape.year(), shape.rounds()));
        Rehearsal rehearsal =
                new Rehearsal(ReleaseContracts.with(id -> shape.rounds(), Holidays.china()), draft, current);
        DutyStory duties =
                new DutyStory(new ProcessBindings(ReleaseContracts.with(id -> 1)).of(Drawing.read(draft), 1), seed);
        Instant over = facts.over();
        facts.season().forEach(rehearsal::take);
        rehearsal.settle(over);
        for (int i = 0; i < candidates; i++) {
            duties.in(facts.of(i)).forEach(rehearsal::take);
            rehearsal.settle(over);
        }
        return rehearsal.result();
    }
}
