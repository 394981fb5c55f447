package hotline.line.body;

import hotline.line.Kind;
import hotline.line.terms.Genesis;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.Field;
import hotline.record.cbor.Fields;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;

/** What keeps the chains. */
public sealed interface ChainBody extends Body {
  /**
   * Opens a chain.
   *
   * @param heads the heads of chains that its signer knew, at most {@value #HEADS_MAX}
   * @param genesis in the first entry of a line, and only there
   */
  record Begin(List<Head> heads, Optional<Genesis> genesis) implements ChainBody {
    /** The most heads that are named. */
    public static final int HEADS_MAX = 64;

    public Begin {
      heads = List.copyOf(heads);
    }

    @Override
    public Kind kind() {
      return Kind.BEGIN;
    }

    static Begin read(Fields at) {
      return new Begin(at.list(1, 0, HEADS_MAX, Head::read), at.nullable(2, Genesis::read));
    }

    @Override
    public CborMap content() {
      return CborMap.builder()
          .put(1, CborArray.of(heads, Head::encoded))
          .putOrNull(2, genesis, Genesis::encoded)
          .build();
    }
  }

  /** Takes the place of a statement that is not ordered yet. */
  record Withdraw(StatementId statement) implements ChainBody {
    @Override
    public Kind kind() {
      return Kind.WITHDRAW;
    }

    static Withdraw read(Fields at) {
      return new Withdraw(Ids.statement(at.at(1)));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, statement.bytes()).build();
    }
  }

  /** The last statement of a chain that someone knows. */
  record Head(Chain chain, long sequence, StatementId id) {
    private static final int SIZE = 6;

    static Head read(Field field) {
      return field.tuple(
          SIZE,
          at ->
              new Head(
                  new Chain(
                      at.name(0),
                      at.name(1),
                      Incarnation.of(at.bytes(2, Incarnation.BYTES)),
                      Lane.ofCode(at.integer(3, 0, 1)).orElseThrow()),
                  at.integer(4, 0, Header.SEQUENCE_MAX),
                  Ids.statement(at.at(5))));
    }

    CborArray encoded() {
      return CborArray.builder()
          .add(chain.party())
          .add(chain.node())
          .add(chain.incarnation().bytes())
          .add(chain.lane().code())
          .add(sequence)
          .add(id.bytes())
          .build();
    }
  }
}
