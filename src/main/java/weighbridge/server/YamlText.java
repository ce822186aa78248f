package weighbridge.server;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weighbridge.text.Fault;
import weighbridge.text.InputException;

/** The text of a file, whatever stands in the file's place. */
final class YamlText {
    private static final int MAX_BYTES = 64 * 1024;

    /** What YAML 1.2 (5.1) has no room for, but for the surrogates, which UTF-8 has none of. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ufffe\\uffff]");

    private YamlText() {}

    /** @param shown how the file is named. @throws InputException where there is no text to read */
    static String read(Path file, String shown) {
        try {
            if (!Files.isRegularFile(file)) {
                // A pipe or a device would be waited for without end.
                boolean nothing = Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
                String fix = (nothing ? "create it" : "put a file in its place") + ", or name another folder";
                throw fault(shown, whatElse(file), "a file " + file.getFileName(), fix);
            }
            if (Files.size(file) > MAX_BYTES) {
                throw fault(shown, Files.size(file) + " bytes", "at most " + MAX_BYTES + " bytes", "shorten it");
            }
            String text = Files.readString(file);
            refuseControls(shown, text);
            return text;
        } catch (CharacterCodingException e) {
            throw fault(shown, "bytes that are not UTF-8", "UTF-8 text", "save the file as UTF-8");
        } catch (IOException e) {
            String found = "a file that cannot be read (" + e.getMessage() + ")";
            throw fault(shown, found, "a readable file", "check its rights");
        }
    }

    static InputException fault(String where, String found, String allowed, String fix) {
        return InputException.of(List.of(new Fault(where, "", found, allowed, fix)));
    }

    private static String whatElse(Path file) {
        if (Files.exists(file)) {
            return Files.isDirectory(file) ? "a folder" : "something that is no file";
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
            String found = String.format(Locale.ROOT, "the control character U+%04X", (int)
                    control.group().charAt(0));
            throw fault(shown + ":" + line, found, "text", "remove it");
        }
    }
}
