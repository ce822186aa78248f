package weighbridge.targets.dropwizard;

import io.dropwizard.configuration.ResourceConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.util.Map;
import org.apache.commons.text.StringSubstitutor;

/** Answers {@code /hello/World} with {@code Hello World!} on Dropwizard, as {@code hello.yml} sets it up. */
public class HelloApplication extends Application<Configuration> {
    private final int port;

    HelloApplication(int port) {
        this.port = port;
    }

    /** Serves on the given port of 127.0.0.1, or prints the version of Dropwizard. */
    public static void main(String[] args) throws Exception {
        String argument = args.length == 1 ? args[0] : "";
        if (argument.equals("--version")) {
            System.out.println(Application.class.getPackage().getImplementationVersion());
        } else if (argument.matches("\\d{1,5}") && Integer.parseInt(argument) <= 65535) {
            new HelloApplication(Integer.parseInt(argument)).start();
        } else {
            System.err.println("usage: java -jar dropwizard.jar PORT | --version");
            System.exit(1);
        }
    }

    final void start() throws Exception {
        run("server", "hello.yml");
    }

    @Override
    public void initialize(Bootstrap<Configuration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(new SubstitutingSourceProvider(
                new ResourceConfigurationSourceProvider(), new StringSubstitutor(Map.of("port", port))));
    }

    @Override
    public void run(Configuration configuration, Environment environment) {
        environment.jersey().register(HelloResource.class);
    }
}
