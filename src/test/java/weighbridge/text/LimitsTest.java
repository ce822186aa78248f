package weighbridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "1, 1", "1.0, 1", "0.01, 0.01", "0.0625, 0.0625", "1024, 1024"})
    void coresAreReadAndWritten(String text, double cpus) {
        assertThat(Limits.parseCpus(text)).contains(cpus);
        assertThat(Limits.parseCpus(Limits.text(cpus))).contains(cpus);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0.001", "-1", "1025", "half", "500m", "0,5", ".5", "1e3", " 1", "50%"})
    void whatIsNoNumberOfCoresIsNotRead(String text) {
        assertThat(Limits.parseCpus(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "64MiB, 67108864, 64MiB",
        "64 MiB, 67108864, 64MiB",
        "1.5GiB, 1610612736, 1536MiB",
        "2GiB, 2147483648, 2GiB",
        "1024KiB, 1048576, 1MiB",
        "1.1MiB, 1150976, 1124KiB" // in whole pages of 4 KiB
    })
    void memoryIsReadAndWritten(String text, long bytes, String written) {
        assertThat(Limits.parseMemory(text)).contains(bytes);
        assertThat(Limits.text(bytes)).isEqualTo(written);
        assertThat(Limits.parseMemory(written)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "64", "64MB", "64mib", "64m", "0MiB", "1023KiB", "-64MiB", "64Mi", "MiB", "1e3MiB"})
    void whatIsNoMemoryIsNotRead(String text) {
        assertThat(Limits.parseMemory(text)).isEmpty();
    }

    @Test
    void oneFillsInWhatTheOtherLacks() {
        Limits own = new Limits(0.5, 64L << 20);

        assertThat(new Limits(1.0, null).or(own)).isEqualTo(new Limits(1.0, 64L << 20));
        assertThat(Limits.NONE.or(own)).isEqualTo(own);
        assertThat(own.or(Limits.NONE)).isEqualTo(own);
        assertThat(own.withCpus(0.25)).isEqualTo(new Limits(0.25, 64L << 20));
    }

    @Test
    void bothAreToldToPeople() {
        assertThat(new Limits(0.5, 64L << 20).text()).isEqualTo("0.5 cores, 64MiB");
        assertThat(new Limits(1.0, null).text()).isEqualTo("1 core");
        assertThat(new Limits(null, 1L << 30).text()).isEqualTo("1GiB");
        assertThat(Limits.NONE.text()).isEmpty();
        assertThat(Limits.NONE.areNone()).isTrue();
    }
}
