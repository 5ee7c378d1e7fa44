package org.zhikao.formats.placement;

import java.util.List;
import java.util.stream.Collectors;

/** 输入不可用: an input with at least one coded error; nothing is run on it. */
public final class UnusableInput extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<InputError> errors;

    public UnusableInput(List<InputError> errors) {
        super(errors.stream()
                .map(e -> e.code() + " " + e.where() + ": " + e.message())
                .collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    UnusableInput(String code, String where, String message) {
        this(List.of(new InputError(code, where, message)));
    }

    public List<InputError> errors() {
        return errors;
    }
}
