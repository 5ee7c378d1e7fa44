package org.zhikao.web.shared;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Instants as people write them, in Beijing time, which holds in every province. */
@Component("dates")
public class Dates {
    public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE_ZH =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter MINUTE_EN =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    public String day(@Nullable Instant at, Locale locale) {
        return write(at, english(locale) ? DAY_EN : DAY_ZH);
    }

    public String minute(@Nullable Instant at, Locale locale) {
        return write(at, english(locale) ? MINUTE_EN : MINUTE_ZH);
    }

    private static String write(@Nullable Instant at, DateTimeFormatter how) {
        return at == null ? "" : how.format(at.atZone(BEIJING));
    }

    private static boolean english(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
