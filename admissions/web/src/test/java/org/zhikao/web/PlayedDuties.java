package org.zhikao.web;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhikao.admissions.duty.Bar;
import org.zhikao.admissions.duty.DutyTerms;
import org.zhikao.admissions.duty.FormField;
import org.zhikao.admissions.duty.FormField.Kind;
import org.zhikao.admissions.duty.ProcessTerms;
import org.zhikao.admissions.season.SeasonTerms;
import org.zhikao.admissions.season.Seasons;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.Sealed;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.web.duty.DutyQueue;
import org.zhikao.web.duty.DutySeal;

/** A published physical check, owed about one candidate and overdue; what is sealed is kept to be looked at. */
@Configuration(proxyBeanMethods = false)
class PlayedDuties {
    static final Map<CandidateId, SortedMap<String, String>> SEALED = new TreeMap<>();
    private static final DutyTerms PHYSICAL = new DutyTerms(
            "physical",
            "user_physical",
            "体检",
            Role.REGISTRATION_POINT,
            Role.EXAM_OFFICE,
            false,
            List.of(
                    new FormField(
                            "sight",
                            "视力",
                            Kind.CHOICE,
                            true,
                            false,
                            "以矫正后的视力为准",
                            List.of(new FormField.Choice("GOOD", "正常"), new FormField.Choice("WEAK", "偏弱"))),
                    new FormField("height", "身高（厘米）", Kind.NUMBER, false, false, "", List.of()),
                    new FormField("day", "体检日期", Kind.DATE, true, false, "", List.of()),
                    new FormField("vaccinated", "已接种疫苗", Kind.YES_NO, true, false, "", List.of()),
                    new FormField("illness", "既往病史", Kind.TEXT, false, true, "", List.of())),
            List.of(
                    new DutyTerms.Outcome("FIT", "合格", List.of()),
                    new DutyTerms.Outcome("UNFIT", "不合格", List.of(Bar.PREFERENCE, Bar.PLACEMENT))));

    @Bean
    Seasons publishedSeasons() {
        SeasonTerms terms = mock(SeasonTerms.class);
        when(terms.processes()).thenReturn(List.of(new ProcessTerms("application", 2, List.of(PHYSICAL), List.of())));
        return season -> terms;
    }

    @Bean
    DutySeal dutySeal() {
        return (candidate, fields) -> {
            SEALED.put(candidate, fields);
            return new Sealed("1", "Y2lwaGVy", "d1");
        };
    }

    @Bean
    DutyQueue dutyQueue() {
        DutyQueue.Open open = new DutyQueue.Open(
                Played.SUBMITTED,
                "application",
                Played.SUBMITTED.value(),
                "user_physical",
                Played.AT.minusSeconds(900_000),
                Played.AT.minusSeconds(60),
                true);
        return new DutyQueue() {
            @Override
            public List<Open> owedBy(SeasonId season, Role role, @Nullable OrganisationId under, int most) {
                return List.of(open);
            }

            @Override
            public List<Open> owedBy(CandidateId candidate, int most) {
                return List.of();
            }

            @Override
            public Optional<Open> find(String process, String about, String step) {
                return about.equals(open.about()) && step.equals(open.step()) ? Optional.of(open) : Optional.empty();
            }
        };
    }
}
