package weighbridge.engine;

import java.io.PrintStream;
import weighbridge.analysis.Report;
import weighbridge.render.SummaryFiles;
import weighbridge.render.TextStyle;

/** What a user watches while a run goes on: one line a step, finished by "Done". */
final class Console {
    private static final String START_OF_LINE = "\r\u001b[K";
    private static final String NO_WRAP = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";

    private final PrintStream out = System.out;
    private final boolean terminal = TextStyle.isTerminal(System::getProperty);
    private final boolean detailed;
    private boolean open;
    private volatile boolean stopped;

    /** @param detailed whether the summary has every table */
    Console(boolean detailed) {
        this.detailed = detailed;
    }

    /**
     * The summary of the run.
     *
     * @param inFile whether the summary of the run folder has the rest
     */
    void summary(Report report, boolean inFile) {
        last("");
        if (report.targets().stream().anyMatch(target -> target.cold() != null)) {
            last("Gatling's figures above include the cold bursts; the figures below do not.\n");
        }
        TextStyle style = TextStyle.console(System::getProperty, System::getenv);
        last(SummaryFiles.console(report, detailed || !inFile, style));
    }

    /** How far a long step has come: on a terminal in place of what stood there before, elsewhere a line of its own. */
    void progress(String text) {
        if (stopped) {
            return;
        }
        if (terminal) {
            out.print(START_OF_LINE + NO_WRAP + text + WRAP); // a line that went on below could not be cleared
            out.flush();
            open = true;
        } else {
            line(text);
        }
    }

    /** From here on only {@link #last} speaks: the run goes on for a moment, and what it says is no longer true. */
    void stop() {
        stopped = true;
    }

    /** Begins a step. */
    void begin(String step) {
        if (stopped) {
            return;
        }
        finishLine();
        out.print(step);
        out.flush();
        open = true;
    }

    /** Adds a word to the step. */
    void add(String word) {
        if (stopped) {
            return;
        }
        out.print(" " + word);
        out.flush();
    }

    /** Ends the step. */
    void done(String words) {
        if (stopped) {
            return;
        }
        out.println(" - " + words);
        open = false;
    }

    /** A line, or several, of their own. */
    void line(String text) {
        if (!stopped) {
            last(text);
        }
    }

    /** A line, or several, that the ending of the run says. */
    void last(String text) {
        finishLine();
        out.println(text);
    }

    private void finishLine() {
        if (open) {
            out.println();
            open = false;
        }
    }
}
