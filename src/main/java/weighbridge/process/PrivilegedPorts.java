package weighbridge.process;

import java.io.IOException;

/**
 * The ports on which only some programs may listen (capabilities(7), CAP_NET_BIND_SERVICE). What the system says where it
 * refuses to listen is in the language of the user, so it is not asked for the reason.
 *
 * @param end the first port that any program may listen on
 * @param allowed whether this process has the right to listen before it
 */
public record PrivilegedPorts(int end, boolean allowed) {
    /** Of systems that do not tell it: that of BSD and of older kernels. */
    private static final String USUAL_END = "1024";

    private static final int CAP_NET_BIND_SERVICE = 10; // include/uapi/linux/capability.h

    /** Of systems without capabilities: there it only counts whether somebody listens. */
    private static final String ALL = "ffffffffffffffff";

    /** Those of this system. */
    public static PrivilegedPorts read() {
        return of(Sysctl.read("net/ipv4/ip_unprivileged_port_start").orElse(USUAL_END), capabilities());
    }

    /** @param end as the kernel tells it @param capabilities CapEff of {@code /proc/self/status} */
    static PrivilegedPorts of(String end, String capabilities) {
        boolean allowed = (Long.parseUnsignedLong(capabilities, 16) >> CAP_NET_BIND_SERVICE & 1) == 1;
        return new PrivilegedPorts(Integer.parseInt(end), allowed);
    }

    private static String capabilities() {
        try {
            return ProcFields.read(ProcessHandle.current().pid(), "status")
                    .text("CapEff")
                    .orElse(ALL);
        } catch (IOException e) {
            return ALL;
        }
    }

    /**
     * Whether it is for want of this right that nobody could listen on a port. The right may count for nothing where this
     * process owns its users and not its network, as in some containers.
     *
     * @param held whether somebody listens there already
     */
    public boolean refuse(int port, boolean held) {
        return port < end && !(allowed && held);
    }
}
