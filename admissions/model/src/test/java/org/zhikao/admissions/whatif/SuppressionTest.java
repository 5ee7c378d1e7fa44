package org.zhikao.admissions.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.whatif.WhatIfReport.Groups;
import org.zhikao.admissions.whatif.WhatIfReport.Row;
import org.zhikao.admissions.whatif.WhatIfReport.Verdict;

/** No small count can be worked out from what the tables show: tried by filling the hidden cells in every possible way. */
class SuppressionTest {
    private static final List<Verdict> VERDICTS = List.of(Verdict.values());

    private static GroupTables tables(int[][][] counties) {
        GroupTables tables = new GroupTables(VERDICTS);
        for (int k = 0; k < counties.length; k++) {
            for (int s = 0; s < counties[k].length; s++) {
                for (int v = 0; v < 3; v++) {
                    for (int n = 0; n < counties[k][s][v]; n++) {
                        tables.count("t", "k" + k, "k" + k + "/s" + s, v);
                    }
                }
            }
        }
        return tables;
    }

    @Test
    void hidesASmallCountAndWhatWouldGiveItAway() {
        Groups groups = tables(new int[][][] {{{3, 20, 30}, {40, 50, 60}}, {{70, 80, 90}, {25, 35, 45}}})
                .shown()
                .groups();
        Row first = groups.schools().get(0);
        assertThat(first.counts().get(0)).isNull();
        assertThat(first.counts()).filteredOn(c -> c == null).hasSizeGreaterThan(1);
        assertThat(groups.schools().get(1).counts()).filteredOn(c -> c == null).hasSizeGreaterThan(1);
        assertThat(groups.counties()).allSatisfy(row -> assertThat(row.counts()).doesNotContainNull());
    }

    @Test
    void showsANoughtOnlyWhereNobodyHasTheOutcome() {
        Groups none = tables(new int[][][] {{{0, 0, 30}, {0, 0, 60}}}).shown().groups();
        assertThat(none.schools())
                .allSatisfy(row -> assertThat(row.counts().subList(0, 2)).containsExactly(0, 0));
        Groups some = tables(new int[][][] {{{9, 0, 30}, {12, 25, 60}}}).shown().groups();
        assertThat(some.schools().get(0).counts().get(1)).isNull();
    }

    @Test
    void takesSmallGroupsTogether() {
        Groups groups = tables(new int[][][] {{{1, 1, 0}, {1, 0, 1}, {30, 30, 30}}, {{1, 0, 1}}, {{20, 20, 20}}})
                .shown()
                .groups();
        assertThat(groups.schools()).extracting(Row::candidates).allMatch(n -> n >= 5);
        assertThat(groups.counties()).extracting(Row::candidates).allMatch(n -> n >= 5);
        assertThat(groups.counties().stream().mapToInt(Row::candidates).sum())
                .isEqualTo(groups.total().candidates());
    }

    /** Two counties of two schools: sizes, verdicts and totals as published leave every small cell at least two values. */
    @Property(tries = 150)
    void leavesEverySmallCellMoreThanOneValue(@ForAll @Size(12) List<@IntRange(min = 0, max = 6) Integer> values) {
        int[][][] counties = new int[2][2][3];
        for (int c = 0; c < 12; c++) {
            counties[c / 6][c / 3 % 2][c % 3] = values.get(c);
        }
        Groups groups = tables(counties).shown().groups();
        assertThat(groups.schools())
                .allSatisfy(row -> assertThat(
                                row.candidates() >= 5 || groups.schools().size() == 1)
                        .isTrue());
        new Attack(groups).everySmallCellIsOpen();
    }

    /** Everything an attacker has: row sizes, shown cells, and that counts are not negative. */
    private static final class Attack {
        private final Groups groups;
        private final List<Row> schools;
        private final int[] at;
        /** The cell that must differ from a value, -1 = none. */
        private int cell = -1;

        private int value;

        Attack(Groups groups) {
            this.groups = groups;
            schools = groups.schools();
            at = new int[schools.size() * 3];
        }

        void everySmallCellIsOpen() {
            assertThat(solved(0)).as("what is shown fits the truth").isTrue();
            int[] one = at.clone();
            for (int c = 0; c < one.length; c++) {
                if (schools.get(c / 3).counts().get(c % 3) == null && one[c] < 5) {
                    cell = c;
                    value = one[c];
                    assertThat(solved(0)).as("cell " + c + " of " + groups).isTrue();
                }
            }
        }

        private boolean solved(int row) {
            if (row == schools.size()) {
                return adds(groups.total(), r -> true);
            }
            Row school = schools.get(row);
            for (int a = 0; a <= school.candidates(); a++) {
                for (int b = 0; a + b <= school.candidates(); b++) {
                    at[row * 3] = a;
                    at[row * 3 + 1] = b;
                    at[row * 3 + 2] = school.candidates() - a - b;
                    if (fits(school, row) && countyFits(row) && solved(row + 1)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean fits(Row school, int row) {
            for (int v = 0; v < 3; v++) {
                Integer shown = school.counts().get(v);
                if (shown != null && shown != at[row * 3 + v]) {
                    return false;
                }
            }
            return cell / 3 != row || cell < 0 || at[cell] != value;
        }

        /** The county's sums, once its last school is filled in. */
        private boolean countyFits(int row) {
            String county = schools.get(row).within();
            boolean last =
                    row + 1 == schools.size() || !schools.get(row + 1).within().equals(county);
            return !last
                    || groups.counties().stream()
                            .filter(c -> c.group().equals(county))
                            .allMatch(c -> adds(c, r -> r.within().equals(county)));
        }

        private boolean adds(Row sum, Predicate<Row> which) {
            for (int v = 0; v < 3; v++) {
                int people = 0;
                for (int r = 0; r < schools.size(); r++) {
                    people += which.test(schools.get(r)) ? at[r * 3 + v] : 0;
                }
                Integer shown = sum.counts().get(v);
                if (shown != null && shown != people) {
                    return false;
                }
            }
            return true;
        }
    }
}
