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
import org.junit.jupiter.api.Test;

/** What a certificate adds: shares, and details for none but the asker. */
class PeerGateTest {
  private final PeerGate gate = new PeerGate();

  @Test
  void noPartyTakesTheRoomOfAnotherNorOfItsOwnUrgentCalls() {
    List<PeerGate.Pass> inside = new ArrayList<>();
    for (int i = 0; i < PeerGate.AT_ONCE; i++) {
      inside.add(gate.enter("south", false).orElseThrow());
    }
    assertThat(gate.enter("south", false)).isEmpty();
    assertThat(gate.enter("south", true)).isPresent();
    assertThat(gate.enter("east", false)).isPresent();
    inside.getFirst().close();
    assertThat(gate.enter("south", false)).isPresent();
    assertThat(gate.enter("south", false)).isEmpty();
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
