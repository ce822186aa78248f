package weighbridge.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * What the page carries instead of fetching it.
 *
 * @param summary the JSON, in which no {@code <} is left
 * @param traces likewise
 * @param style the style sheet
 * @param library the charts' library, gzip in base64: less than half of its size
 * @param script the page's own
 * @param policy the content security policy: it lets the page run these two scripts and use this style sheet, and nothing
 *     else from anywhere
 */
public record Embedded(String summary, String traces, String style, String library, String script, String policy) {
    /** In the order in which each builds on those before it. */
    private static final String SCRIPTS = "element format run theme labels chart fold copy library sort track moment"
            + " memory-chart overview-chart targets-chart latency-parts percentile-chart histogram-chart scatter-chart"
            + " failures-chart rounds-chart capacity-chart usl-chart capacity-section boxes-section memory-section target-section"
            + " latency-section main";

    static Embedded of(String summary, String traces) {
        String script = Stream.of(SCRIPTS.split(" "))
                .map(name -> withoutComments(file(name + ".js")))
                .collect(Collectors.joining("\n", "(() => {\n\"use strict\";\n", "})();\n"));
        String library = file("echarts.common.min.js");
        String style = file("page.css");
        String policy = "default-src 'none'; script-src " + source(library) + " " + source(script) + "; style-src "
                + source(style) + "; base-uri 'none'; form-action 'none'";
        return new Embedded(json(summary), json(traces), style, packed(library), script, policy);
    }

    private static String packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // into memory: never
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** JSON that no text in it can end: HTML looks for {@code <} only, and JSON can write that as an escape. */
    private static String json(String text) {
        return text.replace("<", "\\u003c");
    }

    /** A file that lies beside this class. @throws IllegalStateException where it does not: the build has not fetched it */
    private static String file(String name) {
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
    private static String withoutComments(String script) {
        return script.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("(//|/\\*\\*|\\*).*"))
                .collect(Collectors.joining("\n"));
    }

    /** A text as a source of the policy, named by its hash (Content Security Policy Level 3, 2.3.1). */
    private static String source(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
