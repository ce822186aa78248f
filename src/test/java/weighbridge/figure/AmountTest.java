package weighbridge.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
    @ParameterizedTest
    @CsvSource({
        "COUNT,   300,            300,        300",
        "COUNT,   1.5,            1.5,        1.5",
        "MILLIS,  50ms,           50,         50 ms",
        "MILLIS,  50.0 ms,        50,         50 ms",
        "MILLIS,  0.05s,          50,         50 ms",
        "MILLIS,  1500ms,         1500,       1.5 s",
        "MILLIS,  1.2345s,        1234.5,     1234.5 ms",
        "MILLIS,  0ms,            0,          0 ms",
        "MILLIS,  0.000000001ms,  0.000000001, 0.000000001 ms",
        "SECONDS, 0.5ms,          0.0005,     0.5 ms",
        "SECONDS, 2s,             2,          2 s",
        "SECONDS, 0s,             0,          0 s",
        "BYTES,   256MiB,         268435456,  256 MiB",
        "BYTES,   1024 MiB,       1073741824, 1 GiB",
        "BYTES,   1.5GiB,         1610612736, 1.5 GiB",
        "BYTES,   1536KiB,        1572864,    1.5 MiB",
        // 976.5625 KiB, and 0.95367431640625 MiB
        "BYTES,   1000000B,       1000000,    1000000 B",
        "BYTES,   0.1KiB,         102.4,      102.4 B",
        "BYTES,   0.123456789GiB, 132560717.806043136, 132560717.806043136 B",
        "BYTES,   0GiB,           0,          0 MiB",
        "RATIO,   99.9%,          0.999,      99.9%",
        "RATIO,   100 %,          1,          100%",
        "RATIO,   0.05%,          0.0005,     0.05%",
    })
    void readsWhatPeopleWriteAndWritesItInOneForm(Unit unit, String text, BigDecimal number, String canonical) {
        Amount amount = Amount.parse(text, unit).orElseThrow();

        assertThat(amount.number()).isEqualByComparingTo(number);
        assertThat(amount.text()).isEqualTo(canonical);
        assertThat(Amount.parse(amount.text(), unit)).contains(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "MILLIS,50",
        "MILLIS,''",
        "MILLIS,ms",
        "MILLIS,-5ms",
        "MILLIS,+5ms",
        "MILLIS,5m",
        "MILLIS,5 MS",
        "MILLIS,5MiB",
        "MILLIS,1e3ms",
        "MILLIS,.5s",
        "MILLIS,5.ms",
        "MILLIS,'5,5ms'",
        "MILLIS,٥ms",
        "MILLIS,99999999999999999ms",
        "MILLIS,9999999999999s",
        "SECONDS,1%",
        "BYTES,5MB",
        "BYTES,5M",
        "BYTES,5mib",
        "BYTES,5",
        "BYTES,9999999GiB",
        "RATIO,0.999",
        "RATIO,100.000000001%",
        "RATIO,-1%",
        "RATIO,5ms",
    })
    void refusesWhatIsNoAmountOfTheUnit(Unit unit, String text) {
        assertThat(Amount.parse(text, unit)).isEmpty();
    }

    @Test
    void saysWhatMayBeWritten() {
        assertThat(Amount.allowed(Unit.COUNT)).isEqualTo("a number without a unit, such as 300");
        assertThat(Amount.allowed(Unit.MILLIS)).isEqualTo("a number with its unit ms or s, such as 50ms");
        assertThat(Amount.allowed(Unit.SECONDS)).isEqualTo("a number with its unit ms or s, such as 50ms");
        assertThat(Amount.allowed(Unit.BYTES)).isEqualTo("a number with its unit B, KiB, MiB or GiB, such as 256MiB");
        assertThat(Amount.allowed(Unit.RATIO)).isEqualTo("a number from 0 to 100 with its unit %, such as 99.9%");
    }

    /** 0.1 + 0.2 is not 0.3 in binary, but it is for whoever counts calls. */
    @Test
    void whatWasMeasuredIsTheDecimalThatItStandsFor() {
        assertThat(0.1 + 0.2).isNotEqualTo(0.3);
        assertThat(Amount.measured(0.1 + 0.2, Unit.SECONDS).number()).isEqualByComparingTo("0.3");
        for (int calls = 1; calls <= 2000; calls++) {
            double ratio = calls / 2000.0;
            assertThat(Amount.measured(ratio, Unit.RATIO).number())
                    .isEqualByComparingTo(BigDecimal.valueOf(calls).divide(BigDecimal.valueOf(2000)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "COUNT,   299.5,     300,     299.5",
        "COUNT,   299.96,    300,     299.96",
        "COUNT,   31,        300,     31",
        "MILLIS,  12,        50ms,    12 ms",
        "MILLIS,  12.5,      50ms,    12.5 ms",
        "MILLIS,  12,        1s,      0.012 s",
        // On the other side of the limit, of 0 or of 100 %, however near.
        "MILLIS,  49.9999,   50ms,    49.9999 ms",
        "MILLIS,  50,        50ms,    50 ms",
        "MILLIS,  50.00001,  50ms,    50.00001 ms",
        "SECONDS, 0.0002853, 0.5ms,   0.285 ms",
        "SECONDS, 0.197,     1s,      0.197 s",
        "BYTES,   315831091.2, 256MiB, 301.20 MiB",
        "BYTES,   268435457, 256MiB,  256.000001 MiB",
        "BYTES,   268435456, 256MiB,  256.00 MiB",
        "BYTES,   -5242880,  20MiB,   -5.00 MiB",
        "BYTES,   -1,        20MiB,   -0.000001 MiB",
        "BYTES,   1363654246, 1GiB,   1.27 GiB",
        "BYTES,   0,         0B,      0.00 MiB",
        "BYTES,   700,       1000B,   700 B",
        "RATIO,   1,         99.9%,   100.0%",
        "RATIO,   0.9996,    99.9%,   99.96%",
        "RATIO,   0.99949,   99.95%,  99.9%",
        "RATIO,   0.99951,   99.95%,  99.951%",
        "RATIO,   0.0004,    1%,      0.04%",
        "RATIO,   0,         1%,      0.0%",
        "RATIO,   0.666666666666666666, 99%, 66.7%",
    })
    void showsOnWhichSideOfTheLimitAValueIs(Unit unit, double value, String limit, String shown) {
        assertThat(Amount.measured(value, unit)
                        .textBeside(Amount.parse(limit, unit).orElseThrow()))
                .isEqualTo(shown);
    }

    @Test
    void twoUnitsDoNotCompare() {
        Amount time = new Amount(BigDecimal.ONE, Unit.MILLIS);
        Amount size = new Amount(BigDecimal.ONE, Unit.BYTES);

        assertThatThrownBy(() -> time.compareTo(size)).hasMessage("MILLIS and BYTES do not compare");
    }
}
