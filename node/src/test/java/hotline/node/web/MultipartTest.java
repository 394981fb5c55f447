package hotline.node.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.testkit.Chance;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms with a file: what a browser sends is read, everything else is refused. */
class MultipartTest {
  private static final String TYPE = "multipart/form-data; boundary=xYz";

  @Test
  void whatABrowserSendsIsRead() {
    Chance.seeds()
        .forEach(seed -> {
          byte[] file = Chance.of(seed).bytes((int) Chance.of(seed).between(0, 3_000));
          Multipart read = Multipart.read(TYPE, body(file, "a b\r\nü"));
          assertThat(read.fields().get("csrf")).containsExactly("a b\r\nü");
          assertThat(read.chosen()).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(file));
        });
    assertThat(
            Multipart.read("multipart/form-data; boundary=\"xYz\"", body(new byte[1], "t"))
                .chosen())
        .isPresent();
  }

  @Test
  void noFileChosenIsNone() {
    String body =
        String.join(
            "\r\n",
            "--xYz",
            "Content-Disposition: form-data; name=\"file\"; filename=\"\"",
            "Content-Type: application/octet-stream",
            "",
            "",
            "--xYz--",
            "");
    assertThat(read(TYPE, body).chosen()).isEmpty();
  }

  /** Cut anywhere it is none; and no byte of the frame may be another. */
  @Test
  void whatIsCutIsRefused() {
    byte[] whole = body(new byte[] {1, 2, '\r', '\n', '-', '-', 3}, "token");
    for (int i = 0; i < whole.length - 2; i++) {
      byte[] cut = java.util.Arrays.copyOf(whole, i);
      assertThatThrownBy(() -> Multipart.read(TYPE, cut))
          .as("%d bytes", i)
          .isInstanceOf(Problem.Refused.class);
    }
    byte[] longer = java.util.Arrays.copyOf(whole, whole.length + 1);
    assertThatThrownBy(() -> Multipart.read(TYPE, longer)).isInstanceOf(Problem.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--xYz--",
        "--xYz\r\n\r\n\r\nno name\r\n--xYz--",
        "--xYz\r\nContent-Disposition: form-data; name=\"a b\"\r\n\r\nx\r\n--xYz--",
        "--xYz\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--xYz--",
        "--other\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--other--",
        "\r\n--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--xYz--"
      })
  void whatIsNoFormIsRefused(String body) {
    List<String> fine = List.of("--xYz--");
    if (fine.contains(body)) {
      assertThat(read(TYPE, body).fields()).isEmpty();
    } else {
      assertThatThrownBy(() -> read(TYPE, body)).isInstanceOf(Problem.Refused.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=x y",
        "multipart/form-data; boundary=x; boundary"
      })
  void withoutABoundaryItIsRefused(String type) {
    assertThatThrownBy(() -> read(type, "--x--")).isInstanceOf(Problem.Refused.class);
  }

  @Test
  void twoFilesManyPartsAndLongTextsAreRefused() {
    String file =
        "--xYz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nx\r\n";
    assertThatThrownBy(() -> read(TYPE, file + file + "--xYz--"))
        .isInstanceOf(Problem.Refused.class);
    String text = "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n";
    assertThat(read(TYPE, text.repeat(16) + "--xYz--").fields().get("a")).hasSize(16);
    assertThatThrownBy(() -> read(TYPE, text.repeat(17) + "--xYz--"))
        .isInstanceOf(Problem.Refused.class);
    assertThatThrownBy(() -> Multipart.read(TYPE, body(new byte[0], "x".repeat(9_000))))
        .isInstanceOf(Problem.Refused.class);
  }

  private static Multipart read(String type, String body) {
    return Multipart.read(type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] body(byte[] file, String csrf) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--xYz\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + csrf + "\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(
        String.join(
                "\r\n",
                "--xYz",
                "Content-Disposition: form-data; name=\"file\"; filename=\"tape.csv\"",
                "Content-Type: text/csv",
                "",
                "")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes("\r\n--xYz--\r\n".getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }
}
