package hotline.node.desk;

import hotline.line.Kind;
import hotline.line.body.Body;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Opening;
import hotline.line.disclosure.Subject;
import hotline.record.cbor.Decoded;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.util.Optional;

/**
 * Whether a volume that a party opens is the one that its notice was committed to: computed from
 * the record, whatever anyone says of it.
 */
final class OpenedVolumes {
  private final Core core;

  OpenedVolumes(Core core) {
    this.core = core;
  }

  /** What became of looking. */
  sealed interface Verdict {
    /** It is. */
    record Holds(NoticeRef notice, long committedUs, ExactVolume volume) implements Verdict {}

    /** It is not; {@code why} for people. */
    record False(String why) implements Verdict {}

    /** This node has no such notice to hold it against. */
    record Unknown(String why) implements Verdict {}
  }

  /** Holds an opening against the notice statement that it names. */
  Verdict check(String speaker, StatementId id, Opening opening) {
    Optional<Statement> statement = core.outlook().statement(id);
    if (statement.isEmpty()) {
      return new Verdict.Unknown("The record has no statement " + id + " to hold it against.");
    }
    Optional<NoticeBody.Declare> notice = declared(statement.get(), speaker);
    if (notice.isEmpty()) {
      return new Verdict.False("The statement that it opens is no notice of " + speaker + ".");
    }
    NoticeBody.Declare declared = notice.get();
    NoticeRef ref = new NoticeRef(declared.entity(), declared.version());
    Subject subject = new Subject(core.genesis().lineId(), speaker, ref);
    return switch (opening.verify(subject, declared.commitment(), declared.leaves())) {
      case Decoded.Value<ExactVolume>(ExactVolume volume) ->
          new Verdict.Holds(ref, statement.get().header().timeUs(), volume);
      case Decoded.Fault<ExactVolume>(String why) -> new Verdict.False("Not so: " + why + ".");
    };
  }

  private static Optional<NoticeBody.Declare> declared(Statement statement, String party) {
    return statement.header().kind() == Kind.NOTICE.code()
            && statement.header().chain().party().equals(party)
            && Body.decode(Kind.NOTICE, statement.content())
                instanceof Decoded.Value<Body>(NoticeBody.Declare declared)
        ? Optional.of(declared)
        : Optional.empty();
  }
}
