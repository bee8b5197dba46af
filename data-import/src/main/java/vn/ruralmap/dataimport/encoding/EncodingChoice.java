package vn.ruralmap.dataimport.encoding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.encoding.ColumnEncoding.Sample;
import vn.ruralmap.dataimport.encoding.ColumnEncoding.Traits;
import vn.ruralmap.dataimport.encoding.Verdict.Strength;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * Chooses the encoding of each column: what a person asks; else UTF-8 where the bytes are, which hardly happens by
 * chance; else the encoding that makes most words Vietnamese, if it does so clearly; else what the file says of itself.
 * Columns with little text follow the others of their file.
 */
final class EncodingChoice {

    /** So many accented texts that are valid UTF-8 by accident do not occur. */
    private static final int ENOUGH = 3;

    /** So many words tell of a second encoding in a column. */
    private static final int MANY = 8;

    /** Two encodings together explain a column if they make so many of its words Vietnamese. */
    private static final double HALVES = 0.75;

    private static final List<Encoding> LEGACY = List.of(
            Encodings.TCVN3,
            Encodings.VNI,
            Encodings.WINDOWS_1258,
            Encodings.WINDOWS_1252,
            Encodings.TCVN3_CAPITALS,
            Encodings.TCVN5712,
            Encodings.VISCII);

    private static final List<Encoding> SAVED = List.of(
            Encodings.UTF_8,
            new SavedAsUtf8(Encodings.UTF_8),
            new SavedAsUtf8(Encodings.TCVN3),
            new SavedAsUtf8(Encodings.VNI),
            new SavedAsUtf8(Encodings.WINDOWS_1258),
            new SavedAsUtf8(Encodings.TCVN3_CAPITALS));

    private final List<ColumnSample> samples;
    private final ColumnSample names;
    private final @Nullable Declared declared;
    private final AskedEncodings asked;
    private final Encoding fallback;
    private final Set<Issue> issues = new LinkedHashSet<>();
    private final @Nullable Verdict legacyOfFile;
    private final @Nullable Verdict savedOfFile;

    /**
     * @param names of the fields, as a column of their own
     * @param declared what the file says; null: nothing
     * @param asked what a person says
     */
    EncodingChoice(List<ColumnSample> samples, ColumnSample names, @Nullable Declared declared, AskedEncodings asked) {
        this.samples = samples;
        this.names = names;
        this.declared = declared;
        this.asked = asked;
        this.fallback = declared == null || declared.encoding().equals(Encodings.UTF_8)
                ? Encodings.WINDOWS_1252
                : declared.encoding();
        List<String> legacyWords = new ArrayList<>();
        List<String> utf8Words = new ArrayList<>();
        Set<String> plainWords = new LinkedHashSet<>();
        for (ColumnSample sample : samples) {
            legacyWords.addAll(isUtf8(sample) ? sample.otherWords() : sample.allWords());
            utf8Words.addAll(isUtf8(sample) ? sample.utf8Words() : List.of());
            plainWords.addAll(sample.isTelling() ? sample.plainWords() : Set.of());
        }
        this.legacyOfFile = Verdict.among(legacyCandidates(), legacyWords, plainWords);
        this.savedOfFile = Verdict.among(SAVED, utf8Words, plainWords);
    }

    /** Chooses for all columns of the file. */
    FileEncoding choose() {
        List<ColumnEncoding> columns = samples.stream().map(this::choose).toList();
        ColumnEncoding main = null;
        long most = 0;
        for (int i = 0; i < columns.size(); i++) {
            ColumnSample sample = samples.get(i);
            long telling = sample.utf8() + sample.other() + sample.cut();
            if (telling > most) {
                most = telling;
                main = columns.get(i);
            }
        }
        if (asked.all() != null) {
            return file(asked.all(), EncodingTexts.ASKED, columns, asked.all());
        }
        if (main != null) {
            return file(main.encoding(), main.evidence(), columns, ofNames(main.encoding()));
        }
        if (!names.isTelling()) {
            return file(silent(), silentEvidence(), columns, silent());
        }
        ColumnEncoding ofNames = isUtf8(names) ? utf8(names) : legacy(names);
        return file(ofNames.encoding(), ofNames.evidence(), columns, ofNames.encoding());
    }

    private FileEncoding file(Encoding encoding, LocalizedText why, List<ColumnEncoding> columns, Encoding ofNames) {
        return new FileEncoding(encoding, why, plain(columns, encoding), ofNames, List.copyOf(issues));
    }

    /** Names are few and short, so that they follow the values unless they clearly differ. */
    private Encoding ofNames(Encoding main) {
        if (!names.isTelling()) {
            return main;
        }
        boolean isUtf8 = isUtf8(names);
        Verdict own = isUtf8
                ? Verdict.among(SAVED, names.utf8Words(), names.plainWords())
                : Verdict.among(legacyCandidates(), names.allWords(), names.plainWords());
        boolean isMainUtf8 = main.equals(Encodings.UTF_8) || main instanceof SavedAsUtf8;
        boolean isClear = own != null && (isUtf8 == isMainUtf8 ? own.strength() == Strength.STRONG : own.isDecided());
        if (own != null && isClear) {
            return own.encoding();
        }
        return isUtf8 && !isMainUtf8 ? Encodings.UTF_8 : main;
    }

