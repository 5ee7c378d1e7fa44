package org.zhikao.seeds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.exemption.Claims;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.seeds.ExemptionStory.Evidence;
import org.zhikao.seeds.SeasonShape.Component;
import org.zhikao.seeds.SeasonShape.Ground;
import org.zhikao.seeds.SeasonShape.Track;

/**
 * 虚构考生: one candidate's particulars, ability and conduct.
 *
 * <p>Every answer is drawn when asked for, from a stream of its own, and is the same each time; the caller decides which of
 * them become facts: a candidate admitted without exam, for one, has marks here that nobody records.
 */
public final class FictionalCandidate {
    /** Per 10,000: who attends no school and registers at a county. */
    private static final int ADULT = 600;

    /** How far the mean of a part lies over its line, and what makes marks differ, in thousandths of the maximum. */
    private static final int OVER_LINE = 92;

    private static final int GENERAL = 105;
    private static final int OF_PART = 45;
    private static final int OF_COMPONENT = 65;

    private static final List<String> PUPILS =
            List.of("SECONDARY_VOCATIONAL", "TECHNICAL_SCHOOL", "GENERAL_HIGH_SCHOOL");

    private static final String[] EVIDENCE = {"award-certificate", "identity-proof", "service-record", "school-opinion"
    };
    private static final char[] DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray();

    private final Population population;
    private final int index;
    private final long key;
    private final Track track;
    private final String category;
    private final boolean adult;
    private final Organisation point;

    FictionalCandidate(Population population, int index) {
        this.population = population;
        this.index = index;
        this.key = Dice.key(population.key(), index);
        Dice dice = dice(Aspect.APPLICATION);
        Population.Market market = population.market(dice);
        this.track = market.track();
        this.category = track.categories().get(market.categories().pick(dice)).code();
        this.adult = dice.chance(ADULT);
        this.point = adult
                ? population.organisations().county(dice)
                : population.organisations().school(dice);
    }

    /** The streams; a number once given is never given again. */
    private enum Aspect {
        APPLICATION(1),
        ID(2),
        NAME(3),
        BIRTH(4),
        PHONE(5),
        REVIEW(6),
        EXEMPTION(7),
        ABILITY(8),
        ATTENDANCE(9),
        PAPER(10),
        ANSWER(11),
        /** One a round follows. */
        WISHES(100);

        private final int stream;

        Aspect(int stream) {
            this.stream = stream;
        }
    }

    private Dice dice(Aspect aspect) {
        return Dice.of(key, aspect.stream);
    }

    /** Number of the candidate in the population, 0 first. */
    public int index() {
        return index;
    }

    /** 考生档案号: opaque, and by construction no other candidate's of the season. */
    public CandidateId id() {
        char[] text = new char[23];
        text[0] = 'c';
        digits(key, text, 1);
        digits(dice(Aspect.ID).next(), text, 12);
        return new CandidateId(new String(text));
    }

    private static void digits(long value, char[] text, int from) {
        long rest = value;
        for (int i = from + 10; i >= from; i--) {
            text[i] = DIGITS[(int) Long.remainderUnsigned(rest, 62)];
            rest = Long.divideUnsigned(rest, 62);
        }
    }

    /** 报考类别 code. */
    public String track() {
        return track.code();
    }

    /** 专业类别 code. */
    public String category() {
        return category;
    }

    /** 考生类别 code: what the school makes of a pupil, one of the other kinds for who attends none. */
    public String kind() {
        List<String> kinds = track.kinds();
        if (!adult) {
            String school =
                    point.kind() == Organisation.Kind.TECHNICAL_SCHOOL ? "TECHNICAL_SCHOOL" : "SECONDARY_VOCATIONAL";
            return kinds.contains(school) ? school : kinds.get(0);
        }
        List<String> grown = kinds.stream().filter(k -> !PUPILS.contains(k)).toList();
        return grown.isEmpty() ? kinds.get(0) : grown.get(Math.floorMod(index, grown.size()));
    }

    /** 报名点: the school, or a county for who attends none. */
    public OrganisationId point() {
        return point.id();
    }

