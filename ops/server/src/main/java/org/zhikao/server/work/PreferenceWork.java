package org.zhikao.server.work;

import java.time.Clock;
import java.util.List;
import java.util.function.LongConsumer;
import org.zhikao.admissions.preference.PreferenceCommand.SettlePreferences;
import org.zhikao.admissions.shared.SeasonId;

/** 志愿截止结算: at the deadline a saved list counts as it stands, and who saved none gives the round up. */
public final class PreferenceWork {
    private final Roll roll;
    private final MassCommands mass;
    private final Clock clock;

    public PreferenceWork(Roll roll, MassCommands mass, Clock clock) {
        this.roll = roll;
        this.mass = mass;
        this.clock = clock;
    }

    /** Settles for everybody the round is open to and who is not settled; answers how many that were. */
    public long settle(SeasonId season, int round, Acting acting, LongConsumer progress) {
        return mass.send(
                        roll.read(season).stream()
                                .filter(row -> row.entitled(round) && !settled(row, round))
                                .map(row -> List.of(new SettlePreferences(row.candidate(), round, acting.at(clock))))
                                .iterator(),
                        progress)
                .sent();
    }

    private static boolean settled(RollRow row, int round) {
        return row.preferenceRound() == round
                && (row.preferenceStage().equals("LOCKED")
                        || row.preferenceStage().equals("LAPSED"));
    }
}
