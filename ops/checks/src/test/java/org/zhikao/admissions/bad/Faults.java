package org.zhikao.admissions.bad;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import java.util.UUID;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.worse.OtherSide;

/** Faults of a model. */
public final class Faults {
    private Faults() {}

    public static final class ReadsAFormat {
        public static final ObjectMapper JSON = new ObjectMapper();
    }

    public static final class ReadsTheClock {
        public static Instant today() {
            return Instant.now();
        }
    }

    public static final class AsksTheMachineForTheTime {
        public static long today() {
            return System.currentTimeMillis();
        }
    }

    public static final class InventsIds {
        public static String id() {
            return UUID.randomUUID().toString();
        }
    }

    public static final class Draws {
        public static int seat() {
            return new Random(7).nextInt();
        }
    }

    public static final class KnowsWhereItRuns {
        public static ZoneId zone() {
            return ZoneId.systemDefault();
        }
    }

    public static final class FormatsDates {
        public static final SimpleDateFormat FORMAT = new SimpleDateFormat("yyyy");
    }

    public static final class FoldsLettersByLocale {
        public static String lower(String text) {
            return text.toLowerCase();
        }
    }

    public static final class HoldsAFloat {
        public static final Float MARK = 85f;
    }

    public static final class CountsInDoubles {
        public static long root(long mark) {
            return (long) Math.sqrt(mark);
        }
    }

    public static final class OneSide {
        public static final OtherSide OTHER = new OtherSide();
    }

    /** Neither a record nor promised by any sealed interface. */
    public static final class LooseEvent implements Event {
        @Override
        public Instant at() {
            return Instant.EPOCH;
        }
    }

    /** A record, but no interface lists it. */
    public record LooseCommand(String target, org.zhikao.admissions.shared.Act act) implements Command {}
}
