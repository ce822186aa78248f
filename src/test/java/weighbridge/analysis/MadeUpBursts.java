package weighbridge.analysis;

import java.util.List;
import weighbridge.record.Calls;

/** MadeUpBursts for tests. */
final class MadeUpBursts {
    static final String TIMEOUT = "Request timeout after 1000 ms";
    static final String REFUSED = "j.n.ConnectException: Connection refused";

    private MadeUpBursts() {}

    /** Of these calls, whose right answer is 200 or, to the second request, 201, within 1,000 ms. */
    static BurstCalls of(Calls calls) {
        return new BurstCalls(new JudgedCalls(calls, List.of(200, 201), 1000));
    }

    /** Calls as start-end pairs; {@code !} ends one that was not connected in time, {@code ?} one that was refused. */
    static BurstCalls of(String pairs) {
        Calls calls = new Calls();
        for (String pair : pairs.split(" ")) {
            String[] ends = pair.split("[-!?]");
            String message = pair.endsWith("!") ? TIMEOUT : pair.endsWith("?") ? REFUSED : "";
            calls.add(0, Integer.parseInt(ends[0]), Integer.parseInt(ends[1]), message.isEmpty(), message);
        }
        return of(calls);
    }
}
