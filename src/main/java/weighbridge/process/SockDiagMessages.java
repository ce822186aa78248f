package weighbridge.process;

import com.sun.jna.LastErrorException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import weighbridge.record.AcceptQueue;

/** The bytes of a question to sock_diag(7) and of its answer, in the machine's byte order but for the ports. */
final class SockDiagMessages {
    private static final int HEADER_BYTES = 16; // struct nlmsghdr
    private static final int REQUEST_BYTES = HEADER_BYTES + 56; // struct inet_diag_req_v2
    private static final int ANSWER_BYTES = 72; // struct inet_diag_msg
    private static final short SOCK_DIAG_BY_FAMILY = 20;
    private static final short NLM_F_REQUEST_DUMP = 0x301;
    private static final short NLMSG_ERROR = 2;
    private static final short NLMSG_DONE = 3;
    private static final byte IPPROTO_TCP = 6;
    private static final int TCP_LISTEN = 10;
    private static final int INET_DIAG_SKMEMINFO = 7;
    private static final int RQUEUE_OFFSET = 56;
    private static final int WQUEUE_OFFSET = 60;
    private static final int DROPS_OFFSET = 8 * Integer.BYTES; // SK_MEMINFO_DROPS, since kernel 4.7

    private SockDiagMessages() {}

    /** Asks for all sockets of a family that listen on a port. */
    static byte[] listenersRequest(byte family, int port) {
        ByteBuffer request = ByteBuffer.allocate(REQUEST_BYTES).order(ByteOrder.nativeOrder());
        request.putInt(REQUEST_BYTES).putShort(SOCK_DIAG_BY_FAMILY).putShort(NLM_F_REQUEST_DUMP);
        request.position(HEADER_BYTES);
        request.put(family).put(IPPROTO_TCP).put((byte) (1 << (INET_DIAG_SKMEMINFO - 1)));
        request.put((byte) 0).putInt(1 << TCP_LISTEN);
        request.order(ByteOrder.BIG_ENDIAN).putShort((short) port);
        return request.array();
    }

    /**
     * Reads what one recv() brought.
     *
     * @return whether more is to come
     * @throws LastErrorException with the errno of an answer that is an error
     */
    static boolean readAnswer(ByteBuffer messages, List<AcceptQueue> queues) {
        boolean more = messages.remaining() >= HEADER_BYTES;
        while (more && messages.remaining() >= HEADER_BYTES) {
            int start = messages.position();
            int bytes = messages.getInt(start);
            short type = messages.getShort(start + 4);
            if (type == NLMSG_ERROR) {
                throw new LastErrorException(-messages.getInt(start + HEADER_BYTES));
            }
            more = type != NLMSG_DONE && bytes >= HEADER_BYTES && bytes <= messages.remaining();
            if (more && type == SOCK_DIAG_BY_FAMILY) {
                readSocket(messages.slice(start + HEADER_BYTES, bytes - HEADER_BYTES), queues);
            }
            messages.position(Math.min(messages.limit(), start + align(Math.max(bytes, HEADER_BYTES))));
        }
        return more;
    }

    private static void readSocket(ByteBuffer slice, List<AcceptQueue> queues) {
        ByteBuffer socket = slice.order(ByteOrder.nativeOrder());
        int attribute = ANSWER_BYTES;
        while (attribute + 4 <= socket.limit()) {
            int bytes = Short.toUnsignedInt(socket.getShort(attribute));
            int type = socket.getShort(attribute + 2);
            if (type == INET_DIAG_SKMEMINFO && bytes >= 4 + DROPS_OFFSET + Integer.BYTES) {
                queues.add(new AcceptQueue(
                        socket.getInt(WQUEUE_OFFSET),
                        socket.getInt(RQUEUE_OFFSET),
                        Integer.toUnsignedLong(socket.getInt(attribute + 4 + DROPS_OFFSET)),
                        1));
            }
            attribute += align(Math.max(bytes, 4));
        }
    }

    private static int align(int bytes) {
        return (bytes + 3) & ~3;
    }
}
