package vn.ruralmap.dataimport.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "42; 42; NONE",
                "-7; -7; NONE",
                "12.0; 12; NONE",
                "12,0; 12; NONE",
                "1.01e+004; 10100; SHORTENED",
                "1,234; 1234; NONE",
                "1.234; 1234; NONE",
                "1.000; 1000; AMBIGUOUS",
                "1.234.567; 1234567; NONE",
                "1,234,567; 1234567; NONE",
                "21 345; 21345; NONE"
            })
    void wholeNumbersAreReadAsPeopleGroupThem(String text, long number, Numbers.Doubt doubt) {
        assertThat(Numbers.whole(text)).hasValueSatisfying(reading -> {
            assertThat(reading.number().longValueExact()).isEqualTo(number);
            assertThat(reading.doubt()).isEqualTo(doubt);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "12,345.6", "abc", "1.2.3", "", "1e5000", "12 345 6", "--5", "0x10"})
    void whatIsNoWholeNumberIsNotMadeOne(String text) {
        assertThat(Numbers.whole(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "42; 42; NONE",
                "12.5; 12.5; NONE",
                "12,5; 12.5; NONE",
                "0.500; 0.5; NONE",
                "1.234,5; 1234.5; NONE",
                "1,234.5; 1234.5; NONE",
                "1.234.567; 1234567; NONE",
                "1.234; 1.234; AMBIGUOUS",
                "1,234; 1.234; AMBIGUOUS",
                "2.5e+003; 2500; SHORTENED"
            })
    void decimalsAreReadWithEitherSignAndDoubtIsSaid(String text, double number, Numbers.Doubt doubt) {
        assertThat(Numbers.decimal(text)).hasValueSatisfying(reading -> {
            assertThat(reading.number().doubleValue()).isEqualTo(number);
            assertThat(reading.doubt()).isEqualTo(doubt);
        });
    }
}
