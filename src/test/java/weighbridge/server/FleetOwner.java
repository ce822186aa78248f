package weighbridge.server;

import java.nio.file.Path;

/** A run in a JVM of its own, which starts a family of processes in the background of its test and waits to be killed. */
final class FleetOwner {
    /** How many processes it leaves. */
    static final int FAMILY = 4;

    static final String UP = "up";

    private FleetOwner() {}

    /** The arguments: the folder of the results and the logs. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Scripts scripts = new Scripts(folder);
        Fleet fleet = new Fleet(folder, Ledger.open(folder));
        scripts.start(
                fleet,
                scripts.target(
                        "netty",
                        "touch {folder}/made.txt; sh -c 'sleep 300 & echo $!'; env -i sh -c 'sleep 300 & echo $!; wait' & echo $!; echo $$; wait"),
                FAMILY);
        System.out.println(UP);
        Thread.sleep(Long.MAX_VALUE);
    }
}
