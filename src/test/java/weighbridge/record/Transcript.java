package weighbridge.record;

import java.util.ArrayList;
import java.util.List;

/** Notes each record as one line. */
final class Transcript implements RecordVisitor {
    final List<String> lines = new ArrayList<>();

    @Override
    public void run(RunHeader header) {
        lines.add("run " + header);
    }

    @Override
    public void request(List<String> groups, String name, int startMillis, int endMillis, boolean ok, String message) {
        lines.add("request " + groups + " <" + name + "> " + startMillis + "-" + endMillis + " " + ok + " <" + message
                + ">");
    }

    @Override
    public void user(String scenario, boolean start, int atMillis) {
        lines.add("user <" + scenario + "> " + start + " " + atMillis);
    }

    @Override
    public void group(List<String> groups, int startMillis, int endMillis, int cumulatedMillis, boolean ok) {
        lines.add("group " + groups + " " + startMillis + "-" + endMillis + " " + cumulatedMillis + " " + ok);
    }

    @Override
    public void error(String message, int atMillis) {
        lines.add("error <" + message + "> " + atMillis);
    }
}
