package weighbridge.process;

import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.text.Fault;
import weighbridge.text.InputException;

/**
 * The folder that JNA unpacks its native library into. OSHI and the calls of the kernel need that library, and JNA tries
 * only one folder: where that is mounted noexec, as {@code /tmp} and {@code /home} are on hardened machines, nothing could
 * be weighed.
 */
public final class NativeFolder {
    private static final String PROPERTY = "jna.tmpdir";

    /** That of Netty, which unpacks the library of its epoll into the folder for temporary files. */
    private static final String NETTY = "io.netty.native.workdir";

    /** Where a user or a distribution has unpacked the library already. */
    private static final List<String> UNPACKED = List.of("jna.boot.library.path", "jna.nounpack");

    /** The build wrote classes there, so it is at least a folder of this user. */
    private static final Path OF_THE_BUILD = Path.of("target", "native");

    private NativeFolder() {}

    /**
     * Chooses the first folder that will do, before anything needs the library: JNA tries to load it only once. Netty gets
     * the same one where its own will not do.
     *
     * @throws InputException where there is none, or the library does not run on this machine
     */
    public static void choose() {
        boolean linux = System.getProperty("os.name").equals("Linux");
        if (linux && UNPACKED.stream().allMatch(name -> System.getProperty(name) == null)) {
            List<Path> folders = candidates(System::getProperty, System::getenv);
            Path chosen = first(folders);
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            if (System.getProperty(NETTY) == null && obstacle(temporary).isPresent()) {
                System.setProperty(NETTY, chosen.toAbsolutePath().toString());
            }
            if (!chosen.equals(folders.get(0))) {
                System.setProperty(PROPERTY, chosen.toAbsolutePath().toString());
            }
        }
        try {
            requireLibrary();
        } catch (LinkageError e) {
            throw InputException.of(
                    "JNA",
                    "a native library that cannot be loaded (" + Fault.oneLine(String.valueOf(e.getMessage()), 200)
                            + ")",
                    "a system and a processor that it has a library for",
                    "install the package of JNA for this system (on Debian: libjna-jni), and let -Djna.boot.library.path"
                            + " name its folder");
        }
    }

    /** Touched, it is loaded. */
    private static void requireLibrary() {
        if (Native.POINTER_SIZE <= 0) {
            throw new UnsatisfiedLinkError("no size of a pointer");
        }
    }

    /** The one that JNA takes by itself, and others. @param properties of the system @param environment likewise */
    static List<Path> candidates(UnaryOperator<String> properties, UnaryOperator<String> environment) {
        String cache = environment.apply("XDG_CACHE_HOME");
        boolean hasCache = cache != null && !cache.isBlank();
        Path caches = hasCache ? Path.of(cache) : Path.of(properties.apply("user.home"), ".cache");
        return Stream.concat(
                        Optional.ofNullable(properties.apply(PROPERTY)).map(Path::of).stream(),
                        Stream.of(
                                caches.resolve("JNA").resolve("temp"),
                                Path.of(properties.apply("java.io.tmpdir")),
                                OF_THE_BUILD))
                .distinct()
                .toList();
    }

    /** The first that a library can be loaded from. @throws InputException where there is none */
    static Path first(List<Path> folders) {
        Map<Path, String> obstacles = new LinkedHashMap<>();
        for (Path folder : folders) {
            Optional<String> obstacle = obstacle(folder);
            if (obstacle.isEmpty()) {
                return folder;
            }
            obstacles.put(folder, obstacle.get());
        }
        throw InputException.of(
                "JNA",
                "no folder that its native library can be loaded from: "
                        + obstacles.entrySet().stream()
                                .map(tried -> tried.getKey() + " (" + tried.getValue() + ")")
                                .collect(Collectors.joining(", ")),
                "a folder that can be written and is not mounted noexec",
                "let the variable XDG_CACHE_HOME name such a folder");
    }

    /** Why no library can be loaded from there; empty where it can. access(2) tells of noexec too. */
    private static Optional<String> obstacle(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "weighbridge", ".so");
            try {
                boolean executable = file.toFile().setExecutable(true) && Files.isExecutable(file);
                return executable ? Optional.empty() : Optional.of("mounted noexec");
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            return Optional.of(
                    e instanceof FileSystemException cause && cause.getReason() != null
                            ? cause.getReason()
                            : "cannot be written");
        }
    }
}
