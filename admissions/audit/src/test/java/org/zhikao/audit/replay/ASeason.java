package org.zhikao.audit.replay;

/**
 * A whole small season: five candidates A to E of one category, two units, two rounds. A is placed and confirms, B is placed
 * in the second round and declines, C is below a line, D was rejected, E is exempt and placed without exam.
 */
final class ASeason {
    /** SHA-256 of {@code <d/>}. */
    private static final String DRAWN = "77b4d40b8538055eab755cee363c1ecc391be1663f6ef1cb14f2da7f6150d738";

    static final String ID = "s-test-2026";
    static final String RULES = """
            {'schema':'zhikao.season/1','id':'s-test-2026','tracks':[{'id':'spring','audience':['SOCIAL'],
            'components':[{'id':'culture','kind':'CULTURE','max':320},{'id':'skill','kind':'OPERATION','max':430}],
            'parts':[{'id':'culture','components':['culture']},{'id':'skill','components':['skill']}],
            'total':{'max':750,'terms':[{'component':'culture'},{'component':'skill','weight':'1'}]},
            'minimums':[{'id':'culture-line','on':'PART','of':'culture','atLeast':120}],
            'ranking':{'ties':[{'by':'TOTAL'},{'by':'COMPONENT','of':['skill']},{'by':'PREFERENCE_POSITION'}],
            'terminal':'ADMIT_ALL','listBy':'CATEGORY'},
            'preferences':{'rounds':[{'id':'one','max':10},{'id':'two','max':5,'supplementary':true}]},
            'placement':{'mechanism':'PARALLEL'}}]}""".replace("\n", "");

    static final String A = id('A');
    static final String B = id('B');
    static final String C = id('C');
    static final String D = id('D');
    static final String E = id('E');

    private ASeason() {}

    static String id(char letter) {
        return "c" + String.valueOf(letter).repeat(22);
    }

    static Facts complete() {
        Facts f = new Facts();
        published(f);
        phase(f, "opened", "REGISTRATION", 1);
        phase(f, "opened", "EXEMPTION", 1);
        for (String c : new String[] {A, B, C, D, E}) {
            fact(
                    f,
                    c,
                    "registration.submitted",
                    "'season':'" + ID
                            + "','track':'spring','category':'01','kind':'SOCIAL','point':'99/01/0101/s1','rules':1");
            fact(f, c, "registration.particulars", "'particulars':{'key':'k','cipher':'x','digest':'y'}");
        }
        for (String c : new String[] {A, B, C, E}) {
            fact(f, c, "registration.confirmed", "'rules':1");
        }
        fact(f, D, "registration.rejected", "'clause':'36.3','rules':1");
        exempt(f, E);
        phase(f, "closed", "REGISTRATION", 1);
        phase(f, "closed", "EXEMPTION", 1);
        exam(f);
        scores(f);
        rounds(f);
        return f;
    }

    /** Frozen rules changed by the book, after everything else: three voters, two approvals, a notice. */
    static void amend(Facts f) {
        String amendment = "'season':'" + ID + "','amendment':1,'digest':'d9','by':";
        f.add(ID, "season.amendment-proposed", payload(amendment + "'a-one','rules':'{}','reason':'r'"));
        f.add(
                ID,
                "season.amendment-voted",
                payload(
                        "'season':'" + ID + "','amendment':1,'carried':true,'by':'a-one','ballots':["
                                + "{'person':'甲','inFavour':true},{'person':'乙','inFavour':true},{'person':'丙','inFavour':false}]"));
        f.add(ID, "season.amendment-approved", payload(amendment + "'a-two'"));
        f.add(ID, "season.amendment-approved", payload(amendment + "'a-three'"));
        f.add(
                ID,
                "season.amendment-published",
                payload(amendment + "'a-three','version':2,'notice':'n','affected':0,'effect':'e'"));
        String version = "'season':'" + ID + "','version':2,'digest':'d9'";
        f.add(ID, "season.revised", payload(version + ",'rules':'{}','by':'a-one'"));
        f.add(ID, "season.approved", payload(version + ",'by':'a-three'"));
        f.add(ID, "season.published", payload(version));
    }

