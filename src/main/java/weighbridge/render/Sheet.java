package weighbridge.render;

import java.util.List;

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

    /** What a section tells; a card is the capacity of one target. */
    public enum Kind {
        MEMORY,
        CALLS,
        LOAD,
        CAPACITY,
        CARD,
        BOXES,
        PROBES,
        SUMMARY,
        ROUNDS,
        ORDERS,
        PROMISES,
        REMARKS,
        RUN,
        COMMAND
    }

    /** Parts that belong together. @param title above them; empty where they need none */
    public record Section(Kind kind, String title, List<Part> parts) {
        /** Copies the list. */
        public Section {
            parts = List.copyOf(parts);
        }

        static Section of(Kind kind, Part... parts) {
            return titled(kind, "", parts);
        }

        static Section titled(Kind kind, String title, Part... parts) {
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
                    .anyMatch(cell -> cell.mark() == Mark.BEST || cell.mark() == Mark.TIE);
        }
    }

    /**
     * A column.
     *
     * @param label with its unit
     * @param explanation in one sentence; empty where it needs none
     * @param width number of characters in plain text, where several tables line up; 0 for as many as it takes
     */
    public record Column(String label, Content holds, String explanation, int width) {
        static Column words(String label) {
            return new Column(label, Content.WORDS, "", 0);
        }

        static Column number(String label) {
            return new Column(label, Content.NUMBER, "", 0);
        }

        /** Whether it has numbers, which stand on the right and are sorted by their value. */
        public boolean isNumber() {
            return holds == Content.NUMBER;
        }
    }

    /** What a text is; code is what a program reads, such as an address. */
    public enum Content {
        NUMBER,
        WORDS,
        CODE
    }

    /**
     * A cell.
     *
     * @param value to sort by; null of words, and of a number that is not known
     * @param detail what stands beside it in smaller letters: an interval, a version; empty of none
     * @param note what stands below it: why a target was not measured; empty of none
     */
    public record Cell(String text, Double value, Mark mark, String detail, String note) {
        static Cell of(String text) {
            return of(text, null);
        }

        static Cell of(String text, Double value) {
            return new Cell(text, value, Mark.NONE, "", "");
        }
    }

    /** How a value stands out: the best of its column, one of a tie for that, or what a reader looks for. */
    public enum Mark {
        BEST,
        TIE,
        STRONG,
        NONE
    }

    /** Things and what they are. */
    public record Facts(List<Fact> facts) implements Part {
        /** Copies the list. */
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** Something and what it is. @param mark how its name stands out */
    public record Fact(String name, String value, Content holds, Mark mark) {
        Fact(String name, String value) {
            this(name, value, Content.WORDS, Mark.NONE);
        }
    }

    /** Sentences, one a line. */
    public record Lines(List<String> lines) implements Part {
        /** Copies the list. */
        public Lines {
            lines = List.copyOf(lines);
        }

        static Lines of(String... lines) {
            return new Lines(List.of(lines));
        }
    }

    /** What a shell reads. */
    public record Code(String language, String text) implements Part {}
}
