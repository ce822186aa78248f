package weighbridge.record;

/** How the generator learns of its connections' answers. A call costs it more or less CPU time by that. */
public enum Transport {
    /** Linux, by one call of the kernel for many connections: io_uring(7). */
    IO_URING("io_uring"),
    /** Linux, by a call of the kernel for each read and write: epoll(7). */
    EPOLL("epoll"),
    /** By the selectors of Java. */
    NIO("Java NIO");

    private final String label;

    Transport(String label) {
        this.label = label;
    }

    /** As a user reads it. */
    public String label() {
        return label;
    }
}