    /** True for who attends no school (社会人员). */
    public boolean adult() {
        return adult;
    }

    public Particulars particulars() {
        Dice birth = dice(Aspect.BIRTH);
        int spans = adult ? 1 + birth.below(8) : 0;
        String county = point.id().value().split("/", -1)[2];
        Dice phone = dice(Aspect.PHONE);
        return new Particulars(
                PersonNames.draw(dice(Aspect.NAME)),
                IdentityNumbers.of(
                        population.key(), index, county, population.shape().year(), spans),
                // The ministry's table of network numbers as of March 2023 gives 164 to nobody.
                "164" + Organisations.digits(phone.below(100_000_000), 8));
    }

    /** 资格审核结果. */
    public enum Review {
        /** 审核通过 */
        CONFIRMED,
        /** 退回补正, resubmitted, 审核通过 */
        RETURNED,
        /** 审核不通过 */
        REJECTED
    }

    public Review review() {
        int drawn = conduct().below(10_000);
        Habits habits = population.habits();
        if (drawn < habits.rejected()) {
            return Review.REJECTED;
        }
        return drawn < habits.rejected() + habits.returned() ? Review.RETURNED : Review.CONFIRMED;
    }

    /**
     * 撤回报名: {@link Phase#REGISTRATION} for who withdraws before the review, {@link Phase#EXAM} for who was confirmed and
     * withdraws before the seats are drawn; empty for all others.
     */
    public Optional<Phase> withdraws() {
        Dice conduct = conduct();
        int drawn = conduct.below(10_000);
        Habits habits = population.habits();
        // The upper end of the draw of the review: nobody is rejected or returned and withdraws.
        if (drawn < 10_000 - habits.withdrawn()) {
            return Optional.empty();
        }
        return Optional.of(conduct.chance(5_000) ? Phase.REGISTRATION : Phase.EXAM);
    }

    private Dice conduct() {
        return dice(Aspect.REVIEW);
    }

    /** 免试申请: empty for most, and for who is rejected or withdraws. */
    public Optional<ExemptionStory> exemption() {
        Dice dice = dice(Aspect.EXEMPTION);
        Habits habits = population.habits();
        if (!dice.chance(habits.exemption())
                || track.grounds().isEmpty()
                || review() == Review.REJECTED
                || withdraws().isPresent()) {
            return Optional.empty();
        }
        Ground ground = track.grounds().get(dice.below(track.grounds().size()));
        List<Evidence> evidence = new ArrayList<>();
        for (int left = 1 + dice.below(2); left > 0; left--) {
            evidence.add(evidence(dice, evidence.size()));
        }
        @Nullable Evidence late = dice.chance(1_500) ? evidence(dice, evidence.size()) : null;
        boolean withdrawn = dice.chance(200);
        boolean endorsed = !withdrawn && !dice.chance(habits.refused());
        boolean approved = endorsed && !dice.chance(habits.refused() / 3);
        return Optional.of(new ExemptionStory(
                ground.code(), ground.effect(), unit(ground, dice), evidence, late, withdrawn, endorsed, approved));
    }

    private @Nullable String unit(Ground ground, Dice dice) {
        if (!ground.effect().equals(Claims.FULL_FREE)) {
            return null;
        }
        List<String> one = population
                .plans()
                .regular()
                .choose(track.code(), category, SeasonShape.plannedFor(track), 1, UnitMenu.Aim.MIDDLE, dice);
        return one.get(0);
    }

    private static Evidence evidence(Dice dice, int number) {
        StringBuilder digest = new StringBuilder(64);
        for (int i = 0; i < 4; i++) {
            String hex = Long.toHexString(dice.next());
            digest.append("0".repeat(16 - hex.length())).append(hex);
        }
        return new Evidence(EVIDENCE[number], digest.toString());
    }

