package org.zhikao.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.server.database.Access;

/** T1: killed in the middle of a batch and right before a commit, the application neither loses nor repeats a step. */
class SurvivingAKillTest {
    private static final int CASES = 150;

    private final Workshop shop = Workshop.get();

    @Test
    void everyCaseStandsWhereItsFactsPutItHoweverOftenTheApplicationDies() throws Exception {
        shop.awaitIngress();
        shop.ingress().shutDown();
        List<CandidateId> candidates = new ArrayList<>();
        try {
            List<Event> facts = new ArrayList<>();
            for (int i = 0; i < CASES; i++) {
                CandidateId candidate = Facts.candidate("kill", i);
                candidates.add(candidate);
                Facts f = Facts.of(candidate);
                facts.addAll(List.of(f.submitted(), f.confirmed()));
            }
            shop.record(facts);
            for (String[] death : new String[][] {{"fact", "37"}, {"commit", "3"}}) {
                assertThat(run(death[0], death[1]))
                        .as("exit of the killed application")
                        .isEqualTo(HaltingIngress.KILLED);
                consistent(candidates);
                // Instead of waiting until the claims of the dead run out.
                shop.jdbc.update("update tokenentry set owner = null where processorname = 'ingress'");
            }
        } finally {
            shop.ingress().start();
        }
        shop.awaitIngress();
        assertThat(candidates).allSatisfy(c -> assertThat(shop.at(c)).isEqualTo("receive_arrangement"));
        consistent(candidates);
    }

    /** Rows and tokens say the same at any moment, and no case has two tokens. */
    private void consistent(List<CandidateId> candidates) {
        String[] ids = candidates.stream().map(CandidateId::value).toArray(String[]::new);
        assertThat(shop.jdbc.queryForObject(
                        "select count(*) from workflow_position p full join act_ru_execution e"
                                + " on e.id_ = p.instance_id and e.business_key_ = p.case_id"
                                + " and e.act_id_ = p.activity_ids[1]"
                                + " where coalesce(p.case_id, e.business_key_) = any(?)"
                                + " and (p.case_id is null or e.id_ is null)",
                        Long.class,
                        (Object) ids))
                .isZero();
        assertThat(shop.jdbc.queryForObject(
                        "select count(*) - count(distinct business_key_) from act_ru_execution where business_key_ = any(?)",
                        Long.class,
                        (Object) ids))
                .isZero();
    }

    private int run(String where, String at) throws IOException, InterruptedException {
        Access access = shop.database.application();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djavax.xml.accessExternalSchema=file,jar:file",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HaltingIngress.class.getName(),
                        access.url(),
                        access.user(),
                        access.password(),
                        access.sessionSql(),
                        where,
                        at)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}
