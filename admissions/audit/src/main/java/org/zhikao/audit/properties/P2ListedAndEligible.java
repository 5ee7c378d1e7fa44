package org.zhikao.audit.properties;

/** 录取单位必须是考生填报的志愿，且考生符合该单位的类别、控制线和资格要求。 */
final class P2ListedAndEligible implements Property {
    @Override
    public void check(PublishedRun run, Occupancy seats, Findings findings) {
        for (int i = 0; i < run.candidates(); i++) {
            int u = run.unit[i];
            if (u >= 0) {
                int w = run.grantedWish(i);
                if (w < 0) {
                    findings.add(i, u, "NOT_LISTED choice=" + run.choice[i]);
                } else if (!run.fit(i, w)) {
                    findings.add(i, u, "NOT_ELIGIBLE");
                }
            }
        }
    }
}
