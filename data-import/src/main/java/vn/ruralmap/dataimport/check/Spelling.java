package vn.ruralmap.dataimport.check;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the one spelling that a mistyped word must mean.
 *
 * <p>One letter wrong, missing, too many or changed with its neighbour in words of 4 letters or more, two in words of 8 or
 * more, on folded text. A shorter word has too many neighbours. If another code is as near, there is no answer.
 */
final class Spelling {

    private static final int ONE_FROM = 4;
    private static final int TWO_FROM = 8;

    private Spelling() {}

    static Optional<String> nearest(String folded, Map<String, String> codeBySpelling) {
        int allowed = folded.length() >= TWO_FROM ? 2 : folded.length() >= ONE_FROM ? 1 : 0;
        TreeMap<Integer, String> byDistance = new TreeMap<>();
        codeBySpelling.forEach((spelling, code) -> {
            if (spelling.length() >= ONE_FROM && Math.abs(spelling.length() - folded.length()) <= allowed) {
                int distance = distance(folded, spelling);
                if (distance <= allowed) {
                    byDistance.merge(distance, code, (one, other) -> one.equals(other) ? one : "");
                }
            }
        });
        return byDistance.isEmpty()
                ? Optional.empty()
                : Optional.of(byDistance.firstEntry().getValue()).filter(code -> !code.isEmpty());
    }

    /** Damerau's distance with adjacent letters exchanged (optimal string alignment). */
    static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int least = Math.min(steps[i - 1][j - 1] + same, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
                boolean exchanged = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                steps[i][j] = exchanged ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
            }
        }
        return steps[one.length()][other.length()];
    }
}