    private static void published(Facts f) {
        String rules = RULES.replace("'", "\\'");
        f.add(
                ID,
                "season.drafted",
                "{'season':'" + ID + "','province':'test','year':2026,'rules':'" + rules
                        + "','digest':'d1','by':'a-one','at':'2026-01-01T00:00:00Z'}");
        f.add(ID, "season.approved", payload("'season':'" + ID + "','version':1,'digest':'d1','by':'a-two'"));
        String drawn = "'season':'" + ID + "','process':'application','version':1,'digest':'" + DRAWN + "','by':";
        f.add(ID, "season.process-drafted", payload(drawn + "'a-one','bpmn':'<d/>'"));
        f.add(ID, "season.process-approved", payload(drawn + "'a-two'"));
        f.add(ID, "season.process-published", payload(drawn + "'a-two'"));
        f.add(ID, "season.published", payload("'season':'" + ID + "','version':1,'digest':'d1'"));
        f.add(
                ID + "/plan/u1",
                "plan.declared",
                payload(
                        "'season':'" + ID + "','college':'99/u1','name':'一','units':["
                                + "{'code':'u1-01','name':'甲','level':'DIPLOMA','track':'spring','category':'01','kinds':[],'quota':1},"
                                + "{'code':'u1-02','name':'乙','level':'DIPLOMA','track':'spring','category':'01','kinds':[],'quota':2}]"));
    }

    private static void exempt(Facts f, String c) {
        fact(
                f,
                c,
                "exemption.claimed",
                "'claim':1,'ground':'medal','unit':'u1-02','stage':'FIRST_REVIEW','due':'2026-03-01T00:00:00Z','rules':1");
        fact(f, c, "exemption.evidence", "'claim':1,'kind':'certificate','digest':'ab'");
        opinion(f, c, "FIRST_REVIEW", "a-three");
        opinion(f, c, "SECOND_REVIEW", "a-four");
        opinion(f, c, "PROVINCE_REVIEW", "a-five");
        fact(f, c, "exemption.notice-posted", "'claim':1,'days':7,'until':'2026-03-10T00:00:00Z'");
        fact(f, c, "exemption.notice-closed", "'claim':1,'objections':0,'upheld':false");
        opinion(f, c, "FINAL_DECISION", "a-six");
        fact(
                f,
                c,
                "exemption.approved",
                "'claim':1,'ground':'medal','effect':'FULL_FREE','unit':'u1-02','clause':'39.1','by':'a-six','rules':1");
    }

    private static void opinion(Facts f, String c, String stage, String by) {
        fact(
                f,
                c,
                "exemption.assigned",
                "'claim':1,'stage':'" + stage + "','reviewer':'" + by
                        + "','office':'99','seed':7,'eligible':3,'digest':'d','due':'2026-03-05T00:00:00Z'");
        reviewed(
                f,
                c,
                "exemption.opinion",
                "'claim':1,'stage':'" + stage
                        + "','agreed':true,'bulk':false,'clause':'39.1','effective':'2026-03-01T00:00:00Z'",
                by);
    }

    private static void exam(Facts f) {
        phase(f, "opened", "EXAM", 1);
        f.add(
                ID + "/exam/1",
                "exam.drawn",
                payload("'season':'" + ID + "','draw':1,'seed':7,'candidates':3,'digest':'d'"));
        int seat = 0;
        for (String c : new String[] {A, B, C}) {
            seat++;
            fact(
                    f,
                    c,
                    "exam.arranged",
                    "'draw':'" + ID + "/exam/1','seat':{'ticket':'T" + seat + "','site':'k1','room':1,'seat':" + seat
                            + "}");
            fact(f, c, "exam.ticket", "'ticket':'T" + seat + "'");
            fact(f, c, "exam.attended", "'sitting':'SKILL'");
            fact(f, c, "exam.attended", "'sitting':'CULTURE'");
        }
        phase(f, "closed", "EXAM", 1);
    }

    private static void scores(Facts f) {
        phase(f, "opened", "SCORING", 1);
        marks(f, A, 200, 300);
        marks(f, B, 150, 250);
        marks(f, C, 20, 100);
        Lines digest = new Lines();
        digest.line(A, "01", 500, 1, 1);
        digest.line(B, "01", 400, 2, 1);
        digest.line(C, "01", 120, "-", 0);
        f.add(
                ID + "/scoring/1",
                "scoring.computed",
                payload("'season':'" + ID + "','release':1,'candidates':3,'digest':'" + digest.hex() + "','rules':1"));
        released(f, A, 500, 200, 300, "", 1);
        released(f, B, 400, 150, 250, "", 2);
        released(f, C, 120, 20, 100, "BELOW_CULTURE_LINE", 0);
        phase(f, "closed", "SCORING", 1);
    }

    private static void marks(Facts f, String c, int culture, int skill) {
        fact(f, c, "scoring.marked", "'component':'culture','mark':{'status':'MARKED','value':" + culture + "}");
        fact(f, c, "scoring.marked", "'component':'skill','mark':{'status':'MARKED','value':" + skill + "}");
    }

