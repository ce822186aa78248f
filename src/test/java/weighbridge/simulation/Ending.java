package weighbridge.simulation;

import java.io.IOException;
import weighbridge.analysis.ExitStatus;
import weighbridge.analysis.Report;
import weighbridge.launch.Fleet;
import weighbridge.recording.RunFolder;
import weighbridge.recording.Staging;
import weighbridge.report.ConsoleSummary;
import weighbridge.target.InputException;

/**
 * What happens last, however a run ends. Gatling parses its log and prints after our last step and then ends the JVM
 * itself: only a shutdown hook can have the last word, and it also runs on Ctrl-C and TERM.
 */
final class Ending {
    private static final int STOPPED = 143; // as after a TERM

    private final Fleet fleet;
    private final Staging staging;
    private final Console console;
    private RunFolder folder;
    private Report report;

    private Ending(Fleet fleet, Staging staging, Console console) {
        this.fleet = fleet;
        this.staging = staging;
        this.console = console;
    }

    /** From here on no end of the JVM, but a KILL, leaves a process behind. */
    static Ending install(Fleet fleet, Staging staging, Console console) {
        Ending ending = new Ending(fleet, staging, console);
        Runtime.getRuntime().addShutdownHook(new Thread(ending::run, "ending"));
        // A Maven that is ended alone does not take its children along: without it nobody waits for this run.
        ProcessHandle.current().parent().ifPresent(maven -> maven.onExit().thenRun(() -> System.exit(STOPPED)));
        return ending;
    }

    /** Says what is wrong with the input and ends the JVM. */
    static IllegalStateException refuse(InputException e) {
        System.out.println(e.getMessage());
        System.out.flush();
        // halt and not exit: Gatling's own end would add a stack trace to a user's mistake.
        Runtime.getRuntime().halt(ExitStatus.WRONG_INPUT.code());
        return new IllegalStateException(e);
    }

    /** The run came to its end, with this report to print last. */
    synchronized void report(RunFolder ofRun, Report ofThisRun) {
        folder = ofRun;
        report = ofThisRun;
    }

    private synchronized void run() {
        fleet.close();
        if (report == null) {
            staging.discard();
            console.line("Stopped before the end. All servers were ended; there is no summary.");
            return;
        }
        console.line("");
        console.line(ConsoleSummary.format(report));
        console.line("Reports: " + folder.path() + "/summary.txt, summary.json, run.json, samples.csv, logs");
        try {
            folder.becomeLatest();
        } catch (IOException | UnsupportedOperationException e) {
            console.line("The link to the latest run could not be set: " + e.getMessage());
        }
        ExitStatus status = ExitStatus.of(report);
        if (status != ExitStatus.DONE) {
            console.line("Exit status " + status.code() + ": " + status.meaning());
            System.out.flush();
            Runtime.getRuntime().halt(status.code());
        }
    }
}
