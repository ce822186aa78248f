package weighbridge.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A page with gaps, which lies beside a class as {@code <name>.ftlh}. What is put into a gap is escaped as HTML, in
 * attributes too, unless the template says otherwise. A template sees the components of public records by their names; it
 * makes no objects of its own and calls nothing that could change something.
 */
public final class HtmlTemplate {
    private final Template template;

    private HtmlTemplate(Template template) {
        this.template = template;
    }

    /** The template of this name that lies beside this class. @throws UncheckedIOException where it cannot be read */
    public static HtmlTemplate beside(Class<?> owner, String name) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(owner, "");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("c");
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setLocalizedLookup(false);
        try {
            return new HtmlTemplate(configuration.getTemplate(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page with its gaps filled. @param page a public record, which the template calls {@code page} */
    public String fill(Object page) {
        StringWriter text = new StringWriter();
        try {
            template.process(Map.of("page", page), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
