package org.zhikao.admissions.whatif;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhikao.admissions.scoring.engine.Cohort;
import org.zhikao.admissions.scoring.engine.MarkStatus;
import org.zhikao.admissions.scoring.engine.ScoreEngine;
import org.zhikao.admissions.season.rules.Component;
import org.zhikao.admissions.season.rules.SeasonRules;

/** Carries the past marks of one track into a cohort of other rules: other units, other components, other grades. */
final class MarkFeed {
    private final PastSeason past;
    private final SeasonRules held;
    private final ScoreEngine engine;
    private final String track;
    private final Note.Side side;
    private final Consumer<Note> notes;

    MarkFeed(
            PastSeason past, SeasonRules held, ScoreEngine engine, String track, Note.Side side, Consumer<Note> notes) {
        this.past = past;
        this.held = held;
        this.engine = engine;
        this.track = track;
        this.side = side;
        this.notes = notes;
    }

    void feed(Cohort cohort, int[] members) {
        List<Component> components = engine.track().components();
        for (int c = 0; c < components.size(); c++) {
            Component component = components.get(c);
            int column = past.components.find(component.id());
            if (column >= 0) {
                feed(cohort, members, c, component, past.marks[column]);
            } else if (!component.optional() && component.derived() == null && members.length > 0) {
                note(Note.Code.NO_PAST_MARKS, component.id(), members.length);
            }
        }
    }

    private void feed(Cohort cohort, int[] members, int c, Component component, long[] column) {
        boolean graded = engine.graded(c);
        List<String> grades = engine.graded(c) ? gradesHeld(component) : List.of();
        long from = held.scale();
        long to = engine.rules().scale();
        long most = component.max() == null ? Long.MAX_VALUE : units(component.max());
        long fine = 0;
        long over = 0;
        long unknown = 0;
        for (int m = 0; m < members.length; m++) {
            long mark = column[members[m]];
            if (mark < 0) {
                status(cohort, m, c, mark);
            } else if (graded) {
                String grade = mark < grades.size() ? grades.get((int) mark) : null;
                if (grade == null || !knows(component, grade)) {
                    unknown++;
                } else {
                    cohort.grade(m, c, 0, grade);
                }
            } else if (Math.multiplyExact(mark, to) % from != 0) {
                fine++;
            } else {
                long scaled = mark * to / from;
                over += scaled > most ? 1 : 0;
                cohort.mark(m, c, scaled);
            }
        }
        note(Note.Code.MARK_TOO_FINE, component.id(), fine);
        note(Note.Code.OVER_MAXIMUM, component.id(), over);
        note(Note.Code.GRADE_UNKNOWN, component.id(), unknown);
    }

    private long units(BigDecimal mark) {
        return engine.rules().units(mark);
    }

    private static void status(Cohort cohort, int m, int c, long mark) {
        if (mark == PastSeason.ABSENT) {
            cohort.status(m, c, 0, MarkStatus.ABSENT);
        } else if (mark == PastSeason.ZERO) {
            cohort.status(m, c, 0, MarkStatus.ZERO);
        } else if (mark == PastSeason.MISCONDUCT) {
            cohort.status(m, c, 0, MarkStatus.MISCONDUCT);
        }
    }

    /** A stored mark of a graded component is the grade's place in the rules that held. */
    private List<String> gradesHeld(Component component) {
        Optional<Component> then = held.track(track).flatMap(t -> t.component(component.id()));
        return then.map(Component::conversion)
                .map(v -> List.copyOf(v.grades().keySet()))
                .orElse(List.of());
    }

    private static boolean knows(Component component, String grade) {
        Component.Conversion conversion = component.conversion();
        return conversion != null && conversion.grades().containsKey(grade);
    }

    private void note(Note.Code code, String subject, long count) {
        if (count > 0) {
            notes.accept(new Note(side, code, track, subject, count));
        }
    }
}
