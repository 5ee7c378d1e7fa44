package org.zhikao.server.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhikao.admissions.process.ModelLint;
import org.zhikao.admissions.process.ProcessModels;
import org.zhikao.admissions.process.ProcessRebuild;
import org.zhikao.admissions.process.ProcessState;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.server.Starting;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.play.Rehearsals;
import org.zhikao.workflows.lint.Linter;

/** 流程测速: the check of a drawing, its rehearsal, the picture with counts, and refolding every case. */
public final class ProcessBench {
    private static final int ELEMENTS = 200;
    private static final int RUNS = 9;
    private static final int REFOLD_SECONDS = 60;
    private static final long SEED = 7;
    /** As many different paths and places as a season has: few beside its cases. */
    private static final String CASES = """
            insert into workflow_position
              (process_key, case_id, instance_id, definition_id, activity_ids, path_bits, last_index, since)
            select 'application', 'c' || lpad(i::text, 22, '0'), i::text, ?,
                   array[(array['receive_eligibility', 'receive_arrangement', 'receive_result', 'receive_preferences',
                                'receive_placement', 'receive_answer'])[1 + i % 6]],
                   (i % 60)::bit(?), i, now()
              from generate_series(1, ?) i""";

    private ProcessBench() {}

    /** Lint and rehearsal; neither needs a database. */
    public static List<Figure> rehearse(int candidates) throws IOException {
        ModelLint lint = Linter.ofThisRelease();
        byte[] large = large().getBytes(StandardCharsets.UTF_8);
        double[] lints = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long started = System.nanoTime();
            lint.check("large.bpmn", large);
            lints[i] = millis(started);
        }
        byte[] application = resource("/bpmn/application.bpmn");
        long started = System.nanoTime();
        Rehearsals.synthetic(
                application, SeasonRulesReader.require(resource("/provinces/shandong.assumed.yaml")), candidates, SEED);
        double seconds = millis(started) / 1_000;
        return List.of(
                Figure.atMost("lint of " + ELEMENTS + " elements, the first", lints[0], "ms", 300),
                Figure.atMost("lint of " + ELEMENTS + " elements, median", Samples.median(lints), "ms", 300),
                Figure.atMost("rehearsal of " + candidates + " candidates on two versions", seconds, "s", 60));
    }

    /** The picture with counts over so many cases. */
    public static List<Figure> diagram(int cases) {
        try (Database database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
                ConfigurableApplicationContext context = Starting.core(database, Clock.systemUTC())) {
            JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
            ProcessModels.ProcessModel model =
                    context.getBean(ProcessModels.class).model("application");
            int flows = model.bpmn().split("<bpmn:sequenceFlow ", -1).length - 1;
            jdbc.update(CASES.replace("bit(?)", "bit(" + flows + ")"), model.definition(), cases);
            jdbc.execute("analyze workflow_position");
            ProcessState state = context.getBean(ProcessState.class);
            double[] asked = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                long started = System.nanoTime();
                state.tokens();
                state.flows("application");
                asked[i] = millis(started);
            }
            return List.of(
                    Figure.atMost("picture with counts of " + cases + " cases, the first", asked[0], "ms", 300),
                    Figure.atMost(
                            "picture with counts of " + cases + " cases, median", Samples.median(asked), "ms", 300));
        }
    }

    /** Every running case folded anew, as applying a published version does. */
    public static List<Figure> refold(int candidates, PrintWriter out) throws SQLException {
        try (Database database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
                HikariDataSource pool = ViewBench.pool(database.application());
                ConfigurableApplicationContext context = TokenBench.context(pool);
                Connection connection = database.application().unhurried().connect()) {
            TokenBench.ingress(context).shutDown();
            FactMill mill = new FactMill(candidates);
            for (int wave = 0; wave < TokenBench.WAVES; wave++) {
                mill.wave(connection, wave);
            }
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            jdbc.execute("analyze domain_event_entry");
            seen(context, jdbc);
            Long facts = jdbc.queryForObject("select count(*) from domain_event_entry", Long.class);
            Meter meter = new Meter(facts == null ? 0 : facts, out);
            ProcessRebuild.Report report = context.getBean(ProcessRebuild.class).apply(meter);
            double seconds = report.millis() / 1_000.0;
            return List.of(
                    Figure.atMost(
                            String.format(Locale.ROOT, "refold of %,d cases", report.cases()),
                            seconds,
                            "s",
                            REFOLD_SECONDS),
                    Figure.plain("refold, facts a second", report.facts() / seconds, "facts/s"));
        }
    }

    /** Readers that have handled every fact: what they would have made of them is made by the refold. */
    private static void seen(ConfigurableApplicationContext context, JdbcTemplate jdbc) {
        Long head = jdbc.queryForObject("select max(global_index) from domain_event_entry", Long.class);
        TrackingToken token = GapAwareTrackingToken.newInstance(head == null ? -1 : head, new TreeSet<>());
        TokenStore store = context.getBean(TokenStore.class);
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            for (int segment : store.fetchSegments("ingress")) {
                store.fetchToken("ingress", segment);
                store.storeToken(token, "ingress", segment);
                store.releaseClaim("ingress", segment);
            }
        });
    }

    /** Says every few seconds how far it is, and how long it may take. */
    private static final class Meter implements LongConsumer {
        private static final long PAUSE = 5_000_000_000L;

        private final long facts;
        private final PrintWriter out;
        private final long begun = System.nanoTime();
        private long told = begun;

        Meter(long facts, PrintWriter out) {
            this.facts = facts;
            this.out = out;
        }

        @Override
        public synchronized void accept(long folded) {
            long now = System.nanoTime();
            if (now - told >= PAUSE) {
                told = now;
                out.println(String.format(
                        Locale.ROOT,
                        "folded %,d of at most %,d facts in %.0f s; all may take %d s",
                        folded,
                        facts,
                        (now - begun) / 1e9,
                        REFOLD_SECONDS));
                out.flush();
            }
        }
    }

    /** A drawing with so many waits one after another; what is wrong with it is the check's to say. */
    private static String large() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><bpmn:definitions"
                + " xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" id=\"d\" targetNamespace=\"z\">"
                + "<bpmn:message id=\"m\" name=\"registration.submitted\"/>"
                + "<bpmn:process id=\"application\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\">"
                + "<bpmn:startEvent id=\"start_0\" name=\"始\"><bpmn:messageEventDefinition id=\"e\" messageRef=\"m\"/>"
                + "</bpmn:startEvent>");
        String before = "start_0";
        int waits = ELEMENTS / 2 - 1;
        for (int i = 1; i <= waits; i++) {
            String id = "receive_w" + i;
            xml.append("<bpmn:message id=\"m")
                    .append(i)
                    .append("\" name=\"word.w")
                    .append(i)
                    .append("\"/>");
            xml.append("<bpmn:receiveTask id=\"")
                    .append(id)
                    .append("\" name=\"等\" messageRef=\"m")
                    .append(i);
            xml.append("\"/><bpmn:sequenceFlow id=\"flow_f")
                    .append(i)
                    .append("\" sourceRef=\"")
                    .append(before);
            xml.append("\" targetRef=\"").append(id).append("\"/>");
            before = id;
        }
        return xml.append("<bpmn:endEvent id=\"end_0\" name=\"终\"/><bpmn:sequenceFlow id=\"flow_last\" sourceRef=\"")
                .append(before)
                .append("\" targetRef=\"end_0\"/></bpmn:process></bpmn:definitions>")
                .toString();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ProcessBench.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + name);
            }
            return in.readAllBytes();
        }
    }

    private static double millis(long started) {
        return (System.nanoTime() - started) / 1e6;
    }
}
