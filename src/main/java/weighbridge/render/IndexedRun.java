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
import weighbridge.capacity.CapacityReport;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;
import weighbridge.text.Fault;
import weighbridge.workload.Workload.Kind;

/**
 * A run folder, as its summary tells it and the index shows it; null is what nothing tells.
 *
 * @param files names of what lies in it
 * @param startedAt start of the run, by its folder's name where its summary does not tell
 * @param note why it is in that state, in words
 * @param machine what it ran on, in words
 * @param conditions what has to be equal where it is compared, by name; null likewise
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
        Map<String, String> conditions,
        List<Target> targets) {

    private static final int MAX_NAME = 100;
    private static final int MAX_NOTE = 240;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Figure RESULT = Figure.SECONDS_PER_CALL;
    private static final String FAILED = " (calls failed)";

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

    /** What the user chose. @param load of a load over time; null in a run of bursts */
    public record Settings(Integer calls, Integer warmup, Integer rounds, Load load) {
        /** What kind of run it was. */
        Kind kind() {
            return load == null ? Kind.BURST : load.slo == null ? Kind.STEADY : Kind.CAPACITY;
        }

        /** On one line. */
        public String words() {
            String passes = ", rounds " + Numbers.orNone(rounds);
            return switch (kind()) {
                case BURST -> "calls " + Numbers.orNone(calls) + ", warm-up " + Numbers.orNone(warmup) + passes;
                case STEADY -> "steady load, " + load.words() + passes;
                case CAPACITY -> "capacity search, SLO " + load.slo + ", loads of " + load.length();
            };
        }
    }

    /**
     * A load over time.
     *
     * @param callsPerSecond of an open load
     * @param users of a closed one
     * @param slo of a search for a capacity, in words; null where none was looked for
     */
    public record Load(Double callsPerSecond, Integer users, Double seconds, String slo) {
        /** Makes words of somebody else harmless. */
        public Load {
            slo = IndexedRun.words(slo, MAX_NOTE);
        }

        /** A steady one: 500 calls/s for 30 s. */
        String words() {
            String rate = users == null ? Numbers.callsPerSecond(callsPerSecond) : Numbers.count(users, "user");
            return rate + " for " + length();
        }

        private String length() {
            return (seconds == null ? Numbers.NONE : Numbers.brief(seconds)) + " s";
        }
    }

    /**
     * What a target held of a load over time.
     *
     * @param held calls a second: those that were answered as expected, or the capacity; null where none was found
     * @param asked that were to be; null of a closed load and of a search
     * @param users of a closed load
     * @param capacity what is known of it beside; null where none was looked for
     */
    public record Rate(Double held, Double asked, Integer users, Capacity capacity) {
        private String words() {
            if (capacity == null) {
                return asked == null
                        ? Numbers.callsPerSecond(held) + (users == null ? "" : ", " + Numbers.count(users, "user"))
                        : Numbers.rate(held) + " of " + Numbers.callsPerSecond(asked);
            }
            String bound = capacity.bound == null ? "" : ", bound by " + capacity.bound;
            if (held == null) {
                return "none found" + bound;
            }
            String doubt = capacity.isConfirmed() ? "" : ", " + CapacityWords.confirmed(capacity.confirmed);
            return (capacity.atLeast ? "at least " : "") + Numbers.callsPerSecond(held) + doubt + bound;
        }
    }

    /**
     * A capacity that was looked for.
     *
     * @param atLeast whether it may be more
     * @param bound what stands in the way of more, in words; null where that is not known
     * @param rssBytes memory at that rate; null likewise
     * @param confirmed in how many fresh processes it was held; null likewise
     */
    public record Capacity(boolean atLeast, String bound, Double rssBytes, Integer confirmed) {
        /** Whether as many have held it as have to, as far as that is known. */
        boolean isConfirmed() {
            return confirmed == null || confirmed >= CapacityReport.CONFIRMATIONS;
        }
    }

    /**
     * A target of it.
     *
     * @param outcome what came of it, unless it was measured
     * @param figures those that are known, in rounds their medians
     * @param rate what it held of a load over time; null in a run of bursts
     * @param conditions how it was called, as those of the run; null where that is not known
     * @param reliable whether its figures can be relied on, which those of other targets of its run may not
     */
    public record Target(
            String name,
            String version,
            String outcome,
            Map<Figure, Double> figures,
            Rate rate,
            Map<String, String> conditions,
            boolean reliable) {
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
            if (figure == RESULT && rate != null) {
                return rate.words();
            }
            return plain(figure) + (isOfFailures(figure) ? FAILED : "");
        }

        private String plain(Figure figure) {
            if (figure == RESULT && figure(figure) != null) {
                return perCall(figure(figure));
            }
            return figure == Figure.PEAK_RSS_BYTES
                    ? growth(figure(Figure.IDLE_RSS_BYTES), greatestRss())
                    : Numbers.withUnit(figure, figure(figure));
        }

        /** Whether a figure can be relied on. */
        boolean isReliable(Figure figure) {
            return reliable && !isOfFailures(figure);
        }

        /** Where calls failed, these say more of the timeout than of the server. Early versions may not tell. */
        private boolean isOfFailures(Figure figure) {
            Double success = figure(Figure.SUCCESS_RATIO);
            return success != null && figure.isOfFailures(figure(figure), success);
        }

        private static String perCall(Double seconds) {
            return Numbers.withUnit(RESULT, seconds) + "/call";
        }

        /** At the peak of the measured load, or at the capacity. */
        private Double greatestRss() {
            return rate == null || rate.capacity == null ? figure(Figure.PEAK_RSS_BYTES) : rate.capacity.rssBytes;
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
