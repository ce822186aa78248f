package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ' ',
            value = {
                "jdk-httpserver jdk-httpserver",
                "4.2.20.Final 4.2.20.Final",
                "a|b a&#124;b",
                "a\\|b a\\\\&#124;b",
                "</details><img_onerror=x> &lt;/details&gt;&lt;img\\_onerror=x&gt;",
                "&lt; &amp;lt;",
                "`code` \\`code\\`",
                "```sh \\`\\`\\`sh",
                "**bold** \\*\\*bold\\*\\*",
                "my_server my\\_server",
                "~~gone~~ \\~\\~gone\\~\\~",
                "[text](http://x.example) \\[text\\](http&#58;//x.example)",
                "![picture](x) !\\[picture\\](x)",
                "https://x.example https&#58;//x.example",
                "WWW.x.example WWW&#46;x.example",
                "@somebody @&#8203;somebody",
                "me@x.example me@&#8203;x.example",
                "spring#12 spring#&#8203;12",
                "C# C#",
                "GH-12 GH-&#8203;12",
                "sigh-12 sigh-12",
                ":tada: :&#8203;tada:",
                "T10:15:30Z T10:15:30Z",
                "$x$ &#36;x&#36;",
            })
    void whatCouldActIsText(String raw, String escaped) {
        assertThat(Markdown.text(raw, 1000)).isEqualTo(escaped);
    }

    @Test
    void itStaysOnItsLine() {
        assertThat(Markdown.text("a\nb\r\u2028\u001b[2J\u202e\ud800", 1000)).isEqualTo("a?b???\\[2J?\ufffd");
        assertThat(Markdown.text("\ud83d\ude00", 1000)).isEqualTo("\ud83d\ude00");
    }

    @Test
    void itIsCutBetweenCharactersAndNotWithinWhatStandsForOne() {
        assertThat(Markdown.text("abc", 3)).isEqualTo("abc");
        assertThat(Markdown.text("abcd", 3)).isEqualTo("ab…");
        assertThat(Markdown.text("a<b", 6)).isEqualTo("a&lt;b");
        assertThat(Markdown.text("a<b", 5)).isEqualTo("a…");
        assertThat(Markdown.text("a\ud83d\ude00b", 3)).isEqualTo("a…");
        assertThat(Markdown.text("", 3)).isEmpty();
    }

    @Test
    void codeIsEscapedTooForItsTagsAreHtml() {
        assertThat(Markdown.code("http://127.0.0.1:8000/</code>`|", 1000))
                .isEqualTo("<code>http&#58;//127.0.0.1:8000/&lt;/code&gt;\\`&#124;</code>");
        assertThat(Markdown.code("x".repeat(100), 33)).isEqualTo("<code>" + "x".repeat(19) + "…</code>");
    }

    @Test
    void aFenceIsLongerThanAnyInTheText() {
        assertThat(Markdown.fenced("sh", "echo")).isEqualTo("```sh\necho\n```");
        assertThat(Markdown.fenced("sh", "a````b``")).isEqualTo("`````sh\na````b``\n`````");
    }
}
