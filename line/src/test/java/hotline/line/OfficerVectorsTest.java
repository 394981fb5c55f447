package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.Body;
import hotline.line.body.KeyBody;
import hotline.line.body.MessageBody;
import hotline.line.body.WatchBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/**
 * The golden values of what officers sign, docs/format.md §§3 to 6. {@code -Dhotline.golden=write}
 * writes the file anew: a change of format or of a rule, to be decided on.
 */
class OfficerVectorsTest {
  private static final Path FILE = Path.of("../docs/vectors/officer-vectors.json");
  private static final Body TAKE = new WatchBody.Take("duty", "Anna");

  @Test
  void theValuesAreThoseKept() throws IOException {
    String now = values();
    if ("write".equals(System.getProperty("hotline.golden"))) {
      Files.writeString(FILE, now);
    }
    assertThat(Files.readString(FILE)).isEqualTo(now);
  }

  private static String values() {
    TestLine line = TestLine.of(true, "north", "south");
    Voice north = line.voice("north");
    say(line, TAKE, 1);
    line.say(line.root("north"), new KeyBody.EnrolOfficer("Anna", TestLine.key("anna")));
    say(line, TAKE, 2);
    say(line, TAKE, 2);
    say(line, MessageBody.Message.bare(Kind.STOP), 3);
    Voice.Draft late = line.draft(north, TAKE);
    line.say(north, late.by(Keyring.key("anna"), 4, late.timeUs - 600_000_001));
    line.say(line.root("north"), new KeyBody.Revoke(TestLine.key("anna"), "lost telephone"));
    say(line, TAKE, 5);
    say(line, MessageBody.Message.bare(Kind.STOP), 6);
    StringJoiner entries = new StringJoiner(",\n");
    for (int i = 0; i < line.entries.size(); i++) {
      Outcome outcome = line.outcomes.get(i);
      entries.add(
          "{\"index\": %d, \"entry\": \"%s\", \"verdict\": %d, \"code\": \"%s\", \"outcome\": \"%s\"}"
              .formatted(
                  i,
                  HexFormat.of().formatHex(line.entries.get(i)),
                  outcome.verdict().code(),
                  outcome.code(),
                  HexFormat.of().formatHex(outcome.bytes())));
    }
    return """
    {
    "about": "A line in which an officer's key is enrolled, signs, and is revoked, as docs/format.md sets down in sections 3 to 6. Bytes are in hexadecimal.",
    "line": "%s",
    "record": [
    %s
    ]
    }
    """
        .formatted(line.line(), entries);
  }

  private static void say(TestLine line, Body body, long nonce) {
    Voice north = line.voice("north");
    line.say(north, line.draft(north, body).by(Keyring.key("anna"), nonce));
  }
}
