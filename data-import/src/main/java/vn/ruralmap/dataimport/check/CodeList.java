package vn.ruralmap.dataimport.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.CodeEntry;
import vn.ruralmap.layers.spelling.Folding;

/** The code list of an attribute, found by code, title or alias in any spelling. */
final class CodeList {

    private static final String SEVERAL = "";

    private final Attribute attribute;
    private final Map<String, String> codeByFolded = new HashMap<>();
    /** Words that a name may start with, to the code. */
    private final Map<String, String> codeByWords = new HashMap<>();

    CodeList(Attribute attribute) {
        this.attribute = attribute;
        for (CodeEntry entry : attribute.codes()) {
            TreeSet<String> spellings = new TreeSet<>(entry.aliases());
            spellings.addAll(
                    List.of(entry.code(), entry.title().vi(), entry.title().en()));
            TreeSet<String> folded = new TreeSet<>();
            TreeSet<String> words = new TreeSet<>();
            spellings.forEach(spelling -> {
                folded.add(Folding.letters(spelling));
                words.add(Folding.words(spelling));
            });
            folded.forEach(key -> codeByFolded.merge(key, entry.code(), (one, other) -> SEVERAL));
            words.forEach(key -> codeByWords.merge(key, entry.code(), (one, other) -> SEVERAL));
        }
    }

    Optional<String> find(String text) {
        if (attribute.findCode(text).isPresent()) {
            return Optional.of(text);
        }
        return Optional.ofNullable(codeByFolded.get(Folding.letters(text))).filter(code -> !code.equals(SEVERAL));
    }

    /** The code that a mistyped text must mean, if only one is near. */
    Optional<String> findNear(String text) {
        return Spelling.nearest(Folding.letters(text), codeByFolded);
    }

    /** The code whose spelling a name starts with: "Xã Kế Sách" is a xã. The longest such spelling counts. */
    Optional<String> findByStartOf(String name) {
        return prefix(Folding.words(name)).map(codeByWords::get).filter(code -> !code.equals(SEVERAL));
    }

    /** A name in folded words, without the kind it may start with. */
    String withoutKind(String name) {
        String words = Folding.words(name);
        return prefix(words).map(prefix -> words.substring(prefix.length() + 1)).orElse(words);
    }

    private Optional<String> prefix(String words) {
        return codeByWords.keySet().stream()
                .filter(prefix -> !prefix.isEmpty() && words.startsWith(prefix + " "))
                .max((a, b) -> Integer.compare(a.length(), b.length()));
    }
}
