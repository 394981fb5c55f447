package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.Kind;
import hotline.line.body.Body;
import hotline.line.body.ChainBody;
import hotline.line.body.MessageBody;
import hotline.node.keys.PartyKeys;
import hotline.node.peer.PeerAnswers;
import hotline.node.peer.PeerEndpoints;
import hotline.record.merkle.Merkle;
import hotline.record.signature.Signer;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a hostile party hands in at a real host: one clear refusal each, and nothing recorded. */
class BadStatementsTest {
  private static final Body BEGIN = new ChainBody.Begin(List.of(), Optional.empty());
  private static final Body TEXT = MessageBody.Message.bare(Kind.TEXT);

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();
  private Chain chain = new Chain("south", "a", new Incarnation(7, 7), Lane.ROUTINE);

  private static Header header(
      LineId line, Chain chain, long sequence, @Nullable StatementId previous, Body body) {
    long nowUs = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    return new Header(
        line, chain, sequence, previous, null, null, Mode.LIVE, body.kind().code(), nowUs);
  }

  private static Statement sign(
      Signer key, LineId line, Chain chain, long sequence, @Nullable StatementId after, Body body) {
    return Statements.sign(key, header(line, chain, sequence, after, body), body.content());
  }

  private static String handIn(TwoNodes line, byte[] bytes) {
    PeerEndpoints.Answer answer =
        line.peers(TwoNodes.NORTH).post(PeerEndpoints.Call.STATEMENTS, bytes);
    return answer.status() == 200
        ? "200"
        : answer.status() + " " + PeerAnswers.code(answer) + ": " + PeerAnswers.sentence(answer);
  }

  @Test
  void eachIsRefusedByNameAndUsesNothingUp() throws IOException {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      PartyKeys south = PartyKeys.open(line.data(TwoNodes.SOUTH).resolve("keys"), random);
      PartyKeys north = PartyKeys.open(line.data(TwoNodes.NORTH).resolve("keys"), random);
      LineId id = LineId.of(HexFormat.of().parseHex(line.north().line().lineId()));
      Statement begin = sign(south.node(), id, chain, 0, null, BEGIN);
      assertThat(handIn(line, begin.bytes())).isEqualTo("200");
      assertThat(handIn(line, begin.bytes())).as("replayed: the same place").isEqualTo("200");
      long size = line.north().line().record().size();

      byte[] flipped = begin.bytes();
      flipped[flipped.length - 1] ^= 1;
      LineId other = LineId.of(Merkle.plain(new byte[] {1}).bytes());
      StatementId nowhere = StatementId.of(new byte[StatementId.BYTES]);
      Chain ofNorth = new Chain("north", "a", new Incarnation(7, 7), Lane.ROUTINE);
      Chain nobody = new Chain("east", "a", new Incarnation(7, 7), Lane.ROUTINE);
      StatementId head = begin.id();
      assertRefused(line, new byte[0], "422 malformed");
      assertRefused(line, new byte[] {1, 2, 3}, "422 malformed");
      assertRefused(line, Arrays.copyOf(begin.bytes(), begin.bytes().length - 1), "422 malformed");
      assertRefused(line, Arrays.copyOf(begin.bytes(), begin.bytes().length + 1), "422 malformed");
      assertRefused(line, new byte[20_000], "413 too-large");
      assertRefused(line, flipped, "422 bad-signature");
      assertRefused(
          line, sign(south.node(), other, chain, 1, head, TEXT).bytes(), "422 wrong-line");
      assertRefused(
          line, sign(south.node(), id, ofNorth, 0, null, BEGIN).bytes(), "409 unknown-key");
      assertRefused(line, sign(north.node(), id, chain, 1, head, TEXT).bytes(), "409 unknown-key");
      assertRefused(
          line, sign(south.node(), id, nobody, 0, null, BEGIN).bytes(), "409 unknown-key");
      assertRefused(line, sign(south.node(), id, chain, 2, head, TEXT).bytes(), "409 ");
      assertRefused(line, sign(south.node(), id, chain, 1, nowhere, TEXT).bytes(), "409 ");
      assertRefused(line, sign(south.node(), id, chain, 0, null, TEXT).bytes(), "4");

      assertThat(line.north().line().record().size()).isEqualTo(size);
      // The number that all of them asked for is still free.
      assertThat(handIn(line, sign(south.node(), id, chain, 1, head, TEXT).bytes()))
          .isEqualTo("200");
    }
  }

  /** The second is refused, and the two together prove to any stranger who contradicted itself. */
  @Test
  void twoWithOneNumberAreKeptAsProof() throws IOException {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      PartyKeys south = PartyKeys.open(line.data(TwoNodes.SOUTH).resolve("keys"), random);
      LineId id = LineId.of(HexFormat.of().parseHex(line.north().line().lineId()));
      Statement begin = sign(south.node(), id, chain, 0, null, BEGIN);
      Statement first = sign(south.node(), id, chain, 1, begin.id(), TEXT);
      Statement next = sign(south.node(), id, chain, 2, first.id(), TEXT);
      for (Statement each : new Statement[] {begin, first, next}) {
        assertThat(handIn(line, each.bytes())).isEqualTo("200");
      }
      assertThat(line.data(TwoNodes.NORTH).resolve("evidence")).doesNotExist();
      Statement second =
          sign(south.node(), id, chain, 1, begin.id(), MessageBody.Message.bare(Kind.LINE_CHECK));
      assertRefused(line, second.bytes(), "409 sequence-used");
      Accused.proves(
          line, TwoNodes.NORTH, "double-used", "south/a has signed two statements with number 1");
      assertThat(line.north().line().troubles())
          .anyMatch(trouble -> trouble.code().equals("double-used"));
    }
  }

  private static void assertRefused(TwoNodes line, byte[] bytes, String code) {
    assertThat(handIn(line, bytes)).startsWith(code).matches("4\\d\\d [a-z-]+: .+");
  }
}
