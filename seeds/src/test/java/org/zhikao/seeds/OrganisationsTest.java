package org.zhikao.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.seeds.Organisation.Kind;

class OrganisationsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2_000, 30_000, 300_000, 1_000_000})
    void growsWithItsCandidatesAndStaysATreeOfTheUnusedSeries(int candidates) {
        Organisations tree = Organisations.of(7, candidates);
        OrganisationId province = new OrganisationId(Organisations.PROVINCE);
        assertThat(tree.all()).allMatch(o -> province.covers(o.id()));
        assertThat(tree.all()).extracting(Organisation::id).doesNotHaveDuplicates();
        assertThat(tree.all()).extracting(Organisation::name).doesNotHaveDuplicates();
        assertThat(tree.schools()).allMatch(s -> s.id().value().matches("99/99[0-9]{2}/99[0-9]{4}/s[0-9]{4}"));
        assertThat(tree.schools()).allMatch(s -> tree.counties().stream().anyMatch(c -> c.id().covers(s.id())));
        assertThat(tree.colleges()).allMatch(c -> c.id().value().matches("99/u[0-9]{4}"));
        assertThat(tree.schools())
                .extracting(Organisation::kind)
                .contains(Kind.VOCATIONAL_SCHOOL, Kind.TECHNICAL_SCHOOL);
    }

    @Test
    void isLargeEnoughForAProvince() {
        Organisations tree = Organisations.of(7, 300_000);
        assertThat(tree.cities()).hasSize(16);
        assertThat(tree.counties()).hasSize(128);
        assertThat(tree.schools()).hasSizeBetween(600, 900);
        assertThat(tree.colleges()).hasSizeBetween(100, 112);
    }
}
