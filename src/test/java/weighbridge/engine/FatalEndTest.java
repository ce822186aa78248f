package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stacks of threads as JDK 17 and Gatling 3.15.1 have them while the shutdown hooks run. */
class FatalEndTest {
    @Test
    void anExitOfGatlingsHandlerOfAConnectionIsFatal() {
        assertThat(FatalEnd.isAmong(List.of(
                        stack("java.lang.Thread.sleep", "weighbridge.process.Sampler.run"),
                        stack(
                                "java.lang.Object.wait",
                                "java.lang.Thread.join",
                                "java.lang.ApplicationShutdownHooks.runHooks",
                                "java.lang.Shutdown.exit",
                                "java.lang.Runtime.exit",
                                "java.lang.System.exit",
                                "io.gatling.http.client.impl.HttpAppHandler.exceptionCaught",
                                "io.netty.channel.AbstractChannelHandlerContext.invokeExceptionCaught"))))
                .isTrue();
    }

    @Test
    void theEndOfARunASignalAndOurOwnExitAreNot() {
        assertThat(FatalEnd.isAmong(List.of(
                        stack(
                                "java.lang.Shutdown.exit",
                                "java.lang.System.exit",
                                "scala.sys.package$.exit",
                                "io.gatling.app.Gatling.main"),
                        stack(
                                "java.lang.Shutdown.exit",
                                "java.lang.Terminator$1.handle",
                                "jdk.internal.misc.Signal$1.run"),
                        stack("java.lang.Shutdown.exit", "java.lang.System.exit", "weighbridge.engine.Ending.lambda$x"),
                        stack("java.lang.System.gc", "io.netty.channel.SingleThreadIoEventLoop.run"))))
                .isFalse();
    }

    private static StackTraceElement[] stack(String... frames) {
        return Arrays.stream(frames)
                .map(frame -> {
                    int dot = frame.lastIndexOf('.');
                    return new StackTraceElement(frame.substring(0, dot), frame.substring(dot + 1), "F.java", 1);
                })
                .toArray(StackTraceElement[]::new);
    }
}
