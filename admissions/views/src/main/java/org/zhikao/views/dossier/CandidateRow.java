package org.zhikao.views.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.exam.Seat;
import org.zhikao.admissions.placement.Offer;
import org.zhikao.admissions.preference.Preferences;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.scoring.Result;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Json;
import org.zhikao.views.Rows;
import org.zhikao.views.Table;
import org.zhikao.views.dossier.Candidate.Decision;
import org.zhikao.views.dossier.Candidate.Exemptions;
import org.zhikao.views.dossier.Candidate.Released;
import org.zhikao.views.dossier.Candidate.Seating;
import org.zhikao.views.dossier.Candidate.Verdict;
import org.zhikao.views.dossier.Candidate.Wishes;

/** {@code candidate_view}: a candidate to a row and back. */
final class CandidateRow {
    static final Table<Candidate> TABLE = Table.<Candidate>named("candidate_view")
            .text("candidate", Candidate::id)
            .number("version", Candidate::version)
            .instant("last_at", Candidate::lastAt)
            .text("season", Candidate::season)
            .text("track", Candidate::track)
            .text("category", Candidate::category)
            .text("kind", Candidate::kind)
            .text("point", Candidate::point)
            .flag("confirmed", Candidate::confirmed)
            .number("rules", Candidate::rules)
            .text("status", Candidate::status)
            .instant("status_at", Candidate::since)
            .instant("submitted_at", Candidate::submittedAt)
            .text("clause", in(Candidate::verdict, Verdict::clause))
            .text("reason", in(Candidate::verdict, Verdict::reason))
            .number("claims", c -> c.exemptions().made())
            .number("open_claims", c -> c.exemptions().open())
            .flag("exempt", c -> c.exemptions().exempt())
            .text("draw", in(Candidate::seating, Seating::draw))
            .text("ticket", in(Candidate::seating, s -> s.seat().ticket()))
            .text("site", in(Candidate::seating, s -> s.seat().site()))
            .number("room", in(Candidate::seating, s -> s.seat().room()))
            .number("seat", in(Candidate::seating, s -> s.seat().seat()))
            .instant("ticket_at", in(Candidate::seating, Seating::ticketAt))
            .json("attendance", c -> c.attendance().isEmpty() ? null : Json.write(new TreeMap<>(c.attendance())))
            .json("marks", c -> c.marks().isEmpty() ? null : marks(c.marks()))
            .text("release", in(Candidate::released, Released::release))
            .instant("released_at", in(Candidate::released, Released::at))
            .number("total", in(Candidate::released, r -> r.result().total()))
            .flag("eligible", in(Candidate::released, r -> r.result().eligible()))
            .text("list", in(Candidate::released, r -> r.result().list()))
            .number("rank", in(Candidate::released, r -> r.result().rank()))
            .json("result", in(Candidate::released, r -> detail(r.result())))
            .number("preference_round", in(Candidate::wishes, Wishes::round))
            .json("preferences", in(Candidate::wishes, w -> Json.write(w.units())))
            .text("preference_stage", in(Candidate::wishes, Wishes::stage))
            .instant("preference_at", in(Candidate::wishes, Wishes::at))
            .flag("by_deadline", in(Candidate::wishes, Wishes::byDeadline))
            .number("outcome_round", in(Candidate::outcome, Decision::round))
            .text("run", in(Candidate::outcome, Decision::run))
            .instant("outcome_at", in(Candidate::outcome, Decision::at))
            .text("cause", in(Candidate::outcome, Decision::cause))
            .flag("last_round", in(Candidate::outcome, Decision::last))
            .text("offer_unit", in(offer(), Offer::unit))
            .number("offer_preference", in(offer(), Offer::preference))
            .number("offer_position", in(offer(), Offer::position))
            .instant("answered_at", in(Candidate::outcome, Decision::answeredAt))
            .keyedBy(1);

    private CandidateRow() {}

    private static Function<Candidate, @Nullable Offer> offer() {
        return c -> c.outcome() == null ? null : c.outcome().offer();
    }

    private static <P> Function<Candidate, @Nullable Object> in(
            Function<Candidate, @Nullable P> part, Function<P, @Nullable Object> value) {
        return candidate -> {
            P found = part.apply(candidate);
            return found == null ? null : value.apply(found);
        };
    }

