package hotline.node.details;

import hotline.line.LineState;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.DetailAnswer;
import hotline.line.disclosure.DetailRequest;
import hotline.line.disclosure.Disclosure;
import hotline.line.disclosure.DisclosureSecret;
import hotline.line.disclosure.Document;
import hotline.line.disclosure.DocumentType;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Extents;
import hotline.line.disclosure.Nonce;
import hotline.line.disclosure.RecordedNotice;
import hotline.line.notice.Notice;
import hotline.line.terms.Terms;
import hotline.node.NodeConfig;
import hotline.node.Pace;
import hotline.node.Times;
import hotline.node.details.PrivateStore.Exchange;
import hotline.node.keys.PartyKeys;
import hotline.node.peer.PeerAnswers;
import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerTransport;
import hotline.node.record.Evidence;
import hotline.node.record.Keyring;
import hotline.node.record.LocalRecord;
import hotline.node.store.NodeDatabase;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.Decoded;
import hotline.record.statement.LineId;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The exchange of details with other parties' nodes: asking, and answering. */
public final class Details implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Details.class);

  /** A request signed longer ago or further ahead than this is not answered. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final Parts parts;
  private final PrivateStore store;
  private final DisclosureSecret secret;
  private final RecentDigests seen = new RecentDigests();
  private final EnquiryRate rate;
  private final FalseDetails lies;

  /** A party answered with something that is no answer to what it was asked. */
  static final class BadAnswer extends IOException {
    private static final long serialVersionUID = 1;

    BadAnswer(String sentence) {
      super(sentence);
    }
  }

  /** What it needs. */
  public record Parts(
      LineId line,
      NodeConfig config,
      PartyKeys keys,
      Keyring keyring,
      LocalRecord record,
      PeerTransport transport,
      InstantSource clock,
      SecureRandom random,
      Pace pace,
      NodeDatabase.Opener database,
      Runnable changed) {}

  private Details(Path data, Parts parts, PrivateStore store) {
    Evidence evidence = new Evidence(data.resolve("evidence"), parts.line());
    this.lies = new FalseDetails(evidence, parts.record(), parts.keyring(), parts.transport());
    this.parts = parts;
    this.store = store;
    this.rate = new EnquiryRate(parts.pace()::nanoTime);
    this.secret = new DisclosureSecret(parts.keys().disclosureSecret());
  }

  /** With the private database in {@code data}. */
  public static Details open(Path data, Parts parts) throws IOException {
    return new Details(
        data, parts, PrivateStore.open(data.resolve("private.db"), parts.database()));
  }

  /** What is known privately. */
  public PrivateStore store() {
    return store;
  }

  /** A journal of conflicts beside it; closed by the caller, before this. */
  public ConflictJournal journal() {
    return store.journal(parts.clock(), parts.pace());
  }

  /** Tries again to make accusations of false answers; whether any still waits. */
  boolean accuse() {
    return lies.accuse();
  }

  /** The secret from which commitments are made. */
  public DisclosureSecret secret() {
    return secret;
  }

  /** A notice as the record has it, if this is its newest version and it has not ended. */
  public Optional<RecordedNotice> recorded(NoticeRef notice) {
    long nowUs = Times.micros(parts.clock().instant());
    return parts
        .record()
        .read(state -> state.notices().live(notice.entity()))
        .filter(live -> live.version() == notice.version())
        .map(live -> recorded(live, nowUs));
  }

  /** A live notice as the record has it, by a clock that says {@code nowUs}. */
  public static RecordedNotice recorded(Notice notice, long nowUs) {
    return new RecordedNotice(
        notice.ref(),
        notice.party(),
        new Extents(notice.extents()),
        notice.commitment(),
        notice.leaves(),
        notice.endUs() >= nowUs);
  }

  /**
   * Asks a party for volumes; what it told is checked against the record, kept and logged.
   *
   * @param record the wanted notices as the record had them when this was decided: a version that
   *     is overtaken while the answer is on its way is still held to its own commitment
   * @return what was told of each notice wanted
   * @throws IOException if there is no good answer; then nothing is known
   */
  public SortedMap<NoticeRef, DetailAnswer.Told> ask(
      String party, DetailRequest request, Map<NoticeRef, RecordedNotice> record)
      throws IOException {
    Document question = sign(party, DocumentType.DETAIL_REQUEST, request.content());
    Answer answer = parts.transport().post(party, PeerEndpoints.Call.DETAILS, question.bytes());
    if (answer.status() != 200) {
      throw new IOException(
          party
              + " gave no details: "
              + PeerAnswers.code(answer)
              + ": "
              + PeerAnswers.sentence(answer));
    }
    DetailAnswer read = open(party, answer.body());
    return switch (read.check(
        question.digest(),
        request,
        parts.line(),
        party,
        wanted -> Optional.ofNullable(record.get(wanted)))) {
      case Decoded.Fault<SortedMap<NoticeRef, DetailAnswer.Told>>(String sentence) ->
          throw new BadAnswer(party + " gave no good details: " + sentence);
      case Decoded.Value<SortedMap<NoticeRef, DetailAnswer.Told>>(var told) -> {
        keep(request, told);
        told.forEach((notice, each) -> {
          if (each instanceof DetailAnswer.Told.False) {
            lies.found(party, notice, answer.body());
          }
        });
        log(Exchange.RECEIVED, party, request, read, question, answer.body());
        yield told;
      }
    };
  }

  private DetailAnswer open(String party, byte[] body) throws IOException {
    if (Document.parse(body) instanceof Decoded.Value<Document>(Document document)
        && isFrom(document, party, DocumentType.DETAIL_ANSWER)
        && DetailAnswer.decode(document.payload())
            instanceof Decoded.Value<DetailAnswer>(DetailAnswer answer)) {
      return answer;
    }
    throw new BadAnswer(party + " answered with something that is no signed answer");
  }

  private boolean isFrom(Document document, String party, DocumentType type) {
    Document.Header header = document.header();
    return header.type() == type
        && header.line().equals(parts.line())
        && header.from().equals(party)
        && header.to().equals(parts.config().party())
        && parts
            .keyring()
            .speaking(party, header.node(), document.keyId())
            .filter(document::signedBy)
            .isPresent();
  }

  private void keep(DetailRequest request, SortedMap<NoticeRef, DetailAnswer.Told> told)
      throws IOException {
    NoticeRef onBehalf =
        request.onBehalfOf() instanceof DetailRequest.OnBehalfOf.Own(NoticeRef own) ? own : null;
    for (var each : told.entrySet()) {
      if (each.getValue() instanceof DetailAnswer.Told.Volumes(var volumes)) {
        store.keepOpened(onBehalf, each.getKey(), volumes, parts.clock().instant());
      }
    }
  }

  private Document sign(String to, DocumentType type, CborMap payload) {
    byte[] nonce = new byte[Nonce.LENGTH];
    parts.random().nextBytes(nonce);
    Document.Header header =
        new Document.Header(
            parts.line(),
            parts.config().party(),
            parts.config().node(),
            to,
            type,
            Nonce.of(nonce),
            Times.micros(parts.clock().instant()));
    return Document.sign(parts.keys().node(), header, payload);
  }

  /** Answers another party's node. */
  public Answer answer(byte[] body) {
    if (!(Document.parse(body) instanceof Decoded.Value<Document>(Document document))) {
      return PeerAnswers.problem(422, "malformed", "This is not a signed request.");
    }
    String asker = document.header().from();
    if (asker.equals(parts.config().party())
        || !isFrom(document, asker, DocumentType.DETAIL_REQUEST)) {
      return PeerAnswers.problem(
          403, "signature", "No key in force signed this request to this party on this line.");
    }
    Optional<Terms> terms = parts.record().read(LineState::terms);
    if (terms.isEmpty()) {
      return PeerAnswers.problem(409, "no-terms", "No terms are in force on this line yet.");
    }
    if (!isFresh(document)) {
      return PeerAnswers.problem(
          409, "replayed", "This request is old or was answered before. Sign a new one.");
    }
    return switch (DetailRequest.decode(document.payload())) {
      case Decoded.Fault<DetailRequest>(String sentence) ->
          PeerAnswers.problem(422, "malformed", sentence);
      case Decoded.Value<DetailRequest>(DetailRequest request) ->
          rate.take(asker, request.onBehalfOf(), terms.get().limits())
              ? answer(asker, document, request, terms.get())
              : PeerAnswers.problem(
                  429,
                  "too-many-enquiries",
                  "The terms allow no more requests now. Wait a minute.");
    };
  }

  private boolean isFresh(Document document) {
    long ageUs = Times.micros(parts.clock().instant()) - document.header().timeUs();
    return Math.abs(ageUs) <= FRESH.toNanos() / 1_000 && seen.add(document.digest());
  }

  private Answer answer(String asker, Document question, DetailRequest request, Terms terms) {
    Disclosure disclosure =
        new Disclosure(
            parts.line(),
            parts.config().party(),
            secret,
            new Disclosure.Rules(
                terms.granularity(), terms.limits(), terms.separation().datumMarginFt()));
    try {
      DetailAnswer answer = disclosure.answer(asker, question.digest(), request, new FromHere());
      Document signed = sign(asker, DocumentType.DETAIL_ANSWER, answer.content());
      // What is not logged does not leave.
      log(Exchange.GIVEN, asker, request, answer, question, signed.bytes());
      return Answer.cose(200, signed.bytes());
    } catch (IOException | UncheckedIOException failed) {
      LOG.atError().setCause(failed).log("a request for details could not be answered");
      return PeerAnswers.problem(503, "disk", "The other node cannot use its disk. Ask again.");
    }
  }

  private final class FromHere implements Disclosure.Known {
    @Override
    public Optional<RecordedNotice> recorded(NoticeRef notice) {
      return Details.this.recorded(notice);
    }

    @Override
    public Optional<List<ExactVolume>> ownVolumes(NoticeRef notice) {
      try {
        return store.own(notice);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private void log(
      String direction,
      String peer,
      DetailRequest request,
      DetailAnswer answer,
      Document question,
      byte[] signedAnswer)
      throws IOException {
    int opened = answer.opened().stream().mapToInt(each -> each.openings().size()).sum();
    String onBehalf =
        switch (request.onBehalfOf()) {
          case DetailRequest.OnBehalfOf.Own(NoticeRef own) ->
              own.entity().hex() + " version " + own.version();
          case DetailRequest.OnBehalfOf.Enquiry _ -> "a planning enquiry";
        };
    store.log(
        new Exchange(
            parts.clock().instant(),
            direction,
            peer,
            onBehalf,
            opened,
            answer.withheld().size(),
            question.digest().hex(),
            question.bytes(),
            signedAnswer));
    parts.changed().run();
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
