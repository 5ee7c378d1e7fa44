package org.zhikao.web.exam;

import java.util.List;
import org.zhikao.admissions.exam.Seat;
import org.zhikao.admissions.season.rules.Phase;
import org.zhikao.formats.sealing.Masking;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.views.registration.ParticularsReader.Particulars;
import org.zhikao.web.season.Guide;

/**
 * 准考证 as it is printed.
 *
 * @param identity masked: it is shown at the door and left lying about
 * @param sittings the exam's days as the calendar has them
 */
public record Ticket(
        String title,
        String number,
        String name,
        String identity,
        String track,
        String category,
        String site,
        int room,
        int seat,
        List<Phase> sittings) {
    static Ticket of(Candidate candidate, Seat seat, Particulars who, Guide guide) {
        return new Ticket(
                guide.title(),
                seat.ticket(),
                who.field("name"),
                Masking.identityNumber(who.field("identityNumber")),
                guide.track(candidate.track()),
                guide.category(candidate.category()),
                seat.site(),
                seat.room(),
                seat.seat(),
                guide.sittings(candidate.track()));
    }

    /** Everything a font must be able to draw. */
    String letters() {
        StringBuilder all = new StringBuilder(title + name + track + category + site);
        sittings.forEach(phase -> all.append(phase.name()));
        return all.toString();
    }
}