    private static String marks(Map<String, Mark> marks) {
        Map<String, Object> small = new TreeMap<>();
        marks.forEach((component, mark) -> small.put(
                component,
                mark.status() == Mark.Status.MARKED
                        ? (Object) mark.value()
                        : mark.status().name()));
        return Json.write(small);
    }

    private static String detail(Result result) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("parts", new TreeMap<>(result.parts()));
        detail.put("failed", result.failed());
        detail.put("lines", result.lines());
        return Json.write(detail);
    }

    static Candidate read(ResultSet row, int number) throws SQLException {
        return new Candidate(
                new CandidateId(Rows.text(row, "candidate")),
                row.getLong("version"),
                Rows.instant(row, "last_at"),
                new SeasonId(Rows.text(row, "season")),
                Rows.text(row, "track"),
                Rows.text(row, "category"),
                Rows.text(row, "kind"),
                new OrganisationId(Rows.text(row, "point")),
                row.getBoolean("confirmed"),
                row.getInt("rules"),
                CandidateStatus.valueOf(Rows.text(row, "status")),
                Rows.instant(row, "status_at"),
                Rows.instant(row, "submitted_at"),
                verdict(row),
                new Exemptions(row.getInt("claims"), row.getInt("open_claims"), row.getBoolean("exempt")),
                seating(row),
                attendance(row.getString("attendance")),
                marks(row.getString("marks")),
                released(row),
                wishes(row),
                outcome(row));
    }

    private static @Nullable Verdict verdict(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return reason == null ? null : new Verdict(Rows.text(row, "clause"), reason);
    }

    private static @Nullable Seating seating(ResultSet row) throws SQLException {
        String ticket = row.getString("ticket");
        return ticket == null
                ? null
                : new Seating(
                        Rows.text(row, "draw"),
                        new Seat(ticket, Rows.text(row, "site"), row.getInt("room"), row.getInt("seat")),
                        Rows.instantOrNull(row, "ticket_at"));
    }

    private static Map<String, Boolean> attendance(@Nullable String json) {
        Map<String, Boolean> attendance = new TreeMap<>();
        if (json != null) {
            Json.read(json)
                    .properties()
                    .forEach(e -> attendance.put(e.getKey(), e.getValue().booleanValue()));
        }
        return attendance;
    }

    static Map<String, Mark> marks(@Nullable String json) {
        Map<String, Mark> marks = new TreeMap<>();
        if (json != null) {
            Json.read(json).properties().forEach(e -> marks.put(e.getKey(), mark(e.getValue())));
        }
        return marks;
    }

    private static Mark mark(JsonNode value) {
        return value.isTextual() ? new Mark(Mark.Status.valueOf(value.textValue()), 0) : Mark.of(value.longValue());
    }

    private static @Nullable Released released(ResultSet row) throws SQLException {
        String release = row.getString("release");
        if (release == null) {
            return null;
        }
        JsonNode detail = Json.read(Rows.text(row, "result"));
        Map<String, Long> parts = new TreeMap<>();
        detail.get("parts")
                .properties()
                .forEach(e -> parts.put(e.getKey(), e.getValue().longValue()));
        Result result = new Result(
                row.getLong("total"),
                parts,
                row.getBoolean("eligible"),
                Json.texts(detail.get("failed").toString()),
                Json.texts(detail.get("lines").toString()),
                Rows.integerOrNull(row, "rank"),
                Rows.text(row, "list"));
        return new Released(release, result, Rows.instant(row, "released_at"));
    }

    private static @Nullable Wishes wishes(ResultSet row) throws SQLException {
        Integer round = Rows.integerOrNull(row, "preference_round");
        return round == null
                ? null
                : new Wishes(
                        round,
                        Json.texts(row.getString("preferences")),
                        Preferences.Stage.valueOf(Rows.text(row, "preference_stage")),
                        Rows.instant(row, "preference_at"),
                        row.getBoolean("by_deadline"));
    }

    private static @Nullable Decision outcome(ResultSet row) throws SQLException {
        Integer round = Rows.integerOrNull(row, "outcome_round");
        if (round == null) {
            return null;
        }
        String unit = row.getString("offer_unit");
        return new Decision(
                round,
                Rows.text(row, "run"),
                Rows.instant(row, "outcome_at"),
                unit == null ? null : new Offer(unit, row.getInt("offer_preference"), row.getInt("offer_position")),
                row.getString("cause"),
                row.getBoolean("last_round"),
                Rows.instantOrNull(row, "answered_at"));
    }
}
