package weighbridge.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Markdown as GitHub shows it, as far as links need it.
 *
 * @param text without what stands in code
 */
record MarkdownPage(String text) {
    private static final Pattern BLOCK = Pattern.compile("^ *```.*?^ *```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("(`+)(.+?)\\1");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern IMAGE = Pattern.compile("<img [^>]*src=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.+?) *#*$", Pattern.MULTILINE);

    static MarkdownPage read(Path file) throws IOException {
        return new MarkdownPage(BLOCK.matcher(Files.readString(file)).replaceAll(""));
    }

    /** Those in code are no links, but code may stand in the words of one. */
    List<MarkdownLink> links() {
        String withoutCode = CODE.matcher(text).replaceAll("code");
        return Stream.of(LINK, IMAGE)
                .flatMap(kind -> kind.matcher(withoutCode).results())
                .map(match -> new MarkdownLink(match.group(1)))
                .toList();
    }

    /**
     * What GitHub makes of the headings: lower case, without punctuation, a hyphen for each space, and for a heading that
     * stands there again a number behind it.
     */
    Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        HEADING.matcher(text).results().map(match -> anchor(match.group(1))).forEach(anchor -> {
            String each = anchor;
            for (int again = 1; !anchors.add(each); again++) {
                each = anchor + "-" + again;
            }
        });
        return anchors;
    }

    private static String anchor(String heading) {
        return heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]", "")
                .replace(' ', '-');
    }
}
