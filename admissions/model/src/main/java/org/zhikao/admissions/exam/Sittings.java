package org.zhikao.admissions.exam;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.exam.ExamCommand.ArrangeExam;
import org.zhikao.admissions.exam.ExamCommand.IssueTicket;
import org.zhikao.admissions.exam.ExamCommand.RecordAttendance;
import org.zhikao.admissions.exam.ExamEvent.ExamArranged;
import org.zhikao.admissions.exam.ExamEvent.ExamAttended;
import org.zhikao.admissions.exam.ExamEvent.ExamMissed;
import org.zhikao.admissions.exam.ExamEvent.TicketIssued;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonTerms;

/** 考试状态: the seat, the ticket, and at which sittings (场次) attendance was recorded. */
public record Sittings(@Nullable Seat seat, boolean issued, Set<String> recorded) {
    public static final Sittings NONE = new Sittings(null, false, Set.of());

    public ExamArranged arrange(ArrangeExam c, SeasonTerms terms, boolean owesExam, boolean claimUndecided) {
        ExamRefusal.EXAM_NOT_OPEN.unless(terms.open(Phase.EXAM, 1));
        ExamRefusal.NOT_DRAWN.unless(terms.recorded(c.draw()), "draw", c.draw());
        ExamRefusal.NOT_OWED.unless(owesExam);
        ExamRefusal.CLAIM_UNDECIDED.unless(!claimUndecided);
        ExamRefusal.ALREADY_ARRANGED.unless(seat == null);
        return new ExamArranged(c.candidate(), c.draw(), c.seat(), c.act().at());
    }

    public TicketIssued issue(IssueTicket c, SeasonTerms terms) {
        ExamRefusal.EXAM_NOT_OPEN.unless(terms.open(Phase.EXAM, 1));
        ExamRefusal.ALREADY_ISSUED.unless(!issued);
        ExamRefusal.NOT_ARRANGED.unless(seat != null);
        return new TicketIssued(
                c.candidate(), seat == null ? "" : seat.ticket(), c.act().at());
    }

    public ExamEvent attend(RecordAttendance c, SeasonTerms terms) {
        ExamRefusal.EXAM_NOT_OPEN.unless(terms.open(Phase.EXAM, 1));
        ExamRefusal.NO_TICKET.unless(issued);
        ExamRefusal.UNKNOWN_SITTING.unless(!c.sitting().isBlank());
        ExamRefusal.ATTENDANCE_RECORDED.unless(!recorded.contains(c.sitting()), "sitting", c.sitting());
        return c.present()
                ? new ExamAttended(c.candidate(), c.sitting(), c.act().at())
                : new ExamMissed(c.candidate(), c.sitting(), c.act().at());
    }

    public Sittings on(ExamEvent e) {
        if (e instanceof ExamArranged a) {
            return new Sittings(a.seat(), false, recorded);
        }
        if (e instanceof TicketIssued) {
            return new Sittings(seat, true, recorded);
        }
        if (e instanceof ExamAttended a) {
            return with(a.sitting());
        }
        return with(((ExamMissed) e).sitting());
    }

    private Sittings with(String sitting) {
        Set<String> more = new TreeSet<>(recorded);
        more.add(sitting);
        return new Sittings(seat, issued, Set.copyOf(more));
    }
}
