package weighbridge.engine;

import java.util.Collection;
import java.util.List;

/**
 * Tells whether the load generator ended itself. After an {@link Error} in a connection, such as too little memory,
 * Gatling's handler calls {@link System#exit}. The thread that does so waits for the shutdown hooks, so they can see its
 * stack.
 */
final class FatalEnd {
    private static final String EXIT = System.class.getName();
    /** Gatling's main program exits at the end of each run. */
    private static final String ORDERLY = "io.gatling.app.";

    private static final String OURS = "weighbridge.";

    private FatalEnd() {}

    /** Whether one of these threads is ending the JVM and is neither the end of a run nor ours nor that of a signal. */
    static boolean isAmong(Collection<StackTraceElement[]> stacks) {
        return stacks.stream().map(List::of).anyMatch(FatalEnd::isFatal);
    }

    private static boolean isFatal(List<StackTraceElement> stack) {
        List<String> classes =
                stack.stream().map(StackTraceElement::getClassName).toList();
        int exit = classes.lastIndexOf(EXIT);
        return exit >= 0
                && stack.get(exit).getMethodName().equals("exit")
                && exit + 1 < classes.size()
                && !classes.get(exit + 1).startsWith(ORDERLY)
                && !classes.get(exit + 1).startsWith(OURS);
    }
}
