package weighbridge.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import weighbridge.analysis.FigureReport;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Amount;
import weighbridge.figure.Figure;
import weighbridge.figure.Unit;
import weighbridge.text.Fault;

/**
 * {@code targets.csv}: a row for each target and figure, for spreadsheets and programs. RFC 4180, but for lines that end
 * with \n, which every reader takes and which keeps differences between versions readable.
 *
 * <p>A text that a spreadsheet would take for a formula, because it begins with =, +, -, @, their full-width forms, a tab
 * or a line break, gets a ' before it, as OWASP's page "CSV Injection" says. Numbers are numbers and may begin with -.
 */
public final class TargetsCsv {
    private static final String FORMULA = "(?s)[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setHeader(
                    "run",
                    "target",
                    "version",
                    "outcome",
                    "round_count",
                    "figure",
                    "label",
                    "unit",
                    "value",
                    "low",
                    "high",
                    "min",
                    "max")
            .get();

    private TargetsCsv() {}

    /**
     * The report as CSV. {@code value} is the figure, over several rounds their median; {@code low} and {@code high} are
     * the ends of the 95 % interval for it, {@code round_count} the rounds that have a value. What is not known is empty.
     * A load over time has rows of its own after those: of a capacity {@code low} and {@code high} are between what it lies.
     */
    public static String format(Report report) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            for (TargetReport target : report.targets()) {
                for (Figure figure : Figure.values()) {
                    csv.printRecord(row(report, target, figure));
                }
                for (LoadRows.Row row : LoadRows.of(target)) {
                    csv.printRecord(row(report, target, row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a writer in memory does not fail
        }
        return text.toString();
    }

    private static Object[] row(Report report, TargetReport target, Figure figure) {
        FigureReport over = target.figure(figure);
        return new Object[] {
            harmless(report.run().id()),
            harmless(target.name()),
            harmless(target.identity().version()),
            harmless(target.outcome()),
            over.count(),
            figure.key(),
            figure.label(),
            unit(figure.unit()),
            number(over.median()),
            number(over.low()),
            number(over.high()),
            number(over.min()),
            number(over.max())
        };
    }

    private static Object[] row(Report report, TargetReport target, LoadRows.Row row) {
        return new Object[] {
            harmless(report.run().id()),
            harmless(target.name()),
            harmless(target.identity().version()),
            harmless(target.outcome()),
            row.count(),
            row.figure(),
            harmless(row.label()),
            row.unit(),
            number(row.value()),
            number(row.low()),
            number(row.high()),
            "",
            ""
        };
    }

    private static String unit(Unit unit) {
        return switch (unit) {
            case SECONDS -> "seconds";
            case MILLIS -> "milliseconds";
            case BYTES -> "bytes";
            case RATIO -> "ratio";
        };
    }

    /** To the digits that a double keeps of every decimal number, without an exponent. */
    private static String number(Double value) {
        // The number of an amount is the same in every unit.
        return value == null || !Double.isFinite(value)
                ? ""
                : Amount.measured(value, Unit.RATIO).number().toPlainString();
    }

    private static String harmless(String text) {
        return Fault.oneLine(text.matches(FORMULA) ? "'" + text : text);
    }
}
