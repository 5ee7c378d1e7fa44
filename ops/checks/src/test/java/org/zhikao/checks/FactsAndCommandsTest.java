package org.zhikao.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.bad.Faults;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.EventNames;

/** What every fact and every command must have. */
class FactsAndCommandsTest {
    static List<Class<?>> facts() {
        return spoken(Event.class);
    }

    static List<Class<?>> commands() {
        return spoken(Command.class);
    }

    static List<Class<?>> aggregates() {
        return House.SHIPPED.stream()
                .filter(type ->
                        type.getFields().stream().anyMatch(field -> field.isAnnotatedWith(AggregateIdentifier.class)))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    private static List<Class<?>> spoken(Class<?> protocol) {
        return House.SHIPPED.stream()
                .filter(type -> type.isAssignableTo(protocol) && !type.isInterface())
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    private static ArchRule areRecordsOfOneProtocol(Class<?> protocol) {
        return classes()
                .that()
                .areAssignableTo(protocol)
                .and()
                .areNotInterfaces()
                .should(new ArchCondition<>("be records that stand in one sealed interface") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        Class<?> spoken = type.reflect();
                        Class<?> home = spoken.getEnclosingClass();
                        boolean permitted = home != null
                                && home.isSealed()
                                && protocol.isAssignableFrom(home)
                                && List.of(home.getPermittedSubclasses()).contains(spoken);
                        events.add(new SimpleConditionEvent(type, spoken.isRecord() && permitted, type.getName()));
                    }
                })
                .because("a protocol that can be read on one screen, and that nobody extends elsewhere, is complete");
    }

    @Test
    void factsAndCommandsAreRecordsOfOneProtocol() {
        House.holds(areRecordsOfOneProtocol(Event.class));
        House.holds(areRecordsOfOneProtocol(Command.class));
        assertThat(House.refuses(areRecordsOfOneProtocol(Event.class), Faults.LooseEvent.class))
                .isTrue();
        assertThat(House.refuses(areRecordsOfOneProtocol(Command.class), Faults.LooseCommand.class))
                .isTrue();
    }

    @Test
    void everyFactHasAStoredNameAndEveryNameAFact() {
        assertThat(facts().stream().map(Class::getName))
                .containsExactlyInAnyOrderElementsOf(EventNames.all().values());
    }

    @Test
    void everyFactHasItsGoldenFile() {
        assertThat(facts()).allSatisfy(fact -> {
            Revision revision = fact.getAnnotation(Revision.class);
            assertThat(revision).as("revision").isNotNull();
            assertThat(Repository.ROOT.resolve("admissions/formats/src/test/resources/contracts/"
                            + EventNames.nameOf(fact.getName()) + ".v" + revision.value() + ".json"))
                    .matches(Files::isRegularFile, "is there");
        });
    }

    /** Axon passes over a fact without a handler in silence, and the aggregate forgets it at the next replay. */
    @Test
    void everyFactIsFoldedByOneAggregate() {
        assertThat(facts())
                .allSatisfy(fact -> assertThat(homes(EventSourcingHandler.class, type -> type.isAssignableFrom(fact)))
                        .hasSize(1));
        assertThat(homes(EventSourcingHandler.class, type -> type.isAssignableFrom(Faults.LooseEvent.class)))
                .isEmpty();
    }

    @Test
    void everyCommandHasOneHandler() {
        assertThat(commands())
                .allSatisfy(command -> assertThat(homes(CommandHandler.class, type -> type == command))
                        .hasSize(1));
        assertThat(homes(CommandHandler.class, type -> type == Faults.LooseCommand.class))
                .isEmpty();
    }

    private static List<Method> homes(Class<? extends Annotation> handler, Predicate<Class<?>> takes) {
        return aggregates().stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(handler) && takes.test(method.getParameterTypes()[0]))
                .toList();
    }

    private static final ArchRule READERS_HAVE_A_NAME = classes()
            .that()
            .implement(EventMessageHandler.class)
            .or(DescribedPredicate.describe(
                    "have an event handler",
                    (JavaClass type) ->
                            type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(EventHandler.class))))
            .should()
            .beAnnotatedWith(ProcessingGroup.class)
            .because("a reader named after its package loses its place when the package moves, and starts over");

    @Test
    void everyReaderNamesItsGroup() {
        House.holds(READERS_HAVE_A_NAME);
        Stream.of(
                        org.zhikao.workflows.bad.Faults.ListensWithoutAGroup.class,
                        org.zhikao.workflows.bad.Faults.HandlesWithoutAGroup.class)
                .forEach(fault ->
                        assertThat(House.refuses(READERS_HAVE_A_NAME, fault)).isTrue());
    }
}
