package weighbridge.render;

import java.util.Locale;
import java.util.Optional;
import weighbridge.capacity.UslReport;
import weighbridge.capacity.UslReport.Parameter;
import weighbridge.text.Fault;

/** The Universal Scalability Law of a target in one line; its Greek letters by name, for a console may know only ASCII. */
final class UslLine {
    private UslLine() {}

    /** Empty where there were no closed loads. @param usl null of none */
    static Optional<String> of(UslReport usl) {
        return Optional.ofNullable(usl).map(UslLine::words);
    }

    private static String words(UslReport usl) {
        String reason = usl.reason() == null ? "" : ": " + Fault.oneLine(CapacityFindingWords.of(usl.reason()), 400);
        if (usl.lambda() == null || usl.sigma() == null || usl.kappa() == null) {
            return "USL: " + Text.NOT_AVAILABLE + reason;
        }
        return "USL: lambda " + rates(usl.lambda()) + " calls/s, sigma " + parts(usl.sigma()) + ", kappa "
                + parts(usl.kappa()) + ", from " + usl.points() + " loads of up to N = "
                + LoadText.rate(usl.largestConcurrency()) + "; most at "
                + (usl.peak() == null
                        ? Text.NOT_AVAILABLE + reason
                        : "N = " + rates(usl.peak().concurrency()) + ": "
                                + rates(usl.peak().callsPerSecond()) + " calls/s" + reason);
    }

    private static String rates(Parameter parameter) {
        return LoadText.rate(parameter.value()) + " (" + LoadText.rate(parameter.low())
                + (parameter.high() == null ? " or more" : " to " + LoadText.rate(parameter.high())) + ")";
    }

    private static String parts(Parameter parameter) {
        return String.format(Locale.ROOT, "%.3g (%.3g to %.3g)", parameter.value(), parameter.low(), parameter.high());
    }
}
