package weighbridge.server;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import weighbridge.text.Fault;

/** A target selected by the path of its folder or of its file. */
final class TargetPath {
    private static final String ALLOWED = "the path of a folder with a " + TargetFile.NAME;

    private TargetPath() {}

    /** Whether a word is meant as a path and not as a name. */
    static boolean isPath(String word) {
        return word.contains("/") || word.contains("\\") || word.startsWith(".") || word.equals(TargetFile.NAME);
    }

    /** The folder; empty where the word leads to none, which has become a fault. */
    static Optional<Path> folder(String word, List<String> faults) {
        Optional<Path> path = parse(word);
        if (path.isPresent() && Files.isDirectory(path.get()) && !isFileOfTarget(path.get())) {
            return path;
        }
        // Whatever stands there under the file's name, its reader says what is wrong with it.
        if (path.isPresent() && isFileOfTarget(path.get()) && Files.exists(path.get(), LinkOption.NOFOLLOW_LINKS)) {
            return path.map(Path::getParent);
        }
        boolean isThere = path.map(Files::exists).orElse(false);
        String found = '\"' + word + '\"' + (isThere ? ", which is no folder" : ", which is not there");
        String fix = word.startsWith("~")
                ? "write your home folder out: a shell fills in ~ at the start of a word only"
                : "correct the path; relative ones count from " + Path.of("").toAbsolutePath();
        faults.add(new Fault("targets", "", found, ALLOWED, isThere ? "name the folder that it lies in" : fix).line());
        return Optional.empty();
    }

    private static boolean isFileOfTarget(Path path) {
        return path.endsWith(TargetFile.NAME);
    }

    private static Optional<Path> parse(String word) {
        try {
            return Optional.of(Path.of(word).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
