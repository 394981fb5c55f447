package hotline.node.officer;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.Kind;
import hotline.line.body.MessageBody;
import hotline.record.signature.SigningKey;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import hotline.record.statement.Officer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A press is signed by the browser that holds the key, once, or the node is alone. */
class DraftTest {
  private static final String NAME = "a".repeat(22);
  private static final long NOW_US = 1_700_000_000_000_000L;
  private static final LineId LINE = LineId.of(new byte[LineId.BYTES]);
  private static final Officer.Act STOP =
      new Officer.Act(Kind.STOP.code(), Mode.LIVE, MessageBody.Message.bare(Kind.STOP).content());

  private final SigningKey anna = SigningKey.generate(new SecureRandom());
  private final Draft.Key key = new Draft.Key("Anna", anna.publicKey());
  private final Drafts<String> drafts = new Drafts<>();
  private final AtomicInteger acts = new AtomicInteger();

  /** Says one thing; who signed it is what comes of it. */
  private String says(boolean urgent) {
    acts.incrementAndGet();
    try {
      Optional<Officer> by = InnerSigning.here().orElseThrow().sign(LINE, STOP, NOW_US, urgent);
      return by.filter(each -> each.signedBy(anna.publicKey(), STOP)).isPresent() ? "both" : "node";
    } catch (InnerSigning.WrongSignature wrong) {
      return wrong.sentence();
    }
  }

  private Draft<String> begin(boolean urgent) {
    return drafts.begin(NAME, "/act/x", key, () -> says(urgent));
  }

  @Test
  void theBrowserSignsExactlyWhatIsSaid() throws Exception {
    Draft<String> draft = begin(false);
    byte[] sign = draft.next().orElseThrow();
    assertThat(draft.give(anna.sign(sign))).isEmpty();
    assertThat(draft.result()).isEqualTo("both");
  }

  @Test
  void aSignatureOverOtherContentIsRefusedInOneSentence() throws Exception {
    Draft<String> draft = begin(false);
    byte[] sign = draft.next().orElseThrow();
    sign[sign.length - 1] ^= 1;
    assertThat(draft.give(anna.sign(sign))).isEmpty();
    assertThat(draft.result()).startsWith("Nothing was said: the signature from this browser");
  }

  @Test
  void whatIsNoSignatureAtAllIsRefusedToo() throws Exception {
    for (byte[] junk : new byte[][] {new byte[0], new byte[64], new byte[65]}) {
      Drafts<String> fresh = new Drafts<>();
      Draft<String> draft = fresh.begin(NAME, "/act/x", key, () -> says(false));
      assertThat(draft.next()).isPresent();
      assertThat(draft.give(junk)).isEmpty();
      assertThat(draft.result()).startsWith("Nothing was said");
    }
  }

  @Test
  void anotherPersonsSignatureIsRefused() throws Exception {
    Draft<String> draft = begin(false);
    byte[] sign = draft.next().orElseThrow();
    assertThat(draft.give(SigningKey.generate(new SecureRandom()).sign(sign))).isEmpty();
    assertThat(draft.result()).startsWith("Nothing was said");
  }

  @Test
  void whatIsUrgentIsSaidWhateverComes() throws Exception {
    Draft<String> wrong = begin(true);
    Optional<byte[]> _ = wrong.next();
    assertThat(wrong.give(new byte[64])).isEmpty();
    assertThat(wrong.result()).isEqualTo("node");
    Draft<String> silent = drafts.begin("b".repeat(22), "/act/x", key, () -> says(true));
    // Nobody signs and nobody asks what came of it: it is said all the same.
    while (silent.next().isPresent()) {
      Thread.onSpinWait();
    }
    assertThat(acts).hasValue(2);
    assertThat(silent.give(new byte[64])).as("too late").isEmpty();
    assertThat(silent.result()).isEqualTo("node");
  }

  @Test
  void whoAsksForTheResultDoesNotWaitForASignature() throws Exception {
    Draft<String> draft = begin(false);
    assertThat(draft.next()).isPresent();
    assertThat(draft.result()).isEqualTo("node");
    assertThat(draft.give(new byte[64])).isEmpty();
    assertThat(draft.result()).isEqualTo("node");
  }

  @Test
  void aNameActsOnce() throws Exception {
    Draft<String> first = begin(true);
    Draft<String> again = drafts.begin(NAME, "/act/x", null, () -> says(true));
    assertThat(again).isSameAs(first);
    assertThat(again.result()).isEqualTo("node");
    assertThat(begin(true).result()).isEqualTo("node");
    assertThat(acts).hasValue(1);
  }

  @Test
  void severalStatementsOfOnePressAreSignedOneAfterTheOther() throws Exception {
    Draft<String> draft = drafts.begin(NAME, "/act/x", key, () -> says(false) + " " + says(false));
    byte[] first = draft.next().orElseThrow();
    byte[] second = draft.give(anna.sign(first)).orElseThrow();
    assertThat(Arrays.equals(first, second)).as("each has its nonce").isFalse();
    assertThat(draft.give(anna.sign(second))).isEmpty();
    assertThat(draft.result()).isEqualTo("both both");
  }

  @Test
  void withoutAKeyTheNodeIsAloneAtOnce() throws Exception {
    Draft<String> draft = drafts.begin(NAME, "/act/x", null, () -> says(false));
    assertThat(draft.next()).isEmpty();
    assertThat(draft.result()).isEqualTo("node");
  }

  @Test
  void theOldestOfTooManyIsNotWaitedFor() throws Exception {
    Draft<String> oldest = begin(false);
    assertThat(oldest.next()).isPresent();
    for (int i = 0; i < Drafts.MAX; i++) {
      Draft<String> next = drafts.begin(("" + i).repeat(22), "/act/x", key, () -> says(false));
      assertThat(next.next()).isPresent();
    }
    assertThat(drafts.find(NAME)).isEmpty();
    assertThat(oldest.result()).isEqualTo("node");
  }

  @Test
  void namesAreOfOneShape() {
    assertThat(Drafts.isName(NAME)).isTrue();
    for (String not : new String[] {"", "a".repeat(21), "a".repeat(23), "é".repeat(22)}) {
      assertThat(Drafts.isName(not)).as(not).isFalse();
    }
  }
}
