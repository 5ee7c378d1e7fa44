package org.zhikao.web.preference;

import java.util.ArrayList;
import java.util.List;
import org.zhikao.web.shared.Unusable;

/**
 * 志愿顺序: the list as a form works on it. Each step answers a new list; what may stand in it is the aggregate's to decide.
 */
record WishList(List<String> units) {
    WishList {
        units = List.copyOf(units);
    }

    WishList added(String unit) {
        List<String> next = new ArrayList<>(units);
        next.add(unit);
        return new WishList(next);
    }

    WishList without(String unit) {
        List<String> next = new ArrayList<>(units);
        if (!next.remove(unit)) {
            throw new Unusable("LIST_CHANGED");
        }
        return new WishList(next);
    }

    /** One place up or down; the first stays first, the last stays last. */
    WishList moved(String unit, int by) {
        int from = units.indexOf(unit);
        if (from < 0) {
            throw new Unusable("LIST_CHANGED");
        }
        return placed(unit, from + 1 + by);
    }

    /** To the place that a number field names, 1 first; the others close up. */
    WishList placed(String unit, int place) {
        List<String> next = new ArrayList<>(units);
        if (!next.remove(unit)) {
            throw new Unusable("LIST_CHANGED");
        }
        next.add(Math.max(0, Math.min(next.size(), place - 1)), unit);
        return new WishList(next);
    }

    /** Refuses when the saved list is no longer the one that the form showed. */
    void requireShown(List<String> shown) {
        if (!shown.equals(units)) {
            throw new Unusable("LIST_CHANGED");
        }
    }

    boolean names(String unit) {
        return units.contains(unit);
    }
}
