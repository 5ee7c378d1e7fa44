package org.zhikao.admissions.season;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.duty.ProcessTerms;

/** 方案要点: what a dossier must know of its season to decide: published rules and open phases. */
public interface SeasonTerms {
    /** The published version, 1 first. */
    int version();

    /** True while the phase is open in that round; rounds count from 1, phases without rounds are round 1. */
    boolean open(Phase phase, int round);

    /**
     * True when the season has recorded what an outcome of a candidate rests on: a draw ({@code <season>/exam/<n>}), computed
     * results ({@code <season>/scoring/<n>}) or a published run ({@code <season>/placement/<n>}).
     */
    boolean recorded(String id);

    /** True once the first exam phase has been opened: rules are frozen from then on. */
    boolean frozen();

    /** What the published versions of the season's processes bind every entrance to; empty while none was published. */
    default List<ProcessTerms> processes() {
        return List.of();
    }

    /** Codes of the tracks (报考类别) that candidates may enter. */
    Set<String> tracks();

    /** Codes of the professional categories (专业类别) open to a track. */
    Set<String> categories(String track);

    /** Codes of the kinds of candidate (考生类别) that may enter a track. */
    Set<String> kinds(String track);

    /** Largest mark of a component in season units (marks × scale), empty when the track does not owe it. */
    OptionalLong maximum(String track, String component);

    /** Components that a track owes, in the order of the rules. */
    List<String> components(String track);

    /** Number of placement rounds of a track, the regular one included. */
    int rounds(String track);

    /** Number of placement rounds of the season: that of the track with most of them. */
    default int rounds() {
        return tracks().stream().mapToInt(this::rounds).max().orElse(1);
    }

    /** Number of preferences a list may hold in a round of a track, 0 where there is no such round. */
    int preferences(String track, int round);

    /** The effect of an approved ground in a track, or null when the track does not know the ground. */
    @Nullable
    String effect(String track, String ground);

    /** How a claim on the ground is reviewed in a track; what law fixes is already in it. */
    ReviewProcedure procedure(String track, String ground);
}
