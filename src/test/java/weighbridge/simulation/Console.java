package weighbridge.simulation;

import java.io.PrintStream;

/** What a user watches while a run goes on: one line a step, finished by "Done". */
final class Console {
    private final PrintStream out = System.out;
    private boolean open;

    /** Begins a step. */
    void begin(String step) {
        finishLine();
        out.print(step);
        out.flush();
        open = true;
    }

    /** Adds a word to the step. */
    void add(String word) {
        out.print(" " + word);
        out.flush();
    }

    /** Ends the step. */
    void done(String words) {
        out.println(" - " + words);
        open = false;
    }

    /** A line, or several, of their own. */
    void line(String text) {
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
