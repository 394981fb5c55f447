package hotline.node.record;

import hotline.line.disclosure.Document;
import hotline.line.disclosure.DocumentType;
import hotline.line.disclosure.Promise;
import hotline.node.outbox.Submitter;
import hotline.node.peer.PeerAnswers;
import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerTransport;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Merkle;
import hotline.record.statement.LineId;
import java.io.IOException;
import java.util.function.BiConsumer;

/** Hands statements in at another party's host, and checks the promise that comes back. */
public final class RemoteSubmitter implements Submitter {
  private final LineId line;
  private final Keyring keys;
  private final PeerTransport transport;
  private final BiConsumer<Promise, Document> promised;

  /**
   * To whichever party hosts.
   *
   * @param promised told of every good promise, to hold the host to it
   */
  public RemoteSubmitter(
      LineId line, Keyring keys, PeerTransport transport, BiConsumer<Promise, Document> promised) {
    this.line = line;
    this.keys = keys;
    this.transport = transport;
    this.promised = promised;
  }

  @Override
  public Answer submit(byte[] statement) throws IOException {
    PeerEndpoints.Answer answer =
        transport.post(keys.host(), PeerEndpoints.Call.STATEMENTS, statement);
    return switch (answer.status()) {
      case 200 -> new Answer.Placed(check(statement, answer.body()));
      case 400, 403, 409, 413, 422 ->
          new Answer.Refused(PeerAnswers.code(answer), PeerAnswers.sentence(answer));
      default ->
          throw new IOException(
              "the host answered "
                  + PeerAnswers.code(answer)
                  + ": "
                  + PeerAnswers.sentence(answer));
    };
  }

  private long check(byte[] statement, byte[] body) throws IOException {
    if (Document.parse(body) instanceof Decoded.Value<Document>(Document document)
        && document.header().type() == DocumentType.PROMISE
        && document.header().line().equals(line)
        && document.header().from().equals(keys.host())
        && document.signedBy(keys.log().key())
        && Promise.decode(document.payload()) instanceof Decoded.Value<Promise>(Promise promise)
        && promise.leaf().equals(Merkle.leaf(statement))) {
      promised.accept(promise, document);
      return promise.index();
    }
    throw new IOException("the host's answer is no promise for this statement");
  }
}
