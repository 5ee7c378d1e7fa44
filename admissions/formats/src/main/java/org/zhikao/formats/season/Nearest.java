package org.zhikao.formats.season;

import java.util.Collection;
import java.util.Locale;

/** The word that was probably meant. */
final class Nearest {
    private Nearest() {}

    /** The nearest word within two slips, or a third of the word, else empty. */
    static String of(String word, Collection<String> words) {
        String best = "";
        int least = Math.max(2, word.length() / 3) + 1;
        for (String w : words) {
            int distance = distance(word.toLowerCase(Locale.ROOT), w.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = w;
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
