package hotline.node.desk;

import hotline.line.Kind;
import hotline.line.body.Body;
import hotline.line.body.NoticeBody;
import hotline.record.cbor.Decoded;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Finds things by their short names. */
final class References {
  private References() {}

  /** What people call a statement that is referred to: a notice's short name; else its id. */
  static String shown(Core core, StatementId id) {
    OptionalLong index = core.record().indexOf(id);
    return index.isEmpty()
        ? id.toString()
        : core.record()
            .statement(index.getAsLong())
            .filter(each -> each.header().kind() == Kind.NOTICE.code())
            .flatMap(each ->
                Body.decode(Kind.NOTICE, each.content())
                        instanceof Decoded.Value<Body>(NoticeBody.Declare declare)
                    ? Optional.of(NoticeText.reference(declare.entity()))
                    : Optional.empty())
            .orElse(id.toString());
  }

  /** The one that has this short name; none if two have it, which then go by their ids. */
  static <T> Optional<T> only(List<T> all, Function<T, String> reference, String name) {
    List<T> named = all.stream().filter(each -> reference.apply(each).equals(name)).toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }
}
