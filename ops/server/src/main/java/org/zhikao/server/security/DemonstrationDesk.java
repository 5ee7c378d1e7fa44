package org.zhikao.server.security;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.web.access.DemonstrationAccounts;
import org.zhikao.web.access.SignedIn;

/** 演示账号: one password that is shown on the sign-in page. Made in demonstration mode only, by who loads the season. */
public final class DemonstrationDesk implements DemonstrationAccounts {
    /** No secret: a demonstration database never opens as a real one. */
    public static final String PASSWORD = "zhikao-demo";

    private final Accounts accounts;
    private final List<Shown> shown = new ArrayList<>();

    DemonstrationDesk(Accounts accounts) {
        this.accounts = accounts;
    }

    /** For who starts a demonstration: over the accounts of the application that is being started. */
    public static DemonstrationDesk over(BeanFactory beans) {
        return new DemonstrationDesk(beans.getBean(Accounts.class));
    }

    /** 演示用户: {@code what} says what a visitor finds. */
    public record Visitor(SignedIn account, String what) {
        public static Visitor staff(String name, Role role, OrganisationId organisation, String what) {
            return new Visitor(
                    new SignedIn(new ActorId("a-demo-" + name), name, role, organisation, null, null, false), what);
        }

        public static Visitor candidate(
                String login, CandidateId candidate, SeasonId season, OrganisationId point, String what) {
            return new Visitor(
                    new SignedIn(ActorId.of(candidate), login, Role.CANDIDATE, point, candidate, season, false), what);
        }
    }

    /** Makes those that do not exist yet, and shows all of them. */
    public synchronized void open(List<Visitor> visitors) {
        accounts.insertActive(
                visitors.stream()
                        .map(Visitor::account)
                        .filter(account -> accounts.find(account.login()).isEmpty())
                        .toList(),
                PASSWORD);
        shown.clear();
        visitors.forEach(visitor ->
                shown.add(new Shown(visitor.account().role(), visitor.account().login(), PASSWORD, visitor.what())));
    }

    @Override
    public synchronized List<Shown> shown() {
        return List.copyOf(shown);
    }
}
