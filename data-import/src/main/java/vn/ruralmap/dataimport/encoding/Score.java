package vn.ruralmap.dataimport.encoding;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How Vietnamese words would be if they were in an encoding.
 *
 * @param valid words that are syllables
 * @param frequent words that are in every table of places and land
 * @param total words looked at
 */
record Score(Encoding encoding, int valid, int frequent, int total) {

    /** Signs that may stand beside a word without a space. */
    private static final Pattern SIGNS =
            Pattern.compile("[\\u00A0\\u2013\\u2014\\u2018\\u2019\\u201C\\u201D\\u2022\\u2026°²³]+");

    private static final Set<String> FREQUENT = Set.of("""
            xã phường thị trấn huyện quận tỉnh thành phố ấp thôn tổ đất đường số cầu chợ chùa đình trường trạm xóm bản
            đông bắc tân phú phước hòa hoà bình thạnh mỹ hưng vĩnh thới hiệp thuận đức thọ lộc mỏ cù đảo biển sông rạch
            kênh hồ nước rừng trồng cây lúa nông lâm nghiệp sản xuất và của các có không là được người hộ dân sử dụng
            năm tên mã diện tích ghi chú nhà ở đến từ mới cũ chưa đã phát triển văn hóa hoá y tế giáo dục
            """.strip().split("\\s+"));

    static Score of(Encoding encoding, Collection<String> words) {
        int valid = 0;
        int frequent = 0;
        for (String word : words) {
            String text = read(encoding, word);
            if (text != null && areSyllables(text)) {
                valid++;
                frequent += FREQUENT.contains(text.toLowerCase(Locale.ROOT)) ? 1 : 0;
            }
        }
        return new Score(encoding, valid, frequent, words.size());
    }

    /** Null if these bytes are nothing in that encoding. */
    private static @Nullable String read(Encoding encoding, String word) {
        byte[] bytes = Bytes.of(word);
        Encoding.Decoded decoded = encoding instanceof SavedAsUtf8 saved
                ? saved.reverse(bytes, bytes.length)
                : encoding.decode(bytes, bytes.length);
        return decoded == null || decoded.lost() > 0 ? null : decoded.text();
    }

    /** Whether every word of a text is a syllable, written as people do. */
    static boolean areSyllables(String text) {
        boolean any = false;
        for (String part : SIGNS.split(Normalizer.normalize(text, Normalizer.Form.NFC))) {
            if (!part.isEmpty()) {
                any = true;
                String mended = mendStrokeD(part);
                if (!Syllables.isCasedAsUsual(mended) || !Syllables.isSyllable(mended)) {
                    return false;
                }
            }
        }
        return any;
    }

    /** With Đ where another alphabet has a letter that looks like it: Icelandic Ð, African Ɖ. */
    static String mendStrokeD(String text) {
        return text.replace('Ð', 'Đ').replace('ð', 'đ').replace('Ɖ', 'Đ').replace('ɖ', 'đ');
    }

    double share() {
        return total == 0 ? 0 : (double) valid / total;
    }

    /** What encodings are compared by: chance gives a syllable now and then, but hardly a frequent word. */
    int points() {
        return valid + frequent;
    }
}
