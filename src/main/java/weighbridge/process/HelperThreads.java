package weighbridge.process;

import java.util.regex.Pattern;

/**
 * The threads of this JVM that compile and collect garbage while its program runs. On the one core of a generator they would
 * keep calls waiting for some milliseconds each time they have something to do.
 */
public final class HelperThreads {
    /** Those of the collector G1 that work beside the program, as HotSpot names them. */
    private static final Pattern COLLECTOR = Pattern.compile("G1 (Conc|Refine|Service|Main).*");

    /** They get a tenth of what the others get where all want the processor, and all of it where nobody else does. */
    private static final int NICE = 10;

    private HelperThreads() {}

    /** From here on the others go first. @return how many threads that are */
    public static int letOthersGoFirst() {
        return (int) KernelThread.ofThisProcess().stream()
                .filter(thread -> CompilerThreads.include(thread)
                        || COLLECTOR.matcher(thread.name()).matches())
                .filter(thread -> Kernel.setNice(thread.id(), NICE))
                .count();
    }
}
