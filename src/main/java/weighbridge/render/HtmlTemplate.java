package weighbridge.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A page with gaps, which lies beside this class as {@code <name>.ftlh}. What is put into a gap is escaped as HTML, in
 * attributes too, unless the template says otherwise. A template sees the components of public records by their names; it
 * makes no objects of its own and calls nothing that could change something.
 */
final class HtmlTemplate {
    /** What must not stand in HTML (HTML Standard, 13.1.8), for which browsers themselves take U+FFFD or nothing. */
    private static final String NO_HTML = "[\\p{Cc}&&[^\\t\\n]]|[\\p{Cs}\\uFFFE\\uFFFF]";

    private HtmlTemplate() {}

    /** The page of this name with its gaps filled. @param page a public record, which the template calls {@code page} */
    static String fill(String name, Object page) {
        StringWriter text = new StringWriter();
        try {
            configuration().getTemplate(name).process(Map.of("page", page), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException(e);
        }
        return text.toString().replaceAll(NO_HTML, "\uFFFD");
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(HtmlTemplate.class, "");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("c");
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setLocalizedLookup(false);
        return configuration;
    }
}
