package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.record.statement.ChainVerdict;
import hotline.record.statement.Malformed;
import hotline.record.statement.StatementId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Codes are stable and distinct, sentences say what to do, and docs/rules.md says the same. */
class RefusalsTest {
  private static final StatementId ID = StatementId.of(new byte[32]);

  private static final List<ChainVerdict> CHAINS =
      List.of(
          new ChainVerdict.Duplicate(),
          new ChainVerdict.Used(0),
          new ChainVerdict.DoubleUsed(ID),
          new ChainVerdict.Withdrawn(ID),
          new ChainVerdict.TooLate(ID),
          new ChainVerdict.Gap(0),
          new ChainVerdict.WrongPrevious(ID),
          new ChainVerdict.NotBegun(),
          new ChainVerdict.BegunAgain(),
          new ChainVerdict.TimeWentBack(0),
          new ChainVerdict.NamesNothing(),
          new ChainVerdict.ChainsFull());

  @Test
  void codesAreDistinct() {
    assertThat(
            Stream.of(
                    Refusal.all().stream().map(Refusal::code),
                    CHAINS.stream().map(ChainVerdict::code),
                    Stream.of(
                        Malformed.MALFORMED,
                        Malformed.TOO_LARGE,
                        Malformed.FORMAT_UNKNOWN,
                        Outcome.OK))
                .flatMap(each -> each))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z][a-z-]{1,30}"));
  }

  @Test
  void everyVerdictOnAChainIsInTheList() {
    assertThat(CHAINS.stream().map(ChainVerdict::getClass).toList())
        .hasSameSizeAs(
            Arrays.stream(ChainVerdict.class.getPermittedSubclasses())
                .filter(each -> each != ChainVerdict.Admitted.class)
                .toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void sentencesAreWholeAndSaySomethingToDo() {
    for (Refusal refusal : Refusal.all()) {
      Object[] details = new Object[refusal.details()];
      Arrays.fill(details, "x");
      String sentence = refusal.sentence(details);
      assertThat(sentence).as(refusal.code()).doesNotContain("%").endsWith(".");
      assertThat(sentence.split("[.;:] ").length)
          .as("%s: what is wrong, and what to do", refusal.code())
          .isGreaterThan(1);
    }
  }

  /** {@code -Dhotline.golden=write} writes the document anew. */
  @Test
  void theDocumentSaysTheSame() throws IOException {
    Path document = root().resolve("docs").resolve("rules.md");
    String expected = document();
    if ("write".equals(System.getProperty("hotline.golden"))) {
      Files.writeString(document, expected);
    }
    assertThat(Files.readString(document)).isEqualTo(expected);
  }

  private static String document() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # The rules, as codes and sentences

        Each statement that is not accepted has a code, which never changes its meaning, and a sentence for people; `…` stands for what only the case knows. The list is `hotline.line.Refusal`; a test holds this page to it.

        * **Not recorded** (and void, if a host records it anyway): the parts on no statement, on its place in its chain and on what comes before ordering. It uses nothing up.
        * **Refused**: all other parts. It is recorded and uses its number; it changes nothing else.

        What needs the terms in force in its header: `STATUS` in force, `OFFER`, `OFFER-ACCEPT`, `NOTICE`, `NOTICE-STATE` to activated, `CONFLICT`. Terms name their predecessor themselves; what ends, reports or answers must always get through.

        What needs a basis: `NOTICE`, and `NOTICE-STATE` to activated.
        """);
    text.append(
        """

        ## What a suspension refuses

        A party's word on something is the last of its words in effect when the statement was signed in whose scope (zone, category) all of it lies: so a scope that is suspended does not touch what is only partly in it, and a scope that is in force again is open while the rest is not. A planning statement is refused (`suspended`) while the word of its own party on it is SUSPENDED, or that of every other party. `NOTICE` lies where it declares, `NOTICE-STATE` and `DISPUTE` where their notice is, a message where the notices that it names are; what names none lies in the whole line only. **if listed**: refused, unless the terms list its kind among what survives; by default they list `QUERY` and `TEXT`.

        """);
    text.append(SuspensionTest.table());
    text.append("\n## No statement\n\n| code | |\n|---|---|\n");
    text.append("| `malformed` | The bytes are no statement in its one form. |\n");
    text.append("| `too-large` | A statement has at most 16,384 bytes. |\n");
    text.append("| `format-unknown` | The statement is of another version of the format. |\n");
    text.append("\n## Its place in its chain\n\n| code | sentence |\n|---|---|\n");
    CHAINS.forEach(verdict ->
        row(
            text,
            verdict.code(),
            verdict
                .sentence()
                .replace(ID.toString(), "…")
                .replace("number 0; if", "number …; if")
                .replace("goes on with number 0", "goes on with number …")));
    for (Refusal.When when : Refusal.When.values()) {
      text.append("\n## ").append(when.title()).append("\n\n| code | sentence |\n|---|---|\n");
      Refusal.all().stream()
          .filter(refusal -> refusal.when() == when)
          .forEach(refusal -> row(text, refusal.code(), refusal.sentence()));
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String code, String sentence) {
    text.append("| `").append(code).append("` | ").append(sentence).append(" |\n");
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
      folder = Objects.requireNonNull(folder.getParent(), "not inside the project");
    }
    return folder;
  }
}
