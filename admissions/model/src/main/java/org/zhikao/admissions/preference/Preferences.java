package org.zhikao.admissions.preference;

import java.util.HashSet;
import java.util.List;
import org.zhikao.admissions.preference.PreferenceCommand.LockPreferences;
import org.zhikao.admissions.preference.PreferenceCommand.SavePreferences;
import org.zhikao.admissions.preference.PreferenceCommand.SettlePreferences;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLapsed;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLocked;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesSaved;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonTerms;

/** 志愿状态 of the latest round that this candidate took part in. */
public record Preferences(int round, List<String> saved, Stage stage) {
    /** 志愿阶段. */
    public enum Stage {
        /** 未填 */
        EMPTY,
        /** 已保存 */
        SAVED,
        /** 已锁定 */
        LOCKED,
        /** 未填放弃 */
        LAPSED
    }

    public static final Preferences NONE = new Preferences(0, List.of(), Stage.EMPTY);

    public Preferences {
        saved = List.copyOf(saved);
    }

    /** True when the list of that round counts. */
    public boolean locked(int inRound) {
        return round == inRound && stage == Stage.LOCKED;
    }

    /** True when the round is settled either way. */
    public boolean settled(int inRound) {
        return round == inRound && (stage == Stage.LOCKED || stage == Stage.LAPSED);
    }

    /**
     * 保存志愿.
     *
     * @param units the units open to this candidate's track and category
     * @param entitled false for who may not take part in this round
     */
    public PreferencesSaved save(SavePreferences c, SeasonTerms terms, String track, Units units, boolean entitled) {
        open(c.round(), terms, entitled);
        PreferenceRefusal.EMPTY_LIST.unless(!c.units().isEmpty());
        int most = terms.preferences(track, c.round());
        PreferenceRefusal.TOO_MANY.unless(c.units().size() <= most, "most", most);
        PreferenceRefusal.DUPLICATE_UNIT.unless(
                new HashSet<>(c.units()).size() == c.units().size());
        for (String unit : c.units()) {
            PreferenceRefusal.UNKNOWN_UNIT.unless(units.open(unit), "unit", unit);
        }
        return new PreferencesSaved(c.candidate(), c.round(), c.units(), c.act().at());
    }

    public PreferencesLocked lock(LockPreferences c, SeasonTerms terms, boolean entitled) {
        open(c.round(), terms, entitled);
        PreferenceRefusal.NOTHING_SAVED.unless(round == c.round() && stage == Stage.SAVED);
        return new PreferencesLocked(c.candidate(), c.round(), false, c.act().at());
    }

    private void open(int inRound, SeasonTerms terms, boolean entitled) {
        PreferenceRefusal.PREFERENCES_CLOSED.unless(terms.open(Phase.PREFERENCE, inRound), "round", inRound);
        PreferenceRefusal.NOT_ENTITLED.unless(entitled);
        PreferenceRefusal.SETTLED.unless(!(round == inRound && stage == Stage.LAPSED));
        PreferenceRefusal.LOCKED.unless(!locked(inRound));
    }

    /** 截止结算: the last act of the window; outside it nobody's round can be locked or given up. */
    public PreferenceEvent settle(SettlePreferences c, SeasonTerms terms, boolean entitled) {
        PreferenceRefusal.PREFERENCES_CLOSED.unless(terms.open(Phase.PREFERENCE, c.round()), "round", c.round());
        PreferenceRefusal.NOT_ENTITLED.unless(entitled);
        PreferenceRefusal.SETTLED.unless(!settled(c.round()));
        return round == c.round() && stage == Stage.SAVED
                ? new PreferencesLocked(c.candidate(), c.round(), true, c.act().at())
                : new PreferencesLapsed(c.candidate(), c.round(), c.act().at());
    }

    public Preferences on(PreferenceEvent e) {
        if (e instanceof PreferencesSaved s) {
            return new Preferences(s.round(), s.units(), Stage.SAVED);
        }
        if (e instanceof PreferencesLocked l) {
            return new Preferences(l.round(), saved, Stage.LOCKED);
        }
        return new Preferences(e.round(), List.of(), Stage.LAPSED);
    }

    /** 可填报单位: which units a list may name. */
    @FunctionalInterface
    public interface Units {
        boolean open(String unit);
    }
}
