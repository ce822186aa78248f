package weighbridge.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import weighbridge.analysis.ExitStatus;
import weighbridge.analysis.Report;
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

    private final List<AutoCloseable> running;
    private final Staging staging;
    private final Console console;
    private RunFolder folder;
    private Report report;

    private Ending(List<AutoCloseable> running, Staging staging, Console console) {
        this.running = running;
        this.staging = staging;
        this.console = console;
    }

    /** From here on no end of the JVM, but a KILL, leaves anything of what is {@code running} behind. */
    static Ending install(List<AutoCloseable> running, Staging staging, Console console) {
        Ending ending = new Ending(running, staging, console);
        Runtime.getRuntime().addShutdownHook(new Thread(ending::run, "ending"));
        exitWithMaven();
        return ending;
    }

    /** A Maven that is ended alone does not take its children along: without it nobody waits for this run. */
    private static void exitWithMaven() {
        Optional<Long> maven = parentPid();
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> parent.onExit().thenRun(() -> {
                    // Asked again: the parent also looks gone when no file can be opened to look for it.
                    if (!parentPid().equals(maven)) {
                        System.exit(STOPPED);
                    }
                }));
    }

    private static Optional<Long> parentPid() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid);
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
        if (report == null) {
            console.stop();
        }
        running.forEach(Ending::close);
        if (report == null) {
            staging.discard();
            console.line("Stopped before the end. All servers were ended; there is no summary.");
            return;
        }
        console.line("");
        console.line(ConsoleSummary.format(report));
        console.line("Reports: " + folder.path() + " (summary.txt, summary.json, and Gatling's index.html)");
        becomeLatest();
        ExitStatus status = ExitStatus.of(report);
        if (status != ExitStatus.DONE) {
            console.line("Exit status " + status.code() + ": " + status.meaning());
            System.out.flush();
            Runtime.getRuntime().halt(status.code());
        }
    }

    /** A run whose report Gatling could not finish is not complete. */
    private void becomeLatest() {
        boolean loaded = Files.exists(folder.simulationLog());
        if (loaded && !Files.exists(folder.gatlingReport())) {
            console.line("Gatling's report is missing, so the link to the latest run stays as it was.");
            return;
        }
        try {
            folder.becomeLatest();
        } catch (IOException | UnsupportedOperationException e) {
            console.line("The link to the latest run could not be set: " + e.getMessage());
        }
    }

    /** Each for itself: one that cannot be closed must not keep the others running. */
    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.out.println("Could not be ended: " + e);
        }
    }
}
