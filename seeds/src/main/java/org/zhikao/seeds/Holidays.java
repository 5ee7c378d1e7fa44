package org.zhikao.seeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhikao.admissions.process.WorkingDays;

/** 节假日历 as the State Council announces it year by year; {@code calendars/china.csv}. */
public final class Holidays implements WorkingDays {
    private static final WorkingDays WEEKDAYS = WorkingDays.weekdays();

    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> on = new HashSet<>();

    private Holidays(List<String> lines) {
        for (String line : lines) {
            String[] cell = line.split(",", -1);
            if (line.startsWith("#") || line.equals("kind,first,last")) {
                continue;
            }
            Set<LocalDate> days = switch (cell[0]) {
                case "off" -> off;
                case "on" -> on;
                default -> throw new IllegalArgumentException("not a line of a calendar: " + line);
            };
            LocalDate last = LocalDate.parse(cell[cell.length - 1]);
            LocalDate.parse(cell[1]).datesUntil(last.plusDays(1)).forEach(days::add);
        }
    }

    public static Holidays china() {
        try (InputStream in = Holidays.class.getResourceAsStream("/calendars/china.csv")) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: calendars/china.csv");
            }
            return new Holidays(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean works(LocalDate day) {
        return on.contains(day) || (!off.contains(day) && WEEKDAYS.works(day));
    }
}
