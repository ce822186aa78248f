package weighbridge.engine;

import java.util.Arrays;
import java.util.Collection;

/**
 * Tells whether the load generator ended itself. After an {@link Error} in a connection, such as too little memory,
 * Gatling's handler calls {@link System#exit} in the event loop of the connection. That thread waits for the shutdown
 * hooks, so they can see its stack. At the end of a run it is the main thread that exits, and after a signal one of the
 * JVM's own.
 */
final class FatalEnd {
    private static final String EXIT = System.class.getName();
    private static final String CONNECTION = "io.netty.channel.";

    private FatalEnd() {}

    /** Whether that is so now. To be asked while the JVM ends. */
    static boolean isNow() {
        return isAmong(Thread.getAllStackTraces().values());
    }

    /** Whether one of the threads with these stacks ends the JVM from within a connection. */
    static boolean isAmong(Collection<StackTraceElement[]> stacks) {
        return stacks.stream().anyMatch(FatalEnd::isFatal);
    }

    private static boolean isFatal(StackTraceElement[] stack) {
        boolean exits = Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().equals(EXIT)
                        && frame.getMethodName().equals("exit"));
        return exits
                && Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(CONNECTION));
    }
}
