package weighbridge.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weighbridge.text.Fault;
import weighbridge.text.Hosts;
import weighbridge.text.InputException;

/**
 * One {@code target.yaml}, read and checked.
 *
 * @param target what it describes
 * @param whereName file and line of its name
 */
record TargetFile(Target target, String whereName) {
    static final String NAME = "target.yaml";

    /** The process that hammers, and the do-nothing server that it is measured with. */
    private static final List<String> RESERVED = List.of("main", Target.SINK);

    /** That of this folder. @throws InputException with all faults of the file at once */
    static TargetFile read(Path folder, Hosts hosts) {
        List<Fault> faults = new ArrayList<>();
        YamlMap yaml = YamlFile.read(folder.resolve(NAME), faults);
        Target target = target(folder.toAbsolutePath().normalize(), yaml, hosts);
        yaml.finish();
        if (!faults.isEmpty()) {
            throw InputException.of(faults);
        }
        return new TargetFile(target, yaml.where("name"));
    }

    private static Target target(Path folder, YamlMap yaml, Hosts hosts) {
        String name = name(yaml);
        Version version = version(folder, yaml);
        Address address = AddressReader.read(yaml, hosts);
        Optional<Build> build =
                address.isRunning() ? Optional.empty() : yaml.map("build").map(map -> BuildReader.read(folder, map));
        Serving serving = new ServingReader(folder, yaml, address).read();
        Traffic traffic = TrafficReader.read(yaml, address.path());
        Readiness ready = ReadinessReader.read(yaml, traffic.requests().get(0));
        return new Target(folder, name, version, build, serving, traffic, ready);
    }

    private static String name(YamlMap yaml) {
        String name = yaml.requiredText("name", "name: myserver");
        if (!name.isBlank() && !name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            yaml.wrong(
                    "name",
                    YamlNodes.quote(name),
                    "1 to 64 letters, digits, '.', '_', '-', the first a letter or digit",
                    "rename the target");
        }
        if (RESERVED.stream().anyMatch(name::equalsIgnoreCase)) {
            yaml.wrong(
                    "name",
                    YamlNodes.quote(name),
                    "any name but " + String.join(" and ", RESERVED) + ", which are Weighbridge's own",
                    "rename the target");
        }
        return name;
    }

    private static Version version(Path folder, YamlMap yaml) {
        if (!yaml.isMap("version")) {
            return new Version.Written(yaml.requiredText("version", "version: \"1.0\""));
        }
        YamlMap map = yaml.map("version").orElseThrow();
        List<String> command =
                new CommandReader(folder, map).other("version: {command: [./myserver, --version]}", yaml.has("build"));
        map.finish();
        return new Version.Printed(command);
    }
}
