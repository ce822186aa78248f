package weighbridge.faults;

import java.util.List;
import java.util.stream.Collectors;

/** All sections of {@code docs/faults.md}. Whoever holds more faults adds a section here. */
final class Faults {
    static final List<Section> SECTIONS =
            List.of(WrongDescriptors.section(), ServerRows.section(), FieldServers.section(), CutOff.section());

    private static final String HEAD = """
            # What goes wrong, and what you see of it
            You saw a message and want to know what happened, or you want to know what Weighbridge does about a fault. Search this
            page for either. Tests cause each fault and compare what is printed with this page word for word. It is written by
            `./mvnw test -Dgolden=update`, not by hand.

            """;

    private Faults() {}

    static String markdown() {
        return HEAD + SECTIONS.stream().map(Section::markdown).collect(Collectors.joining("\n"));
    }
}
