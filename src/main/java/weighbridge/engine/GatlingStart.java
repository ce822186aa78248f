package weighbridge.engine;

import io.gatling.app.Gatling;
import io.netty.bootstrap.ChannelInitializerExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weighbridge.process.JavaOptions;
import weighbridge.process.NativeFolder;
import weighbridge.text.InputException;
import weighbridge.text.TypedPath;
import weighbridge.workload.Workload;

/** Starts Gatling as its Maven plugin does: the same entry point, the same simulations, the same folder. */
public final class GatlingStart {
    /** The options of the JVM of a run and its class path, written by the build (see src/main/launcher). */
    private static final Path OPTIONS = Path.of("target/launcher/run.args");

    /** Those beside them of newer JVMs. */
    private static final Path NEWER_OPTIONS = Path.of("target/launcher/run-24.args");

    /** Whether standard output is a terminal, as the launcher saw it; handed on to a JVM that writes there too. */
    private static final String TERMINAL = "weighbridge.terminal";

    private GatlingStart() {}

    /** Name of the simulation for runs of this kind. */
    public static String simulation(Workload.Kind kind) {
        return "weighbridge.simulation."
                + switch (kind) {
                    case BURST -> "BurstSimulation";
                    case STEADY -> "SteadySimulation";
                    case CAPACITY -> "CapacitySimulation";
                };
    }

    /**
     * Refuses a JVM that lacks what {@code pom.xml} passes to it, as where {@code -Dgatling.jvmArgs} replaces that: no body of an
     * answer could be compared.
     *
     * @throws InputException that says so
     */
    static void requireOptions() {
        if (!"serviceload".equals(System.getProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY))) {
            throw InputException.of(
                    "JVM",
                    "no -Dio.netty.bootstrap.extensions=serviceload, which pom.xml passes to the JVM of a run",
                    "a JVM with all options of pom.xml, and more of them",
                    "start with ./weighbridge or ./mvnw gatling:test; add other options to jvmArgs in pom.xml, for"
                            + " -Dgatling.jvmArgs replaces those");
        }
    }

    /**
     * Makes a run in this JVM, which ends with its exit status. The settings are its system properties.
     *
     * @return never, unless Gatling leaves without ending the JVM
     * @throws InputException where the simulation is not on the class path, or native libraries cannot be loaded
     */
    public static int run(String simulation, Path results) {
        requireLoadable(simulation);
        NativeFolder.choose(); // before Gatling makes its event loops
        Ending.alone();
        Gatling.main(arguments(simulation, results).toArray(String[]::new));
        return 0;
    }

    private static void requireLoadable(String simulation) {
        try {
            Class.forName(simulation, false, GatlingStart.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw InputException.of(
                    "simulation",
                    '"' + simulation + '"',
                    "a simulation in src/test/java",
                    "correct its name, and start with ./weighbridge run");
        }
    }

    /**
     * Makes a run in a JVM of its own, and waits for its end. Whoever ends this JVM ends that one first.
     *
     * @param options of that JVM, beside those of every run
     * @return its exit status
     */
    public static int runApart(String simulation, Path results, List<String> options) {
        if (!Files.exists(OPTIONS)) {
            throw InputException.of(
                    OPTIONS.toString(), "nothing", "what ./weighbridge builds", "start with ./weighbridge");
        }
        try {
            ProcessBuilder command = new ProcessBuilder(command(simulation, results, options)).inheritIO();
            JavaOptions.removePorts(command.environment());
            Process run = command.start();
            Thread ending = new Thread(() -> end(run), "ending of the run");
            Runtime.getRuntime().addShutdownHook(ending);
            int status = run.waitFor();
            remove(ending);
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e); // nobody interrupts the thread that runs a command
        }
    }

    private static void remove(Thread ending) {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException e) {
            // This JVM is being ended, which is what ended the run.
        }
    }

    private static void end(Process run) {
        run.destroy();
        try {
            run.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(String simulation, Path results, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + OPTIONS);
        if (Runtime.version().feature() >= 24) {
            command.add("@" + NEWER_OPTIONS);
        }
        if (Boolean.getBoolean(TERMINAL)) {
            command.add("-D" + TERMINAL + "=true");
        }
        command.add("-D" + TypedPath.FOLDER + "=" + TypedPath.folder());
        command.addAll(options);
        command.add(Gatling.class.getName());
        command.addAll(arguments(simulation, results));
        return command;
    }

    private static List<String> arguments(String simulation, Path results) {
        try {
            Files.createDirectories(results);
        } catch (IOException e) {
            throw InputException.of(
                    "results", '"' + results.toString() + '"', "a folder that can be made", "name another");
        }
        return List.of("-s", simulation, "-rf", results.toAbsolutePath().toString());
    }
}
