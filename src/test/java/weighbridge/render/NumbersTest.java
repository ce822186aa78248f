package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import weighbridge.figure.Figure;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "4100; 4,100",
                "4086.6; 4,087",
                "100; 100",
                "99.84; 99.8",
                "50; 50",
                "2.5; 2.5",
                "0.5; 0.5",
                "0.0103; 0.0103",
                "0.001; 0.001",
                "0; 0"
            })
    void ratesHaveSeparatorsAndAsManyDigitsAsTheyNeed(double rate, String text) {
        assertThat(Numbers.rate(rate)).isEqualTo(text);
    }

    /** What is just under the limit of 50 ms reads so, and 1 µs is told. */
    @ParameterizedTest
    @CsvSource({"49.999, 49.999", "0.001, 0.001", "1001.471, 1001.471", "12, 12.000"})
    void millisAreToldToTheMicrosecond(double millis, String text) {
        assertThat(Numbers.thousandths(millis)).isEqualTo(text);
    }

    /** Latencies of loads over time are counted in µs: 1.05 and 0.75 ms are no 1.1 and 0.8 ms, and 40 µs are not nothing. */
    @ParameterizedTest
    @CsvSource({"1.05, 1.05", "0.75, 0.75", "0.04, 0.04", "9.994, 9.99", "3, 3", "0, 0", "12.34, 12.3", "150, 150"})
    void latenciesHaveAsManyDigitsAsTheyNeed(double millis, String text) {
        assertThat(Numbers.of(Figure.P50_MILLIS, millis)).isEqualTo(text);
        assertThat(Numbers.withUnit(Figure.P50_MILLIS, millis)).isEqualTo(text + " ms");
    }

    /** One of a million is not none. */
    @ParameterizedTest
    @CsvSource({"0, 0%", "0.000001, 0.0001%", "0.0009994, 0.0999%", "0.001, 0.1%", "0.6, 60%", "1, 100%"})
    void fewErrorsAreToldFromNone(double ratio, String text) {
        assertThat(Numbers.errors(ratio)).isEqualTo(text);
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
        assertThat(LoadSection.little(deviation)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0; 0", "0.000169; 0.000169", "-1.5; -1.50", "38.25; 38.3", "12345.6; 12,346", "1e-12; 0.000000000"
            })
    void threeDigitsAreToldOfSmallNumbersAndAllOfLargeOnes(double value, String text) {
        assertThat(Numbers.digits(value)).isEqualTo(text);
    }

    @Test
    void sentencesHaveNoZerosAtTheirEnds() {
        assertThat(Numbers.brief(30)).isEqualTo("30");
        assertThat(Numbers.brief(100)).isEqualTo("100");
        assertThat(Numbers.brief(0.0204)).isEqualTo("0.0204");
        assertThat(Numbers.brief(1.5)).isEqualTo("1.5");
    }

    @Test
    void aDifferenceHasItsSignAndNothingIsPositive() {
        assertThat(Numbers.signedMebibytes(3 << 19)).isEqualTo("+1.50");
        assertThat(Numbers.signedMebibytes(-(3 << 19))).isEqualTo("-1.50");
        assertThat(Numbers.signedMebibytes(-1)).isEqualTo("+0.00");
    }

    @Test
    void secondsHaveNoMoreDigitsThanTheyNeed() {
        assertThat(Numbers.seconds(2000)).isEqualTo("2");
        assertThat(Numbers.seconds(500)).isEqualTo("0.5");
        assertThat(Numbers.decimalSeconds(1000)).isEqualTo("1.0");
        assertThat(Numbers.decimalSeconds(250)).isEqualTo("0.25");
    }

    static Stream<Function<Number, String>> all() {
        return Stream.of(
                Numbers::thousandths,
                Numbers::perCall,
                Numbers::mebibytes,
                Numbers::groupedMebibytes,
                Numbers::signedMebibytes,
                Numbers::percent,
                Numbers::success,
                Numbers::wholePercent,
                Numbers::errors,
                Numbers::rate,
                Numbers::count,
                Numbers::digits,
                Numbers::brief,
                Numbers::digitsOfPercent);
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsNotKnownSaysSo(Function<Number, String> form) {
        assertThat(form.apply(null)).isEqualTo("n/a");
    }

    @EachLocale
    void noLocaleChangesThem(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));

        assertThat(Numbers.rate(1234567.0)).isEqualTo("1,234,567");
        assertThat(Numbers.count(40_000)).isEqualTo("40,000");
        assertThat(Numbers.thousandths(0.5)).isEqualTo("0.500");
        assertThat(Numbers.errors(0.015)).isEqualTo("1.5%");
        assertThat(Numbers.digits(12_345.6)).isEqualTo("12,346");
        assertThat(Numbers.digitsOfPercent(0.0125)).isEqualTo("1.25");
        assertThat(Numbers.groupedMebibytes(3L << 40)).isEqualTo("3,145,728.00");
        assertThat(Numbers.exact(new BigDecimal("20000.50"))).isEqualTo("20,000.5");
    }
}