    /** Columns of plain letters get the encoding of the file. */
    private List<ColumnEncoding> plain(List<ColumnEncoding> columns, Encoding main) {
        return columns.stream()
                .map(column ->
                        column.samples().isEmpty() && asked.find(column.field()).isEmpty()
                                ? new ColumnEncoding(
                                        column.field(),
                                        main,
                                        null,
                                        column.confidence(),
                                        column.evidence(),
                                        List.of(),
                                        column.traits())
                                : column)
                .toList();
    }

    private Encoding silent() {
        return declared == null ? Encodings.UTF_8 : declared.encoding();
    }

    private LocalizedText silentEvidence() {
        return declared == null ? EncodingTexts.PLAIN : EncodingTexts.declared(declared);
    }

    private ColumnEncoding choose(ColumnSample sample) {
        Encoding own = asked.find(sample.field()).orElse(null);
        if (own != null) {
            return column(sample, own, own.equals(Encodings.UTF_8) ? rest(sample) : null, 1, EncodingTexts.ASKED);
        }
        if (!sample.isTelling()) {
            return column(sample, silent(), null, 1, EncodingTexts.PLAIN);
        }
        return isUtf8(sample) ? utf8(sample) : legacy(sample);
    }

    private boolean isUtf8(ColumnSample sample) {
        boolean says = declared != null && declared.encoding().equals(Encodings.UTF_8);
        boolean contradicts = declared != null && !says;
        if (isViscii(sample)) {
            return false;
        }
        if (sample.utf8() >= ENOUGH || says && sample.utf8() + sample.cut() > 0) {
            return true;
        }
        if (sample.other() > 0 || sample.utf8() == 0) {
            return false;
        }
        return !contradicts || Score.of(Encodings.UTF_8, sample.utf8Words()).share() >= 0.5;
    }

    /** The one encoding whose commonest pairs of letters (ườ, ướ, ươ) happen to be UTF-8, of letters of West Africa. */
    private static boolean isViscii(ColumnSample sample) {
        return sample.utf8() > 0
                && Score.of(Encodings.UTF_8, sample.utf8Words()).share() < 0.2
                && Score.of(Encodings.VISCII, sample.allWords()).share() > 0.8;
    }

    private ColumnEncoding utf8(ColumnSample sample) {
        Encoding rest = rest(sample);
        Verdict verdict = Verdict.among(SAVED, sample.utf8Words(), sample.plainWords());
        Verdict whole = savedOfFile;
        if (verdict != null && !verdict.isDecided() && whole != null && whole.strength() == Strength.STRONG) {
            verdict = whole;
        }
        if (verdict != null && verdict.encoding() instanceof SavedAsUtf8) {
            if (verdict.isDecided() && isWorthIt(verdict, sample)) {
                return column(sample, verdict.encoding(), rest, verdict.confidence(), verdict.evidence());
            }
            if (verdict.strength() == Strength.AMBIGUOUS) {
                issues.add(EncodingIssues.ambiguous(sample, verdict, Encodings.UTF_8));
            }
        }
        if (declared != null && !declared.encoding().equals(Encodings.UTF_8)) {
            issues.add(EncodingIssues.contradicted(declared, Encodings.UTF_8));
        }
        boolean says = declared != null && declared.encoding().equals(Encodings.UTF_8);
        LocalizedText evidence =
                says && declared != null ? EncodingTexts.declared(declared) : EncodingTexts.validUtf8(sample.utf8());
        return column(sample, Encodings.UTF_8, rest, 1, evidence);
    }

    /** Text that reads well as it is stays as it is. */
    private static boolean isWorthIt(Verdict verdict, ColumnSample sample) {
        int asItIs = Score.of(Encodings.UTF_8, sample.utf8Words()).points();
        int changed = Score.of(verdict.encoding(), sample.utf8Words()).points();
        int total = sample.utf8Words().size();
        return changed >= asItIs + Math.max(2, 0.2 * total) || total <= 2 && asItIs == 0 && changed >= total;
    }

    /** For values that are no UTF-8 in a column that is; null: there are none. */
    private @Nullable Encoding rest(ColumnSample sample) {
        if (sample.other() == 0) {
            return null;
        }
        Verdict verdict = believed(Verdict.among(legacyCandidates(), sample.otherWords(), sample.plainWords()));
        if (verdict != null && verdict.isDecided()) {
            issues.add(EncodingIssues.mixed(sample, verdict));
            return verdict.encoding();
        }
        issues.add(EncodingIssues.notUtf8(sample, fallback));
        return fallback;
    }

