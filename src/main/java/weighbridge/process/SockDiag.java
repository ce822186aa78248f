package weighbridge.process;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import weighbridge.record.AcceptQueue;

/**
 * A netlink socket to the kernel's socket statistics. Numbers are those of linux/netlink.h, linux/sock_diag.h and
 * asm-generic/socket.h; where an architecture has others the kernel answers with an error.
 *
 * @throws LastErrorException from every method when a system call fails, with its errno
 */
final class SockDiag implements AutoCloseable {
    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
    private static final int NETLINK_SOCK_DIAG = 4;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVTIMEO = 20;
    private static final List<Byte> FAMILIES = List.of((byte) 2, (byte) 10); // AF_INET, AF_INET6
    private static final int BUFFER_BYTES = 1 << 15; // the kernel fills no message beyond that

    /** libc. */
    interface LibC extends Library {
        int socket(int domain, int type, int protocol) throws LastErrorException;

        int setsockopt(int fd, int level, int name, NativeLong[] value, int bytes) throws LastErrorException;

        NativeLong send(int fd, byte[] message, NativeLong bytes, int flags) throws LastErrorException;

        NativeLong recv(int fd, byte[] buffer, NativeLong bytes, int flags) throws LastErrorException;

        int close(int fd) throws LastErrorException;
    }

    /** On first use, so that this class can be loaded anywhere. */
    private static final class Loaded {
        static final LibC LIBC = Native.load("c", LibC.class);
    }

    private final int fd;

    private SockDiag(int fd) {
        this.fd = fd;
    }

    /** Its answers are waited for no longer than a second. */
    static SockDiag open() {
        SockDiag opened = new SockDiag(Loaded.LIBC.socket(AF_NETLINK, SOCK_RAW_CLOEXEC, NETLINK_SOCK_DIAG));
        try {
            NativeLong[] timeval = {new NativeLong(1), new NativeLong(0)};
            Loaded.LIBC.setsockopt(opened.fd, SOL_SOCKET, SO_RCVTIMEO, timeval, 2 * NativeLong.SIZE);
            return opened;
        } catch (LastErrorException e) {
            opened.close();
            throw e;
        }
    }

    /** One for each socket that listens on the port. */
    List<AcceptQueue> listeners(int port) {
        List<AcceptQueue> queues = new ArrayList<>();
        for (byte family : FAMILIES) {
            byte[] request = SockDiagMessages.listenersRequest(family, port);
            // Neither bound nor connected: the kernel gives it an address, and is itself the default receiver.
            Loaded.LIBC.send(fd, request, new NativeLong(request.length), 0);
            while (SockDiagMessages.readAnswer(receive(), queues)) {
                continue; // a long answer comes in several parts
            }
        }
        return queues;
    }

    private ByteBuffer receive() {
        byte[] buffer = new byte[BUFFER_BYTES];
        int bytes =
                Loaded.LIBC.recv(fd, buffer, new NativeLong(BUFFER_BYTES), 0).intValue();
        return ByteBuffer.wrap(buffer, 0, bytes).slice().order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        Loaded.LIBC.close(fd);
    }
}
