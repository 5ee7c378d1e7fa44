package org.zhikao.views;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a longer list, continued after its last row's key rather than at an offset: no row is skipped or shown twice
 * when others come and go meanwhile, and the thousandth page costs what the first did.
 *
 * @param next hand it back to read on; null at the end
 */
public record Page<T>(List<T> rows, @Nullable String next) {
    private static final String BETWEEN = "\u001f";

    public Page {
        rows = List.copyOf(rows);
    }

    /** Cuts a list that was read one row longer than the page. */
    public static <T> Page<T> of(List<T> oneMore, int size, Function<T, List<String>> key) {
        if (oneMore.size() <= size) {
            return new Page<>(oneMore, null);
        }
        List<T> rows = oneMore.subList(0, size);
        return new Page<>(rows, cursor(key.apply(rows.get(size - 1))));
    }

    /** Same page with each row turned into something else. */
    public <R> Page<R> map(Function<T, R> each) {
        return new Page<>(rows.stream().map(each).toList(), next);
    }

    private static String cursor(List<String> key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, key).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The key in a cursor that {@link #of} made.
     *
     * @throws IllegalArgumentException for anything else, since cursors come back from outside
     */
    public static List<String> key(String cursor, int parts) {
        List<String> key =
                List.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(BETWEEN, -1));
        if (key.size() != parts) {
            throw new IllegalArgumentException("not a cursor: " + cursor);
        }
        return key;
    }
}
