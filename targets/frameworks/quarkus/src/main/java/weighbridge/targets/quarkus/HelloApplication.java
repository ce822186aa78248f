package weighbridge.targets.quarkus;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Serves, or prints the version of Quarkus. */
@QuarkusMain
public class HelloApplication {

    public static void main(String[] arguments) {
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            System.out.println(Quarkus.class.getPackage().getImplementationVersion());
            return;
        }
        Quarkus.run(arguments);
    }
}
