package hotline.node;

import hotline.line.body.ChainBody;
import hotline.line.terms.Genesis;
import hotline.node.record.LocalRecord;
import java.util.Optional;

/** What a chain begins with. */
final class Beginning {
  private Beginning() {}

  /** The line's first entry carries the genesis; every other BEGIN the heads that are known. */
  static ChainBody.Begin of(LocalRecord record, Optional<Genesis> founding) {
    return new ChainBody.Begin(
        record.read(state ->
            state.heads().routine().entrySet().stream()
                .map(each ->
                    new ChainBody.Head(
                        each.getKey(), each.getValue().sequence(), each.getValue().id()))
                .limit(ChainBody.Begin.HEADS_MAX)
                .toList()),
        founding);
  }
}
