package weighbridge.record;

import java.util.ArrayList;
import java.util.List;

/** Notes each record that is delivered as one line. */
final class Transcript implements RecordVisitor {
    final List<String> lines = new ArrayList<>();

    @Override
    public void run(long startEpochMillis) {
        lines.add("run " + startEpochMillis);
    }

    @Override
    public void request(String name, int startMillis, int endMillis, boolean ok, String message) {
        lines.add("request <" + name + "> " + startMillis + "-" + endMillis + " " + ok + " <" + message + ">");
    }

    @Override
    public void error(String message) {
        lines.add("error <" + message + ">");
    }
}
