package weighbridge.faults;

import java.nio.file.Path;
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

    /** What a user sees, with all that changes from machine to machine shortened. */
    static String shortened(String text, List<Path> folders) {
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
                Before anything is started, every file of the selection is read, and every line of all of them is printed at
                once. Here each kind is alone, and paths are counted from the folder of the target.
                """,
                all().stream().map(WrongDescriptor::row).toList());
    }
}
