package weighbridge.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import weighbridge.analysis.ExitStatus;
import weighbridge.record.WeighbridgeVersion;

/** The command line. */
@Command(
        name = "weighbridge",
        mixinStandardHelpOptions = true,
        versionProvider = Weighbridge.Version.class,
        description = {
            "Starts HTTP servers, weighs them before, under and after load,",
            "and says what each costs and how much it carries. Each command has --help.",
            "A relative path counts from where you are, or else from the folder that ./weighbridge lies in."
        })
public final class Weighbridge implements Runnable {
    private static final int HELP_WIDTH = 100;

    /** By name, in the order in which help lists them. */
    private static final Map<String, Supplier<Subcommand>> COMMANDS = commands();

    @Spec
    private CommandSpec spec;

    private Weighbridge() {}

    /** Ends with the status of {@link ExitStatus}. */
    public static void main(String[] arguments) {
        int status = run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments);
        if (status != ExitStatus.DONE.code()) {
            System.exit(status);
        }
    }

    /** The exit status of these arguments. @param err gets a line for each thing that is wrong, never a stack trace */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine(arguments)
                .registerConverter(Path.class, new CallerPath())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(WrongUse::say)
                .setExecutionExceptionHandler(WrongUse::say)
                .execute(arguments);
    }

    /**
     * The commands that these arguments may mean: where the first of them names one, that one alone, for to lay out all of
     * them takes longer than most of them work.
     */
    static CommandLine commandLine(String... arguments) {
        CommandLine all = new CommandLine(new Weighbridge());
        boolean named = arguments.length > 0 && COMMANDS.containsKey(arguments[0]);
        COMMANDS.forEach((name, command) -> {
            if (!named || name.equals(arguments[0])) {
                all.addSubcommand(command.get().commandLine());
            }
        });
        return all.setExpandAtFiles(false).setUsageHelpWidth(HELP_WIDTH);
    }

    /** Of all commands. */
    static Set<String> names() {
        return COMMANDS.keySet();
    }

    private static Map<String, Supplier<Subcommand>> commands() {
        Map<String, Supplier<Subcommand>> commands = new LinkedHashMap<>();
        commands.put("run", RunCommand::new);
        commands.put("steady", SteadyCommand::new);
        commands.put("capacity", CapacityCommand::new);
        commands.put("report", ReportCommand::new);
        commands.put("compare", CompareCommand::new);
        commands.put("plan", PlanCommand::new);
        commands.put("index", IndexCommand::new);
        commands.put("gate", GateCommand::new);
        commands.put("baseline", BaselineCommand::new);
        commands.put("targets", TargetsCommand::new);
        commands.put("doctor", DoctorCommand::new);
        commands.put("completion", CompletionCommand::new);
        return commands;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command");
    }

    /** The version that the build put in. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"weighbridge " + WeighbridgeVersion.read()};
        }
    }
}
