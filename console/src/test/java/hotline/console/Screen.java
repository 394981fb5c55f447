package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.Pages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A signed-in browser without scripts, over the pages of a line in memory. */
final class Screen {
  private final Console console;

  Screen(FakeLine line) {
    console = new Console(line);
  }

  /** Opens an address with its query. */
  Pages.Answer get(String address) {
    int query = address.indexOf('?');
    String path = query < 0 ? address : address.substring(0, query);
    var fields = fields(query < 0 ? "" : address.substring(query + 1));
    return console.page(new Pages.Request("GET", path, fields, Map.of(), "token", Map.of()));
  }

  /** Sends a form, its fields written as {@code name=value&name=value}. */
  Pages.Answer post(String path, String fields) {
    return console.page(
        new Pages.Request("POST", path, Map.of(), fields(fields), "token", Map.of()));
  }

  /** Sends a form with a file. */
  Pages.Answer upload(String path, byte[] file) {
    return console.page(
        new Pages.Request("POST", path, Map.of(), Map.of(), file, "token", Map.of()));
  }

  String html(Pages.Answer answer) {
    return text(answer);
  }

  String html(String address) {
    return text(get(address));
  }

  String text(Pages.Answer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** Whether a page is whole, carries no script or style of its own, and guards its forms. */
  void standsByItself(String address) {
    Pages.Answer answer = get(address);
    String page = text(answer);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(page)
        .startsWith("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">")
        .contains("id=\"main\"")
        .doesNotContain(" style=", " onclick", "javascript:", "http://", "https://", "null");
    assertThat(count(page, "<form")).isEqualTo(count(page, "</form>"));
    assertThat(count(page, "method=\"post\""))
        .isEqualTo(count(page, "name=\"csrf\" value=\"token\""));
    List<String> ids = ids(page);
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(html(address)).isEqualTo(page);
  }

  private static List<String> ids(String page) {
    List<String> ids = new ArrayList<>();
    var found = java.util.regex.Pattern.compile(" id=\"([^\"]*)\"").matcher(page);
    while (found.find()) {
      ids.add(found.group(1));
    }
    return ids;
  }

  static long count(String text, String piece) {
    return text.split(java.util.regex.Pattern.quote(piece), -1).length - 1L;
  }

  private static Map<String, List<String>> fields(String typed) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String one : typed.split("&", -1)) {
      String[] pair = one.split("=", 2);
      if (pair.length == 2) {
        fields.computeIfAbsent(pair[0], _ -> new ArrayList<>()).add(pair[1]);
      }
    }
    return fields;
  }
}
