package weighbridge.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A link or an image.
 *
 * @param target what stands in its brackets, such as {@code measuring.md#calls}
 */
record MarkdownLink(String target) {
    boolean isExternal() {
        return target.matches("[a-z][a-z0-9+.-]*:.*");
    }

    /** Without the heading; empty on the same page. */
    String file() {
        return target.split("#", 2)[0];
    }

    /** Whether the file is there and, where one is named, the heading in it. */
    boolean leadsSomewhere(Path page) {
        Path to = file().isEmpty() ? page : page.resolveSibling(file()).normalize();
        if (!Files.exists(to)) {
            return false;
        }
        int heading = target.indexOf('#');
        return heading < 0 || hasHeading(to, target.substring(heading + 1));
    }

    private static boolean hasHeading(Path page, String anchor) {
        try {
            return Files.isRegularFile(page)
                    && MarkdownPage.read(page).anchors().contains(anchor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
