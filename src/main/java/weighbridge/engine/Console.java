package weighbridge.engine;

import java.io.PrintStream;

/** What a user watches while a run goes on: one line a step, finished by "Done". */
final class Console {
    private final PrintStream out = System.out;
    private boolean open;
    private volatile boolean stopped;

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
