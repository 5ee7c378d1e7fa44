package org.zhikao.web;

import java.util.stream.Stream;

/** Every page of every role over the played season. */
public final class Visits {
    /** An address as one account opens it; an empty login is nobody's. */
    public record Visit(String login, String path) {}

    private Visits() {}

    public static Stream<Visit> all() {
        String claim = "/" + Played.CLAIMING + "/1";
        return Stream.concat(
                Stream.of(
                                "/",
                                "/sign-in",
                                "/sign-in?wrong",
                                "/activate",
                                "/help/status",
                                "/rules",
                                "/rules/" + Played.SEASON)
                        .map(path -> new Visit("", path)),
                Stream.of(
                        new Visit("fresh", "/candidate"),
                        new Visit("fresh", "/candidate/apply"),
                        new Visit("fresh", "/candidate/exemptions"),
                        new Visit("fresh", "/candidate/ticket"),
                        new Visit("fresh", "/candidate/marks"),
                        new Visit("fresh", "/candidate/preferences"),
                        new Visit("fresh", "/candidate/result"),
                        new Visit("submitted", "/candidate"),
                        new Visit("submitted", "/candidate?pending"),
                        new Visit("submitted", "/candidate/withdraw"),
                        new Visit("submitted", "/candidate/apply/done"),
                        new Visit("claiming", "/candidate/exemptions"),
                        new Visit("claiming", "/candidate/exemptions/1"),
                        new Visit("claiming", "/candidate/notices"),
                        new Visit("claiming", "/candidate/exemptions/draft"),
                        new Visit("ticketed", "/candidate/ticket"),
                        new Visit("released", "/candidate/marks"),
                        new Visit("released", "/candidate/preferences"),
                        new Visit("released", "/candidate/preferences/units"),
                        new Visit("wishing", "/candidate/preferences"),
                        new Visit("wishing", "/candidate/preferences/lock"),
                        new Visit("wishing", "/candidate/preferences/remove?unit=u0001-01"),
                        new Visit("placed", "/candidate/result"),
                        new Visit("placed", "/candidate/preferences"),
                        new Visit("unplaced", "/candidate/result"),
                        new Visit("placed", "/account/password"),
                        new Visit("point", "/point"),
                        new Visit("point", "/point/candidates"),
                        new Visit("point", "/point/accounts"),
                        new Visit("point", "/point/cases/" + Played.SUBMITTED),
                        new Visit("point", "/duties"),
                        new Visit(
                                "point", "/duties/decide?process=application&duty=physical&about=" + Played.SUBMITTED),
                        new Visit("reviewer", "/duties"),
                        new Visit("", "/notices"),
                        new Visit("", "/placements"),
                        new Visit("", "/notices?over=true"),
                        new Visit("", "/notices/" + Played.CLAIMING + "/3"),
                        new Visit("reviewer", "/reviews/" + Played.CLAIMING + "/2"),
                        new Visit("office", "/reviews/" + Played.CLAIMING + "/3"),
                        new Visit("reviewer", "/reviews"),
                        new Visit("reviewer", "/reviews" + claim),
                        new Visit("office", "/office"),
                        new Visit("office", "/office/rules"),
                        new Visit("office", "/office/rules/diff"),
                        new Visit("office", "/office/rules/versions/2"),
                        new Visit("office", "/office/amendments"),
                        new Visit("office", "/office/amendments/1"),
                        new Visit("office", "/office/amendments/2"),
                        new Visit("office", "/office/amendments/3"),
                        new Visit("office", "/office/rules/drafts"),
                        new Visit("office", "/office/rules/drafts/d-1"),
                        new Visit("office", "/office/rules/drafts/d-1?at=/tracks/0"),
                        new Visit("office", "/office/rules/drafts/d-1?at=/calendar/0"),
                        new Visit("office", "/office/rules/drafts/d-1/text"),
                        new Visit("office", "/office/what-if?draft=d-1"),
                        new Visit("office", "/office/what-if"),
                        new Visit("office", "/office/what-if/j-1"),
                        new Visit("office", "/office/processes"),
                        new Visit("office", "/office/processes/application/2"),
                        new Visit("office", "/office/processes/application/2/rehearsal"),
                        new Visit("office", "/office/processes/application/2/rehearsal?recorded=true"),
                        new Visit("office", "/office/processes/application/1"),
                        new Visit("office", "/office/candidates"),
                        new Visit("office", "/office/imports"),
                        new Visit("office", "/office/jobs/j-1"),
                        new Visit("office", "/office/placement"),
                        new Visit("college", "/college"),
                        new Visit("college", "/college/units/u0001-01"),
                        new Visit("college", "/college/marks"),
                        new Visit("college", "/college/admitted"),
                        new Visit("college", "/college/admitted/u0001-01"),
                        new Visit("auditor", "/audit"),
                        new Visit("auditor", "/audit?find=nobody"),
                        new Visit("auditor", "/audit/cases/" + Played.SUBMITTED),
                        new Visit("auditor", "/audit/cases/" + Played.SUBMITTED + "?asOf=2026-03-12T10:30"),
                        new Visit("auditor", "/audit/log"),
                        new Visit("auditor", "/audit/log?kind=denials")));
    }
}
