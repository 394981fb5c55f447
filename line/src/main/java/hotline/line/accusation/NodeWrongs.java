package hotline.line.accusation;

import hotline.line.Kind;
import hotline.line.Outcome;
import hotline.line.Verdict;
import hotline.line.body.Body;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.DetailAnswer;
import hotline.line.disclosure.Document;
import hotline.line.disclosure.DocumentType;
import hotline.line.disclosure.Extents;
import hotline.line.disclosure.RecordedNotice;
import hotline.record.cbor.Decoded;
import hotline.record.proof.TlogProof;
import hotline.record.statement.ChainRules;
import hotline.record.statement.ChainVerdict;
import hotline.record.statement.Header;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;

/** What any party can do, and its own signatures prove. */
final class NodeWrongs {
  private final Exhibits exhibits;

  NodeWrongs(Exhibits exhibits) {
    this.exhibits = exhibits;
  }

  String doubleUsed() throws NotProved {
    Statement first = ownStatement("first");
    Statement second = ownStatement("second");
    exhibits.holds("both signed by " + exhibits.accused());
    Header one = first.header();
    Header other = second.header();
    NotProved.unless(
        one.chain().equals(other.chain()) && one.sequence() == other.sequence(),
        "the two have different numbers");
    NotProved.unless(
        ChainRules.compare(first.claim(), second.claim()) instanceof ChainVerdict.DoubleUsed,
        "the two are one and the same, or one withdraws the other, which is lawful");
    return "%s/%s has signed two statements with number %d of one chain: %s and %s"
        .formatted(exhibits.accused(), one.chain().node(), one.sequence(), first.id(), second.id());
  }

  private Statement ownStatement(String name) throws NotProved {
    if (!(Statements.parse(exhibits.part(name)) instanceof Statement said)) {
      throw new NotProved(name + " is no statement");
    }
    Header header = said.header();
    NotProved.unless(header.line().equals(exhibits.line()), name + " is of another line");
    NotProved.unless(
        header.chain().party().equals(exhibits.accused()), name + " is not of who is accused");
    NotProved.unless(
        exhibits.key(header.chain().node(), said.keyId()).filter(said::signedBy).isPresent(),
        name + " is not signed by a key that these terms name for " + exhibits.accused());
    return said;
  }

  /**
   * The notice with its commitment stands in a record that the accused party has signed itself, and
   * so does that it was accepted: no host, and no second version that was refused, can make an
   * honest answer look false.
   */
  String falseDetails() throws NotProved {
    TlogProof place = exhibits.signedByAccused("notice", "notice-proof", exhibits.record());
    TlogProof result = exhibits.signedByAccused("outcome", "outcome-proof", exhibits.outcomes());
    if (!(Statements.parse(exhibits.part("notice")) instanceof Statement said)
        || said.header().kind() != Kind.NOTICE.code()
        || !(Body.decode(Kind.NOTICE, said.content())
            instanceof Decoded.Value<Body>(NoticeBody.Declare notice))) {
      throw new NotProved("the notice is none");
    }
    NotProved.unless(
        said.header().line().equals(exhibits.line())
            && said.header().chain().party().equals(exhibits.accused()),
        "the notice is not of who is accused");
    NotProved.unless(
        result.index() == place.index()
            && Outcome.leaf(exhibits.part("outcome"))
                instanceof Decoded.Value<Outcome.Leaf>(Outcome.Leaf leaf)
            && leaf.id().equals(said.id().hash())
            && leaf.verdict() == Verdict.ACCEPTED,
        "the outcome is not that the notice was accepted");
    exhibits.holds(
        "%s has signed that its notice stands at entry %d and was accepted"
            .formatted(exhibits.accused(), place.index()));
    DetailAnswer answer = answer();
    NoticeRef ref = new NoticeRef(notice.entity(), notice.version());
    RecordedNotice recorded =
        new RecordedNotice(
            ref,
            exhibits.accused(),
            new Extents(notice.extents()),
            notice.commitment(),
            notice.leaves(),
            true);
    DetailAnswer.Told told =
        answer
            .told(recorded, exhibits.line())
            .orElseThrow(() -> new NotProved("the answer opens nothing of that notice"));
    if (!(told instanceof DetailAnswer.Told.False(String code, String sentence))) {
      throw new NotProved("what the answer opens is what the notice is committed to");
    }
    return "%s has signed details of its notice %s, version %d, that contradict what it committed to (%s: %s)"
        .formatted(exhibits.accused(), ref.entity().hex(), ref.version(), code, sentence);
  }

  private DetailAnswer answer() throws NotProved {
    if (!(Document.parse(exhibits.part("answer"))
            instanceof Decoded.Value<Document>(Document document))
        || !(DetailAnswer.decode(document.payload())
            instanceof Decoded.Value<DetailAnswer>(DetailAnswer answer))) {
      throw new NotProved("the answer is none");
    }
    Document.Header header = document.header();
    NotProved.unless(
        header.type() == DocumentType.DETAIL_ANSWER
            && header.line().equals(exhibits.line())
            && header.from().equals(exhibits.accused())
            && exhibits.key(header.node(), document.keyId()).filter(document::signedBy).isPresent(),
        "the answer is not one of " + exhibits.accused() + " for this line");
    exhibits.holds("an answer about details, signed by " + exhibits.accused());
    return answer;
  }
}
