package weighbridge.cli;

import java.io.PrintWriter;
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
        subcommands = {
            ReportCommand.class,
            CompareCommand.class,
            PlanCommand.class,
            BaselineCommand.class,
            IndexCommand.class
        },
        description =
                "Puts HTTP servers on the scale. Runs are made by ./mvnw gatling:test; this works on what they leave.")
public final class Weighbridge implements Runnable {
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
        return new CommandLine(new Weighbridge())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(WrongUse::say)
                .setExecutionExceptionHandler(WrongUse::say)
                .execute(arguments);
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
