package io.modelcounter.report;

import java.util.Collections;
import java.util.List;

/** Texts that act on browsers, spreadsheets, terminals, build servers and scripts. */
public final class HostileNames {
  private HostileNames() {}

  /** One text of each kind. */
  public static List<String> all() {
    return List.of(
        "<script>alert(1)</script>",
        "</script><script>alert(1)//",
        "</style><style>*{display:none}",
        "<!-- ]]>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "${7*7} {{7*7}} %n%s #{x} ${jndi:ldap://x}",
        "a\u2028b\u2029c\ufeffd",
        "=HYPERLINK(\"http://x\")",
        "+cmd|'/c calc'!A1",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        " =1+1",
        "\uff1d1+1",
        "\u001b[2J\u001b]0;x\u0007\u001b]8;;http://x\u001b\\",
        "\u009b2J\u0090x\u009c",
        "FAIL\rPASS",
        "FAIL\b\b\b\bPASS",
        "\u202eexe.nnoc\u202c \u2066x\u2069 \u200bz\u200d",
        "e" + "\u0301".repeat(1000),
        "a\nb\r\nc",
        "a|b ``````````` @team #1 ![](http://x) <details>",
        "::error::x",
        " ::add-mask::x",
        "x ::stop-commands::y",
        "##vso[task.setvariable]x",
        "##teamcity[x]",
        ":".repeat(300),
        "__proto__",
        "constructor",
        "../../evil",
        "CON",
        "x".repeat(5000),
        "\ud83d\ude00 \u5377\u79ef \u0915\u094d\u0937",
        "\u0000\u0001\u0008\ufffe",
        "null",
        "NaN",
        "1e5",
        "00123",
        "a,b;c",
        "\"",
        "\\",
        "\ud800 alone",
        String.join("/", Collections.nCopies(300, "m")));
  }
}
