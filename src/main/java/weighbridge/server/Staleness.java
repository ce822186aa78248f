package weighbridge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.Stream;
import weighbridge.text.Fault;

/** Whether a build has to run. */
final class Staleness {
    private static final int MAX_CHARS = 200;

    private Staleness() {}

    /**
     * Why the product has to be made; empty where it was built to the end and no file of its sources is newer.
     *
     * @throws LaunchException where a source is not there or cannot be read: passed over, a slip of the pen would keep old
     *     programs
     */
    static Optional<String> why(Build build) throws LaunchException {
        try {
            if (!Files.exists(build.produces())) {
                return Optional.of(build.produces().getFileName() + " is missing");
            }
            if (!isMarkedBuilt(build)) {
                Path product = build.produces();
                return Optional.of("it is not sure that the build of " + product.getFileName() + " came to its end"
                        + (Files.isWritable(product.getParent())
                                ? ""
                                : ", for nothing can be written into " + product.getParent()));
            }
            FileTime made = modified(build.produces());
            for (Path source : build.sources()) {
                if (!Files.exists(source)) {
                    throw new LaunchException("build source " + source + " does not exist");
                }
                Optional<Path> newer = newer(source, made);
                if (newer.isPresent()) {
                    return Optional.of(newer.get().getFileName() + " is newer");
                }
            }
            return Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            Throwable cause = e instanceof UncheckedIOException unchecked ? unchecked.getCause() : e;
            throw new LaunchException(unseen(build, (IOException) cause));
        }
    }

    private static String unseen(Build build, IOException e) {
        String file = e instanceof FileSystemException named ? named.getFile() : "a file of " + build.sources();
        String why = e instanceof AccessDeniedException
                ? ", which this user may not read; fix: let this user read it"
                : " (" + Fault.oneLine(e.toString(), MAX_CHARS) + "); fix: try again";
        return "whether it has to be built cannot be seen: found " + file + why + ", or leave it out of build.sources";
    }

    /**
     * Says beside the product that its build came to its end. A build that is killed may leave half a product, or one
     * whose libraries are missing, and its time of change tells nothing of that. Where nothing can be written there, it is
     * built again in each run.
     */
    static void markBuilt(Build build) {
        try {
            Files.writeString(mark(build), "");
        } catch (IOException e) {
            return; // why() tells of it
        }
    }

    private static boolean isMarkedBuilt(Build build) {
        return Files.exists(mark(build)) && modified(mark(build)).compareTo(modified(build.produces())) >= 0;
    }

    private static Path mark(Build build) {
        return build.produces().resolveSibling("." + build.produces().getFileName() + ".built");
    }

    private static Optional<Path> newer(Path source, FileTime made) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> modified(file).compareTo(made) > 0)
                    .findFirst();
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
