package weighbridge.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Programs that an INT ends wherever the tests were started. A shell without job control starts what it runs in the
 * background with INT ignored, and who ignores a signal hands that on to all that it starts.
 */
public final class Interruptible {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String IGNORED = "SigIgn:";
    private static final int INT = 2;

    /** Each runs its arguments with INT as it was by default; {@code env} can do that since GNU coreutils 8.31. */
    static final List<List<String>> STARTERS =
            List.of(List.of("env", "--default-signal=INT"), List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV"));

    private Interruptible() {}

    /** This command, or what starts it so that it does not ignore an INT; its process is the same. */
    public static List<String> command(List<String> command) {
        return isIgnored() ? Stream.concat(starter().stream(), command.stream()).toList() : command;
    }

    /** Signal 1 is the lowest bit of a mask in hexadecimal digits (proc_pid_status(5)); elsewhere nobody knows. */
    private static boolean isIgnored() {
        if (!Files.exists(STATUS)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(IGNORED))
                    .map(line -> line.substring(IGNORED.length()).strip())
                    .anyMatch(mask -> new BigInteger(mask, 16).testBit(INT - 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> starter() {
        return STARTERS.stream()
                .filter(Interruptible::works)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the tests were started with INT ignored, and here is neither an"
                        + " env that knows --default-signal nor a perl; fix: start them in the foreground"));
    }

    static boolean works(List<String> starter) {
        try {
            return new ProcessBuilder(Stream.concat(starter.stream(), Stream.of("true"))
                                    .toList())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such program
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
