package vn.ruralmap.dataimport.encoding;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Issue;

/** Reads the values of a column: decodes, mends what its encoding could not write, reports what is lost. */
public final class ColumnReader {

    /** "Th? tr?n": a question mark where only a letter can be. */
    private static final Pattern QUESTION_IN_WORD = Pattern.compile("\\p{L}\\?\\p{L}");

    private static final Pattern QUESTION_AFTER_WORD = Pattern.compile("(?<![^\\s])(\\p{L}*)\\?(?=\\s)");
    private static final Pattern WORDS = Pattern.compile("\\p{L}+");

    /** What single rows of a table in another encoding are in. */
    private static final List<Encoding> STRANGERS = List.of(Encodings.TCVN3, Encodings.VNI, Encodings.WINDOWS_1258);

    private static final int BYTES_SHOWN = 80;

    private static final Pattern HORNED_O = Pattern.compile("[ơờớởỡợ]");

    /** Second words of common nouns in names, which people write small: thị trấn, thành phố, khu phố, thị xã. */
    private static final Set<String> SMALL_IN_NAMES = Set.of("trấn", "phố", "xã", "cư", "vực", "khu", "tế", "nghiệp");

    private static final int WORDS_KNOWN = 5_000;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Map<String, Boolean> ofThisColumn = new HashMap<>();
    private final ColumnEncoding column;
    private final boolean isTcvn3;
    private final boolean isSaved;

    public ColumnReader(ColumnEncoding column) {
        this.column = column;
        this.isSaved = column.encoding() instanceof SavedAsUtf8;
        Encoding bare = column.encoding() instanceof SavedAsUtf8 saved ? saved.inner() : column.encoding();
        this.isTcvn3 = bare.equals(Encodings.TCVN3) || Encodings.TCVN3.equals(column.rest());
    }

    /**
     * The text of a value, or null if it has none.
     *
     * @param raw as stored, with its padding if it has any
     */
    public @Nullable String read(byte[] raw, long row, List<Issue> issues) {
        int length = Bytes.length(raw);
        boolean isFull = length == raw.length;
        Encoding encoding = column.encoding();
        int whole = length;
        if (!encoding.equals(Encodings.UTF_8) && !isSaved) {
            encoding = fitting(raw, length, row, issues);
        } else {
            Utf8 check = Utf8.check(raw, length);
            if (check == Utf8.CUT && (isFull || column.rest() == null)) {
                whole = Utf8.wholeLetters(raw, length);
            } else if (check == Utf8.INVALID || check == Utf8.CUT) {
                encoding = column.rest() == null ? Encodings.WINDOWS_1252 : column.rest();
            }
        }
        Encoding.Decoded decoded = encoding.decode(raw, whole);
        String text = decoded.text();
        if (isSaved && encoding.equals(column.encoding())) {
            text = asItWasIfBetter(raw, whole, text);
        }
        text = text.stripTrailing();
        if (text.isEmpty()) {
            return null;
        }
        if (whole < length) {
            issues.add(EncodingIssues.cut(row, column.field(), text));
        }
        boolean isPlain = isPlain(text);
        if (!isPlain) {
            text = mend(text, row, issues);
        }
        String composed = isPlain ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
        if (whole == length && isFull && !isPlain && isPerhapsCut(raw, composed)) {
            issues.add(EncodingIssues.perhapsCut(row, column.field(), text));
        }
        if (decoded.lost() > 0 || hasLostLetters(composed)) {
            issues.add(EncodingIssues.lettersLost(row, column.field(), text, shown(raw, length)));
        }
        return text;
    }

    /** The text of a value that came as letters, which may be the wrong ones. */
    public String readText(String text, long row, List<Issue> issues) {
        String read = text;
        if (!isPlain(text)) {
            if (isSaved) {
                byte[] raw = text.getBytes(StandardCharsets.UTF_8);
                read = asItWasIfBetter(
                        raw,
                        raw.length,
                        column.encoding().decode(raw, raw.length).text());
            }
            read = mend(read, row, issues);
        }
        if (hasLostLetters(Normalizer.normalize(read, Normalizer.Form.NFC))) {
            byte[] raw = text.getBytes(StandardCharsets.UTF_8);
            issues.add(EncodingIssues.lettersLost(row, column.field(), read, shown(raw, raw.length)));
        }
        return read;
    }

    /** The encoding of one value, which may be a stranger in its column. */
    private Encoding fitting(byte[] raw, int length, long row, List<Issue> issues) {
        Encoding rest = column.rest();
        Encoding first = column.encoding();
        if (rest == null && !column.traits().isVietnamese()) {
            return first;
        }
        List<String> words = Bytes.words(new String(raw, 0, length, StandardCharsets.ISO_8859_1)).stream()
                .filter(word -> !Bytes.isPlain(word) && !Bytes.isSymbols(word))
                .toList();
        if (rest != null) {
            return Score.of(rest, words).points() > Score.of(first, words).points() ? rest : first;
        }
        if (words.isEmpty() || words.stream().anyMatch(this::isOfThisColumn)) {
            return first;
        }
        for (Encoding other : STRANGERS) {
            Score better = Score.of(other, words);
            if (4 * better.valid() >= 3 * words.size() && better.points() > 1) {
                issues.add(EncodingIssues.stranger(
                        row, column.field(), other, other.decode(raw, length).text(), shown(raw, length)));
                return other;
            }
        }
        return first;
    }

