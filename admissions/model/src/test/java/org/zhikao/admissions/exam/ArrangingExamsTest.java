package org.zhikao.admissions.exam;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.theOffice;
import static org.zhikao.admissions.language.Facts.DRAW;
import static org.zhikao.admissions.language.Facts.SEAT;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.arranged;
import static org.zhikao.admissions.language.Facts.claimed;
import static org.zhikao.admissions.language.Facts.confirmed;
import static org.zhikao.admissions.language.Facts.exempt;
import static org.zhikao.admissions.language.Facts.submitted;
import static org.zhikao.admissions.language.Facts.ticketed;
import static org.zhikao.admissions.language.Terms.closed;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.EXAM;

import org.junit.jupiter.api.Test;
import org.zhikao.admissions.exam.ExamCommand.ArrangeExam;
import org.zhikao.admissions.exam.ExamCommand.IssueTicket;
import org.zhikao.admissions.exam.ExamEvent.ExamArranged;
import org.zhikao.admissions.exam.ExamEvent.TicketIssued;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.registration.RegistrationRefusal;

/** 编排与准考证: a seat of a recorded draw, then a ticket. */
@GivenWhenThen
class ArrangingExamsTest {
    @Test
    void givesTheSeatOfTheDraw() {
        Scene.dossier(during(EXAM).having(DRAW))
                .given(confirmed())
                .when(seat())
                .emits(new ExamArranged(YU, DRAW, SEAT, NOW));
    }

    @Test
    void refusesBeforeTheExamPhase() {
        Scene.dossier(closed().having(DRAW)).given(confirmed()).when(seat()).refuses(ExamRefusal.EXAM_NOT_OPEN);
    }

    @Test
    void refusesADrawThatIsNotOnRecord() {
        Scene.dossier(during(EXAM)).given(confirmed()).when(seat()).refuses(ExamRefusal.NOT_DRAWN);
    }

    @Test
    void refusesWhoIsAdmittedWithoutExam() {
        Scene.dossier(during(EXAM).having(DRAW)).given(exempt()).when(seat()).refuses(ExamRefusal.NOT_OWED);
    }

    @Test
    void waitsForTheDecisionOnAClaim() {
        Scene.dossier(during(EXAM).having(DRAW)).given(claimed()).when(seat()).refuses(ExamRefusal.CLAIM_UNDECIDED);
    }

    @Test
    void givesOneSeat() {
        Scene.dossier(during(EXAM).having(DRAW)).given(arranged()).when(seat()).refuses(ExamRefusal.ALREADY_ARRANGED);
    }

    @Test
    void refusesWhoIsNotConfirmed() {
        Scene.dossier(during(EXAM).having(DRAW))
                .given(submitted())
                .when(seat())
                .refuses(RegistrationRefusal.NOT_CONFIRMED);
    }

    @Test
    void needsAnApplication() {
        Scene.dossier(during(EXAM).having(DRAW)).given().when(seat()).refuses(RegistrationRefusal.NO_APPLICATION);
    }

    @Test
    void issuesTheTicketOfTheSeat() {
        Scene.dossier(during(EXAM).having(DRAW))
                .given(arranged())
                .when(ticket())
                .emits(new TicketIssued(YU, SEAT.ticket(), NOW));
    }

    @Test
    void issuesNoTicketBeforeTheExamPhase() {
        Scene.dossier(closed()).given(arranged()).when(ticket()).refuses(ExamRefusal.EXAM_NOT_OPEN);
    }

    @Test
    void issuesNoTicketWithoutASeat() {
        Scene.dossier(during(EXAM).having(DRAW))
                .given(confirmed())
                .when(ticket())
                .refuses(ExamRefusal.NOT_ARRANGED);
    }

    @Test
    void issuesOneTicket() {
        Scene.dossier(during(EXAM).having(DRAW))
                .given(ticketed())
                .when(ticket())
                .refuses(ExamRefusal.ALREADY_ISSUED);
    }

    @Test
    void issuesNoTicketWithoutAnApplication() {
        Scene.dossier(during(EXAM).having(DRAW)).given().when(ticket()).refuses(RegistrationRefusal.NO_APPLICATION);
    }

    private static ArrangeExam seat() {
        return new ArrangeExam(YU, DRAW, SEAT, theOffice());
    }

    private static IssueTicket ticket() {
        return new IssueTicket(YU, theOffice());
    }
}
