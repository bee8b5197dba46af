package vn.ruralmap.dataimport.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCleaningTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Xã Kế Sách,Xã Kế Sách",
                " Xã  Kế Sách ,Xã Kế Sách",
                "Xã\u00A0Kế\tSách,Xã Kế Sách",
                "X\u0061\u0303 Kê\u0301 Sách,Xã Kế Sách",
                "\uFEFFẤp 1\u200B,Ấp 1",
                "Xã\u00ADA,Xã\u00ADA"
            })
    void spacesAndLettersInTwoPartsAreTidiedAndNothingElse(String raw, String clean) {
        assertThat(TextCleaning.clean(raw)).isEqualTo(clean);
    }

    @Test
    void whatIsCleanedOnceStaysAsItIsAndIsNfc() {
        SplittableRandom random = new SplittableRandom(5);
        String letters = "aăâđeêiouưAÂĐ 1.-ấệỹýÿŒșȟ\u0301\u0323\u00A0\u0085\u200B\t\u0130\u1E9B\u212B\u0344";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String clean = TextCleaning.clean(text.toString());
            assertThat(TextCleaning.clean(clean)).as("case %d: %s", i, text).isEqualTo(clean);
            assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC))
                    .as("case %d: %s", i, text)
                    .isTrue();
            assertThat(clean).as("case %d: %s", i, text).doesNotContain("  ").isEqualTo(clean.strip());
        }
    }
}
