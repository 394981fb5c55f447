package hotline.node.line;

import hotline.line.body.EntityId;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.DetailAnswer;
import hotline.line.disclosure.DetailRequest;
import hotline.line.disclosure.Document;
import hotline.line.disclosure.DocumentType;
import hotline.line.disclosure.Nonce;
import hotline.node.Node;
import hotline.node.Times;
import hotline.node.keys.PartyKeys;
import hotline.node.peer.PeerEndpoints;
import hotline.record.cbor.CborMap;
import hotline.record.signature.Signer;
import hotline.record.statement.LineId;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;

/** South's node as one that a test makes: asks North for details with South's own key. */
final class Asking {
  private final TwoNodes line;
  private final PartyKeys keys;

  Asking(TwoNodes line) throws IOException {
    this.line = line;
    keys = PartyKeys.open(line.data(TwoNodes.SOUTH).resolve("keys"), line.random);
  }

  Signer key() {
    return keys.node();
  }

  LineId lineId() {
    return LineId.of(HexFormat.of().parseHex(line.north().line().lineId()));
  }

  static NoticeRef ref(String entity, long version) {
    return new NoticeRef(new EntityId(HexFormat.of().parseHex(entity)), version);
  }

  Document.Header header(String from, String to, DocumentType type, Duration ago) {
    byte[] nonce = new byte[Nonce.LENGTH];
    line.random.nextBytes(nonce);
    return new Document.Header(
        lineId(),
        from,
        "a",
        to,
        type,
        Nonce.of(nonce),
        Times.micros(line.clock.instant().minus(ago)));
  }

  Document.Header header() {
    return header(TwoNodes.SOUTH, TwoNodes.NORTH, DocumentType.DETAIL_REQUEST, Duration.ZERO);
  }

  PeerEndpoints.Answer post(byte[] body) {
    Node north = Objects.requireNonNull(line.nodes.get(TwoNodes.NORTH));
    return north.peers().post(PeerEndpoints.Call.DETAILS, body);
  }

  PeerEndpoints.Answer post(Document.Header header, CborMap payload) {
    return post(Document.sign(key(), header, payload).bytes());
  }

  PeerEndpoints.Answer post(DetailRequest request) {
    return post(header(), request.content());
  }

  /** What North answers, which must be an answer. */
  DetailAnswer ask(DetailRequest request) {
    PeerEndpoints.Answer answer = post(request);
    if (answer.status() != 200) {
      throw new AssertionError(answer.status());
    }
    return DetailAnswer.decode(Document.parse(answer.body()).orElseThrow().payload()).orElseThrow();
  }
}
