package weighbridge.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.ExitStatus;
import weighbridge.analysis.Report;
import weighbridge.record.Recording;
import weighbridge.record.RecordingReader;
import weighbridge.record.RunFolder;
import weighbridge.render.NextStep;
import weighbridge.render.ReportPage;
import weighbridge.render.ResultsIndex;
import weighbridge.render.SummaryFiles;
import weighbridge.text.Fault;
import weighbridge.text.InputException;
import weighbridge.text.LocaleText;
import weighbridge.text.TypedPath;

/**
 * What happens last, however a run ends. Gatling parses its log and prints after our last step and then ends the JVM
 * itself: only a shutdown hook can have the last word, and it also runs on Ctrl-C and TERM.
 */
final class Ending {
    private static final int STOPPED = 143; // as after a TERM

    private static final String GENERATOR_ENDED =
            "The load generator ended itself after a fatal error, which is printed above; fix, where its memory ran out:"
                    + " add <jvmArg>-Xmx2G</jvmArg> to jvmArgs in pom.xml, and raise -Xmx in src/main/launcher/run.args";

    private static boolean alone;

    private final Console console;
    private Archive archive;
    private Report report;
    private Throwable failure;

    Ending(Console console) {
        this.console = console;
    }

    /** From here on {@code stop} is called at any end of the JVM but a KILL. */
    void install(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> run(stop), "ending"));
        if (!alone) {
            exitWithMaven();
        }
    }

    /** From here on the end of the parent is no end of the run: it was started by a shell, as any program, not by Maven. */
    static void alone() {
        alone = true;
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

    /** From here on no older run is the latest one. @param results folder of the run folders, as it was given */
    static void forgetLatest(String results) {
        try {
            RunFolder.forgetLatest(TypedPath.of(LocaleText.asGiven(results)));
        } catch (IOException e) {
            System.out.println("The link to the latest run still leads to an older one, it could not be removed: "
                    + Archive.why(e));
        } catch (InvalidPathException e) {
            // Whoever reads the setting says so.
        }
    }

    /** Where the input is wrong this says what, and ends the JVM. */
    static <T> T orRefuse(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InputException e) {
            System.out.println(e.getMessage());
            System.out.flush();
            // halt and not exit: Gatling's own end would add a stack trace to a user's mistake.
            Runtime.getRuntime().halt(ExitStatus.WRONG_INPUT.code());
            throw e;
        }
    }

    /** Makes the report, writes its files, and has it to print last. */
    synchronized void report(RunContext context) {
        archive = context.archive();
        try {
            RunFolder folder = archive.folder();
            Recording recording = RecordingReader.read(context.journal().snapshot(folder.id()), folder);
            report = Analysis.of(recording);
            SummaryFiles.of(report).forEach(archive::write);
            // Last, for it is the most work and would be missed least.
            archive.write(ReportPage.FILE, SummaryFiles.page(report, recording));
        } catch (RuntimeException | Error e) {
            // An error where classes were built anew during the run, or no memory is left.
            failure = e;
        }
    }

    private void run(Runnable stop) {
        boolean fatal = FatalEnd.isNow();
        if (fatal) {
            console.last(GENERATOR_ENDED); // first, for what follows takes memory, which may be what lacks
        }
        inOrder(stop);
        inOrder(this::say);
        if (fatal) {
            exit(ExitStatus.NOT_VALID);
        }
    }

    private void inOrder(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | Error e) { // whatever it is, the rest of the ending still has to come
            console.last("Could not be ended in order: " + Fault.oneLine(e.toString()));
        }
    }

    private synchronized void say() {
        if (failure != null) {
            if (report != null) {
                console.summary(report, false);
            }
            console.last("The reports could not all be made: " + Fault.oneLine(failure.toString()));
            console.last("What was measured is kept, for the command report: "
                    + archive.folder().path());
            exit(ExitStatus.NOT_VALID);
        }
        if (report == null) {
            console.last("Stopped before anything was measured. All servers were ended; there is no summary.");
            return;
        }
        console.summary(report, archive.losses().isEmpty());
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
            console.last("Reports: " + path
                    + " (report.html, summary.txt with every table, summary.json, Gatling's index.html)");
            becomeLatest();
            listAllRuns();
            console.last("Next: " + NextStep.of(report));
        }
        if (archive.losses().isEmpty()) {
            exit(ExitStatus.of(report), ExitStatus.meaning(report));
        } else {
            exit(ExitStatus.NOT_VALID);
        }
    }

    /** While Gatling made its own report: ours is whole, and the status tells of the signal. */
    private boolean isCutOff() {
        RunFolder folder = archive.folder();
        return Files.exists(folder.simulationLog()) && !Files.exists(folder.gatlingReport());
    }

    private void exit(ExitStatus status) {
        exit(status, status.meaning());
    }

    private void exit(ExitStatus status, String meaning) {
        if (status != ExitStatus.DONE) {
            console.last("Exit status " + status.code() + ": " + meaning);
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

    private void becomeLatest() {
        try {
            archive.folder().becomeLatest();
        } catch (IOException | UnsupportedOperationException e) {
            console.last("The link to the latest run could not be set: " + e.getMessage());
        }
    }
}
