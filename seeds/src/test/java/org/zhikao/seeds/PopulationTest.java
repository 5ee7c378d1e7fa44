package org.zhikao.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.sealing.IdentityNumber;
import org.zhikao.formats.sealing.PersonName;
import org.zhikao.seeds.FictionalCandidate.Answer;
import org.zhikao.seeds.FictionalCandidate.Review;

class PopulationTest {
    private static final int MANY = 30_000;
    private static final Population USUAL = Population.of(7, MANY, Seasons.aSpringSeason());

    @Test
    void givesTheSameBytesForTheSameSeed() {
        assertThat(digest(7)).isEqualTo("922c7c20c1dd651dc0c6d50187e299ebeefbebb1362ccbd9cbdcad839cae8adc");
        assertThat(digest(8)).isNotEqualTo(digest(7));
    }

    @Test
    void drawsACandidateWithoutTheOthersAndInAnyLocale() {
        Locale before = Locale.getDefault();
        Population again = Population.of(7, MANY, Seasons.aSpringSeason());
        String alone = line(again, again.candidate(12_345));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            assertThat(line(USUAL, USUAL.candidate(12_345))).isEqualTo(alone);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void sharesNoCandidateBetweenSeasons() {
        SeasonShape one = Seasons.aSpringSeason();
        SeasonShape other = new SeasonShape(new SeasonId("s-other-2026"), 2026, 1, one.tracks(), one.preferences());
        Set<CandidateId> ids = Population.of(7, 1_000, one).stream()
                .map(FictionalCandidate::id)
                .collect(Collectors.toSet());
        assertThat(Population.of(7, 1_000, other).stream().map(FictionalCandidate::id))
                .doesNotContainAnyElementsOf(ids);
    }

    @Test
    void neverRepeatsAnIdOrAnIdentityNumberAmongThreeHundredThousand() {
        Population province = Population.of(7, 300_000, Seasons.aSpringSeason());
        Set<String> ids = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        province.stream().forEach(c -> {
            ids.add(c.id().value());
            numbers.add(c.particulars().identityNumber());
        });
        assertThat(ids).hasSize(300_000);
        assertThat(numbers).hasSize(300_000);
    }

    @Test
    void writesIdentityNumbersThatAreWellFormedAndNobodys() {
        int[] factors = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        assertThat(USUAL.stream()).allSatisfy(c -> {
            String number = c.particulars().identityNumber();
            assertThat(number).matches("99[0-9]{15}[0-9X]");
            assertThat(IdentityNumber.read(number).isFictional()).isTrue();
            assertThat(number).startsWith(c.point().value().split("/", -1)[2]);
            int sum = IntStream.range(0, 17)
                    .map(i -> factors[i] * (number.charAt(i) - '0'))
                    .sum();
            assertThat("10X98765432".charAt(sum % 11)).isEqualTo(number.charAt(17));
            int year = Integer.parseInt(number.substring(6, 10));
            assertThat(year).isBetween(c.adult() ? 1979 : 2006, c.adult() ? 2006 : 2009);
            assertThat(c.particulars().phone()).matches("164[0-9]{8}");
        });
    }

    @Test
    void writesTheCheckCharacterOfTheStandardsOwnExample() {
        assertThat(IdentityNumbers.check("11010519491231002")).isEqualTo('X');
    }

    @Test
    void namesPeopleByTheRules() {
        List<String> names = USUAL.stream().map(c -> c.particulars().name()).toList();
        assertThat(names).allSatisfy(name -> {
            assertThat(name.codePointCount(0, name.length())).isBetween(2, 20);
            assertThat(new PersonName(name).value()).isEqualTo(name);
            assertThat(Normalizer.isNormalized(name, Normalizer.Form.NFC)).isTrue();
            assertThat(name.codePoints()
                            .allMatch(c -> c == 0xB7 || Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN))
                    .isTrue();
        });
        assertThat(share(names, n -> n.contains("·"))).isBetween(200, 400);
        assertThat(names).anyMatch(n -> n.codePoints().anyMatch(Character::isSupplementaryCodePoint));
        assertThat(names).anyMatch(n -> n.contains("䶮"));
    }

    @Test
    void countsPupilsByTheirSchoolAndAdultsAmongTheOtherKinds() {
        Map<OrganisationId, Organisation.Kind> points =
                USUAL.organisations().all().stream().collect(Collectors.toMap(Organisation::id, Organisation::kind));
        USUAL.stream().forEach(c -> {
            switch (Objects.requireNonNull(points.get(c.point()))) {
                case VOCATIONAL_SCHOOL -> assertThat(c.kind()).isEqualTo("SECONDARY_VOCATIONAL");
                case TECHNICAL_SCHOOL -> assertThat(c.kind()).isEqualTo("TECHNICAL_SCHOOL");
                case COUNTY -> assertThat(c.kind()).isIn("VETERAN", "SOCIAL");
                case PROVINCE, CITY, COLLEGE -> fail("nobody registers at " + c.point());
            }
        });
    }

    @Test
    void behavesAsOftenAsTheHabitsSay() {
        List<FictionalCandidate> all = USUAL.stream().toList();
        assertThat(share(all, c -> c.review() == Review.REJECTED)).isCloseTo(50, within(15));
        assertThat(share(all, c -> c.review() == Review.RETURNED)).isCloseTo(100, within(20));
        assertThat(share(all, c -> c.withdraws().isPresent())).isCloseTo(50, within(15));
        assertThat(share(all, c -> c.withdraws().isPresent() && c.review() != Review.CONFIRMED))
                .isZero();
        assertThat(share(all, c -> !c.attends("SKILL") || !c.attends("CULTURE")))
                .isCloseTo(200, within(30));
        assertThat(share(all, c -> c.exemption().isPresent())).isCloseTo(100, within(20));
        assertThat(share(all, c -> c.answer() == Answer.CONFIRM)).isCloseTo(9_700, within(40));
        assertThat(share(all, c -> c.joins(2))).isCloseTo(8_000, within(100));
        assertThat(share(all, c -> c.joins(1))).isCloseTo(9_900, within(30));
        assertThat(share(all, c -> c.locks(1))).isCloseTo(9_000, within(80));
        assertThat(share(all, FictionalCandidate::adult)).isCloseTo(600, within(60));
        assertThat(all).anyMatch(c -> c.withdraws().equals(Optional.of(Phase.EXAM)));
    }

    @Test
    void claimsOnlyGroundsThatTheTrackKnowsAndAsksForAUnitWhenAdmittedWithoutExam() {
        Population eager =
                Population.of(7, 2_000, Seasons.aSpringSeason(), Habits.usual().withExemption(5_000));
        List<ExemptionStory> stories =
                eager.stream().flatMap(c -> c.exemption().stream()).toList();
        assertThat(stories.size()).isBetween(900, 1_100);
        assertThat(stories).allSatisfy(s -> {
            assertThat(s.unit() != null).isEqualTo(s.effect().equals("FULL_FREE"));
            assertThat(s.evidence()).allSatisfy(e -> assertThat(e.digest()).matches("[0-9a-f]{64}"));
        });
        assertThat(share(stories, ExemptionStory::approved)).isBetween(7_000, 9_000);
        assertThat(stories).anyMatch(s -> s.late() != null).anyMatch(ExemptionStory::withdrawn);
        Map<String, PlanUnit> units = Filing.units(eager);
        eager.stream()
                .forEach(c -> c.exemption()
                        .map(ExemptionStory::unit)
                        .ifPresent(unit -> assertThat(
                                        Objects.requireNonNull(units.get(unit)).category())
                                .isEqualTo(c.category())));
    }

    @Test
    void givesMarksWithinTheMaximumAndTwoThirdsOnTheLines() {
        List<FictionalCandidate> sat = USUAL.stream()
                .filter(c -> c.attends("SKILL") && c.attends("CULTURE"))
                .toList();
        for (FictionalCandidate c : sat) {
            USUAL.shape()
                    .tracks()
                    .get(0)
                    .components()
                    .forEach(p -> assertThat(Objects.requireNonNull(c.marks().get(p.code()))
                                    .value())
                            .isBetween(0L, p.maximum()));
        }
        assertThat(share(sat, Filing::onTheLines)).isCloseTo(6_667, within(150));
        assertThat(share(sat, c -> c.marks().values().stream().anyMatch(m -> m.status() == Mark.Status.MISCONDUCT)))
                .isBetween(1, 12);
        assertThat(USUAL.stream()
                        .filter(c -> !c.attends("SKILL"))
                        .map(c -> Objects.requireNonNull(c.marks().get("operation"))
                                .status()))
                .isNotEmpty()
                .containsOnly(Mark.Status.ABSENT);
    }

    @Test
    void givesWholeMarksInSeasonUnits() {
        Population halves = Population.of(7, 2_000, Seasons.aSeasonOfTwoTracks());
        assertThat(halves.stream().flatMap(c -> c.marks().values().stream())).allMatch(m -> m.value() % 2 == 0);
        assertThat(share(halves.stream().toList(), c -> c.track().equals("pupils")))
                .isCloseTo(7_500, within(300));
    }

    @Test
    void listsTwentyDifferentUnitsOfTheOwnMarketInALargeProvince() {
        Map<String, PlanUnit> units = Filing.units(USUAL);
        USUAL.stream().limit(3_000).forEach(c -> {
            List<String> list = c.preferences(1, USUAL.plans().regular());
            assertThat(list).hasSize(20).doesNotHaveDuplicates();
            assertThat(list).allSatisfy(code -> {
                PlanUnit unit = Objects.requireNonNull(units.get(code));
                assertThat(unit.track()).isEqualTo(c.track());
                assertThat(unit.category()).isEqualTo(c.category());
            });
        });
    }

    @Test
    void refusesAnEmptyOrAnOversizedProvince() {
        assertThatThrownBy(() -> Population.of(7, 0, Seasons.aSpringSeason()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Population.of(7, 1_000_001, Seasons.aSpringSeason()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void computesWithIntegersOnly() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources =
                    files.filter(f -> f.toString().endsWith(".java")).toList();
            assertThat(sources)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(f -> assertThat(read(f))
                            .doesNotContainPattern(
                                    "\\b(float|double|Float|Double|BigDecimal|Math\\.random|java\\.util\\.Random)\\b")
                            .doesNotContainPattern("\\.now\\(|systemDefault|hashCode\\(|nanoTime|currentTimeMillis"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> int share(List<T> all, Predicate<T> which) {
        return (int) (all.stream().filter(which).count() * 10_000 / all.size());
    }

    private static String digest(long seed) {
        Population thousand = Population.of(seed, 1_000, Seasons.aSpringSeason());
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            thousand.organisations().all().forEach(o -> sha.update((o + "\n").getBytes(UTF_8)));
            thousand.plans().plans().forEach(p -> sha.update((p + "\n").getBytes(UTF_8)));
            thousand.stream().forEach(c -> sha.update((line(thousand, c) + "\n").getBytes(UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(Population of, FictionalCandidate c) {
        return String.join(
                "|",
                c.id().value(),
                c.track(),
                c.category(),
                c.kind(),
                c.point().value(),
                c.particulars().toString(),
                c.review().name(),
                c.withdraws().toString(),
                c.exemption().toString(),
                new TreeMap<>(c.marks()).toString(),
                c.preferences(1, of.plans().regular()).toString(),
                c.joins(1) + "," + c.joins(2) + "," + c.locks(1) + "," + c.locks(2),
                c.answer().name());
    }
}
