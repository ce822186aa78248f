package weighbridge.cli;

import java.math.BigDecimal;
import picocli.CommandLine.Option;
import weighbridge.text.InputException;

/** From which change on one counts: an option of several commands. */
final class Threshold {
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1000);

    @Option(
            names = "--threshold",
            paramLabel = "<percentage>",
            defaultValue = "5%",
            description = "smaller changes are none; default: ${DEFAULT-VALUE}")
    private String text;

    /** As it was given. */
    String text() {
        return text;
    }

    /** As a part of 1. @throws InputException where it is no percentage */
    double part() {
        if (text.matches("\\d{1,4}(\\.\\d{1,3})?%")) {
            BigDecimal percent = new BigDecimal(text.substring(0, text.length() - 1));
            if (percent.compareTo(MOST_PERCENT) <= 0) {
                return percent.movePointLeft(2).doubleValue();
            }
        }
        String allowed = "a percentage from 0% to " + MOST_PERCENT + "%";
        throw InputException.of("--threshold", '"' + text + '"', allowed, "give for example --threshold=5%");
    }
}
