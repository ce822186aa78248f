package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** Sends signals, as a user does. */
final class Signals {
    private Signals() {}

    /** @param name such as TERM */
    static void send(String name, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }
}
