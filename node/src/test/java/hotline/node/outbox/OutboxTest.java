package hotline.node.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.Kind;
import hotline.line.body.Body;
import hotline.line.body.ChainBody;
import hotline.line.body.TermsBody;
import hotline.node.keys.PartyKeys;
import hotline.record.merkle.Merkle;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
  private static final Body SAYING = new TermsBody.Refuse(Merkle.EMPTY_ROOT, "no");

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();
  private PartyKeys keys;
  private Path path;

  @BeforeEach
  void open() throws IOException {
    keys = PartyKeys.open(folder.resolve("keys"), random);
    path = folder.resolve("outbox");
  }

  private Speaker speaker(Outbox outbox) {
    return new Speaker(
        LineId.of(new byte[LineId.BYTES]),
        "north",
        "a",
        Mode.LIVE,
        keys.node(),
        outbox,
        InstantSource.system(),
        random,
        () -> new ChainBody.Begin(List.of(), Optional.empty()));
  }

  private static StatementId say(Speaker speaker) throws IOException {
    return speaker.say(SAYING, Speaker.Standpoint.NONE).id();
  }

  private static List<StatementId> sent(Outbox outbox) throws IOException {
    List<StatementId> order = new ArrayList<>();
    Optional<Statement> next = outbox.next(order::contains);
    while (next.isPresent()) {
      order.add(next.get().id());
      next = outbox.next(order::contains);
    }
    return order;
  }

  @Test
  void whatIsTakenBackIsReplacedInItsPlaceAlsoAfterARestart() throws IOException {
    StatementId withdraw;
    List<StatementId> expected;
    try (Outbox outbox = Outbox.open(path)) {
      Speaker speaker = speaker(outbox);
      StatementId first = say(speaker);
      StatementId taken = say(speaker);
      StatementId last = say(speaker);
      Statement instead = Objects.requireNonNull(speaker.withdraw(taken));
      withdraw = instead.id();
      assertThat(instead.header().kind()).isEqualTo(Kind.WITHDRAW.code());
      assertThat(instead.header().sequence()).isEqualTo(2);
      assertThat(speaker.withdraw(taken)).as("it no longer waits").isNull();
      List<StatementId> order = sent(outbox);
      assertThat(order.subList(1, 4)).containsExactly(first, withdraw, last);
      expected = order;
    }
    try (Outbox outbox = Outbox.open(path)) {
      assertThat(sent(outbox)).isEqualTo(expected);
      assertThat(outbox.settle(withdraw)).isTrue();
      assertThat(outbox.settle(withdraw)).isFalse();
      // Settling is not forced: it is on disk with the next statement that is.
      StatementId _ = say(speaker(outbox));
    }
    try (Outbox outbox = Outbox.open(path)) {
      assertThat(sent(outbox)).hasSize(3 + 2).doesNotContain(withdraw);
      assertThat(speaker(outbox).withdraw(expected.getFirst())).as("another chain").isNull();
    }
  }

  @Test
  void cutAtAnyByteAStatementIsTakenBackOrNotAndNeverGone() throws IOException {
    StatementId taken;
    StatementId withdraw;
    long before;
    try (Outbox outbox = Outbox.open(path)) {
      Speaker speaker = speaker(outbox);
      taken = say(speaker);
      before = Files.size(path);
      withdraw = Objects.requireNonNull(speaker.withdraw(taken)).id();
    }
    byte[] whole = Files.readAllBytes(path);
    for (int cut = (int) before; cut <= whole.length; cut++) {
      Files.write(path, Arrays.copyOf(whole, cut));
      try (Outbox outbox = Outbox.open(path)) {
        assertThat(sent(outbox).getLast()).isEqualTo(cut == whole.length ? withdraw : taken);
      }
    }
  }
}
