package weighbridge.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** What a page carries instead of fetching it. */
final class Embedded {
    private Embedded() {}

    /** JSON that nothing in it can end: HTML looks for {@code <} only, and in JSON that may be written as an escape. */
    static String json(String text) {
        return text.replace("<", "\\u003c");
    }

    /** A file that lies beside this class. @throws IllegalStateException where it does not: the build has not fetched it */
    static String file(String name) {
        try (InputStream in = Embedded.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("weighbridge/render/" + name + " is not in the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A script of ours without what only its readers need: lines that are comments, and indentation. */
    static String withoutComments(String script) {
        return script.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("(//|/\\*\\*|\\*).*"))
                .collect(Collectors.joining("\n"));
    }

    /** The policy that lets a page run these scripts and use this style sheet, and nothing else from anywhere. */
    static String policy(List<String> scripts, String style) {
        return "default-src 'none'; script-src "
                + scripts.stream().map(Embedded::source).collect(Collectors.joining(" "))
                + "; style-src " + source(style)
                + "; base-uri 'none'; form-action 'none'";
    }

    /** A text as a source of the policy (Content Security Policy Level 3, 2.3.1): it is known by its hash. */
    private static String source(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
