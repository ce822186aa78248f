package weighbridge.cli;

import java.math.BigDecimal;
import java.util.List;
import weighbridge.target.Fault;
import weighbridge.target.InputException;

/** From which change on one counts, as a user gives it. */
final class Threshold {
    static final String DEFAULT = "5%";

    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1000);

    private Threshold() {}

    /** As a part of 1. @throws InputException where it is no percentage */
    static double of(String text) {
        if (text.matches("\\d{1,4}(\\.\\d{1,3})?%")) {
            BigDecimal percent = new BigDecimal(text.substring(0, text.length() - 1));
            if (percent.compareTo(MOST_PERCENT) <= 0) {
                return percent.movePointLeft(2).doubleValue();
            }
        }
        throw InputException.of(List.of(new Fault(
                "--threshold",
                "",
                '"' + text + '"',
                "a percentage from 0% to " + MOST_PERCENT + "%",
                "give for example --threshold=" + DEFAULT)));
    }
}
