package weighbridge.engine;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The classes of a run as the JVM wants them in memory, an archive of class data: with it a run takes a fifth less CPU time.
 * The first test that needs it makes it for all of a build.
 *
 * @param classPath with jars in the place of folders, which the JVM's archive does not take
 * @param file the archive
 */
record RunArchive(String classPath, Path file) {
    private static final Path FOLDER = Path.of("target", "run-archive").toAbsolutePath();
    private static final int MAX_SECONDS = 120;

    /** Makes a run from a command: JVM options, class path. */
    interface Rehearsal {
        /** @return whether it ended well in this time */
        boolean run(List<String> options, String classPath, int maxSeconds) throws IOException, InterruptedException;
    }

    /** That of this class path; empty where none can be made. */
    static Optional<RunArchive> of(String classPath, Rehearsal rehearsal) {
        try {
            Files.createDirectories(FOLDER);
            try (FileChannel lock =
                    FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock(); // given back with the channel
                return made(classPath, rehearsal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<RunArchive> made(String classPath, Rehearsal rehearsal)
            throws IOException, InterruptedException {
        List<String> entries = new ArrayList<>();
        long newest = 0;
        for (String entry : classPath.split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                newest = Math.max(newest, newest(path));
                entries.add(FOLDER.resolve(path.getFileName() + ".jar").toString());
            } else {
                entries.add(entry);
            }
        }
        RunArchive archive =
                new RunArchive(String.join(File.pathSeparator, entries), FOLDER.resolve("classes-" + newest + ".jsa"));
        return Files.exists(archive.file) || archive.make(classPath, rehearsal)
                ? Optional.of(archive)
                : Optional.empty();
    }

    private boolean make(String folders, Rehearsal rehearsal) throws IOException, InterruptedException {
        for (String entry : folders.split(File.pathSeparator)) {
            if (Files.isDirectory(Path.of(entry))) {
                pack(Path.of(entry));
            }
        }
        Path unfinished = FOLDER.resolve("unfinished.jsa");
        List<String> options =
                List.of("-XX:ArchiveClassesAtExit=" + unfinished, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
        boolean done = rehearsal.run(options, classPath, MAX_SECONDS) && Files.exists(unfinished);
        if (done) {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return done;
    }

    private static long newest(Path folder) throws IOException {
        long newest = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.toList()) {
                newest = Math.max(newest, Files.getLastModifiedTime(each).to(TimeUnit.MILLISECONDS));
            }
        }
        return newest;
    }

    private static void pack(Path folder) throws IOException {
        try (OutputStream file = Files.newOutputStream(FOLDER.resolve(folder.getFileName() + ".jar"));
                JarOutputStream jar = new JarOutputStream(file);
                Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(folder.relativize(each).toString().replace(File.separatorChar, '/')));
                Files.copy(each, jar);
            }
        }
    }

    /** With which a JVM uses it. */
    List<String> options() {
        return List.of("-XX:SharedArchiveFile=" + file);
    }
}
