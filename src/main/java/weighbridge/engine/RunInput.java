package weighbridge.engine;

import io.gatling.commons.util.GatlingVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import weighbridge.process.HostProbe;
import weighbridge.process.NativeFolder;
import weighbridge.record.Host;
import weighbridge.record.Main;
import weighbridge.record.RunJournal;
import weighbridge.record.WeighbridgeVersion;
import weighbridge.server.Assignment;
import weighbridge.server.Catalogue;
import weighbridge.server.Orphans;
import weighbridge.server.Ports;
import weighbridge.server.Sink;
import weighbridge.server.Target;
import weighbridge.text.InputException;
import weighbridge.text.TypedPath;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload;

/**
 * What a run is made of. All of it is read and checked before anything is started.
 *
 * @param simulation name of its class
 * @param host the machine that it runs on
 * @param detailed whether the console shows every table
 */
record RunInput(String simulation, Plan plan, Assignment sink, Host host, boolean detailed) {
    private static final Path TARGETS = Path.of("targets");

    /** Where Maven makes the results. */
    private static final String BY_MAVEN = "weighbridge.results";

    /** @throws InputException where anything is wrong */
    static RunInput read(Class<?> simulation, Workload.Kind kind) {
        TypedPath.fault("folder", System.getProperty("user.dir")).ifPresent(fault -> {
            throw InputException.of(List.of(fault));
        });
        Settings given =
                Settings.from(kind, System::getProperty).withSeed(System.currentTimeMillis() % Settings.MAX_SEED);
        requireWhereMavenMakesIt(given.results(), System.getProperty(BY_MAVEN));
        boolean detailed = Settings.isDetailed(System::getProperty);
        NativeFolder.choose();
        Settings settings = given.with(CoreChoice.of(given.cores()));
        Ports ports = new Ports();
        List<Target> targets = BoxChoice.of(
                settings.boxes(), Catalogue.of(TARGETS).select(settings.targets(), settings.allowRemote()));
        BoxChoice.require(targets, CoreChoice.ofServers(settings.cores()));
        Plan plan = Plan.of(settings, targets, ports::free);
        Host host = HostProbe.read();
        plan.requireRoom(host.openFiles(), host.sysctls().get("net.ipv4.ip_local_port_range"));
        endOrphans(settings.results());
        CoreChoice.remark(given.cores(), settings.cores()).ifPresent(System.out::println);
        Ports.requireFree(plan.rounds().get(0).assignments());
        return new RunInput(simulation.getName(), plan, Sink.at(ports.free()), host, detailed);
    }

    /**
     * Gatling's Maven plugin makes the folder of the results; the POM tells it where a relative path counts from, if it can.
     *
     * @param byMaven that folder; null without Maven
     */
    static void requireWhereMavenMakesIt(Path results, String byMaven) {
        if (byMaven != null && !absolute(Path.of(byMaven)).equals(absolute(results))) {
            throw InputException.of(
                    "results",
                    "a relative path from " + TypedPath.folder() + ", which Maven takes for "
                            + absolute(Path.of(byMaven)),
                    "an absolute path where Maven is started in another folder than the project's",
                    "give -Dresults=" + absolute(results));
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Before free ports are looked for, which they may hold. */
    private static void endOrphans(Path results) {
        try {
            Orphans.of(results).end().ifPresent(System.out::println);
        } catch (IOException e) {
            System.out.println("What a run that was cut off may have left could not be looked for: " + Archive.why(e));
        }
    }

    Settings settings() {
        return plan.settings();
    }

    /** Everyone who may be called. */
    List<Assignment> called() {
        List<Assignment> called = new ArrayList<>(List.of(sink));
        plan.rounds().stream().flatMap(round -> round.assignments().stream()).forEach(target -> {
            called.add(target);
            called.add(Sink.like(sink, target.target().traffic()));
        });
        return called;
    }

    /** An empty journal of a run that starts now. */
    RunJournal journal(Instant startedAt) {
        Main main = new Main(
                WeighbridgeVersion.read(),
                GatlingVersion.ThisVersion().fullVersion(),
                ProcessHandle.current().pid(),
                null);
        return new RunJournal(simulation, startedAt.toString(), settings(), host, main);
    }
}
