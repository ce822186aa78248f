package weighbridge.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All logged calls of one target, in the order of the log: some ten bytes each, so that a million is no burden. */
public final class Calls {
    private final List<String> messages = new ArrayList<>();
    private final Map<String, Integer> messageIndexes = new HashMap<>();
    private int[] startMillis = new int[1024];
    private int[] endMillis = new int[1024];
    private int[] message = new int[1024];
    private boolean[] ok = new boolean[1024];
    private byte[] request = new byte[1024];
    private int size;

    /**
     * Adds a call.
     *
     * @param which of the target's requests it made, counted from 0
     * @param start ms after the run's start
     * @param end ms after the run's start
     * @param wasOk whether it was answered as expected in time
     * @param text Gatling's message where it was not, empty where it was
     */
    public void add(int which, int start, int end, boolean wasOk, String text) {
        if (size == startMillis.length) {
            int larger = size * 2;
            startMillis = Arrays.copyOf(startMillis, larger);
            endMillis = Arrays.copyOf(endMillis, larger);
            message = Arrays.copyOf(message, larger);
            ok = Arrays.copyOf(ok, larger);
            request = Arrays.copyOf(request, larger);
        }
        request[size] = (byte) which;
        startMillis[size] = start;
        endMillis[size] = end;
        ok[size] = wasOk;
        message[size] = messageIndexes.computeIfAbsent(text, added -> {
            messages.add(added);
            return messages.size() - 1;
        });
        size++;
    }

    /** How many calls. */
    public int size() {
        return size;
    }

    /** Which of the target's requests call {@code index} made, counted from 0. */
    public int request(int index) {
        return request[index];
    }

    /** Start of call {@code index}, ms after the run's start. */
    public int startMillis(int index) {
        return startMillis[index];
    }

    /** End of call {@code index}, ms after the run's start. */
    public int endMillis(int index) {
        return endMillis[index];
    }

    /** Whether call {@code index} was answered as expected in time. */
    public boolean ok(int index) {
        return ok[index];
    }

    /** Gatling's message for call {@code index}; empty where it has none. */
    public String message(int index) {
        return messages.get(message[index]);
    }
}
