package weighbridge.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import weighbridge.analysis.ExitStatus;
import weighbridge.analysis.Report;
import weighbridge.render.ResultsIndex;
import weighbridge.render.SummaryFiles;
import weighbridge.text.Fault;
import weighbridge.text.InputException;

/**
 * What happens last, however a run ends. Gatling parses its log and prints after our last step and then ends the JVM
 * itself: only a shutdown hook can have the last word, and it also runs on Ctrl-C and TERM.
 */
final class Ending {
    private static final int STOPPED = 143; // as after a TERM

    private final Runnable stop;
    private final Console console;
    private Archive archive;
    private Report report;

    private Ending(Runnable stop, Console console) {
        this.stop = stop;
        this.console = console;
    }

    /** From here on {@code stop} is called at any end of the JVM but a KILL. */
    static Ending install(Runnable stop, Console console) {
        Ending ending = new Ending(stop, console);
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

    /** Has this report to print last. */
    synchronized void report(Archive ofRun, Report ofThisRun) {
        archive = ofRun;
        report = ofThisRun;
    }

    private void run() {
        try {
            stop.run();
        } catch (RuntimeException e) {
            console.last("Could not be ended in order: " + e);
        }
        say();
    }

    private synchronized void say() {
        if (report == null) {
            console.last("Stopped before anything was measured. All servers were ended; there is no summary.");
            return;
        }
        console.last("");
        console.last(SummaryFiles.text(report));
        String path = archive.folder().path().toString();
        if (!archive.losses().isEmpty()) {
            archive.losses().forEach(loss -> console.last("Lost: " + loss));
            console.last("What is left of the reports: " + path);
        } else if (!report.run().complete() || isCutOff()) {
            console.last("Reports: " + path + " (report.html, summary.txt, summary.json)");
            console.last("Stopped before the end. All servers were ended; what was measured until then is above.");
            listAllRuns();
            return; // the status tells of the signal
        } else {
            console.last("Reports: " + path + " (report.html, summary.txt, summary.json, and Gatling's index.html)");
            becomeLatest();
            listAllRuns();
        }
        exit(archive.losses().isEmpty() ? ExitStatus.of(report) : ExitStatus.NOT_VALID);
    }

    /** While Gatling made its own report: ours is whole, and the status tells of the signal. */
    private boolean isCutOff() {
        return Files.exists(archive.folder().simulationLog())
                && !Files.exists(archive.folder().gatlingReport());
    }

    private void exit(ExitStatus status) {
        if (status != ExitStatus.DONE) {
            console.last("Exit status " + status.code() + ": " + status.meaning());
            System.out.flush();
            Runtime.getRuntime().halt(status.code());
        }
    }

    /** Last of all, for it shows which reports there are. */
    private void listAllRuns() {
        Path results = archive.folder().path().toAbsolutePath().getParent();
        ResultsIndex.rebuild(results)
                .ifPresentOrElse(
                        error -> console.last(Fault.oneLine(error)),
                        () -> console.last("All runs: " + results.resolve(ResultsIndex.FILE)));
    }

    /** A run whose report Gatling could not finish is not complete. */
    private void becomeLatest() {
        boolean loaded = Files.exists(archive.folder().simulationLog());
        if (loaded && !Files.exists(archive.folder().gatlingReport())) {
            console.last("Gatling's report is missing, so the link to the latest run stays as it was.");
            return;
        }
        try {
            archive.folder().becomeLatest();
        } catch (IOException | UnsupportedOperationException e) {
            console.last("The link to the latest run could not be set: " + e.getMessage());
        }
    }
}
