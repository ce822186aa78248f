package weighbridge.faults;

import java.util.List;
import java.util.stream.Stream;

/** Servers that misbehave. Real runs hold each row: {@code FailedStartsIT} and {@code FailsUnderLoadIT}. */
public final class ServerRows {
    private ServerRows() {}

    /** All rows. */
    public static List<Row> rows() {
        return Stream.concat(FailedStarts.all().stream(), FailsUnderLoad.all().stream())
                .map(BadServer::row)
                .toList();
    }

    static Section section() {
        return new Section(
                "Servers that misbehave",
                "Each is a target of a real run, next to healthy servers whose results are complete. `myserver` is its name; "
                        + "`…` stands for what varies.",
                rows());
    }
}
