package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"4100; 4,100", "4086.6; 4,087", "100; 100", "99.84; 99.8", "50; 50", "2.5; 2.5", "0; 0"})
    void ratesHaveSeparatorsAndAsManyDigitsAsTheyNeed(double rate, String text) {
        assertThat(LoadText.rate(rate)).isEqualTo(text);
    }

    /** What is just under the limit of 50 ms reads so, and 1 µs is told. */
    @ParameterizedTest
    @CsvSource({"49.999, 49.999", "0.001, 0.001", "1001.471, 1001.471", "12, 12.000"})
    void millisAreToldToTheMicrosecond(double millis, String text) {
        assertThat(LoadText.millis(millis)).isEqualTo(text);
    }

    /** One of a million is not none. */
    @ParameterizedTest
    @CsvSource({"0, 0%", "0.000001, 0.0001%", "0.0009994, 0.0999%", "0.001, 0.1%", "0.6, 60%", "1, 100%"})
    void fewErrorsAreToldFromNone(double ratio, String text) {
        assertThat(LoadText.errors(ratio)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; holds, off by 0.0 %",
                "0.0123; holds, off by 1.3 %",
                "0.05; holds, off by 5.0 %",
                "0.0500001; does not hold, off by 5.1 % (more than 5 %)"
            })
    void littlesLawHoldsUpToFivePerCent(double deviation, String text) {
        assertThat(LoadText.little(deviation)).isEqualTo(text);
    }

    @EachLocale
    void noLocaleChangesThem(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));

        assertThat(LoadText.rate(1234567.0)).isEqualTo("1,234,567");
        assertThat(LoadText.millis(0.5)).isEqualTo("0.500");
        assertThat(LoadText.errors(0.015)).isEqualTo("1.5%");
    }
}
