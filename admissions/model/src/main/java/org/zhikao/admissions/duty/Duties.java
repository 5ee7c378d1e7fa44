package org.zhikao.admissions.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhikao.admissions.duty.DutyCommand.DecideDuty;
import org.zhikao.admissions.duty.DutyEvent.DutyDecided;

/** 职责状态: what was decided on the duties of one candidate's cases, the latest decision of each. */
public record Duties(List<Done> done) {
    /** 已履行的职责. */
    public record Done(String process, String about, String duty, List<Bar> bars) {
        private boolean same(String otherProcess, String otherAbout, String otherDuty) {
            return process.equals(otherProcess) && about.equals(otherAbout) && duty.equals(otherDuty);
        }
    }

    public static final Duties NONE = new Duties(List.of());

    public Duties {
        done = List.copyOf(done);
    }

    /** Decides a duty by the terms of the published process; whether its turn has come is the token's to say. */
    public DutyDecided decide(DecideDuty c, List<ProcessTerms> published) {
        ProcessTerms process = published.stream()
                .filter(p -> p.process().equals(c.process()))
                .findFirst()
                .orElseGet(() -> new ProcessTerms(c.process(), 0, List.of(), List.of()));
        DutyTerms duty = process.duty(c.duty()).orElse(null);
        DutyRefusal.UNKNOWN_DUTY.unless(duty != null, "duty", c.duty());
        if (duty == null) {
            throw new IllegalStateException("unreachable");
        }
        DutyRefusal.NOT_THE_HOLDER.unless(duty.heldBy(c.act().role()), "role", duty.role());
        DutyRefusal.ALREADY_DECIDED.unless(duty.again() || !isDone(c.process(), c.about(), c.duty()));
        DutyTerms.Outcome outcome = duty.outcome(c.outcome()).orElse(null);
        DutyRefusal.UNKNOWN_OUTCOME.unless(outcome != null, "outcome", c.outcome());
        if (outcome == null) {
            throw new IllegalStateException("unreachable");
        }
        fits(duty, c);
        DutyRefusal.REASON_MISSING.unless(outcome.bars().isEmpty() || c.act().reasoned());
        return new DutyDecided(
                c.candidate(),
                c.process(),
                c.about(),
                c.duty(),
                process.version(),
                c.outcome(),
                outcome.bars(),
                c.answers(),
                c.personal(),
                c.act().role(),
                c.act().by(),
                c.act().reason(),
                c.act().at());
    }

    private static void fits(DutyTerms duty, DecideDuty c) {
        for (FormField field : duty.form()) {
            String answer = c.answers().getOrDefault(field.key(), "");
            boolean fits = field.personal() ? !c.answers().containsKey(field.key()) : field.takes(answer);
            DutyRefusal.FORM_INVALID.unless(fits, "field", field.label());
        }
        for (String key : c.answers().keySet()) {
            DutyRefusal.FORM_INVALID.unless(
                    duty.form().stream().anyMatch(field -> field.key().equals(key)), "field", key);
        }
        DutyRefusal.FORM_INVALID.unless(!duty.asksPersonal() || c.personal() != null, "field", duty.label());
    }

    private boolean isDone(String process, String about, String duty) {
        return done.stream().anyMatch(d -> d.same(process, about, duty));
    }

    /**
     * Refuses a fact that skips a duty.
     *
     * @param facts what the fact is called in bindings
     * @param cases business key by process, for the processes that the fact belongs to
     */
    public void requireDone(List<String> facts, Map<String, String> cases, List<ProcessTerms> published) {
        for (ProcessTerms process : published) {
            String about = cases.get(process.process());
            if (about == null || process.bindings().isEmpty()) {
                continue;
            }
            for (String fact : facts) {
                for (String duty : process.before(fact)) {
                    DutyRefusal.DUTY_OPEN.unless(
                            isDone(process.process(), about, duty),
                            "duty",
                            process.duty(duty).map(DutyTerms::label).orElse(duty));
                }
            }
        }
    }

    /** True when some outcome keeps the candidate from it. */
    public boolean bars(Bar bar) {
        return done.stream().anyMatch(d -> d.bars().contains(bar));
    }

    /** Refuses what an outcome keeps the candidate from. */
    public void requireUnbarred(Bar bar) {
        DutyRefusal.BARRED.unless(!bars(bar), "bar", bar);
    }

    public Duties on(DutyEvent e) {
        DutyDecided d = (DutyDecided) e;
        List<Done> next = new ArrayList<>(done);
        next.removeIf(old -> old.same(d.process(), d.about(), d.duty()));
        next.add(new Done(d.process(), d.about(), d.duty(), d.bars()));
        return new Duties(next);
    }
}
