package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import weighbridge.render.Sheet.Mark;

class TextStyleTest {
    private static final TextStyle NARROW = new TextStyle(10, false);

    @Test
    void aLineThatFitsStaysAsItIs() {
        assertThat(NARROW.wrap("")).containsExactly("");
        assertThat(NARROW.wrap("one two")).containsExactly("one two");
        assertThat(NARROW.wrap("one two 10")).containsExactly("one two 10");
        assertThat(NARROW.wrap("    one  x")).containsExactly("    one  x");
    }

    @Test
    void aLongerOneGoesOnBelowSetIn() {
        assertThat(NARROW.wrap("one two 100")).containsExactly("one two", "    100");
        assertThat(NARROW.wrap("one two 10 and")).containsExactly("one two 10", "    and");
        assertThat(NARROW.wrap("one two three four five"))
                .containsExactly("one two", "    three", "    four", "    five");
        assertThat(NARROW.wrap("one      two three")).containsExactly("one", "    two", "    three");
    }

    @Test
    void aLongWordIsNotCutAndStandsAlone() {
        assertThat(NARROW.wrap("012345678901")).containsExactly("012345678901");
        assertThat(NARROW.wrap("a 012345678901 b")).containsExactly("a", "    012345678901", "    b");
        assertThat(NARROW.wrap("012345678901 b c")).containsExactly("012345678901", "    b c");
    }

    @Test
    void whatIsSetInAlreadyKeepsThatOnItsFirstLine() {
        assertThat(NARROW.wrap("    one two")).containsExactly("    one", "    two");
        assertThat(NARROW.wrap("        one two")).containsExactly("        one", "    two");
        assertThat(NARROW.wrap("    0123456789 b")).containsExactly("    0123456789", "    b");
    }

    @Test
    void aFileHasNoLastColumn() {
        String line = "one two ".repeat(100);

        assertThat(TextStyle.FILE.wrap(line)).containsExactly(line);
    }

    @Test
    void aConsoleIsColouredOnlyOnATerminalThatIsNotAskedToBePlain() {
        Map<String, String> terminal = Map.of("weighbridge.terminal", "true");

        assertThat(TextStyle.console(terminal::get, name -> null)).isEqualTo(new TextStyle(120, true));
        assertThat(TextStyle.console(terminal::get, Map.of("NO_COLOR", "")::get))
                .isEqualTo(new TextStyle(120, true));
        assertThat(TextStyle.console(terminal::get, Map.of("NO_COLOR", "1")::get))
                .isEqualTo(TextStyle.CONSOLE);
        assertThat(TextStyle.console(name -> null, name -> null)).isEqualTo(TextStyle.CONSOLE);
    }

    @Test
    void onlyMarksAreColouredAndOnlyWhereThereIsColour() {
        TextStyle colour = new TextStyle(120, true);

        assertThat(colour.paint("x", Mark.STRONG)).isEqualTo("\u001b[31mx\u001b[0m");
        assertThat(colour.paint("x", Mark.BEST)).isEqualTo("\u001b[32mx\u001b[0m");
        assertThat(colour.paint("x", Mark.TIE)).isEqualTo("\u001b[32mx\u001b[0m");
        assertThat(colour.paint("x", Mark.NONE)).isEqualTo("x");
        assertThat(colour.paint("", Mark.STRONG)).isEmpty();
        assertThat(TextStyle.CONSOLE.paint("x", Mark.STRONG)).isEqualTo("x");
        assertThat(TextStyle.FILE.paint("x", Mark.STRONG)).isEqualTo("x");
    }
}
