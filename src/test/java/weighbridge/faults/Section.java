package weighbridge.faults;

import java.util.List;

/**
 * Faults of one sort.
 *
 * @param title heading
 * @param introduction what holds for all of them, and what holds them
 * @param rows the faults
 */
public record Section(String title, String introduction, List<Row> rows) {
    /** Copies the list. */
    public Section {
        rows = List.copyOf(rows);
    }

    String markdown() {
        StringBuilder text = new StringBuilder("## " + title + "\n" + introduction.strip() + "\n\n");
        text.append(
                "| kind | what the user sees | exit status | left running | results kept |\n|---|---|---|---|---|\n");
        for (Row row : rows) {
            text.append("| ").append(cell(row.kind()));
            text.append(" | ").append(code(row.sees()));
            text.append(" | ").append(row.exitStatus());
            text.append(" | ").append(cell(row.leftRunning()));
            text.append(" | ").append(cell(row.kept()));
            text.append(" |\n");
        }
        return text.toString();
    }

    /** Markdown takes the first '|' for the end of a cell, in code too. */
    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    private static String code(String text) {
        String fence = text.contains("`") ? "``" : "`";
        return fence + cell(text) + fence;
    }
}
