package weighbridge.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a process tree holds and has used at one moment, summed over its processes.
 *
 * <p>The CPU time has a resolution of 1 ns on Linux, and that of the system's own count elsewhere (1 to 16 ms). On Linux
 * it includes the processes of the tree that have ended and were waited for by their parents, in ticks of 10 ms: up to
 * 20 ms are lost of all of them together below one parent. A process that ended without being waited for, or whose
 * parent ended before it, is no longer counted. Elsewhere no ended process is.
 *
 * @param rssBytes resident set size; pages that processes of the tree share are counted once for each of them
 * @param vmsBytes virtual size
 * @param pssBytes proportional set size: each page of RSS is divided by the number of processes that share it, so that
 *     pages shared within the tree count once; null in a light reading and where the system does not tell
 * @param privateBytes resident pages that no other process has, not even one of the tree; null as PSS
 * @param cpuSeconds user and system time since the processes started
 * @param processes how many running processes the tree had
 * @param stopped how many of them a signal or a debugger had stopped
 * @param counts how many they had of what the system counts of each
 */
public record Reading(
        long rssBytes,
        long vmsBytes,
        Long pssBytes,
        Long privateBytes,
        double cpuSeconds,
        int processes,
        int stopped,
        @JsonUnwrapped Counts counts) {

    /**
     * How many a process tree had of each; null where the system does not tell.
     *
     * @param openFiles descriptors
     * @param threads of all its processes
     * @param repeatedBytes how much of RSS is pages of memory, not of files, that were counted before: of a process that
     *     maps a page several times, and of processes that share it; null in a light reading
     * @param lazyFreeBytes how much of RSS the processes have given back, and the system takes when it needs it; likewise
     */
    public record Counts(Long openFiles, Long threads, Long repeatedBytes, Long lazyFreeBytes) {
        /** Of a system that tells nothing. */
        public static final Counts UNKNOWN = new Counts(null, null);

        /** Of a light reading. */
        public Counts(Long openFiles, Long threads) {
            this(openFiles, threads, null, null);
        }

        private Counts plus(Counts other) {
            return new Counts(
                    sum(openFiles, other.openFiles),
                    sum(threads, other.threads),
                    sum(repeatedBytes, other.repeatedBytes),
                    sum(lazyFreeBytes, other.lazyFreeBytes));
        }
    }

    /** Below this nobody plans otherwise. */
    private static final long LEAST_REPEATED_BYTES = 16 << 20;

    /** From this part of RSS on it says more than there is. */
    private static final double MUCH_REPEATED = 0.25;

    /** Whether RSS counts so many pages more than once that PSS tells what the tree takes. */
    @JsonIgnore
    public boolean isRepeated() {
        Long repeated = counts.repeatedBytes;
        return pssBytes != null
                && repeated != null
                && repeated >= LEAST_REPEATED_BYTES
                && repeated >= MUCH_REPEATED * rssBytes;
    }

    /** The columns of {@code samples.csv} after time and name, in their order. */
    public enum Column {
        RSS_BYTES(true, Reading::rssBytes),
        VMS_BYTES(false, Reading::vmsBytes),
        CPU_SECONDS(true, Reading::cpuSeconds),
        PROCESSES(false, Reading::processes),
        STOPPED(false, Reading::stopped),
        OPEN_FILES(true, reading -> reading.counts.openFiles),
        THREADS(true, reading -> reading.counts.threads);

        private final boolean used;
        private final Function<Reading, Number> of;

        Column(boolean used, Function<Reading, Number> of) {
            this.used = used;
            this.of = of;
        }

        /** Its title in the file. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether an analysis makes use of it in samples. */
        boolean isUsed() {
            return used;
        }

        /** Of this reading; null where it has none. */
        public Number of(Reading reading) {
            return of.apply(reading);
        }
    }

    /** This one and that of another process together. What one of them does not tell is not told. */
    public Reading plus(Reading other) {
        return new Reading(
                rssBytes + other.rssBytes,
                vmsBytes + other.vmsBytes,
                sum(pssBytes, other.pssBytes),
                sum(privateBytes, other.privateBytes),
                cpuSeconds + other.cpuSeconds,
                processes + other.processes,
                stopped + other.stopped,
                counts.plus(other.counts));
    }

    private static Long sum(Long one, Long other) {
        return one == null || other == null ? null : Long.valueOf(one + other);
    }

    /** The same with this processor time. */
    public Reading withCpuSeconds(double seconds) {
        return new Reading(rssBytes, vmsBytes, pssBytes, privateBytes, seconds, processes, stopped, counts);
    }

    /** The same with memory that was counted page by page. */
    public Reading withMemory(long rss, long pss, long ownBytes, Long repeated, Long lazyFree) {
        Counts pages = new Counts(counts.openFiles, counts.threads, repeated, lazyFree);
        return new Reading(rss, vmsBytes, pss, ownBytes, cpuSeconds, processes, stopped, pages);
    }
}