    private ColumnEncoding legacy(ColumnSample sample) {
        Verdict verdict = believed(Verdict.among(legacyCandidates(), sample.allWords(), sample.plainWords()));
        if (verdict != null && !verdict.isDecided()) {
            ColumnEncoding halves = halves(sample, verdict);
            if (halves != null) {
                return halves;
            }
        }
        boolean beats = verdict != null
                && (verdict.strength() == Strength.STRONG
                        || verdict.strength() == Strength.WEAK && (declared == null || !declared.isDeliberate()));
        if (verdict != null && declared != null && verdict.encoding().equals(declared.encoding())) {
            return column(
                    sample,
                    declared.encoding(),
                    second(sample, declared.encoding()),
                    verdict.confidence(),
                    EncodingTexts.declared(declared));
        }
        if (verdict != null && beats) {
            if (declared != null) {
                issues.add(EncodingIssues.contradicted(declared, verdict.encoding()));
            }
            return column(
                    sample,
                    verdict.encoding(),
                    second(sample, verdict.encoding()),
                    verdict.confidence(),
                    verdict.evidence());
        }
        if (verdict != null && verdict.strength() != Strength.FOREIGN) {
            issues.add(EncodingIssues.ambiguous(sample, verdict, fallback));
        } else if (declared == null) {
            issues.add(EncodingIssues.unknown());
        } else if (declared.encoding().equals(Encodings.UTF_8)) {
            issues.add(EncodingIssues.notUtf8(sample, fallback));
        }
        return column(
                sample,
                fallback,
                null,
                declared == null ? 0 : 0.5,
                declared == null ? EncodingTexts.UNKNOWN : EncodingTexts.declared(declared));
    }

    /** A column of two encodings in like parts, neither of which explains it alone; null: it is no such column. */
    private @Nullable ColumnEncoding halves(ColumnSample sample, Verdict verdict) {
        Encoding first = verdict.encoding();
        Verdict others = strange(sample, first);
        if (others == null
                || verdict.best().valid() + others.best().valid()
                        < HALVES * verdict.best().total()) {
            return null;
        }
        issues.add(EncodingIssues.mixedWords(sample, first, others));
        return column(sample, first, others.encoding(), others.confidence(), verdict.evidence());
    }

    /** Tables that were put together from several hold several encodings; null: this column holds one. */
    private @Nullable Encoding second(ColumnSample sample, Encoding first) {
        Verdict others = strange(sample, first);
        if (others == null) {
            return null;
        }
        issues.add(EncodingIssues.mixedWords(sample, first, others));
        return others.encoding();
    }

    /** About the words that are no syllables in the first encoding; null: they are not clearly Vietnamese in another. */
    private @Nullable Verdict strange(ColumnSample sample, Encoding first) {
        List<String> strange = sample.allWords().stream()
                .filter(word -> Score.of(first, List.of(word)).valid() == 0)
                .toList();
        Verdict verdict = Verdict.among(legacyCandidates(), strange, List.of());
        boolean isClear = verdict != null
                && verdict.strength() == Strength.STRONG
                && verdict.best().valid() >= MANY;
        return isClear ? verdict : null;
    }

    /** A verdict on little text gives way to the one on the whole file. */
    private @Nullable Verdict believed(@Nullable Verdict own) {
        Verdict whole = legacyOfFile;
        boolean gives = own == null || own.strength() != Strength.STRONG;
        return gives && whole != null && whole.strength() == Strength.STRONG ? whole : own;
    }

    private List<Encoding> legacyCandidates() {
        Set<Encoding> candidates = new LinkedHashSet<>(LEGACY);
        if (declared != null && !declared.encoding().equals(Encodings.UTF_8)) {
            candidates.add(declared.encoding());
        }
        return List.copyOf(candidates);
    }

    private static ColumnEncoding column(
            ColumnSample sample, Encoding encoding, @Nullable Encoding rest, double confidence, LocalizedText why) {
        List<Sample> shown = new ArrayList<>();
        boolean isUtf8 = encoding.equals(Encodings.UTF_8) || encoding instanceof SavedAsUtf8;
        if (!isUtf8 || rest != null) {
            sample.otherSamples().forEach(raw -> shown.add(shown(raw, rest == null ? encoding : rest)));
        }
        sample.utf8Samples().forEach(raw -> shown.add(shown(raw, encoding)));
        List<String> words = isUtf8 ? sample.utf8Words() : sample.allWords();
        boolean vietnamese = Score.of(encoding, words).share() >= 0.5;
        return new ColumnEncoding(
                sample.field(),
                encoding,
                rest,
                confidence,
                why,
                shown.subList(0, Math.min(3, shown.size())),
                new Traits(vietnamese, sample.startsWithCapitals(), sample.isOfNames()));
    }

    private static Sample shown(String raw, Encoding encoding) {
        byte[] bytes = Bytes.of(raw);
        return new Sample(
                Bytes.hex(bytes, bytes.length),
                encoding.decode(bytes, bytes.length).text());
    }
}