    private static void released(Facts f, String c, int total, int culture, int skill, String failed, int rank) {
        fact(
                f,
                c,
                "scoring.released",
                "'release':'" + ID + "/scoring/1','result':{'total':" + total
                        + ",'parts':{'culture':" + culture + ",'skill':" + skill + "},'eligible':" + failed.isEmpty()
                        + ",'failed':[" + (failed.isEmpty() ? "" : "'" + failed + "'") + "],'lines':["
                        + (failed.isEmpty() ? "'culture-line'" : "") + "]" + (rank > 0 ? ",'rank':" + rank : "")
                        + ",'list':'01'},'rules':1");
    }

    private static void rounds(Facts f) {
        phase(f, "opened", "PREFERENCE", 1);
        prefer(f, A, 1, "'u1-01'");
        prefer(f, B, 1, "'u1-01'");
        phase(f, "closed", "PREFERENCE", 1);
        Lines input = new Lines();
        input.line(A, 1, "SOCIAL", "u1-01");
        input.line(B, 2, "SOCIAL", "u1-01");
        input.line("u1-01", 1, -1);
        input.line("u1-02", 1, -1);
        Lines output = new Lines();
        output.line(A, "u1-01", 1, 1);
        output.line(E, "u1-02", 0, 0);
        run(f, 1, 4, 2, input.hex(), output.hex());
        placed(f, A, 1, "u1-01", 1, 1);
        placed(f, E, 1, "u1-02", 0, 0);
        unplaced(f, B, 1, "NO_SEAT", false);
        unplaced(f, C, 1, "BELOW_LINE", true);
        phase(f, "closed", "PLACEMENT", 1);
        phase(f, "opened", "CONFIRMATION", 1);
        fact(f, A, "placement.confirmed", "'unit':'u1-01'");
        fact(f, E, "placement.confirmed", "'unit':'u1-02'");
        phase(f, "closed", "CONFIRMATION", 1);
        phase(f, "opened", "PREFERENCE", 2);
        prefer(f, B, 2, "'u1-02','u1-01'");
        phase(f, "closed", "PREFERENCE", 2);
        Lines rest = new Lines();
        rest.line(B, 1, "SOCIAL", "u1-02,u1-01");
        rest.line("u1-01", 0, -1);
        rest.line("u1-02", 1, -1);
        Lines last = new Lines();
        last.line(B, "u1-02", 1, 1);
        run(f, 2, 1, 1, rest.hex(), last.hex());
        placed(f, B, 2, "u1-02", 1, 1);
        phase(f, "closed", "PLACEMENT", 2);
        phase(f, "opened", "CONFIRMATION", 2);
        fact(f, B, "placement.declined", "'unit':'u1-02'");
        phase(f, "closed", "CONFIRMATION", 2);
    }

    private static void prefer(Facts f, String c, int round, String units) {
        fact(f, c, "preference.saved", "'round':" + round + ",'units':[" + units + "]");
        fact(f, c, "preference.locked", "'round':" + round + ",'byDeadline':false");
    }

    private static void run(Facts f, int run, int candidates, int placed, String input, String output) {
        String id = ID + "/placement/" + run;
        phase(f, "opened", "PLACEMENT", run);
        String head = "'season':'" + ID + "','run':" + run;
        f.add(
                id,
                "placement.computed",
                payload(head + ",'round':" + run
                        + ",'mechanism':'PARALLEL','digest':{'input':'" + input + "','output':'" + output
                        + "','candidates':" + candidates
                        + ",'placed':" + placed + "}"));
        f.add(id, "placement.verified", payload(head + ",'outputDigest':'" + output + "','properties':['P1']"));
        f.add(id, "placement.published", payload(head + ",'round':" + run));
    }

    private static void placed(Facts f, String c, int round, String unit, int preference, int position) {
        fact(
                f,
                c,
                "placement.placed",
                "'run':'" + ID + "/placement/" + round + "','round':" + round + ",'offer':{'unit':'" + unit
                        + "','preference':" + preference + ",'position':" + position + "}");
    }

    private static void unplaced(Facts f, String c, int round, String cause, boolean last) {
        fact(
                f,
                c,
                "placement.not-placed",
                "'run':'" + ID + "/placement/" + round + "','round':" + round + ",'cause':'" + cause + "','last':"
                        + last);
    }

    static void phase(Facts f, String what, String phase, int round) {
        f.add(ID, "season.phase-" + what, payload("'season':'" + ID + "','phase':'" + phase + "','round':" + round));
    }

    static void fact(Facts f, String candidate, String name, String fields) {
        f.add(candidate, name, payload("'candidate':'" + candidate + "'," + fields));
    }

    private static void reviewed(Facts f, String candidate, String name, String fields, String by) {
        f.add(candidate, name, payload("'candidate':'" + candidate + "'," + fields + ",'by':'" + by + "'"), by, "属实");
    }

    static String payload(String fields) {
        return "{" + fields + ",'at':'2026-03-01T00:00:00Z'}";
    }
}
