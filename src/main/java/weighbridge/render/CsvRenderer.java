package weighbridge.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import weighbridge.figure.Amount;
import weighbridge.figure.Unit;
import weighbridge.render.Sheet.*;
import weighbridge.text.Fault;

/**
 * A table as CSV by RFC 4180, but for lines that end with \n, which every reader takes and which keeps differences between
 * versions readable.
 *
 * <p>A text that a spreadsheet would take for a formula, because it begins with =, +, -, @, their full-width forms, a tab
 * or a line break, gets a ' before it, as OWASP's page "CSV Injection" says. Numbers are numbers and may begin with -.
 */
final class CsvRenderer {
    private static final String FORMULA = "(?s)[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*";

    private CsvRenderer() {}

    /** With a head. */
    static String format(Table table) {
        String[] head = table.columns().stream().map(Column::label).toArray(String[]::new);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator('\n')
                .setHeader(head)
                .get();
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, format)) {
            csv.printRecords(table.rows().stream()
                    .map(row -> row.stream().map(CsvRenderer::value).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a writer in memory does not fail
        }
        return text.toString();
    }

    private static String value(Cell cell) {
        return cell.value() == null ? harmless(cell.text()) : number(cell.value());
    }

    /** To the digits that a double keeps of every decimal number, without an exponent. */
    private static String number(double value) {
        // The number of an amount is the same in every unit.
        return Double.isFinite(value)
                ? Amount.measured(value, Unit.RATIO).number().toPlainString()
                : "";
    }

    private static String harmless(String text) {
        return Fault.oneLine(text.matches(FORMULA) ? "'" + text : text);
    }
}
