package org.zhikao.web.duty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhikao.admissions.duty.DutyCommand.DecideDuty;
import org.zhikao.admissions.duty.DutyRefusal;
import org.zhikao.admissions.duty.DutyTerms;
import org.zhikao.admissions.duty.FormField;
import org.zhikao.admissions.duty.ProcessTerms;
import org.zhikao.admissions.season.Seasons;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.season.Guides;
import org.zhikao.web.shared.NotFound;

/** 职责工作台: who owes what, and the form of the published process to decide it on. */
@Component
class DutyDesk {
    static final int MOST = 200;

    private final Guides guides;
    private final ObjectProvider<Seasons> seasons;
    private final ObjectProvider<DutyQueue> queue;
    private final ObjectProvider<DutySeal> seal;

    DutyDesk(
            Guides guides,
            ObjectProvider<Seasons> seasons,
            ObjectProvider<DutyQueue> queue,
            ObjectProvider<DutySeal> seal) {
        this.guides = guides;
        this.seasons = seasons;
        this.queue = queue;
        this.seal = seal;
    }

    /** 待办 with the duty that the published process declares. */
    record Task(DutyQueue.Open open, DutyTerms duty) {}

    /** What the reader owes; duties of an older version, which the published one no longer has, are left out. */
    List<Task> tasks(SignedIn me) {
        if (guides.newest().isEmpty()) {
            return List.of();
        }
        SeasonId season = guides.current().id();
        List<ProcessTerms> published = published(season);
        if (published.stream().allMatch(p -> p.duties().isEmpty())) {
            return List.of();
        }
        DutyQueue open = required(queue);
        boolean scoped = me.role() == Role.REGISTRATION_POINT || me.role() == Role.EXAM_OFFICE;
        List<DutyQueue.Open> owed = me.role() == Role.CANDIDATE
                ? open.owedBy(me.ownDossier(), MOST)
                : open.owedBy(season, me.role(), scoped ? me.organisation() : null, MOST);
        return owed.stream()
                .flatMap(one -> byStep(published, one.process(), one.step())
                        .filter(duty -> duty.heldBy(me.role()))
                        .map(duty -> new Task(one, duty))
                        .stream())
                .toList();
    }

    /** One open duty of the reader's. */
    Task task(SignedIn me, String process, String about, String duty) {
        DutyTerms terms = duty(process, duty);
        return required(queue)
                .find(process, about, terms.step())
                .filter(open -> terms.heldBy(me.role())
                        && (me.role() != Role.CANDIDATE || open.candidate().equals(me.ownDossier())))
                .map(open -> new Task(open, terms))
                .orElseThrow(NotFound::new);
    }

    /** A decision as the form states it: what is personal leaves the page sealed. */
    DecideDuty decision(
            Act act, String process, String about, String duty, String outcome, Map<String, String> answers) {
        DutyTerms terms = duty(process, duty);
        CandidateId candidate = candidate(about);
        Map<String, String> open = new TreeMap<>();
        SortedMap<String, String> personal = new TreeMap<>();
        answers.forEach((key, answer) -> {
            if (!answer.isBlank()) {
                open.put(key, answer.strip());
            }
        });
        for (FormField field : terms.form()) {
            if (field.personal()) {
                String answer = open.getOrDefault(field.key(), "");
                DutyRefusal.FORM_INVALID.unless(field.takes(answer), "field", field.label());
                open.remove(field.key());
                if (!answer.isEmpty()) {
                    personal.put(field.key(), answer);
                }
            }
        }
        return new DecideDuty(
                candidate,
                process,
                about,
                duty,
                outcome,
                open,
                personal.isEmpty() ? null : required(seal).seal(candidate, personal),
                act);
    }

    List<ProcessTerms> published(SeasonId season) {
        return required(seasons).terms(season).processes();
    }

    private DutyTerms duty(String process, String code) {
        return published(guides.current().id()).stream()
                .filter(p -> p.process().equals(process))
                .findFirst()
                .flatMap(p -> p.duty(code))
                .orElseThrow(NotFound::new);
    }

    private static Optional<DutyTerms> byStep(List<ProcessTerms> published, String process, String step) {
        return published.stream()
                .filter(p -> p.process().equals(process))
                .flatMap(p -> p.duties().stream())
                .filter(duty -> duty.step().equals(step))
                .findFirst();
    }

    private static CandidateId candidate(String about) {
        try {
            return new CandidateId(about.split("/", -1)[0]);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    private static <T> T required(ObjectProvider<T> port) {
        T found = port.getIfAvailable();
        if (found == null) {
            throw new NotFound();
        }
        return found;
    }
}