    /** True when present at the sitting (场次). */
    public boolean attends(String sitting) {
        Dice dice = dice(Aspect.ATTENDANCE);
        if (!dice.chance(population.habits().absent())) {
            return true;
        }
        // Half of them miss every sitting, the others one of two, each sitting falling to one of the halves.
        boolean all = dice.chance(5_000);
        boolean first = dice.chance(5_000);
        return !all && first != sitting.equals(track.components().get(0).sitting());
    }

    /** 成绩 by component, in the order of the rules: absent where the sitting is missed. */
    public Map<String, Mark> marks() {
        Dice paper = dice(Aspect.PAPER);
        Habits habits = population.habits();
        int general = general();
        List<Component> components = track.components();
        int caught = paper.chance(habits.misconduct()) ? paper.below(components.size()) : -1;
        int blank = paper.chance(habits.zero()) ? paper.below(components.size()) : -1;
        Map<String, Mark> marks = new LinkedHashMap<>();
        for (int c = 0; c < components.size(); c++) {
            Component component = components.get(c);
            int thousandths = component.line()
                    + OVER_LINE
                    + (general * GENERAL
                                    + bell(Aspect.ABILITY, component.part()) * OF_PART
                                    + paper.bell() * OF_COMPONENT)
                            / 1_000;
            marks.put(component.code(), mark(component, thousandths, c == caught, c == blank));
        }
        return Collections.unmodifiableMap(marks);
    }

    private Mark mark(Component component, int thousandths, boolean caught, boolean blank) {
        if (!attends(component.sitting())) {
            return new Mark(Mark.Status.ABSENT, 0);
        }
        if (caught) {
            return new Mark(Mark.Status.MISCONDUCT, 0);
        }
        // Whole marks, as on most papers: they make the ties that the season's tie-break chain is for.
        int scale = population.shape().scale();
        long value = component.maximum() * Math.max(0, Math.min(1_000, thousandths)) / 1_000 / scale * scale;
        return blank || value == 0 ? new Mark(Mark.Status.ZERO, 0) : Mark.of(value);
    }

    /** General ability in thousandths of a standard deviation: what the parts have in common. */
    private int general() {
        return dice(Aspect.ABILITY).bell();
    }

    private int bell(Aspect aspect, String of) {
        return Dice.of(Dice.key(dice(aspect).next(), of), 0).bell();
    }

    /** True when the candidate fills in a list in that round, provided that the round is open to them. */
    public boolean joins(int round) {
        Habits habits = population.habits();
        return wishes(round).chance(round == 1 ? 10_000 - habits.idle() : habits.supplementary());
    }

    /** True when the candidate locks the list, false when it is left to the deadline. */
    public boolean locks(int round) {
        Dice dice = wishes(round);
        dice.next();
        return !dice.chance(population.habits().unlocked());
    }

    /**
     * 志愿: units of the candidate's track and category, best first, as many as the season allows or the habits say; empty
     * when {@code menu} offers none.
     *
     * @param menu {@link CollegePlans#regular()} in round 1, {@link CollegePlans#supplementary} later
     */
    public List<String> preferences(int round, UnitMenu menu) {
        Dice dice = wishes(round);
        dice.next();
        dice.next();
        int most = Math.min(population.habits().listed(), population.shape().preferences(track, round));
        int general = general();
        UnitMenu.Aim aim = general > 500 ? UnitMenu.Aim.HIGH : general < -300 ? UnitMenu.Aim.LOW : UnitMenu.Aim.MIDDLE;
        return menu.choose(track.code(), category, SeasonShape.plannedFor(track), most, aim, dice);
    }

    private Dice wishes(int round) {
        return Dice.of(key, Aspect.WISHES.stream + round);
    }

    /** 录取答复. */
    public enum Answer {
        /** 确认 */
        CONFIRM,
        /** 放弃 */
        DECLINE,
        /** 未答复 */
        SILENT
    }

    /** The answer to an offer, whichever it is. */
    public Answer answer() {
        int drawn = dice(Aspect.ANSWER).below(10_000);
        Habits habits = population.habits();
        if (drawn < habits.declined()) {
            return Answer.DECLINE;
        }
        return drawn < habits.declined() + habits.silent() ? Answer.SILENT : Answer.CONFIRM;
    }
}
