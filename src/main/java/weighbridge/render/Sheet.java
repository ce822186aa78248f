package weighbridge.render;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * A report as it is laid out: what stands where, in words and numbers for people. Section builders make it of the report; the
 * renderers, one for each format, know nothing else and decide only how it looks.
 *
 * @param headline what it comes down to, in one sentence
 * @param sections in their order
 */
public record Sheet(String headline, List<Section> sections) {
    /** Copies the list. */
    public Sheet {
        sections = List.copyOf(sections);
    }

    /** The first section of this kind; empty where there is none. */
    public Optional<Section> section(Kind kind) {
        return sections.stream().filter(section -> section.kind() == kind).findFirst();
    }

    /** What a section tells. */
    public enum Kind {
        /** What the processes weigh before any load and after it. */
        MEMORY,
        /** How the servers were called, and what came of it. */
        CALLS,
        /** What was asked in a load over time, and what came of it. */
        LOAD,
        /** The capacity of all targets. */
        CAPACITY,
        /** The capacity of one target. */
        CARD,
        /** The load steps of a search for a capacity. */
        PROBES,
        /** The figures that a reader looks at first. */
        SUMMARY,
        /** The figures over all rounds. */
        ROUNDS,
        /** The targets in the order of their figures. */
        ORDERS,
        /** What came of each SLO. */
        PROMISES,
        /** What a reader has to know. */
        REMARKS,
        /** What was run, on what. */
        RUN,
        /** The command that makes the run again. */
        COMMAND
    }

    /**
     * Parts that belong together.
     *
     * @param title above them; empty where they need none
     */
    public record Section(Kind kind, String title, List<Part> parts) {
        /** Copies the list. */
        public Section {
            parts = List.copyOf(parts);
        }

        /** Of these parts. */
        static Section of(Kind kind, String title, Part... parts) {
            return new Section(kind, title, List.of(parts));
        }
    }

    /** One thing in a section. */
    public sealed interface Part permits Table, Facts, Lines, Code {}

    /**
     * Rows of cells.
     *
     * @param caption what they show; empty where nothing has to be said
     * @param columns the first of them says whose row it is
     * @param rows of a cell for each column
     * @param notes lines that belong below it
     */
    public record Table(String caption, List<Column> columns, List<List<Cell>> rows, List<String> notes)
            implements Part {
        /** Copies the lists. */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            notes = List.copyOf(notes);
        }

        /** Whether any value is marked as the best. */
        public boolean isMarked() {
            return rows.stream()
                    .flatMap(List::stream)
                    .map(Cell::mark)
                    .anyMatch(EnumSet.of(Mark.BEST, Mark.TIE)::contains);
        }
    }

    /**
     * A column.
     *
     * @param label with its unit
     * @param holds what its cells are
     * @param explanation in one sentence; empty where it needs none
     * @param width the least number of characters, for plain text in which several tables line up
     */
    public record Column(String label, Content holds, String explanation, int width) {
        /** Of words. */
        static Column words(String label) {
            return new Column(label, Content.WORDS, "", 0);
        }

        /** Of numbers. */
        static Column number(String label) {
            return new Column(label, Content.NUMBER, "", 0);
        }

        /** Whether it has numbers, which stand on the right and are sorted by their value. */
        public boolean isNumber() {
            return holds == Content.NUMBER;
        }
    }

    /** What the cells of a column are. */
    public enum Content {
        /** Numbers. */
        NUMBER,
        /** Words. */
        WORDS,
        /** What a program reads, such as an address. */
        CODE
    }

    /**
     * A cell.
     *
     * @param text as it is read
     * @param value to sort by; null of words, and of a number that is not known
     * @param mark whether it is the best of its column
     * @param detail what stands beside it in smaller letters: an interval, a version; empty of none
     * @param note what stands below it: why a target was not measured; empty of none
     */
    public record Cell(String text, Double value, Mark mark, String detail, String note) {
        /** Words, or a number that is not known. */
        static Cell of(String text) {
            return of(text, null);
        }

        /** A number. */
        static Cell of(String text, Double value) {
            return new Cell(text, value, Mark.NONE, "", "");
        }
    }

    /** Whether a value stands out, as the best of its column or else. */
    public enum Mark {
        /** It alone is. */
        BEST,
        /** It is one of those that are not told apart. */
        TIE,
        /** It is what a reader looks for first. */
        STRONG,
        /** It is not, or nobody is said to be. */
        NONE
    }

    /**
     * Things and what they are.
     *
     * @param title above them; empty where they need none
     */
    public record Facts(String title, List<Fact> facts) implements Part {
        /** Copies the list. */
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** Something and what it is. @param holds what the value is */
    public record Fact(String name, String value, Content holds) {
        /** In words. */
        Fact(String name, String value) {
            this(name, value, Content.WORDS);
        }
    }

    /** Sentences, one a line. */
    public record Lines(List<String> lines) implements Part {
        /** Copies the list. */
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** What a shell reads. */
    public record Code(String language, String text) implements Part {}
}
