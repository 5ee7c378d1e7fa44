package org.zhikao.formats.sealing;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 个人信息: a particular as it is read, or the fact that it was erased or restricted. Reading it never throws. */
public final class PersonalText {
    private enum State {
        READABLE,
        RESTRICTED,
        ERASED
    }

    private static final PersonalText ERASED = new PersonalText(State.ERASED, null);
    private static final PersonalText RESTRICTED = new PersonalText(State.RESTRICTED, null);

    private final State state;
    private final @Nullable String value;

    private PersonalText(State state, @Nullable String value) {
        this.state = state;
        this.value = value;
    }

    public static PersonalText of(String value) {
        return new PersonalText(State.READABLE, value);
    }

    /** The key is destroyed. */
    public static PersonalText erased() {
        return ERASED;
    }

    /** The key is sealed: kept, and opened for nobody. */
    public static PersonalText restricted() {
        return RESTRICTED;
    }

    public boolean isErased() {
        return state == State.ERASED;
    }

    public boolean isRestricted() {
        return state == State.RESTRICTED;
    }

    public Optional<String> value() {
        return Optional.ofNullable(value);
    }

    /** Nothing equals what cannot be read, not even itself: two erased people are not one person. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonalText that && value != null && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value);
    }

    /** Never the text: this ends up in logs. */
    @Override
    public String toString() {
        return "PersonalText[" + state + "]";
    }
}
