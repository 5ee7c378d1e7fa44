package org.zhikao.admissions.placement.rank.offer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zhikao.admissions.placement.rank.MarketFault;
import org.zhikao.admissions.placement.rank.RankedMarket;

/** Reads a ranked market from the side of its units. */
final class OwnOrders {
    private OwnOrders() {}

    private record Applicant(int rank, int candidate) {}

    /** The fit candidates of each unit, best first; a tie is a fault of the input. */
    static List<int[]> of(RankedMarket market) {
        List<List<Applicant>> applicants = new ArrayList<>();
        for (int u = 0; u < market.units().count(); u++) {
            applicants.add(new ArrayList<>());
        }
        for (int i = 0; i < market.candidates(); i++) {
            for (int choice = 1; choice <= market.wishes().length(i); choice++) {
                int rank = market.rank(i, choice);
                if (rank > 0) {
                    applicants.get(market.wishes().unit(i, choice)).add(new Applicant(rank, i));
                }
            }
        }
        List<int[]> orders = new ArrayList<>();
        for (List<Applicant> mine : applicants) {
            mine.sort(Comparator.comparingInt(Applicant::rank).thenComparingInt(Applicant::candidate));
            for (int k = 1; k < mine.size(); k++) {
                boolean strict = mine.get(k).rank() != mine.get(k - 1).rank();
                MarketFault.TIE_WHERE_STRICT.unless(strict, "unit", orders.size());
            }
            orders.add(mine.stream().mapToInt(Applicant::candidate).toArray());
        }
        return orders;
    }
}
