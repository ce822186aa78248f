package weighbridge.figure;

import java.math.BigDecimal;

/**
 * That a figure stays on one side of a limit.
 *
 * @param target of which target; null for all of them
 * @param key what is promised: the key of the figure, or {@value #ERRORS}
 * @param figure that decides
 * @param operator on which side of the limit it has to be
 * @param limit in the figure's unit
 */
public record Slo(String target, String key, Figure figure, Operator operator, Amount limit) {
    /** The calls that did not succeed ÷ calls: 1 − {@link Figure#SUCCESS_RATIO}. */
    public static final String ERRORS = "errors";

    /** What is promised, without of whom: {@code p99 < 50 ms}. */
    public String condition() {
        return key + " " + operator.sign() + " " + limit.text();
    }

    /** All of it in the one form that is written down, which {@link Slos} reads: {@code netty: p99 < 50 ms}. */
    public String text() {
        return target == null ? condition() : target + ": " + condition();
    }

    /** Whether it is promised of this target; what is promised of one holds in each of its boxes, such as {@code netty[cpus=0.5]}. */
    public boolean isOf(String name) {
        return target == null || target.equals(name) || name.startsWith(target + "[");
    }

    /** Whether it is told of the processes of a server and not of its answers. */
    public boolean isOfProcess() {
        return figure.topic() == Topic.MEMORY || figure.topic() == Topic.GROUP || figure.topic() == Topic.CPU;
    }

    /** How much of what is promised there is where the figure has this value, which is finite. */
    public Amount amount(double value) {
        Amount amount = Amount.measured(value, figure.unit());
        return key.equals(ERRORS) ? new Amount(BigDecimal.ONE.subtract(amount.number()), Unit.RATIO) : amount;
    }

    /** Whether it is kept where the figure has this value, which is finite. */
    public boolean isKeptBy(double value) {
        return operator.holds(amount(value).compareTo(limit));
    }
}
