package org.zhikao.admissions.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.scoring.ScoringCommand.CorrectMark;
import org.zhikao.admissions.scoring.ScoringCommand.RecordMarks;
import org.zhikao.admissions.scoring.ScoringCommand.ReleaseResult;
import org.zhikao.admissions.scoring.ScoringEvent.MarkCorrected;
import org.zhikao.admissions.scoring.ScoringEvent.MarkRecorded;
import org.zhikao.admissions.scoring.ScoringEvent.ResultReleased;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonTerms;

/** 成绩状态: what was recorded and what was released. */
public record Marks(Map<String, Mark> marks, @Nullable Result released) {
    public static final Marks NONE = new Marks(Map.of(), null);

    /** True when a result was released that entitles to preferences. */
    public boolean entitled() {
        return released != null && released.eligible();
    }

    public List<MarkRecorded> record(RecordMarks c, SeasonTerms terms, String track) {
        ScoringRefusal.SCORING_CLOSED.unless(terms.open(Phase.SCORING, 1));
        ScoringRefusal.RELEASED.unless(released == null);
        ScoringRefusal.MARKS_MISSING.unless(!c.marks().isEmpty());
        List<MarkRecorded> events = new ArrayList<>(c.marks().size());
        for (Map.Entry<String, Mark> entry : new TreeMap<>(c.marks()).entrySet()) {
            String component = entry.getKey();
            within(component, entry.getValue(), terms, track);
            ScoringRefusal.ALREADY_MARKED.unless(!marks.containsKey(component), "component", component);
            events.add(new MarkRecorded(
                    c.candidate(), component, entry.getValue(), c.act().at()));
        }
        return events;
    }

    public MarkCorrected correct(CorrectMark c, SeasonTerms terms, String track) {
        ScoringRefusal.SCORING_CLOSED.unless(terms.open(Phase.SCORING, 1));
        ScoringRefusal.RELEASED.unless(released == null);
        ScoringRefusal.DOCUMENT_MISSING.unless(!c.document().isBlank());
        ScoringRefusal.REASON_MISSING.unless(c.act().reasoned());
        within(c.component(), c.mark(), terms, track);
        Mark before = marks.get(c.component());
        ScoringRefusal.NOT_MARKED.unless(before != null, "component", c.component());
        ScoringRefusal.SAME_MARK.unless(!c.mark().equals(before));
        return new MarkCorrected(
                c.candidate(),
                c.component(),
                before == null ? c.mark() : before,
                c.mark(),
                c.document(),
                c.act().at());
    }

    public ResultReleased release(ReleaseResult c, SeasonTerms terms) {
        ScoringRefusal.SCORING_CLOSED.unless(terms.open(Phase.SCORING, 1));
        ScoringRefusal.NOT_COMPUTED.unless(terms.recorded(c.release()), "release", c.release());
        ScoringRefusal.ALREADY_RELEASED.unless(released == null);
        return new ResultReleased(
                c.candidate(), c.release(), c.result(), terms.version(), c.act().at());
    }

    private static void within(String component, Mark mark, SeasonTerms terms, String track) {
        OptionalLong maximum = terms.maximum(track, component);
        ScoringRefusal.UNKNOWN_COMPONENT.unless(maximum.isPresent(), "component", component);
        ScoringRefusal.OVER_MAXIMUM.unless(mark.value() <= maximum.orElse(0), "component", component);
    }

    public Marks on(ScoringEvent e) {
        if (e instanceof ResultReleased r) {
            return new Marks(marks, r.result());
        }
        Map<String, Mark> next = new TreeMap<>(marks);
        if (e instanceof MarkRecorded m) {
            next.put(m.component(), m.mark());
        } else if (e instanceof MarkCorrected m) {
            next.put(m.component(), m.after());
        }
        return new Marks(next, released);
    }
}
