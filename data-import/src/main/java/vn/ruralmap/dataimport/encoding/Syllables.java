package vn.ruralmap.dataimport.encoding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a word can be a Vietnamese syllable: onset, rime and tone after the rules of the spelling, not a dictionary. Text
 * decoded by the wrong table hardly ever gives one: it has two tones, a stop with a falling tone, or a rime there is not.
 */
final class Syllables {

    private static final Set<String> ONSETS = Set.of(
            "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
            "q", "r", "s", "t", "th", "tr", "v", "x");

    private static final Set<String> RIMES = words("""
            a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
            e ec em en eng eo ep et ê êch êm ên ênh êng êp êt êu
            i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
            o oc oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
            u ua uc uôc uôi uôm uôn uông uôt ui um un ung up ut
            ư ưa ưc ưi ưm ưn ưng ưt ưu ươ ươc ươi ươm ươn ương ươp ươt ươu
            y yêm yên yêng yêt yêu
            """);

    /** Rimes with a rounded glide; after q written with u, and never after c. */
    private static final Set<String> ROUNDED = words("""
            oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet
            uân uâng uât uây uê uêch uên uênh uêt uêu uơ uơi uơn uy uya uych uyên uyêt uyn uynh uyp uyt uyu
            """);

    private static final Set<String> AFTER_Q = words("""
            a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây
            e ec en eng eo et ê êch ên ênh êt êu i ia ich in inh it ip iêt iên iu ôc ơ ơi ơn
            y ych yên yêt yn ynh yt yu yêp yê
            """);

    /** Names of provinces and rivers from languages of the highlands. */
    private static final Set<String> NAMES = Set.of("kạn", "đắk", "đăk", "lắk", "lăk", "krông", "klông");

    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final String SHARP_OR_HEAVY = "\u0301\u0323";

    private Syllables() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /** Whether it is one, in any case, tones placed either way ("hòa", "hoà"). */
    static boolean isSyllable(String word) {
        String parts = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder toneless = new StringBuilder(parts.length());
        char tone = 0;
        for (int i = 0; i < parts.length(); i++) {
            char part = parts.charAt(i);
            if (TONES.indexOf(part) < 0) {
                toneless.append(part);
            } else if (tone != 0) {
                return false;
            } else {
                tone = part;
            }
        }
        String plain = Normalizer.normalize(toneless, Normalizer.Form.NFC);
        return plain.length() <= 7 && plain.length() > 0 && isSpelled(plain, tone)
                || NAMES.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isSpelled(String plain, char tone) {
        for (int cut = Math.min(3, plain.length()); cut >= 0; cut--) {
            String onset = plain.substring(0, cut);
            if (ONSETS.contains(onset) && fits(onset, plain.substring(cut)) && agrees(plain, tone)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String onset, String rime) {
        if (onset.equals("q")) {
            return rime.startsWith("u") && AFTER_Q.contains(rime.substring(1));
        }
        if (onset.equals("gi")) {
            // the i of gi is written once: giêng, gìn, gì
            return rime.isEmpty()
                    || RIMES.contains(rime) && rime.charAt(0) != 'i' && rime.charAt(0) != 'y'
                    || RIMES.contains("i" + rime);
        }
        if (!RIMES.contains(rime) && !(ROUNDED.contains(rime) && !onset.equals("c") && !onset.equals("k"))) {
            return false;
        }
        boolean front = "eêiy".indexOf(rime.charAt(0)) >= 0;
        return switch (onset) {
            case "c", "g", "ng" -> !front;
            case "k", "gh", "ngh" -> front;
            default -> true;
        };
    }

    /** Rimes that end in a stop have one of two tones, and never none. */
    private static boolean agrees(String plain, char tone) {
        boolean stopped = plain.endsWith("ch") || "cpt".indexOf(plain.charAt(plain.length() - 1)) >= 0;
        return !stopped || tone != 0 && SHARP_OR_HEAVY.indexOf(tone) >= 0;
    }

    /** Whether capitals stand where people write them: none, the first one, or all. */
    static boolean isCasedAsUsual(String word) {
        boolean anySmall = false;
        boolean anyCapitalLater = false;
        for (int i = 0; i < word.length(); i++) {
            boolean capital = Character.isUpperCase(word.charAt(i));
            anySmall |= !capital;
            anyCapitalLater |= capital && i > 0;
        }
        return !(anySmall && anyCapitalLater);
    }
}
