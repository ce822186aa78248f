package weighbridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuListTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0", "0-3,8 | 0-3,8", "3,1,2 | 1-3", "1,1 | 1", "0-1,1-2 | 0-2", "7-7 | 7", "0,2,4 | 0,2,4"})
    void itIsReadAsTheKernelWritesIt(String text, String written) {
        assertThat(CpuList.parse(text).orElseThrow().text()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "0,", "3-1", "-1", "a", "0 1", "0:2", "8192", "99999", "0-8192", "٣"})
    void whatNamesNoProcessorIsNone(String text) {
        assertThat(CpuList.parse(text)).isEmpty();
    }

    @Test
    void listsAreJoinedAndTakenApart() {
        CpuList all = CpuList.of(List.of(0, 1, 2, 3));
        CpuList two = CpuList.of(List.of(1, 2, 9));

        assertThat(all.and(two).text()).isEqualTo("1-2");
        assertThat(all.without(two).text()).isEqualTo("0,3");
        assertThat(all.or(two).text()).isEqualTo("0-3,9");
        assertThat(all.count()).isEqualTo(4);
    }
}
