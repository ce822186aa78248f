package weighbridge.engine;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.uring.IoUring;
import java.util.Optional;
import weighbridge.text.Fault;

/** How the generator waits for its connections: on Linux by io_uring or epoll, for which Netty has native libraries. */
final class EventLoops {
    private static final int MAX_CHARS = 200;

    private EventLoops() {}

    /** What to say where none of them could be loaded, and Java's own selectors are used; empty where it could. */
    static Optional<String> remark() {
        if (!System.getProperty("os.name").equals("Linux") || Epoll.isAvailable() || IoUring.isAvailable()) {
            return Optional.empty();
        }
        return Optional.of("the generator makes its calls without epoll, whose library could not be loaded ("
                + Fault.oneLine(String.valueOf(Epoll.unavailabilityCause().getMessage()), MAX_CHARS)
                + "): it takes more CPU time than in other runs; fix: let -Dio.netty.native.workdir name a folder that is"
                + " not mounted noexec");
    }
}
