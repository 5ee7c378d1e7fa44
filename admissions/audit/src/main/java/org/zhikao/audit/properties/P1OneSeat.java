package org.zhikao.audit.properties;

/** 每名考生至多被一个投档单位录取一次，且未通过其他渠道取得录取资格。 */
final class P1OneSeat implements Property {
    @Override
    public void check(PublishedRun run, Occupancy seats, Findings findings) {
        for (int i = 0; i < run.candidates(); i++) {
            int u = run.unit[i];
            if (u < PublishedRun.NOWHERE || u >= run.units()) {
                findings.add(i, u, "NO_SUCH_UNIT");
            } else if ((u == PublishedRun.NOWHERE) != (run.choice[i] == 0)) {
                findings.add(i, u, "UNIT_AND_CHOICE_DISAGREE choice=" + run.choice[i]);
            } else if (u >= 0 && run.seatElsewhere != null && run.seatElsewhere[i]) {
                findings.add(i, u, "SEAT_HELD_ELSEWHERE");
            }
        }
    }
}
