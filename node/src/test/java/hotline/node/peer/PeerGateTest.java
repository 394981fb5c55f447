package hotline.node.peer;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.disclosure.Document;
import hotline.line.disclosure.DocumentType;
import hotline.line.disclosure.Nonce;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.record.cbor.CborMap;
import hotline.record.signature.SigningKey;
import hotline.record.statement.LineId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a certificate adds: shares, rates, and details for none but the asker. */
class PeerGateTest {
  private static final Optional<Call> FILE = Optional.empty();
  private static final Optional<Call> URGENT = Optional.of(Call.URGENT);
  private static final long SECOND_NS = 1_000_000_000;

  private long nowNs;
  private final PeerGate gate = new PeerGate(() -> nowNs);

  /** How many of so many calls, one after the other, are taken. */
  private int taken(String party, Optional<Call> call, int calls) {
    int taken = 0;
    for (int i = 0; i < calls; i++) {
      Optional<PeerGate.Pass> pass = gate.enter(party, call);
      pass.ifPresent(PeerGate.Pass::close);
      taken += pass.isPresent() ? 1 : 0;
    }
    return taken;
  }

  private static Stream<Optional<Call>> kinds() {
    return Stream.concat(Stream.of(FILE), Stream.of(Call.values()).map(Optional::of));
  }

  private static int aSecond(Optional<Call> call) {
    return call.map(PeerGate::aSecond).orElse(PeerGate.FILES_A_SECOND);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whoFloodsHasItsRateAndKeepsNobodyOut(Optional<Call> flooded) {
    int rate = aSecond(flooded);
    assertThat(taken("south", flooded, 20 * rate)).isEqualTo(PeerGate.BURST_S * rate);
    for (int second = 0; second < 60; second++) {
      nowNs += SECOND_NS;
      assertThat(taken("south", flooded, 2 * rate)).isEqualTo(rate);
      assertThat(taken("east", flooded, rate)).isEqualTo(rate);
    }
    kinds()
        .filter(other -> !other.equals(flooded))
        .forEach(
            other -> assertThat(taken("south", other, aSecond(other))).isEqualTo(aSecond(other)));
  }

  /** A follower that was away for long reads 10,000 entries a second on each of 16 cores. */
  @Test
  void aCopyThatCatchesUpIsNotHeldUp() {
    int filesASecond = 16 * 10_000 * 2 / 256;
    for (int second = 0; second < 600; second++) {
      assertThat(taken("south", FILE, filesASecond)).isEqualTo(filesASecond);
      nowNs += SECOND_NS;
    }
  }

  @Test
  void noPartyTakesTheRoomOfAnotherNorOfItsOwnUrgentCalls() {
    List<PeerGate.Pass> inside = new ArrayList<>();
    for (int i = 0; i < PeerGate.AT_ONCE; i++) {
      inside.add(gate.enter("south", FILE).orElseThrow());
    }
    assertThat(gate.enter("south", FILE)).isEmpty();
    assertThat(gate.enter("south", URGENT)).isPresent();
    assertThat(gate.enter("east", FILE)).isPresent();
    inside.getFirst().close();
    assertThat(gate.enter("south", FILE)).isPresent();
    assertThat(gate.enter("south", FILE)).isEmpty();
  }

  @Test
  void onlyItselfAsksForDetailsInItsName() {
    byte[] asked =
        Document.sign(
                SigningKey.fromSeed(new byte[SigningKey.SEED_BYTES]),
                new Document.Header(
                    LineId.of(new byte[LineId.BYTES]),
                    "south",
                    "a",
                    "north",
                    DocumentType.DETAIL_REQUEST,
                    Nonce.of(new byte[Nonce.LENGTH]),
                    1),
                CborMap.empty())
            .bytes();
    assertThat(gate.refuse("south", Call.DETAILS, asked)).isEmpty();
    assertThat(gate.refuse("east", Call.DETAILS, asked).orElseThrow().status()).isEqualTo(403);
    assertThat(gate.refuse("east", Call.STATEMENTS, asked)).isEmpty();
    assertThat(gate.refuse("east", Call.DETAILS, new byte[] {1})).isEmpty();
  }
}
