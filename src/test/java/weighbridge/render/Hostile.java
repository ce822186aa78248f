package weighbridge.render;

import java.util.List;

/** Texts that would be more than texts if a page let them. */
final class Hostile {
    /** All tricks at once. */
    static final String TEXT =
            "</script><img src=x onerror=alert(1)> \"><svg onload=alert(2)> ' onfocus=alert(3) ${7*7} <#list 1..9 as x> <!-- <script>"
                    + " ]]> </style> &lt;b&gt; javascript:alert(4) \u2028\u2029 \u202e \ud83e\udd16 \\u003c \\";

    /** Of targets. The first died, the second did not start, the third failed. */
    static final List<String> NAMES = List.of(
            "</script><img src=x onerror=alert(1)>",
            "\"><svg onload=alert(1)>",
            "${7*7}",
            "<!--<script>",
            "]]>",
            "__proto__",
            "constructor",
            "line\u2028separator",
            "\ud83d\udea2 {b|rich}",
            "long-".repeat(60));

    /** Of calls that failed; all of one cause, but for the status. */
    static final List<String> MESSAGES = List.of(
            "<img src=x onerror=alert(1)>",
            "status.find.is(200), found 503 <script>alert(1)</script>",
            "\"><svg onload=alert(1)>");

    private Hostile() {}
}
