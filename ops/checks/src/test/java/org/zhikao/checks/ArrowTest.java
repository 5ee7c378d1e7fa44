package org.zhikao.checks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CheckReturnValue;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.ModelInstance;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who may know whom: admissions, workflows, seeds, ops, in this direction only. */
class ArrowTest {
    private static final String SPRING = above(JdbcTemplate.class, 2) + "..";
    private static final String CAMUNDA = above(ProcessEngine.class, 2) + "..";

    private static final ArchRule MODEL_KNOWS_NOTHING_BUT_JAVA = classes()
            .that()
            .resideInAPackage(House.MODEL)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            House.MODEL,
                            Object.class.getPackageName() + "..",
                            BigDecimal.class.getPackageName() + "..",
                            Instant.class.getPackageName() + "..",
                            List.class.getPackageName() + "..",
                            NullMarked.class.getPackageName() + "..")
                    .or(oneOf(
                            CheckReturnValue.class,
                            AggregateIdentifier.class,
                            AggregateMember.class,
                            AggregateLifecycle.class,
                            CreationPolicy.class,
                            AggregateCreationPolicy.class,
                            CommandHandler.class,
                            EventSourcingHandler.class,
                            Revision.class))
                    .as("Java, JSpecify and the Axon types that an aggregate wears"))
            .because("what is decided must be readable and repeatable without any framework");

    @Test
    void theModelKnowsNothingButJava() {
        House.holds(MODEL_KNOWS_NOTHING_BUT_JAVA);
        assertThat(House.refuses(MODEL_KNOWS_NOTHING_BUT_JAVA, org.zhikao.admissions.bad.Faults.ReadsAFormat.class))
                .isTrue();
    }

    private static final ArchRule ENGINE_BEHIND_ITS_WALL = noClasses()
            .that(resideInAPackage(House.ROOT + "..").and(not(resideInAPackage(House.ENGINE))))
            .should()
            .dependOnClassesThat(resideInAPackage(CAMUNDA)
                    .and(not(resideInAnyPackage(
                            House.below(BpmnModelInstance.class), House.below(ModelInstance.class)))))
            .because("one package calls the engine, so one package changes when it is replaced");

    private static final ArchRule MODELS_ARE_READ_IN_TWO_PLACES = noClasses()
            .that(resideInAPackage(House.ROOT + "..").and(not(resideInAnyPackage(House.ENGINE, House.LINT))))
            .should()
            .dependOnClassesThat(resideInAPackage(CAMUNDA))
            .because("models are read where they are checked and where they run");

    @Test
    void theEngineStaysBehindItsWall() {
        House.holds(ENGINE_BEHIND_ITS_WALL);
        House.holds(MODELS_ARE_READ_IN_TWO_PLACES);
        assertThat(House.refuses(ENGINE_BEHIND_ITS_WALL, org.zhikao.web.bad.Faults.AsksTheEngine.class))
                .isTrue();
        assertThat(House.refuses(MODELS_ARE_READ_IN_TWO_PLACES, org.zhikao.workflows.bad.Faults.ReadsModels.class))
                .isTrue();
    }

    private static final ArchRule SPRING_OUTSIDE_ONLY = noClasses()
            .that(resideInAnyPackage(House.MODEL, House.FORMATS, House.AUDIT, House.SEEDS))
            .should()
            .dependOnClassesThat(resideInAPackage(SPRING))
            .because("rules, files, proofs and sample data must run where no application runs");

    @Test
    void springIsForWhatServes() {
        House.holds(SPRING_OUTSIDE_ONLY);
    }

    private static ArchRule uses(String room, String... others) {
        DescribedPredicate<JavaClass> ours = resideInAPackage(House.ROOT + "..");
        String[] allowed = Arrays.copyOf(others, others.length + 1);
        allowed[others.length] = room;
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(ours.and(not(resideInAnyPackage(allowed))).as("what stands to its right"))
                .because("each room uses only what stands to its left, or nothing can be read alone");
    }

    @Test
    void eachRoomUsesOnlyWhatStandsToItsLeft() {
        House.holds(uses(House.MODEL));
        House.holds(uses(House.FORMATS, House.MODEL));
        House.holds(uses(House.AUDIT, House.MODEL));
        House.holds(uses(House.VIEWS, House.MODEL, House.FORMATS));
        House.holds(uses(House.WEB, House.VIEWS, House.FORMATS, House.MODEL));
        House.holds(uses(House.WORKFLOWS, House.MODEL, House.FORMATS));
        House.holds(uses(House.SEEDS, House.MODEL, House.FORMATS));
        assertThat(House.refuses(
                        uses(House.WEB, House.VIEWS, House.FORMATS, House.MODEL),
                        org.zhikao.web.bad.Faults.LooksAhead.class))
                .isTrue();
    }

    private static final ArchRule FEATURES_FORM_NO_CIRCLE = slices().matching(
                    House.above(org.zhikao.admissions.season.Season.class) + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("two features that need each other are one feature");

    @Test
    void featuresFormNoCircle() {
        House.holds(FEATURES_FORM_NO_CIRCLE);
        assertThat(House.refuses(
                        FEATURES_FORM_NO_CIRCLE,
                        org.zhikao.admissions.bad.Faults.OneSide.class,
                        org.zhikao.admissions.worse.OtherSide.class))
                .isTrue();
    }

    private static final ArchRule AUDIT_SHARES_NOTHING = noClasses()
            .that()
            .resideInAPackage(House.AUDIT)
            .should()
            .dependOnClassesThat(resideInAPackage(House.MODEL)
                    .and(not(resideInAPackage(House.SHARED)))
                    .as("the model, its shared names excepted"))
            .because("a mistake shared by engine and audit would be found by neither");

    @Test
    void theAuditSharesNothingWithWhatItChecks() {
        House.holds(AUDIT_SHARES_NOTHING);
        assertThat(House.refuses(AUDIT_SHARES_NOTHING, org.zhikao.audit.bad.Faults.AsksTheScoreEngine.class))
                .isTrue();
        assertThat(House.refuses(AUDIT_SHARES_NOTHING, org.zhikao.audit.bad.Faults.AsksWhoPlaced.class))
                .isTrue();
    }

    private static final ArchRule PAGES_DECIDE_NOTHING = noClasses()
            .that()
            .resideInAPackage(House.WEB)
            .should()
            .dependOnClassesThat(resideInAPackage(House.below(EventSourcingHandler.class)))
            .because("a page sends commands and reads views; facts it has no business with");

    @Test
    void pagesNeverTouchTheEventStore() {
        House.holds(PAGES_DECIDE_NOTHING);
        assertThat(House.refuses(PAGES_DECIDE_NOTHING, org.zhikao.web.bad.Faults.ReadsTheEventStore.class))
                .isTrue();
    }

    /** A package written as text may be gone, and the rule over it stays green for ever. */
    @Test
    void packagesInRulesComeFromClasses() {
        List<String> written = Repository.testJava()
                .filter(path -> path.startsWith("ops/checks/"))
                .filter(path -> JavaText.code(Repository.read(path))
                        .lines()
                        .anyMatch(line -> line.matches(".*\"(org|com|java|javax)\\.[a-z.]+\\.*\".*")))
                .toList();
        assertThat(written).as("packages spelled out").isEmpty();
    }

    private static DescribedPredicate<JavaClass> oneOf(Class<?>... types) {
        Set<String> names = Arrays.stream(types).map(Class::getName).collect(Collectors.toSet());
        return DescribedPredicate.describe("one of " + names, type -> names.contains(type.getName()));
    }

    private static String above(Class<?> type, int levels) {
        String name = type.getPackageName();
        for (int i = 0; i < levels; i++) {
            name = name.substring(0, name.lastIndexOf('.'));
        }
        return name;
    }
}
