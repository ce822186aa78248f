package weighbridge.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import weighbridge.engine.Plan;
import weighbridge.process.ControlGroups;
import weighbridge.process.CpuAffinity;
import weighbridge.process.HostProbe;
import weighbridge.process.NativeFolder;
import weighbridge.record.Host;
import weighbridge.server.Catalogue;
import weighbridge.server.Ports;
import weighbridge.server.ProcessGroup;
import weighbridge.server.Program;
import weighbridge.server.TargetState;
import weighbridge.text.Fault;
import weighbridge.text.InputException;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload.Kind;

/** Looks at what runs need. Where a run checks something itself, its own check is asked. */
final class Checkup {
    private static final String SOMAXCONN = "net.core.somaxconn";
    private static final String PORT_RANGE = "net.ipv4.ip_local_port_range";

    private final List<Check> checks = new ArrayList<>();
    private final Host host = HostProbe.read();
    private final Settings usual = Settings.from(Kind.BURST, name -> null);

    private Checkup() {}

    static List<Check> all() {
        NativeFolder.choose();
        Checkup checkup = new Checkup();
        checkup.jdk();
        List<TargetState> states = TargetState.of(Catalogue.of(TargetNames.FOLDER));
        checkup.defaultTargets(states);
        checkup.ports();
        checkup.room();
        checkup.acceptQueue();
        checkup.limits();
        checkup.affinity();
        checkup.groups();
        checkup.otherTargets(states);
        checkup.browser();
        return checkup.checks;
    }

    private void jdk() {
        Path home = Path.of(System.getProperty("java.home"));
        String found = Runtime.version() + " at " + home;
        checks.add(
                Program.isThere(home.resolve("bin/javac").toString())
                        ? Check.ok("JDK", found)
                        : Check.wrong("JDK", found + " has no javac", "install a JDK and not only a JRE"));
    }

    private void defaultTargets(List<TargetState> states) {
        List<TargetState> needed = states.stream().filter(this::isDefault).toList();
        List<TargetState> broken =
                needed.stream().filter(state -> !state.ready()).toList();
        broken.forEach(state -> checks.add(Check.wrong(
                "target " + state.name(), state.state(), "mend " + TargetNames.FOLDER + "/" + state.group())));
        List<String> gone = new ArrayList<>(usual.targets());
        gone.removeAll(needed.stream().map(TargetState::name).toList());
        gone.forEach(name -> checks.add(Check.wrong(
                "target " + name, "nothing", "get the folder " + TargetNames.FOLDER + " of Weighbridge again")));
        if (broken.isEmpty() && gone.isEmpty()) {
            boolean built = needed.stream().allMatch(state -> state.state().equals("ready"));
            checks.add(Check.ok(
                    "default targets",
                    String.join(", ", usual.targets()) + (built ? "" : "; the first run builds them")));
        }
    }

    private boolean isDefault(TargetState state) {
        return usual.targets().contains(state.name());
    }

    private void ports() {
        int last = usual.port() + usual.targets().size() - 1;
        String what = "ports " + usual.port() + " to " + last;
        if (tried(what, () -> Ports.requireFree(plan().rounds().get(0).assignments()))) {
            checks.add(Check.ok(what, "free"));
        }
    }

    private Plan plan() {
        return Plan.of(usual, Catalogue.of(TargetNames.FOLDER).select(usual.targets(), List.of()), () -> usual.port());
    }

    private void room() {
        String range = host.sysctls().get(PORT_RANGE);
        String what = "file descriptors and local ports";
        if (tried(what, () -> plan().requireRoom(host.openFiles(), range))) {
            String files = host.openFiles() == null ? "n/a" : host.openFiles().toString();
            String ports = range == null ? "n/a" : range.replace(" ", " to ");
            checks.add(Check.ok(what, files + " descriptors a process, ports " + ports));
        }
    }

    private void acceptQueue() {
        String most = host.sysctls().get(SOMAXCONN);
        int calls =
                ((BurstLoad) usual.workload()).calls(); // not of a plan, which needs every target's file to be right
        if (most == null) {
            checks.add(Check.missing("accept queue", "this system does not tell its limit", "nothing to do"));
            return;
        }
        String found = host.sysctls().entrySet().stream()
                .filter(setting -> setting.getKey().matches(".*(somaxconn|syn_backlog|syncookies)"))
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining(", "));
        checks.add(
                Long.parseLong(most) >= calls
                        ? Check.ok("accept queue", found)
                        : Check.missing(
                                "accept queue",
                                found + "; a burst of " + calls + " calls does not fit",
                                "sudo sysctl -w " + SOMAXCONN + "=4096"));
    }

    private void limits() {
        checks.add(ControlGroups.ofThisSystem()
                .obstacle()
                .map(obstacle -> Check.missing("limits (control groups)", obstacle.why(), obstacle.fix()))
                .orElseGet(() -> Check.ok("limits (control groups)", "this user may set them")));
    }

    private void affinity() {
        OptionalInt cores = CpuAffinity.cores();
        checks.add(
                cores.isEmpty()
                        ? Check.missing("CPU affinity", "this system or user may not choose cores", "nothing to do")
                        : cores.getAsInt() == 1
                                ? Check.missing("CPU affinity", "1 core", "generator and servers share it")
                                : Check.ok("CPU affinity", cores.getAsInt() + " cores to choose from"));
    }

    private void groups() {
        String what = "process groups";
        checks.add(
                switch (ProcessGroup.starter()) {
                    case PERL -> Check.ok(what, "each server, build and version command gets one of its own, by perl");
                    case SETSID ->
                        Check.missing(
                                what,
                                "no perl; servers get sessions instead (setsid), which share the processors in another way",
                                "install perl");
                    case NONE ->
                        Check.missing(
                                what,
                                "neither perl nor setsid; a server that sends a signal to its group ends the run with it",
                                "install perl");
                });
    }

    /** One line for each language. */
    private void otherTargets(List<TargetState> states) {
        Map<String, List<TargetState>> groups = states.stream()
                .filter(Predicate.not(this::isDefault))
                .collect(Collectors.groupingBy(TargetState::group, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((group, targets) -> {
            String what = group + " targets";
            List<TargetState> missing =
                    targets.stream().filter(target -> !target.ready()).toList();
            if (missing.isEmpty()) {
                checks.add(Check.ok(what, names(targets)));
                return;
            }
            String first = missing.get(0).state();
            checks.add(Check.missing(
                    what,
                    "not ready: " + names(missing) + " (" + Fault.withoutFix(first) + ")",
                    Fault.fixOf(first).orElse("install what it names, or leave these targets out")));
        });
    }

    private static String names(List<TargetState> targets) {
        return targets.stream().map(TargetState::name).collect(Collectors.joining(", "));
    }

    private void browser() {
        boolean there = Program.isThere("chromium") && Program.isThere("chromedriver");
        checks.add(
                there
                        ? Check.ok("Chromium", "with ChromeDriver, for the tests of the page and its pictures")
                        : Check.missing(
                                "Chromium",
                                "not here with ChromeDriver; only the tests of the page and its pictures need it",
                                "sudo apt-get install chromium chromium-driver"));
    }

    /** Whether a check of a run lets this pass; its faults are what is wrong. */
    private boolean tried(String what, Runnable check) {
        try {
            check.run();
            return true;
        } catch (InputException e) {
            e.getMessage()
                    .lines()
                    .forEach(line -> checks.add(Check.wrong(
                            what, Fault.withoutFix(line), Fault.fixOf(line).orElse(""))));
            return false;
        }
    }
}
