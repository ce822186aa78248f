package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import weighbridge.render.PageTable.Cell;

class QuantityTest {
    private final Locale usual = Locale.getDefault();

    @AfterEach
    void usual() {
        Locale.setDefault(usual);
    }

    @Test
    void threeDigitsAreToldOfSmallNumbersAndAllOfLargeOnes() {
        Locale.setDefault(Locale.GERMANY);

        assertThat(Quantity.digits(0)).isEqualTo("0");
        assertThat(Quantity.digits(0.000169)).isEqualTo("0.000169");
        assertThat(Quantity.digits(-1.5)).isEqualTo("-1.50");
        assertThat(Quantity.digits(38.25)).isEqualTo("38.3");
        assertThat(Quantity.digits(12_345.6)).isEqualTo("12,346");
        assertThat(Quantity.digits(1e-12)).isEqualTo("0.000000000");
    }

    @Test
    void sentencesHaveNoZerosAtTheirEnds() {
        assertThat(Quantity.inWords(30)).isEqualTo("30");
        assertThat(Quantity.inWords(100)).isEqualTo("100");
        assertThat(Quantity.inWords(0.0204)).isEqualTo("0.0204");
        assertThat(Quantity.inWords(1.5)).isEqualTo("1.5");
    }

    @Test
    void whatIsNotKnownSaysSo() {
        Cell none = new Cell("n/a", null);

        assertThat(Quantity.cell(null)).isEqualTo(none);
        assertThat(Quantity.mebibytes(null)).isEqualTo(none);
        assertThat(Quantity.percent(null)).isEqualTo(none);
        assertThat(Quantity.with(none, "MiB")).isEqualTo("n/a");
    }

    @Test
    void cellsAreSortedByTheirValues() {
        assertThat(Quantity.mebibytes(3L << 19)).isEqualTo(new Cell("1.50", (double) (3 << 19)));
        assertThat(Quantity.percent(0.0125)).isEqualTo(new Cell("1.25", 0.0125));
        assertThat(Quantity.count(40_000)).isEqualTo(new Cell("40,000", 40_000.0));
        assertThat(Quantity.kibibytes(1536)).isEqualTo("1.5 KiB");
    }
}
