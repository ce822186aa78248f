package weighbridge.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import weighbridge.server.Catalogue;

/** What can be named as a target, for the completion of a shell. */
final class TargetNames implements Iterable<String> {
    static final Path FOLDER = Path.of("targets");

    @Override
    public Iterator<String> iterator() {
        List<String> names = new ArrayList<>();
        Catalogue.of(FOLDER).groups().forEach((group, folders) -> {
            names.add(group);
            folders.forEach(folder -> names.add(folder.getFileName().toString()));
        });
        return names.iterator();
    }
}
