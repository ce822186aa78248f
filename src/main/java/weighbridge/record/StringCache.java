package weighbridge.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The strings a log defined so far. Each is decoded once, and each mention gets the same instance. */
final class StringCache {
    /** A String, the header of its byte array, padding and the list's slot. */
    private static final int OVERHEAD_BYTES = 64;

    private final List<String> strings = new ArrayList<>();
    private final Allowance allowance;

    StringCache(Allowance allowance) {
        this.allowance = allowance;
    }

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
        allowance.take(OVERHEAD_BYTES + 2L * string.length(), in);
        strings.add(string);
        return string;
    }

    private static String allowed(int defined) {
        String next = (defined + 1) + " to define the next string";
        return defined == 0 ? next : next + ", " + -defined + " to -1 to repeat one";
    }
}
