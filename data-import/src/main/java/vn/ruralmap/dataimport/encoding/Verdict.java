package vn.ruralmap.dataimport.encoding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * Which of several encodings makes words Vietnamese.
 *
 * @param best the one with most syllables and frequent words
 * @param next the best of those that would give another text
 * @param strength how far it can be believed
 */
record Verdict(Score best, Score next, Strength strength) {

    /** How far a verdict can be believed. */
    enum Strength {
        /** The words are not Vietnamese in any encoding. */
        FOREIGN,
        /** Two encodings make them about equally Vietnamese. */
        AMBIGUOUS,
        /** One is better, by little or on few words. */
        WEAK,
        /** One is much better. */
        STRONG
    }

    /** Below this share of syllables, words are not Vietnamese; ethnic minorities' names count as not. */
    private static final double VIETNAMESE = 0.6;

    private static final double EXPLAINS_ALL = 0.95;

    private static final int FEW_PLAIN_WORDS = 3;

    private static final Set<Encoding> RARE = Set.of(Encodings.TCVN3_CAPITALS, Encodings.TCVN5712, Encodings.VISCII);

    /** Below so many words, or half of that if all are syllables, the plain words around them must be Vietnamese too. */
    private static final int FEW_WORDS = 8;

    /** Null if there are no words. @param candidates commoner encodings first */
    static @Nullable Verdict among(List<Encoding> candidates, Collection<String> words, Collection<String> plainWords) {
        if (words.isEmpty()) {
            return null;
        }
        List<Score> scores =
                candidates.stream().map(encoding -> Score.of(encoding, words)).toList();
        return of(scores, words, plainWords);
    }

    /** @param scores of the same words, commoner encodings first */
    static Verdict of(List<Score> scores, Collection<String> words, Collection<String> plainWords) {
        List<Score> common = new ArrayList<>();
        List<Score> rare = new ArrayList<>();
        scores.forEach(score -> (isRare(score.encoding()) ? rare : common).add(score));
        Score best = best(common);
        for (Score score : rare) {
            if (score.points() >= best.points() + neededToBeat(score, words)) {
                best = score;
            }
        }
        Score next = new Score(best.encoding(), 0, 0, best.total());
        for (Score score : common) {
            // TCVN3 is a part of TCVN 5712, not another reading
            boolean isPart = bare(best.encoding()).equals(Encodings.TCVN5712)
                    && bare(score.encoding()).equals(Encodings.TCVN3);
            if (score != best && !isPart && score.points() > next.points() && !isSameText(best, score, words)) {
                next = score;
            }
        }
        return new Verdict(best, next, strength(best, next, words, plainWords));
    }

    /** Rare encodings have letters where others have none and so win by chance, unless they win by much or explain all. */
    private static double neededToBeat(Score rare, Collection<String> words) {
        Encoding bare = bare(rare.encoding());
        if (bare.equals(Encodings.TCVN5712)) {
            // all of TCVN3 and more: what counts are the words that TCVN3 has no letters for
            return Math.max(
                    1, 0.5 * words.stream().filter(Verdict::isBeyondTcvn3).count());
        }
        if (bare.equals(Encodings.TCVN3_CAPITALS)) {
            return Math.max(1, 0.2 * rare.total());
        }
        return rare.total() >= 3 && rare.share() > EXPLAINS_ALL ? 1 : Math.max(2, 0.1 * rare.total());
    }

    private static boolean isBeyondTcvn3(String word) {
        byte[] bytes = Bytes.of(word);
        return Encodings.TCVN3.decode(bytes, bytes.length).lost() > 0
                || word.chars().anyMatch(b -> b < ' ');
    }

    private static Encoding bare(Encoding encoding) {
        return encoding instanceof SavedAsUtf8 saved ? saved.inner() : encoding;
    }

    private static boolean isRare(Encoding encoding) {
        return RARE.contains(bare(encoding));
    }

    private static Score best(List<Score> scores) {
        // the first of equals, since the commoner come first
        return scores.stream()
                .sorted(Comparator.comparingInt(Score::points).reversed())
                .findFirst()
                .orElseThrow();
    }

    private static boolean isSameText(Score one, Score other, Collection<String> words) {
        return one.valid() == other.valid()
                && words.stream().allMatch(word -> {
                    byte[] bytes = Bytes.of(word);
                    return one.encoding()
                            .decode(bytes, bytes.length)
                            .equals(other.encoding().decode(bytes, bytes.length));
                });
    }

    private static Strength strength(Score best, Score next, Collection<String> words, Collection<String> plainWords) {
        boolean isLittle = best.total() < (best.share() > EXPLAINS_ALL ? FEW_WORDS / 2 : FEW_WORDS);
        // one accent, as in "où", is a syllable by chance too often, but hardly a frequent word
        boolean isLonely = best.total() == 1
                && best.frequent() == 0
                && accents(best, words.iterator().next()) < 2
                && plainWords.stream().noneMatch(Syllables::isSyllable);
        if (best.valid() == 0 || best.share() < VIETNAMESE || isLonely || isLittle && !isVietnamese(plainWords)) {
            return Strength.FOREIGN;
        }
        int margin = best.points() - next.points();
        boolean explainsAll = best.share() > EXPLAINS_ALL;
        if (margin < (explainsAll ? 1 : Math.max(1, 0.15 * best.total()))) {
            return Strength.AMBIGUOUS;
        }
        return margin >= 3 && best.share() >= 0.75 ? Strength.STRONG : Strength.WEAK;
    }

    private static long accents(Score score, String word) {
        boolean isUtf8 = score.encoding().equals(Encodings.UTF_8) || score.encoding() instanceof SavedAsUtf8;
        return word.chars().filter(b -> b >= (isUtf8 ? 0xC0 : 0x80)).count();
    }

    private static boolean isVietnamese(Collection<String> plainWords) {
        if (plainWords.size() < FEW_PLAIN_WORDS) {
            return true;
        }
        long syllables = plainWords.stream().filter(Syllables::isSyllable).count();
        return 2 * syllables >= plainWords.size();
    }

    Encoding encoding() {
        return best.encoding();
    }

    boolean isDecided() {
        return strength == Strength.STRONG || strength == Strength.WEAK;
    }

    double confidence() {
        return Math.round(100 * best.share() * (1 - Math.pow(0.5, best.points() - next.points()))) / 100.0;
    }

    LocalizedText evidence() {
        String counts = best.valid() + "/" + best.total();
        String second = next.valid() == 0 ? "" : "; " + next.encoding().name() + ": " + next.valid();
        String percent = String.format(Locale.ROOT, "%.0f %%", 100 * confidence());
        return new LocalizedText(
                counts + " từ có dấu là âm tiết tiếng Việt nếu đọc theo "
                        + best.encoding().name() + second + "; độ tin cậy " + percent,
                counts + " accented words are Vietnamese syllables if read as "
                        + best.encoding().name() + second + "; confidence " + percent);
    }
}
