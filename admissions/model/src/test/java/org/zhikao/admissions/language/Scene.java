package org.zhikao.admissions.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;
import org.zhikao.admissions.dossier.Dossier;
import org.zhikao.admissions.exam.Draw;
import org.zhikao.admissions.placement.PlacementRun;
import org.zhikao.admissions.plan.Plan;
import org.zhikao.admissions.scoring.Release;
import org.zhikao.admissions.season.Rulebook;
import org.zhikao.admissions.season.Season;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.RefusalCode;
import org.zhikao.admissions.shared.Refused;

/**
 * One aggregate, what happened to it, what is ordered and what comes of it: events exactly, or one refusal code and no event.
 *
 * <p>Axon's check for state changed outside a sourcing handler stays on.
 */
public final class Scene<T> {
    private final AggregateTestFixture<T> fixture;
    private final List<Event> given = new ArrayList<>();

    private Scene(Class<T> aggregate, Object... ports) {
        fixture = new AggregateTestFixture<>(aggregate);
        fixture.registerCommandTargetResolver(
                message -> new VersionedAggregateIdentifier(((Command) message.getPayload()).target(), null));
        for (Object port : ports) {
            fixture.registerInjectableResource(port);
        }
    }

    public static Scene<Dossier> dossier(Terms terms) {
        return new Scene<>(Dossier.class, terms);
    }

    public static Scene<Season> season(Rulebook rulebook) {
        return new Scene<>(Season.class, rulebook, Drawings.REVIEW);
    }

    public static Scene<Plan> plan(Terms terms) {
        return new Scene<>(Plan.class, terms);
    }

    public static Scene<Draw> draw(Terms terms) {
        return new Scene<>(Draw.class, terms);
    }

    public static Scene<Release> release(Terms terms) {
        return new Scene<>(Release.class, terms);
    }

    public static Scene<PlacementRun> run(Terms terms) {
        return new Scene<>(PlacementRun.class, terms);
    }

    public Scene<T> given(List<? extends Event> facts) {
        given.addAll(facts);
        return this;
    }

    public Scene<T> given(Event... facts) {
        return given(Arrays.asList(facts));
    }

    public Then<T> when(Command command) {
        Seen.command(command);
        return new Then<>((given.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(given)).when(command));
    }

    /** 结果: what a command led to. */
    public record Then<T>(ResultValidator<T> result) {
        public void emits(Event... events) {
            result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
            Arrays.stream(events).forEach(Seen::event);
        }

        public void refuses(RefusalCode code) {
            result.expectNoEvents().expectException(refusedWith(code));
            Seen.code(code);
        }
    }

    private static Matcher<Throwable> refusedWith(RefusalCode code) {
        return new TypeSafeMatcher<>() {
            @Override
            protected boolean matchesSafely(Throwable thrown) {
                return thrown instanceof Refused refused && refused.code() == code;
            }

            @Override
            public void describeTo(Description description) {
                description.appendText("refused with " + code.getClass().getSimpleName() + "." + code.name());
            }
        };
    }
}
