package weighbridge.process;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.List;

/** A JVM with a child: it answers the first line with the child's PID, and the second with how many it had to kill to end it. */
final class StoppedEnder {
    static final Duration BOUND = Duration.ofSeconds(3);

    private StoppedEnder() {}

    public static void main(String[] arguments) throws Exception {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        Process child = new ProcessBuilder("sleep", "300").start();
        orders.readLine();
        System.out.println(child.pid());
        orders.readLine();
        System.out.println(
                ProcessTree.stop(() -> List.of(child.toHandle()), BOUND).size());
    }
}
