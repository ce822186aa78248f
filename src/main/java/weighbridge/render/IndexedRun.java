package weighbridge.render;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;
import weighbridge.text.Fault;

/**
 * A run folder, as its summary tells it and the index shows it; null is what nothing tells.
 *
 * @param files names of what lies in it
 * @param startedAt start of the run, by its folder's name where its summary does not tell
 * @param note why it is in that state, in words
 * @param machine what it ran on, in words
 * @param targets in the order of the run
 */
public record IndexedRun(
        Path folder,
        Set<String> files,
        Instant startedAt,
        State state,
        String note,
        Settings settings,
        String machine,
        List<Target> targets) {

    private static final int MAX_NAME = 100;
    private static final int MAX_NOTE = 240;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** How much memory grew is one cell. */
    private static final List<Figure> FIGURES = Figure.byTopic(Trait.IN_INDEX).stream()
            .filter(figure -> figure != Figure.IDLE_RSS_BYTES)
            .toList();

    /** Makes words of somebody else harmless. */
    public IndexedRun {
        note = words(note, MAX_NOTE);
        machine = words(machine, MAX_NOTE);
    }

    /** What became of a run. */
    public enum State {
        /** The measurement is valid. */
        VALID("valid"),
        /** It is not. */
        NOT_VALID("invalid"),
        /** It did not come to its end. */
        CUT_OFF("cut off"),
        /** Its summary does not say. */
        NOT_SAID("n/a"),
        /** There is no summary to read. */
        UNREADABLE("unreadable");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** In words for people. */
        public String label() {
            return label;
        }
    }

    /** What the user chose. */
    public record Settings(Integer calls, Integer warmup, Integer rounds) {}

    /**
     * A target of it.
     *
     * @param outcome what came of it, unless it was measured
     * @param figures those that are known, in rounds their medians
     */
    public record Target(String name, String version, String outcome, Map<Figure, Double> figures) {
        /** Copies the figures, and makes words of somebody else harmless. */
        public Target {
            name = words(name, MAX_NAME);
            version = words(version, MAX_NAME);
            outcome = words(outcome, MAX_NAME);
            figures = figures.isEmpty() ? Map.of() : new EnumMap<>(figures);
        }

        /** A figure; null where it is not known. */
        Double figure(Figure figure) {
            return figures.get(figure);
        }

        /** Its figures in the order of the columns. */
        public List<String> cells() {
            return FIGURES.stream().map(this::cell).toList();
        }

        private String cell(Figure figure) {
            return figure == Figure.PEAK_RSS_BYTES
                    ? growth(figure(Figure.IDLE_RSS_BYTES), figure(figure))
                    : Numbers.withUnit(figure, figure(figure));
        }
    }

    /** Name of its folder, raw: only words of it may be shown. */
    String id() {
        return folder.getFileName().toString();
    }

    /** What it is called. */
    public String name() {
        return words(id(), MAX_NAME);
    }

    /** When it started, in UTC. */
    public String date() {
        return startedAt == null ? Numbers.NONE : DATE.format(startedAt);
    }

    /** A relative link to its folder: every character that could mean something is written as %xx. */
    public String link() {
        String[] parts = folder.toUri().getRawPath().split("/");
        StringBuilder link = new StringBuilder("./");
        for (char character : parts[parts.length - 1].toCharArray()) {
            boolean plain =
                    character < 128 && (Character.isLetterOrDigit(character) || "._-~%".indexOf(character) >= 0);
            link.append(plain ? String.valueOf(character) : String.format(Locale.ROOT, "%%%02X", (int) character));
        }
        return link.append('/').toString();
    }

    /** A text of somebody else: no character that acts, and at most so many. */
    static String words(String text, int most) {
        return text == null ? null : Fault.oneLine(text, most).replaceAll("[\\uFFFE\\uFFFF]", "?");
    }

    /** From one size to another, which have their unit once. */
    static String growth(Double idle, Double peak) {
        String from = Numbers.withUnit(Figure.IDLE_RSS_BYTES, idle);
        String to = Numbers.withUnit(Figure.PEAK_RSS_BYTES, peak);
        return idle == null && peak == null ? to : (peak == null ? from : from.replace(" MiB", "")) + " → " + to;
    }
}
