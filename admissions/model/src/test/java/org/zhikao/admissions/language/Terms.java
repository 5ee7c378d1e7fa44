package org.zhikao.admissions.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.duty.ProcessTerms;
import org.zhikao.admissions.exemption.Claims;
import org.zhikao.admissions.exemption.Digests;
import org.zhikao.admissions.plan.Plans;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.ReviewProcedure;
import org.zhikao.admissions.season.SeasonRefusal;
import org.zhikao.admissions.season.SeasonTerms;
import org.zhikao.admissions.season.Seasons;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.admissions.shared.SeasonId;

/**
 * A small published season: track {@code spring} with categories 01 and 02, kinds GRADUATE and VETERAN, marks up to 150 units,
 * three preferences a list and two rounds; veterans are admitted without exam, award winners get a bonus.
 */
public final class Terms implements SeasonTerms, Seasons, Plans, Digests {
    public static final String TRACK = "spring";
    public static final String VETERAN = "VETERAN_MERIT";
    public static final String AWARD = "SKILL_AWARD";
    public static final String BONUS = "BONUS";
    /** 课程 known to the season. */
    public static final String CULTURE = "CHINESE";

    private final Set<String> open = new HashSet<>();
    private final Set<String> recorded = new HashSet<>();
    private final Set<String> freeing = new HashSet<>(Set.of(VETERAN));
    private final Set<String> known = new HashSet<>(Set.of(VETERAN, AWARD));

    private ReviewProcedure procedure = ReviewProcedure.PLAIN;
    private final List<ProcessTerms> processes = new ArrayList<>();

    private Terms() {}

    /** Nothing is open. */
    public static Terms closed() {
        return new Terms();
    }

    /** The phases are open in round 1. */
    public static Terms during(Phase... phases) {
        Terms terms = new Terms();
        Arrays.stream(phases).forEach(phase -> terms.in(phase, 1));
        return terms;
    }

    public Terms in(Phase phase, int round) {
        open.add(phase + "/" + round);
        return this;
    }

    /** A draw, a computation or a published run is on record. */
    public Terms having(String... acts) {
        recorded.addAll(Arrays.asList(acts));
        return this;
    }

    /** The ground admits without exam too. */
    public Terms freeing(String ground) {
        freeing.add(ground);
        return this;
    }

    /** A process was published that binds. */
    public Terms bound(ProcessTerms process) {
        processes.add(process);
        return this;
    }

    @Override
    public List<ProcessTerms> processes() {
        return List.copyOf(processes);
    }

    /** Later rules no longer know the ground. */
    public Terms without(String ground) {
        known.remove(ground);
        return this;
    }

    /** Claims are reviewed so; without it by two reviewers, at once in effect. */
    public Terms reviewed(ReviewProcedure how) {
        procedure = how;
        return this;
    }

    @Override
    public ReviewProcedure procedure(String track, String ground) {
        return procedure.asLawAsks(Claims.FULL_FREE.equals(effect(track, ground)));
    }

    /** Not a hash, so that a test sees what was digested. */
    @Override
    public String of(String text) {
        return text.replace("\n", ",");
    }

    @Override
    public SeasonTerms terms(SeasonId season) {
        if (!season.equals(Facts.SEASON)) {
            throw new Refused(SeasonRefusal.NO_SUCH_SEASON, Map.of("season", season.value()));
        }
        return this;
    }

    @Override
    public boolean offers(SeasonId season, String track, String category, String kind, String unit) {
        return unit.matches("u[1-9]") && track.equals(TRACK) && category.equals("01");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public boolean open(Phase phase, int round) {
        return open.contains(phase + "/" + round);
    }

    @Override
    public boolean recorded(String id) {
        return recorded.contains(id);
    }

    @Override
    public boolean frozen() {
        return false;
    }

    @Override
    public Set<String> tracks() {
        return Set.of(TRACK);
    }

    @Override
    public Set<String> categories(String track) {
        return Set.of("01", "02");
    }

    @Override
    public Set<String> kinds(String track) {
        return Set.of("GRADUATE", "VETERAN");
    }

    @Override
    public OptionalLong maximum(String track, String component) {
        return components(track).contains(component) ? OptionalLong.of(150) : OptionalLong.empty();
    }

    @Override
    public List<String> components(String track) {
        return List.of(CULTURE, "MATHS");
    }

    @Override
    public int rounds(String track) {
        return 2;
    }

    @Override
    public int preferences(String track, int round) {
        return round <= 2 ? 3 : 0;
    }

    @Override
    public @Nullable String effect(String track, String ground) {
        if (!known.contains(ground)) {
            return null;
        }
        return freeing.contains(ground) ? Claims.FULL_FREE : BONUS;
    }
}
