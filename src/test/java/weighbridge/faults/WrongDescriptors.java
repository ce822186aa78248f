package weighbridge.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every way in which the description of a target can be wrong that we know of, each with its line. */
public final class WrongDescriptors {
    private WrongDescriptors() {}

    static List<WrongDescriptor> all() {
        return Stream.of(
                        WrongFiles.rows(),
                        WrongKeys.rows(),
                        WrongServers.rows(),
                        WrongUrls.rows(),
                        WrongRequests.rows(),
                        WrongSelections.rows())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * All of them in folders of their own.
     *
     * @param words what is selected
     * @param folders where they are
     */
    public record Made(List<String> words, List<Path> folders) {
        /** Ends what would trouble whoever removes the folders: a link out of them is a warning. */
        public void removeLinks() throws IOException {
            for (Path folder : folders) {
                Path file = folder.resolve("target.yaml");
                if (Files.isSymbolicLink(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Makes them all below this folder. */
    public static Made makeAll(Path root) throws IOException {
        List<String> words = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        for (WrongDescriptor wrong : all()) {
            words.addAll(wrong.makeIn(root));
            folders.add(wrong.folderIn(root));
        }
        return new Made(List.copyOf(words), List.copyOf(folders));
    }

    /** The line of each. */
    public static List<String> lines() {
        return all().stream().map(WrongDescriptor::line).toList();
    }

    /** What a user sees, with all that changes from machine to machine shortened. */
    public static String shortened(String text, List<Path> folders) {
        String shortened = text;
        for (Path folder : folders) {
            shortened = shortened.replace(folder + "/", "");
        }
        return shortened
                .replace(Path.of("").toAbsolutePath().toString(), "…")
                .replaceAll("the targets .*?, the groups .*?, or the path", "the targets …, the groups …, or the path");
    }

    static Section section() {
        return new Section(
                "Targets that are described wrongly",
                """
                Before anything is started, all files of the selection are read and all their faults are printed, one line each, in
                the order of the file. Here each fault is alone, and paths count from the folder of the target.
                """,
                all().stream().map(WrongDescriptor::row).toList());
    }
}
