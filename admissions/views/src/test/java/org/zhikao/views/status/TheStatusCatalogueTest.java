package org.zhikao.views.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.views.dossier.CandidateStatus;
import org.zhikao.views.placement.PlacementQueries.RunStage;
import org.zhikao.views.status.StatusCatalogue.Step;
import org.zhikao.views.status.StatusCatalogue.Subject;
import org.zhikao.views.status.StatusEntry.Deadline;

/** Code and catalogue say the same. */
class TheStatusCatalogueTest {
    private final StatusCatalogue catalogue = StatusCatalogue.published();

    @Test
    void namesEveryStatusOfTheCodeAndNoOther() {
        assertThat(codes(Subject.CANDIDATE)).containsExactlyInAnyOrder(names(CandidateStatus.values()));
        assertThat(codes(Subject.CLAIM)).containsExactlyInAnyOrder(names(Stage.values()));
        assertThat(codes(Subject.RUN)).containsExactlyInAnyOrder(names(RunStage.values()));
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void leadsOnlyToStatusesItNames(Subject subject) {
        for (StatusEntry entry : catalogue.all(subject)) {
            assertThat(codes(subject)).as(entry.code()).containsAll(entry.next());
        }
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void reachesEveryStatusFromTheFirst(Subject subject) {
        List<StatusEntry> all = catalogue.all(subject);
        Stream<String> led = all.stream().flatMap(e -> e.next().stream());
        assertThat(Stream.concat(Stream.of(all.get(0).code()), led).distinct())
                .containsExactlyInAnyOrderElementsOf(codes(subject));
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void hasWordsInBothLanguages(Subject subject) {
        for (StatusEntry entry : catalogue.all(subject)) {
            assertThat(entry.zh()).as(entry.code()).containsPattern("\\p{IsHan}");
            assertThat(entry.descriptionZh())
                    .as(entry.code())
                    .containsPattern("\\p{IsHan}")
                    .endsWith("。");
            assertThat(entry.en()).as(entry.code()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
            assertThat(entry.descriptionEn()).as(entry.code()).endsWith(".").doesNotContainPattern("\\p{IsHan}");
        }
    }

    @ParameterizedTest
    @EnumSource(CandidateStatus.class)
    void endsExactlyWhereTheCodeDoes(CandidateStatus status) {
        assertThat(catalogue.entry(Subject.CANDIDATE, status).ends()).isEqualTo(status.isFinal());
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void saysWhoActsAsLongAsAnythingFollows(Subject subject) {
        for (StatusEntry entry : catalogue.all(subject)) {
            boolean somebody = entry.acts() != null;
            // A failed run ends, but the office has to run again.
            assertThat(somebody)
                    .as(entry.code())
                    .isEqualTo(!entry.ends() || entry.code().equals("FAILED"));
            if (entry.ends()) {
                assertThat(entry.deadline().kind()).as(entry.code()).isEqualTo(Deadline.Kind.NONE);
            }
        }
    }

    @Test
    void putsEveryStatusOfACandidateAtAStep() {
        List<String> steps = catalogue.steps().stream().map(Step::code).toList();
        for (StatusEntry entry : catalogue.all(Subject.CANDIDATE)) {
            assertThat(steps).as(entry.code()).contains(entry.step());
        }
    }

    private List<String> codes(Subject subject) {
        return catalogue.all(subject).stream().map(StatusEntry::code).toList();
    }

    private static String[] names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }
}
