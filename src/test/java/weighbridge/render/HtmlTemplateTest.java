package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTemplateTest {
    /** What a template sees. */
    public record Page(String name, long number) {}

    @Test
    void whatIsPutInIsEscapedInTextAndInAttributes() {
        assertThat(fill("words.ftlh", "</p>\"'&<script>", 1))
                .isEqualTo(
                        "<p title=\"&lt;/p&gt;&quot;&#39;&amp;&lt;script&gt;\" class='&lt;/p&gt;&quot;&#39;&amp;&lt;script&gt;'>"
                                + "&lt;/p&gt;&quot;&#39;&amp;&lt;script&gt; 1</p>\n");
    }

    @Test
    void numbersAreTheSameEverywhere() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(fill("words.ftlh", "a", 1_234_567)).contains(">a 1234567<");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatIsPutInIsNoTemplate() {
        assertThat(fill("words.ftlh", "${1+1}<#list 1..3 as x>", 1)).contains("${1+1}&lt;#list 1..3 as x&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new.ftlh", "loader.ftlh", "api.ftlh"})
    void aTemplateMakesNoObjectsAndGetsAtNoClasses(String template) {
        assertThatThrownBy(() -> fill(template, "a", 1)).isInstanceOf(IllegalStateException.class);
    }

    private static String fill(String template, String name, long number) {
        return HtmlTemplate.fill(template, new Page(name, number));
    }
}
