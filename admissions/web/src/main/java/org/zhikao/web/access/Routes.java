package org.zhikao.web.access;

import static org.zhikao.admissions.shared.Role.AUDITOR;
import static org.zhikao.admissions.shared.Role.CANDIDATE;
import static org.zhikao.admissions.shared.Role.COLLEGE;
import static org.zhikao.admissions.shared.Role.EXAM_OFFICE;
import static org.zhikao.admissions.shared.Role.REGISTRATION_POINT;
import static org.zhikao.admissions.shared.Role.REVIEWER;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.zhikao.admissions.shared.Role;

/**
 * The one table of addresses and who may open them. An address that is not here is refused to everybody; a test walks all
 * mappings and finds each here.
 */
public final class Routes {
    /** 访问范围: everybody, every signed-in account, or the named roles. */
    public enum Reach {
        PUBLIC,
        SIGNED_IN,
        ROLES
    }

    /** A pattern of addresses and who may open them. */
    public record Route(String pattern, Reach reach, Set<Role> roles) {
        static Route open(String pattern) {
            return new Route(pattern, Reach.PUBLIC, Set.of());
        }

        static Route signedIn(String pattern) {
            return new Route(pattern, Reach.SIGNED_IN, Set.of());
        }

        static Route only(String pattern, Role first, Role... more) {
            return new Route(pattern, Reach.ROLES, Set.copyOf(EnumSet.of(first, more)));
        }
    }

    /** First match wins. */
    public static final List<Route> ALL = List.of(
            Route.open("/"),
            Route.open("/sign-in"),
            Route.open("/activate"),
            Route.open("/help/**"),
            Route.open("/rules/**"),
            Route.open("/notices/**"),
            Route.open("/placements/**"),
            Route.open("/error"),
            Route.open("/css/**"),
            Route.open("/icons/**"),
            Route.open("/webjars/htmx.org/**"),
            Route.open("/actuator/health"),
            Route.open("/api/v1/session"),
            Route.open("/api/v1/rules/**"),
            Route.open("/v3/api-docs/**"),
            Route.open("/v3/api-docs.yaml"),
            Route.signedIn("/sign-out"),
            Route.signedIn("/home"),
            Route.signedIn("/account/**"),
            Route.only("/duties/**", CANDIDATE, REGISTRATION_POINT, REVIEWER, EXAM_OFFICE, COLLEGE),
            Route.only("/candidate/**", CANDIDATE),
            Route.only("/point/**", REGISTRATION_POINT),
            Route.only("/reviews/**", REVIEWER, EXAM_OFFICE),
            Route.only("/desk/**", REVIEWER, EXAM_OFFICE),
            Route.only("/office/**", EXAM_OFFICE),
            Route.only("/vendor/**", EXAM_OFFICE),
            Route.only("/js/**", EXAM_OFFICE),
            Route.only("/college/**", COLLEGE),
            Route.only("/audit/**", AUDITOR),
            Route.only("/api/v1/duties/**", CANDIDATE, REGISTRATION_POINT, REVIEWER, EXAM_OFFICE, COLLEGE),
            Route.only("/api/v1/me/**", CANDIDATE),
            Route.only("/api/v1/point/**", REGISTRATION_POINT),
            Route.only("/api/v1/reviews/**", REVIEWER),
            Route.only("/api/v1/office/**", EXAM_OFFICE),
            Route.only("/api/v1/college/**", COLLEGE),
            Route.only("/api/v1/audit/**", AUDITOR));

    private Routes() {}

    /** The first page of a role. */
    public static String home(Role role) {
        return switch (role) {
            case CANDIDATE -> "/candidate";
            case REGISTRATION_POINT -> "/point";
            case REVIEWER -> "/reviews";
            case EXAM_OFFICE -> "/office";
            case COLLEGE -> "/college";
            case AUDITOR -> "/audit";
            case SYSTEM -> throw new IllegalArgumentException("the system signs in nowhere");
        };
    }
}
