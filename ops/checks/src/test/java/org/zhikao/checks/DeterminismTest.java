package org.zhikao.checks;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.text.SimpleDateFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.bad.Faults;

/** A replay ten years later, on another machine, gives the same answer. */
class DeterminismTest {
    private static final String WHY = "a replay ten years later must give the same answer";
    private static final String[] REPEATABLE = {House.MODEL, House.AUDIT};

    private static final ArchRule NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(REPEATABLE)
            .should()
            .callMethodWhere(target(name("now"))
                    .and(target(owner(resideInAPackage(Instant.class.getPackageName() + ".."))))
                    .as("now() of java.time"))
            .orShould()
            .callMethodWhere(target(nameMatching("currentTimeMillis|nanoTime"))
                    .and(target(owner(type(System.class))))
                    .as("the machine's clock"))
            .orShould()
            .dependOnClassesThat(type(Clock.class))
            .because(WHY);

    private static final ArchRule NO_CHANCE = noClasses()
            .that()
            .resideInAnyPackage(REPEATABLE)
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat(type(Random.class)
                    .or(type(SecureRandom.class))
                    .or(type(SplittableRandom.class))
                    .or(type(ThreadLocalRandom.class)))
            .because(WHY);

    @Test
    void modelAndAuditReadNoClockAndInventNothing() {
        House.holds(NO_CLOCK);
        House.holds(NO_CHANCE);
        assertThat(House.refuses(NO_CLOCK, Faults.ReadsTheClock.class)).isTrue();
        assertThat(House.refuses(NO_CLOCK, Faults.AsksTheMachineForTheTime.class))
                .isTrue();
        assertThat(House.refuses(NO_CHANCE, Faults.InventsIds.class)).isTrue();
        assertThat(House.refuses(NO_CHANCE, Faults.Draws.class)).isTrue();
    }

    private static final ArchRule NO_PLACE = noClasses()
            .should()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(TimeZone.class, "getDefault")
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .dependOnClassesThat(type(SimpleDateFormat.class).or(type(Calendar.class)))
            .because("neither zone nor language of a machine may change a date, a sum or a name");

    /** Everywhere, not only where things are decided: a mark printed in another language's digits is another mark. */
    @Test
    void nothingDependsOnWhereItRuns() {
        House.holds(NO_PLACE);
        assertThat(House.refuses(NO_PLACE, Faults.KnowsWhereItRuns.class)).isTrue();
        assertThat(House.refuses(NO_PLACE, Faults.FormatsDates.class)).isTrue();
        assertThat(House.refuses(NO_PLACE, Faults.FoldsLettersByLocale.class)).isTrue();
    }

    private static final Set<String> INEXACT = Set.of("float", "double", Float.class.getName(), Double.class.getName());

    private static final ArchRule EXACT = noClasses()
            .that(resideInAnyPackage(REPEATABLE))
            .should()
            .dependOnClassesThat(type(Float.class).or(type(Double.class)))
            .orShould()
            .callMethodWhere(DescribedPredicate.<JavaCall<?>>describe(
                    "an inexact number comes back",
                    call -> INEXACT.contains(call.getTarget().getRawReturnType().getName())))
            .because("marks are exact: one lost thousandth decides who is admitted");

    private static final Pattern FLOATING =
            Pattern.compile("\\b(float|double|Float|Double)\\b|\\b[0-9][0-9_]*\\.[0-9]|\\b[0-9][0-9_]*[fFdD]\\b");

    @Test
    void marksAreExact() {
        House.holds(EXACT);
        assertThat(House.refuses(EXACT, Faults.HoldsAFloat.class)).isTrue();
        assertThat(House.refuses(EXACT, Faults.CountsInDoubles.class)).isTrue();
    }

    /** Local variables leave no trace in a class; the text has them. */
    @Test
    void noVariableIsInexact() {
        List<String> found = Repository.mainJava()
                .filter(path -> path.startsWith("admissions/model/") || path.startsWith("admissions/audit/"))
                .filter(path -> inexact(Repository.read(path)))
                .toList();
        assertThat(found).as("files with float or double").isEmpty();
        assertThat(inexact("void f() { double a; }")).isTrue();
        assertThat(inexact("void f() { var a = 0.5; }")).isTrue();
        assertThat(inexact("/** 0.5 double */ void f() { String a = \"0.5\"; int b = 0xfd; }"))
                .isFalse();
    }

    private static boolean inexact(String source) {
        return FLOATING.matcher(JavaText.bare(source)).find();
    }

    private static DescribedPredicate<JavaClass> type(Class<?> type) {
        return DescribedPredicate.describe(type.getName(), other -> other.isEquivalentTo(type));
    }
}
