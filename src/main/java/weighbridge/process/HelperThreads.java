package weighbridge.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The threads of this JVM that compile and collect garbage while its program runs. On the one core of a generator they would
 * keep calls waiting for some milliseconds each time they have something to do.
 */
public final class HelperThreads {
    /** As HotSpot names them, cut to the kernel's 15 characters. */
    private static final Pattern NAME = Pattern.compile("C1 Compiler.*|C2 Compiler.*|G1 (Conc|Refine|Service|Main).*");

    /** They get a tenth of what the others get where all want the processor, and all of it where nobody else does. */
    private static final int NICE = 10;

    private HelperThreads() {}

    /** From here on the others go first. @return how many threads that are */
    public static int letOthersGoFirst() {
        int lowered = 0;
        for (Path thread : threads()) {
            try {
                if (NAME.matcher(Files.readString(thread.resolve("comm")).strip())
                                .matches()
                        && Kernel.setNice(Long.parseLong(thread.getFileName().toString()), NICE)) {
                    lowered++;
                }
            } catch (IOException e) {
                continue; // it has ended
            }
        }
        return lowered;
    }

    private static List<Path> threads() {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            return threads.toList();
        } catch (IOException e) {
            return List.of(); // this is no Linux
        }
    }
}
