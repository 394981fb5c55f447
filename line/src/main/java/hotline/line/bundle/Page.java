package hotline.line.bundle;

import java.util.List;

/** HTML under construction: every text is escaped on its way in. */
final class Page {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      """;

  private static final String STYLE =
      """
      <style>
      body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #14181d; background: #fff; }
      h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; border-bottom: 1px solid #9aa4af; }
      table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #c6ccd3; padding: .3rem .5rem; text-align: start; vertical-align: top; }
      th { background: #eef1f4; } td { overflow-wrap: anywhere; } .num { font-variant-numeric: tabular-nums; white-space: nowrap; }
      .bad { background: #ffe3e0; } bdi { unicode-bidi: isolate; }
      </style></head><body>
      """;

  private final StringBuilder html;

  Page(String title) {
    html = new StringBuilder(HEAD);
    html.append("<title>").append(escape(title)).append("</title>\n").append(STYLE);
    html.append("<h1>").append(escape(title)).append("</h1>\n");
  }

  /** A part with its heading. */
  Page part(String heading) {
    html.append("<h2>").append(escape(heading)).append("</h2>\n");
    return this;
  }

  /** A paragraph. */
  Page say(String text) {
    html.append("<p>").append(isolated(text)).append("</p>\n");
    return this;
  }

  /** A paragraph that must not be overlooked. */
  Page warn(String text) {
    html.append("<p class=\"bad\">").append(isolated(text)).append("</p>\n");
    return this;
  }

  /** A table; every row has as many cells as the head. */
  Page table(List<String> head, List<List<String>> rows) {
    html.append("<table><thead><tr>");
    head.forEach(each -> html.append("<th scope=\"col\">").append(escape(each)).append("</th>"));
    html.append("</tr></thead><tbody>\n");
    for (List<String> row : rows) {
      html.append("<tr>");
      row.forEach(each -> html.append("<td>").append(isolated(each)).append("</td>"));
      html.append("</tr>\n");
    }
    html.append("</tbody></table>\n");
    return this;
  }

  /** The document. */
  String end() {
    return html + "</body></html>\n";
  }

  /** Text of any script, so that it turns nothing around it. */
  private static String isolated(String text) {
    return "<bdi>" + escape(text).replace("\n", "<br>") + "</bdi>";
  }

  private static String escape(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(c);
          }
        });
    return safe.toString();
  }
}
