package vn.ruralmap.dataimport.encoding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the texts of one column look like as bytes: all of them are counted, and so many different words kept that more
 * would not tell more. Bytes are held as ISO-8859-1 text, one letter a byte.
 */
public final class ColumnSample {

    private static final int WORDS = 2_000;
    private static final int PLAIN_WORDS = 300;
    private static final int SAMPLES = 3;
    private static final int WORD_BYTES = 40;
    /** Of values that are plain or UTF-8, so many are split into words. Others are rare or tell much, and all are. */
    private static final long SPLIT_VALUES = 20_000;

    private String field;
    private final Set<String> utf8Words = new LinkedHashSet<>();
    private final Set<String> otherWords = new LinkedHashSet<>();
    private final Set<String> cutWords = new LinkedHashSet<>();
    private final Set<String> plainWords = new HashSet<>();
    private final Set<String> utf8Samples = new LinkedHashSet<>();
    private final Set<String> otherSamples = new LinkedHashSet<>();
    private long plain;
    private long utf8;
    private long other;
    private long cut;
    private long firstOther;
    private long capitalStarts;
    private long smallStarts;
    private long capitalWords;
    private long smallWords;

    public ColumnSample(String field) {
        this.field = field;
    }

    /**
     * Takes a value as it is stored.
     *
     * @param raw with its padding, if it has any
     * @param row 1-based
     */
    public void add(byte[] raw, long row) {
        int length = Bytes.length(raw);
        Utf8 check = Utf8.check(raw, length);
        if (check == Utf8.CUT && length < raw.length) {
            check = Utf8.INVALID; // not cut by the width of the field
        }
        if (isLikeManyBefore(raw, length, check)) {
            return;
        }
        String value = new String(raw, 0, length, StandardCharsets.ISO_8859_1);
        switch (check) {
            case ASCII -> {}
            case VALID -> keep(value, utf8Samples, SAMPLES);
            case CUT -> cut++;
            case INVALID -> {
                if (other++ == 0) {
                    firstOther = row;
                }
                keep(value, otherSamples, SAMPLES);
            }
        }
        words(value, check);
    }

    private boolean isLikeManyBefore(byte[] raw, int length, Utf8 check) {
        if (check == Utf8.VALID) {
            return ++utf8 > SPLIT_VALUES;
        }
        return check == Utf8.ASCII && Bytes.isPlain(raw, length) && ++plain > SPLIT_VALUES;
    }

    private void words(String value, Utf8 check) {
        boolean first = true;
        for (String word : Bytes.words(value)) {
            char start = word.charAt(0);
            boolean capital = start >= 'A' && start <= 'Z';
            if (capital || start >= 'a' && start <= 'z') {
                capitalWords += capital ? 1 : 0;
                smallWords += capital ? 0 : 1;
                if (first) {
                    capitalStarts += capital ? 1 : 0;
                    smallStarts += capital ? 0 : 1;
                }
            }
            first = false;
            if (Bytes.isPlain(word)) {
                if (word.length() > 1) {
                    keep(word, plainWords, PLAIN_WORDS);
                }
            } else if (!Bytes.isSymbols(word)) {
                keep(word, check == Utf8.VALID ? utf8Words : check == Utf8.CUT ? cutWords : otherWords, WORDS);
            }
        }
    }

    private static void keep(String text, Collection<String> kept, int limit) {
        if (kept.size() < limit && text.length() <= WORD_BYTES * SAMPLES) {
            kept.add(text);
        }
    }

    /** Names a column whose name could not be read before its encoding was known; true if that is another name. */
    public boolean rename(String name) {
        boolean isOther = !name.equals(field);
        field = name;
        return isOther;
    }

    String field() {
        return field;
    }

    /** How many values are UTF-8 of more than plain letters. */
    long utf8() {
        return utf8;
    }

    /** How many values cannot be UTF-8. */
    long other() {
        return other;
    }

    /** How many values fill their field and end within a letter, if they are UTF-8. */
    long cut() {
        return cut;
    }

    /** The first row that cannot be UTF-8; 0: none. */
    long firstOther() {
        return firstOther;
    }

    /** True if its texts say something about their encoding. */
    boolean isTelling() {
        return utf8 + other + cut > 0;
    }

    /** Words with other than plain letters, of values that are UTF-8. */
    List<String> utf8Words() {
        return List.copyOf(utf8Words);
    }

    /** Words with other than plain letters, of values that are not UTF-8. */
    List<String> otherWords() {
        return List.copyOf(otherWords);
    }

    /** The same of all values, for a column that is not UTF-8 whatever some of its values look like. */
    List<String> allWords() {
        List<String> all = new ArrayList<>(otherWords);
        all.addAll(cutWords);
        all.addAll(utf8Words);
        return all;
    }

    Set<String> plainWords() {
        return plainWords;
    }

    List<String> utf8Samples() {
        return List.copyOf(utf8Samples);
    }

    List<String> otherSamples() {
        return List.copyOf(otherSamples);
    }

    /** Whether values start with a capital, as far as plain letters show. */
    boolean startsWithCapitals() {
        return capitalStarts > 0 && capitalStarts >= 4 * smallStarts;
    }

    /** Whether most words start with a capital, as in names. */
    boolean isOfNames() {
        return capitalWords > 0 && 2 * capitalWords >= 3 * smallWords;
    }
}
