package org.zhikao.admissions.language;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.dossier.Dossier;
import org.zhikao.admissions.duty.DutyCommand;
import org.zhikao.admissions.duty.DutyEvent;
import org.zhikao.admissions.duty.DutyRefusal;
import org.zhikao.admissions.exam.Draw;
import org.zhikao.admissions.exam.DrawCommand;
import org.zhikao.admissions.exam.DrawEvent;
import org.zhikao.admissions.exam.ExamCommand;
import org.zhikao.admissions.exam.ExamEvent;
import org.zhikao.admissions.exam.ExamRefusal;
import org.zhikao.admissions.exemption.ExemptionCommand;
import org.zhikao.admissions.exemption.ExemptionEvent;
import org.zhikao.admissions.exemption.ExemptionRefusal;
import org.zhikao.admissions.placement.PlacementCommand;
import org.zhikao.admissions.placement.PlacementEvent;
import org.zhikao.admissions.placement.PlacementRefusal;
import org.zhikao.admissions.placement.PlacementRun;
import org.zhikao.admissions.placement.RunCommand;
import org.zhikao.admissions.placement.RunEvent;
import org.zhikao.admissions.plan.Plan;
import org.zhikao.admissions.plan.PlanCommand;
import org.zhikao.admissions.plan.PlanEvent;
import org.zhikao.admissions.plan.PlanRefusal;
import org.zhikao.admissions.preference.PreferenceCommand;
import org.zhikao.admissions.preference.PreferenceEvent;
import org.zhikao.admissions.preference.PreferenceRefusal;
import org.zhikao.admissions.registration.RegistrationCommand;
import org.zhikao.admissions.registration.RegistrationEvent;
import org.zhikao.admissions.registration.RegistrationRefusal;
import org.zhikao.admissions.scoring.Release;
import org.zhikao.admissions.scoring.ReleaseCommand;
import org.zhikao.admissions.scoring.ReleaseEvent;
import org.zhikao.admissions.scoring.ScoringCommand;
import org.zhikao.admissions.scoring.ScoringEvent;
import org.zhikao.admissions.scoring.ScoringRefusal;
import org.zhikao.admissions.season.Season;
import org.zhikao.admissions.season.SeasonCommand;
import org.zhikao.admissions.season.SeasonEvent;
import org.zhikao.admissions.season.SeasonRefusal;
import org.zhikao.admissions.shared.EventNames;
import org.zhikao.admissions.shared.RefusalCode;

/**
 * Nothing of the model goes untold: every command is sent, every event and every refusal code is expected by a scene.
 *
 * <p>The scenes are played here once more, so that the answer does not depend on which tests ran before.
 */
class EveryOutcomeIsToldTest {
    private static final List<Class<?>> AGGREGATES =
            List.of(Dossier.class, Season.class, Plan.class, Draw.class, Release.class, PlacementRun.class);
    private static final List<Class<?>> COMMANDS = List.of(
            RegistrationCommand.class,
            DutyCommand.class,
            ExamCommand.class,
            DrawCommand.class,
            ExemptionCommand.class,
            ScoringCommand.class,
            ReleaseCommand.class,
            PlanCommand.class,
            PreferenceCommand.class,
            PlacementCommand.class,
            RunCommand.class,
            SeasonCommand.class);
    private static final List<Class<?>> EVENTS = List.of(
            RegistrationEvent.class,
            DutyEvent.class,
            ExamEvent.class,
            DrawEvent.class,
            ExemptionEvent.class,
            ScoringEvent.class,
            ReleaseEvent.class,
            PlanEvent.class,
            PreferenceEvent.class,
            PlacementEvent.class,
            RunEvent.class,
            SeasonEvent.class);
    private static final List<Class<? extends RefusalCode>> REFUSALS = List.of(
            RegistrationRefusal.class,
            DutyRefusal.class,
            ExamRefusal.class,
            ExemptionRefusal.class,
            ScoringRefusal.class,
            PlanRefusal.class,
            PreferenceRefusal.class,
            PlacementRefusal.class,
            SeasonRefusal.class);

    @BeforeAll
    static void playEveryScene() throws ReflectiveOperationException, IOException {
        List<Class<?>> told = useCases();
        assertThat(told).hasSizeGreaterThan(15);
        for (Class<?> useCase : told) {
            Constructor<?> constructor = useCase.getDeclaredConstructor();
            constructor.setAccessible(true);
            for (Method scene : useCase.getDeclaredMethods()) {
                if (scene.isAnnotationPresent(Test.class)) {
                    scene.setAccessible(true);
                    scene.invoke(constructor.newInstance());
                }
            }
        }
    }

    private static List<Class<?>> useCases() throws ReflectiveOperationException, IOException {
        Path root = Path.of("target/test-classes");
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("Test.class")).toList()) {
                String name = root.relativize(file).toString().replace('/', '.').replace(".class", "");
                Class<?> type = Class.forName(name);
                if (type.isAnnotationPresent(GivenWhenThen.class)) {
                    found.add(type);
                }
            }
        }
        return found;
    }

    private static Set<Class<?>> permitted(List<Class<?>> protocols) {
        return protocols.stream()
                .flatMap(p -> Arrays.stream(p.getPermittedSubclasses()))
                .collect(toSet());
    }

    private static List<Class<?>> handled(Class<?> aggregate, Class<? extends Annotation> by) {
        return Arrays.stream(aggregate.getDeclaredMethods())
                .filter(m -> m.isAnnotationPresent(by))
                .<Class<?>>map(m -> m.getParameterTypes()[0])
                .toList();
    }

    @Test
    void everyCommandIsSent() {
        assertThat(Seen.commands()).containsExactlyInAnyOrderElementsOf(permitted(COMMANDS));
    }

    @Test
    void everyEventIsExpected() {
        assertThat(Seen.events()).containsExactlyInAnyOrderElementsOf(permitted(EVENTS));
    }

    @Test
    void everyRefusalIsExpected() {
        Set<String> all = REFUSALS.stream()
                .flatMap(r -> Arrays.stream(r.getEnumConstants()))
                .map(EveryOutcomeIsToldTest::name)
                .collect(toCollection(TreeSet::new));
        Set<String> seen =
                Seen.codes().stream().map(EveryOutcomeIsToldTest::name).collect(toCollection(TreeSet::new));
        assertThat(seen).isEqualTo(all);
    }

    private static String name(RefusalCode code) {
        return code.getClass().getSimpleName() + "." + code.name();
    }

    @Test
    void everyProtocolOfTheModelIsLookedAt() {
        Set<String> named = permitted(EVENTS).stream().map(Class::getName).collect(toSet());
        assertThat(named).containsExactlyInAnyOrderElementsOf(EventNames.all().values());
    }

    @Test
    void everyCommandHasOneHandler() {
        List<Class<?>> handlers = AGGREGATES.stream()
                .flatMap(a -> handled(a, CommandHandler.class).stream())
                .toList();
        assertThat(handlers).containsExactlyInAnyOrderElementsOf(permitted(COMMANDS));
    }

    /** A sealed parent counts for all it permits; D2: an event without one is lost on replay while every fixture stays green. */
    @Test
    void everyEventHasOneSourcingHandler() {
        List<Class<?>> sourced = AGGREGATES.stream()
                .flatMap(a -> handled(a, EventSourcingHandler.class).stream())
                .flatMap(type -> type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()) : Stream.of(type))
                .<Class<?>>map(type -> type)
                .toList();
        assertThat(sourced).containsExactlyInAnyOrderElementsOf(permitted(EVENTS));
    }
}