    /** Remembers what it found, since a million values are made of a few thousand words. */
    private boolean isOfThisColumn(String word) {
        Boolean known = ofThisColumn.get(word);
        if (known == null) {
            known = Score.of(column.encoding(), List.of(word)).valid() > 0;
            if (ofThisColumn.size() < WORDS_KNOWN) {
                ofThisColumn.put(word, known);
            }
        }
        return known;
    }

    private static String shown(byte[] raw, int length) {
        return Bytes.hex(raw, Math.min(length, BYTES_SHOWN));
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Some rows may have been right all along; theirs is the reading with more Vietnamese in it. */
    private static String asItWasIfBetter(byte[] raw, int length, String reversed) {
        String asItIs = Encodings.UTF_8.decode(raw, length).text();
        return asItIs.equals(reversed) || syllables(asItIs) <= syllables(reversed) ? reversed : asItIs;
    }

    private static long syllables(String text) {
        // by white space: a sign such as ¬ within a word is what gives a wrong reading away
        return SPACES.splitAsStream(text)
                .filter(word -> !isPlain(word) && Score.areSyllables(word))
                .count();
    }

    private String mend(String text, long row, List<Issue> issues) {
        String mended = mendStrokeD(text);
        if (!mended.equals(text)) {
            issues.add(EncodingIssues.strokeDMended(row, column.field(), mended));
        }
        if (isTcvn3) {
            String before = mended;
            mended = restoreCapitals(before);
            if (!mended.equals(before)) {
                issues.add(EncodingIssues.capitalRestored(row, column.field(), before, mended));
            }
        }
        if (mended.indexOf('\u00AD') >= 0) {
            issues.add(EncodingIssues.softHyphen(row, column.field(), mended));
        }
        return mended;
    }

    /** In words that become Vietnamese by it. */
    private static String mendStrokeD(String text) {
        if (Score.mendStrokeD(text).equals(text)) {
            return text;
        }
        return WORDS.matcher(text).replaceAll(match -> {
            String mended = Score.mendStrokeD(match.group());
            return Syllables.isSyllable(mended) ? mended : match.group();
        });
    }

    private String restoreCapitals(String text) {
        StringBuilder mended = new StringBuilder(text);
        if (column.traits().startsWithCapitals()) {
            raise(mended, 0);
        }
        if (column.traits().isOfNames() && startsSmall(mended) && areOthersCapitals(mended.toString())) {
            WORDS.matcher(text).results().forEach(word -> raise(mended, word.start()));
        }
        return mended.toString();
    }

    private static boolean startsSmall(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (hasNoCapital(text.charAt(i)) && (i == 0 || !Character.isLetter(text.charAt(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    private static void raise(StringBuilder text, int position) {
        if (hasNoCapital(text.charAt(position))) {
            text.setCharAt(position, Character.toUpperCase(text.charAt(position)));
        }
    }

    /** Accented letters of TCVN3 with a tone; those without (ă â đ ê ô ơ ư) have their capitals. */
    private static boolean hasNoCapital(char letter) {
        return letter >= 0x80 && Character.isLowerCase(letter) && "ăâđêôơư".indexOf(letter) < 0;
    }

    private static boolean areOthersCapitals(String text) {
        return WORDS.matcher(text)
                .results()
                .map(word -> word.group())
                .allMatch(word -> Character.isUpperCase(word.charAt(0))
                        || hasNoCapital(word.charAt(0))
                        || SMALL_IN_NAMES.contains(word.toLowerCase(Locale.ROOT)));
    }

    /** Only the bytes and the spelling can tell: nothing says how long the text was. */
    private boolean isPerhapsCut(byte[] raw, String text) {
        if (!column.traits().isVietnamese() || text.indexOf(' ') < 0) {
            return false;
        }
        String last = text.substring(text.lastIndexOf(' ') + 1);
        boolean isWord = WORDS.matcher(last).matches();
        int end = raw[raw.length - 1] & 0xFF;
        boolean marksFollow = column.encoding().equals(Encodings.VNI) && Vni.takesMark(end);
        return isWord && last.length() > 1 && (marksFollow || !Syllables.isSyllable(last));
    }

    /** "Phờng" for "Phường": the byte of ư is the soft hyphen of Latin-1, which editors drop. */
    private static boolean hasLostSoftHyphen(String text) {
        return WORDS.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> HORNED_O.matcher(word).find() && !Syllables.isSyllable(word))
                .anyMatch(word -> Syllables.isSyllable(HORNED_O.matcher(word).replaceFirst("ư$0")));
    }

    private boolean hasLostLetters(String text) {
        if (text.indexOf(SingleByte.LOST) >= 0 || isTcvn3 && hasLostSoftHyphen(text)) {
            return true;
        }
        if (text.indexOf('?') < 0 || text.contains("://") || text.contains("=")) {
            return false;
        }
        return QUESTION_IN_WORD.matcher(text).find()
                || column.traits().isVietnamese()
                        && QUESTION_AFTER_WORD
                                .matcher(text)
                                .results()
                                .anyMatch(word -> !word.group(1).isEmpty() && !Syllables.isSyllable(word.group(1)));
    }
}
