package weighbridge.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import weighbridge.text.Limits;

/**
 * A control group for one server, with limits: the box that a container would have it in (cgroups(7)).
 *
 * @param folders of it, one in each hierarchy; none where systemd makes it and removes it
 * @param entering what a command is prefixed with, so that its first instruction runs in the group
 */
public record ControlGroup(List<Path> folders, List<String> entering) {
    /** The period of a limit of CPU time, µs: the kernel's default, which container runtimes keep. */
    private static final long PERIOD_MICROS = 100_000;

    private static final String PREFIX = "weighbridge-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "[0-9a-f-]{36}");

    /** The shell moves itself, and becomes the command. */
    private static final String ENTER =
            "while [ \"$1\" != -- ]; do echo $$ > \"$1\" || exit 125; shift; done; shift; exec \"$@\"";

    private static final int MOST_TRIES = 100;
    private static final long PAUSE_MILLIS = 10;

    /** Copies the lists. */
    public ControlGroup {
        folders = List.copyOf(folders);
        entering = List.copyOf(entering);
    }

    /** One with a name of its own, not made yet. */
    static ControlGroup below(Collection<Path> parents) {
        String name = PREFIX + UUID.randomUUID();
        List<Path> folders =
                parents.stream().map(parent -> parent.resolve(name)).toList();
        List<String> entering = new ArrayList<>(List.of("/bin/sh", "-c", ENTER, "sh"));
        folders.forEach(folder -> entering.add(folder.resolve("cgroup.procs").toString()));
        entering.add("--");
        return new ControlGroup(folders, entering);
    }

    /** One that the user's systemd makes, for as long as the command runs (systemd-run(1)). */
    static ControlGroup bySystemd(Limits limits) {
        List<String> entering = new ArrayList<>(List.of("systemd-run", "--user", "--scope", "--quiet", "--collect"));
        if (limits.cpus() != null) {
            entering.add("--property=CPUQuota="
                    + BigDecimal.valueOf(100 * limits.cpus())
                            .setScale(2, RoundingMode.HALF_UP)
                            .stripTrailingZeros()
                            .toPlainString()
                    + "%");
        }
        if (limits.memoryBytes() != null) {
            entering.add("--property=MemoryMax=" + limits.memoryBytes());
            entering.add("--property=MemorySwapMax=0");
        }
        entering.add("--");
        return new ControlGroup(List.of(), entering);
    }

    /** One that was made at these paths, as far as they can be those of one: nothing else is touched. */
    public static ControlGroup at(List<String> paths) {
        return new ControlGroup(
                paths.stream().flatMap(path -> folder(path).stream()).toList(), List.of());
    }

    private static Optional<Path> folder(String path) {
        try {
            return Optional.of(Path.of(path))
                    .filter(folder -> folder.isAbsolute()
                            && folder.getFileName() != null
                            && NAME.matcher(folder.getFileName().toString()).matches()
                            && Files.isRegularFile(folder.resolve("cgroup.procs"), LinkOption.NOFOLLOW_LINKS));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Makes its folders and sets its limits. @throws IOException where that fails; then nothing is left */
    public void create(Limits limits) throws IOException {
        try {
            for (Path folder : folders) {
                enableControllers(folder.getParent());
                Files.createDirectory(folder);
                limit(folder, limits);
            }
        } catch (IOException e) {
            delete();
            throw e;
        }
    }

    /** Of version 2: a group has the controllers that the one around it hands down. */
    private static void enableControllers(Path parent) throws IOException {
        Path handedDown = parent.resolve("cgroup.subtree_control");
        if (Files.exists(handedDown)) { // what it hands down already stays as it is
            Files.writeString(handedDown, "+cpu +memory");
        }
    }

    static void limit(Path folder, Limits limits) throws IOException {
        if (limits.cpus() != null) {
            long quotaMicros = Math.round(limits.cpus() * PERIOD_MICROS);
            writeIfThere(folder.resolve("cpu.max"), quotaMicros + " " + PERIOD_MICROS);
            writeIfThere(folder.resolve("cpu.cfs_period_us"), Long.toString(PERIOD_MICROS));
            writeIfThere(folder.resolve("cpu.cfs_quota_us"), Long.toString(quotaMicros));
        }
        if (limits.memoryBytes() != null) {
            String bytes = Long.toString(limits.memoryBytes());
            writeIfThere(folder.resolve("memory.max"), bytes);
            writeIfThere(folder.resolve("memory.swap.max"), "0");
            writeIfThere(folder.resolve("memory.limit_in_bytes"), bytes);
            writeIfThere(folder.resolve("memory.swappiness"), "0");
            writeIfThere(folder.resolve("memory.memsw.limit_in_bytes"), bytes); // with swap: never less than without
        }
    }

    /** Each version has files of its own; a kernel without swap has none for it. */
    private static void writeIfThere(Path file, String text) throws IOException {
        if (Files.exists(file)) {
            Files.writeString(file, text);
        }
    }

    /** All processes in it and in groups below it. */
    public Set<ProcessHandle> members() {
        Set<ProcessHandle> members = new LinkedHashSet<>();
        for (Path group : withInner()) {
            CpuGroup.lines(group.resolve("cgroup.procs")).stream()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                    .forEach(members::add);
        }
        return members;
    }

    /** Removes it with groups that the server has made in it; processes that ended may take the kernel a moment. @return whether it is gone */
    public boolean delete() {
        boolean interrupted = false;
        boolean deleted = isDeleted();
        for (int tries = 0; tries < MOST_TRIES && !deleted; tries++) {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true; // nobody else removes it
            }
            deleted = isDeleted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return deleted;
    }

    private boolean isDeleted() {
        boolean deleted = true;
        for (Path group : withInner()) {
            try {
                Files.deleteIfExists(group); // rmdir(2): its files are the kernel's
            } catch (IOException e) {
                deleted = false;
            }
        }
        return deleted;
    }

    /** The inner ones first. */
    private List<Path> withInner() {
        List<Path> groups = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> inner = Files.walk(folder)) {
                inner.filter(Files::isDirectory)
                        .sorted(Comparator.reverseOrder())
                        .forEach(groups::add);
            } catch (IOException | UncheckedIOException e) {
                continue; // it is gone, or just going
            }
        }
        return groups;
    }
}
