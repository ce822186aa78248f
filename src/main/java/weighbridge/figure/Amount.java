package weighbridge.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * So much of a figure, in decimal and exactly: 999 of 1,000 calls are 99.9 %, neither more nor less.
 *
 * @param number in the unit, without zeros at its end
 * @param unit what it is counted in
 */
public record Amount(BigDecimal number, Unit unit) implements Comparable<Amount> {
    // Without a sign. A unit that is missing is looked up as one that is unknown, so that both are one fault.
    private static final Pattern FORM = Pattern.compile("(\\d{1,16}(?:\\.\\d{1,9})?)\\s*([A-Za-z%]*)");

    /** Beyond it neither would be exact: a double as it was measured, and the text in the smallest unit. */
    private static final BigDecimal MOST = BigDecimal.TEN.pow(15);

    /** What a double keeps of every decimal number; the digits after them are those of the binary fraction. */
    private static final MathContext DIGITS_OF_A_DOUBLE = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** Drops the zeros at the end: 50 and 50.0 are one amount. */
    public Amount {
        number = number.stripTrailingZeros();
    }

    /**
     * What was measured, to 15 digits: a median of two rounds is a sum, which may be off by the last bit.
     *
     * @param value finite
     */
    public static Amount measured(double value, Unit unit) {
        return new Amount(BigDecimal.valueOf(value).round(DIGITS_OF_A_DOUBLE), unit);
    }

    /** As people write it, {@code 50ms} or {@code 1.5 GiB}; empty where the text is no amount in a unit that fits. */
    public static Optional<Amount> parse(String text, Unit unit) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        BigDecimal most = unit == Unit.RATIO ? BigDecimal.ONE : MOST;
        return Symbol.of(unit).stream()
                .filter(symbol -> symbol.text().equals(form.group(2)))
                .map(symbol -> new BigDecimal(form.group(1)).multiply(symbol.size()))
                .filter(number -> number.compareTo(most) <= 0)
                .map(number -> new Amount(number, unit))
                .findFirst();
    }

    /** What may be written for this unit, for messages. */
    public static String allowed(Unit unit) {
        if (unit == Unit.RATIO) {
            return "a number from 0 to 100 with its unit %, such as 99.9%";
        }
        if (unit == Unit.COUNT) {
            return "a number without a unit, such as 300";
        }
        List<String> symbols = Symbol.of(unit).stream().map(Symbol::text).toList();
        String last = symbols.get(symbols.size() - 1);
        String others = symbols.stream().limit(symbols.size() - 1).collect(Collectors.joining(", "));
        return "a number with its unit " + others + " or " + last + ", such as "
                + (unit == Unit.BYTES ? "256MiB" : "50ms");
    }

    /** All of it, in the greatest unit in which it is 1 or more with three decimals at most; {@link #parse} reads it. */
    public String text() {
        return symbol().with(plain(symbol().count(number)));
    }

    /**
     * A measured value for the eye, in the unit of this limit and rounded; with as many digits as it takes to stand on the
     * same side of it, so that 99.96 % is not shown as 100.0 %, and what is 50 ms or more never as less.
     */
    public String textBeside(Amount limit) {
        Symbol symbol = limit.symbol();
        BigDecimal exact = symbol.count(number);
        List<BigDecimal> marks =
                List.of(symbol.count(limit.number), BigDecimal.ZERO, unit == Unit.RATIO ? ALL : BigDecimal.ZERO);
        int decimals = symbol.decimals();
        BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
        while (!onTheSameSide(exact, rounded, marks)) {
            decimals++;
            rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
        }
        BigDecimal plain = plain(rounded);
        return symbol.with(plain.scale() < symbol.leastDecimals() ? plain.setScale(symbol.leastDecimals()) : plain);
    }

    private static boolean onTheSameSide(BigDecimal exact, BigDecimal rounded, List<BigDecimal> marks) {
        return marks.stream().allMatch(mark -> exact.compareTo(mark) == rounded.compareTo(mark));
    }

    private Symbol symbol() {
        List<Symbol> symbols = Symbol.of(unit);
        if (number.signum() == 0) {
            return symbols.stream().filter(Symbol::usual).findFirst().orElseThrow();
        }
        Symbol greatest = symbols.get(0);
        for (Symbol symbol : symbols) {
            BigDecimal count = plain(symbol.count(number));
            if (count.compareTo(BigDecimal.ONE) >= 0 && count.scale() <= 3) {
                greatest = symbol;
            }
        }
        return greatest;
    }

    /** Without zeros at the end of its decimals, and without an exponent. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public int compareTo(Amount other) {
        if (unit != other.unit) {
            throw new IllegalArgumentException(unit + " and " + other.unit + " do not compare");
        }
        return number.compareTo(other.number);
    }
}
