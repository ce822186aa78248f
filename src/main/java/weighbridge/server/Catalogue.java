package weighbridge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import weighbridge.text.Fault;
import weighbridge.text.Hosts;
import weighbridge.text.InputException;
import weighbridge.text.Spelling;
import weighbridge.text.TypedPath;

/**
 * The targets that can be called by name: every {@code <root>/<group>/<name>/target.yaml}. A selection is a list of
 * names, groups and paths, of folders or of the files in them.
 */
public final class Catalogue {
    private static final String PATH = "the path of a folder with a " + TargetFile.NAME;

    /** Group, then folder name, to folder; both sorted. */
    private final Map<String, Map<String, Path>> groups;

    private Catalogue(Map<String, Map<String, Path>> groups) {
        this.groups = groups;
    }

    /** Looks for target folders below {@code root}; reads none of them. A root that is not there is an empty catalogue. */
    public static Catalogue of(Path root) {
        Map<String, Map<String, Path>> groups = new TreeMap<>();
        for (Path group : folders(root)) {
            for (Path folder : folders(group)) {
                if (Files.exists(folder.resolve(TargetFile.NAME))) {
                    groups.computeIfAbsent(group.getFileName().toString(), name -> new TreeMap<>())
                            .put(folder.getFileName().toString(), folder);
                }
            }
        }
        return new Catalogue(groups);
    }

    /** The folders of each group, both sorted by name. */
    public Map<String, List<Path>> groups() {
        Map<String, List<Path>> folders = new LinkedHashMap<>();
        groups.forEach((group, targets) -> folders.put(group, List.copyOf(targets.values())));
        return folders;
    }

    /**
     * The targets that these words select, in their order; a group gives its targets by name.
     *
     * @param allowRemote hosts beside this machine that a target's server may run on
     * @throws InputException for words that select nothing, for a target selected twice, and for every fault in the
     *     files of the selection: nothing is started while one of them is wrong
     */
    public List<Target> select(List<String> words, List<String> allowRemote) {
        List<String> faults = new ArrayList<>();
        Map<Path, String> folders = new LinkedHashMap<>();
        for (String word : words) {
            for (Path folder : find(word, faults)) {
                String earlier = folders.putIfAbsent(folder.toAbsolutePath().normalize(), word);
                if (earlier != null) {
                    faults.add(twice(word, folder, earlier).line());
                }
            }
        }
        List<TargetFile> files = new ArrayList<>();
        for (Path folder : folders.keySet()) {
            try {
                files.add(TargetFile.read(folder, new Hosts(allowRemote)));
            } catch (InputException e) {
                faults.add(e.getMessage());
            }
        }
        faults.addAll(sameNames(files));
        if (!faults.isEmpty()) {
            throw new InputException(faults);
        }
        return files.stream().map(TargetFile::target).toList();
    }

    private List<Path> find(String word, List<String> faults) {
        if (groups.containsKey(word)) {
            return List.copyOf(groups.get(word).values());
        }
        List<Path> named = groups.values().stream()
                .map(group -> group.get(word))
                .filter(Objects::nonNull)
                .toList();
        boolean isPath =
                word.contains("/") || word.contains("\\") || word.startsWith(".") || word.equals(TargetFile.NAME);
        if (named.isEmpty() && isPath) {
            return byPath(word, faults);
        }
        if (named.isEmpty()) {
            faults.add(unknown(word).line());
        }
        return named;
    }

    private static List<Path> byPath(String word, List<String> faults) {
        Path path;
        try {
            path = TypedPath.of(word).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            faults.add(new Fault("targets", "", '"' + word + "\", which is no path", PATH, "correct the path").line());
            return List.of();
        }
        boolean isFile = path.endsWith(TargetFile.NAME);
        if (isFile ? Files.exists(path, LinkOption.NOFOLLOW_LINKS) : Files.isDirectory(path)) {
            // Whatever stands there under the file's name, its reader says what is wrong with it.
            return List.of(isFile ? path.getParent() : path);
        }
        boolean isThere = Files.exists(path);
        String found = '"' + word + (isThere ? "\", which is no folder" : "\", which is not there");
        String fix = word.startsWith("~")
                ? "write your home folder out: a shell fills in ~ at the start of a word only"
                : "correct the path; relative ones count from " + TypedPath.folder();
        faults.add(new Fault("targets", "", found, PATH, isThere ? "name the folder that it lies in" : fix).line());
        return List.of();
    }

    private Fault unknown(String word) {
        TreeSet<String> names = new TreeSet<>();
        groups.values().forEach(group -> names.addAll(group.keySet()));
        String all = "the targets " + String.join(", ", names) + ", the groups " + String.join(", ", groups.keySet());
        String known = Spelling.meant(word, names).orElse(all);
        String fix = Spelling.meant(word, names)
                .map(meant -> "did you mean " + meant + "? For a folder write ./" + word)
                .orElse("name one of those" + (word.isEmpty() ? "" : "; for a folder write ./" + word));
        return new Fault("targets", "", '"' + word + '"', names.isEmpty() ? PATH : known + ", or " + PATH, fix);
    }

    private static Fault twice(String word, Path folder, String earlier) {
        String how = word.equals(earlier) ? "\"" + word + "\" twice" : "\"" + earlier + "\" and \"" + word + '"';
        return new Fault("targets", "", folder.getFileName() + " selected by " + how, "each target once", "remove one");
    }

    private static List<String> sameNames(List<TargetFile> files) {
        Map<String, TargetFile> byName = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (TargetFile file : files) {
            String name = file.target().name();
            TargetFile other = byName.putIfAbsent(name.toLowerCase(Locale.ROOT), file);
            if (other != null) {
                String found = '\"' + name + '\"' + ", the name in " + other.whereName() + " too";
                faults.add(new Fault(file.whereName(), "name", found, "one name each", "rename one").line());
            }
        }
        return faults;
    }

    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List
                    .of(); // nothing can be selected in a folder that this user may not read; a path says what is wrong
        }
    }
}
