package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.LastErrorException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.record.AcceptQueue;

class SockDiagMessagesTest {
    private static final int EACCES = 13;

    private final List<AcceptQueue> queues = new ArrayList<>();

    private static ByteBuffer message(int type, int bytes) {
        ByteBuffer message = ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
        return message.putInt(0, bytes).putShort(4, (short) type);
    }

    /** struct nlmsghdr, struct inet_diag_msg, and one attribute of nine numbers of which the last is the drops. */
    private static ByteBuffer listener(int length, int capacity, int drops) {
        return message(20, 16 + 72 + 4 + 36)
                .putInt(16 + 56, length)
                .putInt(16 + 60, capacity)
                .putShort(16 + 72, (short) 40)
                .putShort(16 + 74, (short) 7)
                .putInt(16 + 76 + 32, drops);
    }

    @Test
    void thePortIsInNetworkOrder() {
        ByteBuffer request = ByteBuffer.wrap(SockDiagMessages.listenersRequest((byte) 2, 0x1F90));

        assertThat(request.order(ByteOrder.nativeOrder()).getInt(0)).isEqualTo(72);
        assertThat(request.getInt(20)).as("states: TCP_LISTEN alone").isEqualTo(1 << 10);
        assertThat(request.order(ByteOrder.BIG_ENDIAN).getShort(24)).isEqualTo((short) 0x1F90);
    }

    @Test
    void everySocketOfAnAnswerIsRead() {
        ByteBuffer answer = ByteBuffer.allocate(1024).order(ByteOrder.nativeOrder());
        answer.put(listener(1, 50, 3))
                .put(listener(0, 128, -1))
                .put(message(3, 20))
                .flip();

        assertThat(SockDiagMessages.readAnswer(answer, queues))
                .as("more to come")
                .isFalse();
        assertThat(queues).containsExactly(new AcceptQueue(50, 1, 3, 1), new AcceptQueue(128, 0, 0xFFFF_FFFFL, 1));
    }

    @Test
    void withoutItsEndAnAnswerGoesOn() {
        assertThat(SockDiagMessages.readAnswer(listener(0, 50, 0), queues)).isTrue();
        assertThat(SockDiagMessages.readAnswer(message(3, 20), queues)).isFalse();
        assertThat(queues).hasSize(1);
    }

    @Test
    void aRefusalCarriesItsErrno() {
        ByteBuffer refusal = message(2, 36).putInt(16, -EACCES);

        assertThatThrownBy(() -> SockDiagMessages.readAnswer(refusal, queues))
                .isInstanceOfSatisfying(
                        LastErrorException.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo(EACCES));
    }

    @Test
    void anAnswerThatIsCutIsOver() {
        assertThat(SockDiagMessages.readAnswer(ByteBuffer.allocate(0), queues)).isFalse();
        assertThat(SockDiagMessages.readAnswer(listener(0, 50, 0).limit(60), queues))
                .isFalse();
        assertThat(queues).isEmpty();
    }
}
