package weighbridge.server;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weighbridge.text.InputException;

/** The text of a file, whatever stands in the file's place. */
final class YamlText {
    private static final int MAX_BYTES = 64 * 1024;

    /** What YAML 1.2 (5.1) has no room for, but for the surrogates, which UTF-8 has none of. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ufffe\\uffff]");

    private YamlText() {}

    /** @throws InputException where there is no text to read */
    static String read(Path file, String shown) {
        try {
            if (!Files.isRegularFile(file)) {
                // A pipe or a device would be waited for without end.
                String name = file.getFileName().toString();
                boolean nothing = Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
                throw YamlFile.fault(
                        shown,
                        whatElse(file),
                        "a file " + name,
                        (nothing ? "create it" : "put a file in its place") + ", or name another folder");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw YamlFile.fault(
                        shown, Files.size(file) + " bytes", "at most " + MAX_BYTES + " bytes", "shorten it");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            refuseControls(shown, text);
            return text;
        } catch (CharacterCodingException e) {
            throw YamlFile.fault(shown, "bytes that are not UTF-8", "UTF-8 text", "save the file as UTF-8");
        } catch (IOException e) {
            throw YamlFile.fault(
                    shown,
                    "a file that cannot be read (" + e.getMessage() + ")",
                    "a readable file",
                    "check its rights");
        }
    }

    private static String whatElse(Path file) {
        if (Files.isDirectory(file)) {
            return "a folder";
        }
        if (Files.exists(file)) {
            return "something that is no file";
        }
        return Files.isSymbolicLink(file) ? "a link to nowhere" : "no such file";
    }

    private static void refuseControls(String shown, String text) {
        Matcher control = CONTROL.matcher(text);
        if (control.find()) {
            long line = 1
                    + text.substring(0, control.start())
                            .chars()
                            .filter(character -> character == '\n')
                            .count();
            throw YamlFile.fault(
                    shown + ":" + line,
                    String.format(Locale.ROOT, "the control character U+%04X", (int)
                            control.group().charAt(0)),
                    "text",
                    "remove it");
        }
    }
}
