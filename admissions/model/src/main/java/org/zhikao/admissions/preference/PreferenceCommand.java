package org.zhikao.admissions.preference;

import java.util.List;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.CandidateCommand;
import org.zhikao.admissions.shared.CandidateId;

/** 志愿指令. Round 1 is the regular round, 2 the first supplementary one (征集志愿). */
public sealed interface PreferenceCommand extends CandidateCommand {
    /** 保存志愿: the whole list, best first; replaces the one saved before. */
    record SavePreferences(CandidateId candidate, int round, List<String> units, Act act)
            implements PreferenceCommand {}

    /** 锁定志愿: what was saved last is what counts. */
    record LockPreferences(CandidateId candidate, int round, Act act) implements PreferenceCommand {}

    /** 截止结算: at the deadline a saved list counts as it stands, none means the round is given up. */
    record SettlePreferences(CandidateId candidate, int round, Act act) implements PreferenceCommand {}
}
