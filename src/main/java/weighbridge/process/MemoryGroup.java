package weighbridge.process;

import java.nio.file.Path;
import java.util.Optional;
import weighbridge.record.GroupMemory;

/**
 * One control group that may limit memory, of either version (cgroups(7)).
 *
 * @param folder with its files
 */
record MemoryGroup(Path folder) {
    /** Version 1 has no word for no limit, but a number beyond any memory. */
    private static final long NO_LIMIT_BYTES = 1L << 60;

    /** Memory that its processes may use; empty where it has no limit or does not tell. */
    Optional<Long> limitBytes() {
        return number("memory.max", "")
                .or(() -> number("memory.limit_in_bytes", ""))
                .filter(bytes -> bytes < NO_LIMIT_BYTES);
    }

    /** How many of its processes the out-of-memory killer has ended since it was made; empty where it does not tell. */
    Optional<Long> oomKills() {
        return number("memory.events", "oom_kill ").or(() -> number("memory.oom_control", "oom_kill "));
    }

    /** What it is charged with now. */
    GroupMemory usage() {
        return new GroupMemory(
                number("memory.peak", "")
                        .or(() -> number("memory.max_usage_in_bytes", ""))
                        .orElse(null),
                // Version 1 says rss for what version 2 says anon: neither counts pages of files.
                stat("anon", "total_rss"),
                stat("file", "total_cache"),
                number("memory.stat", "sock ")
                        .or(() -> number("memory.kmem.tcp.usage_in_bytes", ""))
                        .orElse(null),
                number("memory.stat", "kernel ")
                        .or(() -> number("memory.kmem.usage_in_bytes", ""))
                        .orElse(null));
    }

    private Long stat(String version2, String version1) {
        return number("memory.stat", version2 + " ")
                .or(() -> number("memory.stat", version1 + " "))
                .orElse(null);
    }

    private Optional<Long> number(String file, String key) {
        return CpuGroup.lines(folder.resolve(file)).stream()
                .map(String::strip)
                .filter(line -> line.matches(key + "\\d{1,19}"))
                .map(line -> MemoryGroup.bounded(line.substring(key.length())))
                .findFirst();
    }

    /** A number that is greater than any stands for no limit too. */
    private static long bounded(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
