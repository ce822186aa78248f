package weighbridge.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One control group that may limit CPU time, of either version (cgroups(7)).
 *
 * @param folder with its files
 */
record CpuGroup(Path folder) {
    /** Processors' worth of time that its quota grants; empty where it has none. */
    OptionalDouble quotaCores() {
        // Version 2: "20000 100000" or "max 100000", in µs. Version 1 has a file for each, -1 for no quota.
        String[] both = first("cpu.max").orElse("").split(" ");
        Optional<Double> quota =
                both.length == 2 ? number(both[0]) : first("cpu.cfs_quota_us").flatMap(CpuGroup::number);
        Optional<Double> period =
                both.length == 2 ? number(both[1]) : first("cpu.cfs_period_us").flatMap(CpuGroup::number);
        return quota.isPresent() && period.isPresent()
                ? OptionalDouble.of(quota.get() / period.get())
                : OptionalDouble.empty();
    }

    /** In how many of its periods its processes wanted to run, since it was made; empty where it does not tell. */
    Optional<Long> periods() {
        return count("nr_periods");
    }

    /** In how many of these it was held back; empty where it does not tell. */
    Optional<Long> throttledPeriods() {
        return count("nr_throttled");
    }

    private Optional<Long> count(String key) {
        return lines(folder.resolve("cpu.stat")).stream()
                .filter(line -> line.matches(key + " \\d+"))
                .map(line -> Long.valueOf(line.split(" ")[1]))
                .findFirst();
    }

    /** How long its processes were held back since it was made, over all processors; empty where it does not tell. */
    Optional<Long> throttledMicros() {
        return lines(folder.resolve("cpu.stat")).stream()
                .filter(line -> line.matches("throttled_(usec|time) \\d+"))
                .map(line -> line.split(" "))
                // Version 2 counts in µs, version 1 in ns.
                .map(words -> Long.parseLong(words[1]) / (words[0].endsWith("usec") ? 1 : 1_000))
                .findFirst();
    }

    private Optional<String> first(String file) {
        return lines(folder.resolve(file)).stream().findFirst().map(String::strip);
    }

    private static Optional<Double> number(String text) {
        return text.matches("[1-9]\\d*") ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
