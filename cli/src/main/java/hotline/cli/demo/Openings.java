package hotline.cli.demo;

import hotline.line.Kind;
import hotline.line.body.Body;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.Commitment;
import hotline.line.disclosure.DisclosureSecret;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Subject;
import hotline.node.api.Views;
import hotline.node.keys.PartyKeys;
import hotline.record.cbor.Decoded;
import hotline.record.statement.Header;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a side has committed to in the record, opened: with the side's own secret, as it would open
 * it before a commission that both have called.
 */
final class Openings {
  /** A version of a notice as it stands in the record. */
  private record Declared(Header header, NoticeBody.Declare notice) {}

  private final List<Declared> declared = new ArrayList<>();
  private final DisclosureSecret secret;

  private Openings(DisclosureSecret secret) {
    this.secret = secret;
  }

  /** Reads every notice that {@code side} has declared, out of its own record. */
  static Openings of(Side side) {
    Openings openings = new Openings(secret(side));
    for (Views.Entry entry : WholeRecord.entries(side)) {
      if (entry.kind().equals(Kind.NOTICE.word()) && entry.party().equals(side.party())) {
        declared(side, entry).ifPresent(openings.declared::add);
      }
    }
    return openings;
  }

  private static Optional<Declared> declared(Side side, Views.Entry entry) {
    byte[] bytes = side.line().entryBytes(entry.index()).orElseThrow();
    return entry.code().equals("ok")
            && Statements.parse(bytes) instanceof Statement said
            && Body.decode(Kind.NOTICE, said.content())
                instanceof Decoded.Value<Body>(NoticeBody.Declare notice)
        ? Optional.of(new Declared(said.header(), notice))
        : Optional.empty();
  }

  /** Whether an entry of a side's record, which is a NOTICE, declares this notice. */
  static boolean declares(Side side, Views.Entry entry, String entity) {
    return declared(side, entry)
        .filter(each -> each.notice().entity().hex().equals(entity))
        .isPresent();
  }

  private static DisclosureSecret secret(Side side) {
    try {
      return new DisclosureSecret(
          PartyKeys.open(side.data().resolve("keys"), new SecureRandom()).disclosureSecret());
    } catch (IOException unreadable) {
      throw new Failed("Cannot read the keys of " + side.title() + ".", unreadable);
    }
  }

  /** How many versions of a notice there are. */
  long versions(String entity) {
    return declared.stream().filter(each -> each.notice().entity().hex().equals(entity)).count();
  }

  /** Whether a version of a notice opens to exactly these volumes. */
  boolean opensTo(String entity, long version, List<ExactVolume> volumes) {
    for (Declared each : declared) {
      NoticeBody.Declare notice = each.notice();
      if (notice.entity().hex().equals(entity) && notice.version() == version) {
        Subject subject =
            new Subject(
                each.header().line(),
                each.header().chain().party(),
                new NoticeRef(notice.entity(), notice.version()));
        return Commitment.of(subject, volumes, secret).root().equals(notice.commitment());
      }
    }
    return false;
  }
}
