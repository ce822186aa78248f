package weighbridge.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The strings a log defined so far. Each is decoded once, and each mention gets the same instance. */
final class StringCache {
    /** A String, the header of its byte array, padding and the list's slot. */
    private static final int OVERHEAD_BYTES = 64;

    private final List<String> strings = new ArrayList<>();
    private long leftBytes = LogFormat.MAX_KEPT_BYTES;

    /** Reads a cached string: the index, and where it defines, the string itself. */
    String read(LogInput in, String what) throws IOException, SimulationLogException {
        int index = in.readInt();
        int defined = strings.size();
        if (index < 0 && index >= -defined) {
            return strings.get(-index - 1);
        }
        if (index != defined + 1) {
            throw in.fault(Integer.BYTES, what + " index is " + index, allowed(defined));
        }
        String string = in.readString(what);
        leftBytes -= OVERHEAD_BYTES + 2L * string.length();
        if (leftBytes < 0) {
            throw in.fault(
                    0,
                    "more distinct names and messages than can be kept",
                    LogFormat.MAX_KEPT_BYTES + " bytes of them with their overhead");
        }
        strings.add(string);
        return string;
    }

    private static String allowed(int defined) {
        String next = (defined + 1) + " to define the next string";
        return defined == 0 ? next : next + ", " + -defined + " to -1 to repeat one";
    }
}
