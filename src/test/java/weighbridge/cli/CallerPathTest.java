package weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class CallerPathTest {
    @Test
    void whatIsNoPathIsSaid() {
        assertThatThrownBy(() -> new CallerPath().convert("a\0b"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageEndingWith("is no path");
    }
}
