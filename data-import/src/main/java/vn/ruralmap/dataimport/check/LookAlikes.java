package vn.ruralmap.dataimport.check;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Codes typed with letters that only look right.
 *
 * <p>Full-width forms (by NFKC), Cyrillic and Greek capitals, every kind of hyphen, lower case, and the letters O, I and l
 * for the digits 0 and 1. A reading counts only if it then matches the pattern of the attribute.
 */
final class LookAlikes {

    private static final String FOREIGN = "АВЕКМНОРСТУХІЅЈаеорсухіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
    private static final String LATIN = "ABEKMHOPCTYXISJaeopcyxisjABEZHIKMNOPTYXo";
    private static final Pattern HYPHENS =
            Pattern.compile("\\s*[\\-\\u00AD\\u2010-\\u2015\\u2212\\u2043\\uFE58\\uFE63\\uFF0D\\u30FC_]\\s*");

    private LookAlikes() {}

    /** A text that does not match, made to match; the fewest changes first. */
    static Optional<String> mend(String text, Pattern pattern) {
        String plain = plain(text);
        String upper = plain.toUpperCase(Locale.ROOT);
        for (String candidate : new String[] {plain, upper, digits(plain), upper.replace(" ", "")}) {
            if (!candidate.equals(text) && pattern.matcher(candidate).matches()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    static String plain(String text) {
        StringBuilder latin = new StringBuilder();
        Normalizer.normalize(HYPHENS.matcher(text).replaceAll("-"), Normalizer.Form.NFKC)
                .chars()
                .forEach(letter -> {
                    int at = FOREIGN.indexOf(letter);
                    latin.append(at < 0 ? (char) letter : LATIN.charAt(at));
                });
        return HYPHENS.matcher(latin).replaceAll("-");
    }

    static String digits(String plain) {
        return plain.replace('O', '0').replace('o', '0').replace('I', '1').replace('l', '1');
    }
}
