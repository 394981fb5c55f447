package hotline.record.statement;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Field;
import hotline.record.cbor.Fields;
import hotline.record.merkle.Hash;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says of itself, under its signature.
 *
 * @param line the line it belongs to, and to no other
 * @param chain who said it, and in which row
 * @param sequence its number in the chain, from 0 to 2⁵³ − 1
 * @param previous the statement before it in its chain; null at the beginning
 * @param basis the record the signer had verified; null if none, and in the urgent lane
 * @param terms SHA-256 of the terms in force for the signer; null if none, and in the urgent lane
 * @param mode whether it is meant
 * @param kind the number of its kind; the level above knows what they mean
 * @param timeUs when it was signed by the signer's clock, µs since 1970 UTC, up to the year 9999
 */
public record Header(
    LineId line,
    Chain chain,
    long sequence,
    @Nullable StatementId previous,
    @Nullable Basis basis,
    @Nullable Hash terms,
    Mode mode,
    int kind,
    long timeUs) {
  /** The version of the format that this program writes, and the only one it reads. */
  public static final int FORMAT_VERSION = 1;

  /** The kind that opens a chain. */
  public static final int BEGIN = 1;

  /** The kind that takes the place of a statement that has not been ordered. */
  public static final int WITHDRAW = 2;

  /** The largest sequence number: what a double still holds exactly. */
  public static final long SEQUENCE_MAX = (1L << 53) - 1;

  /** 9999-12-31T23:59:59.999999Z. Sums of two times stay far from overflow. */
  public static final long TIME_US_MAX = 253_402_300_799_999_999L;

  private static final int FIELDS = 13;

  public Header {
    require(sequence >= 0 && sequence <= SEQUENCE_MAX, "a sequence is from 0 to 2^53 - 1");
    require(kind >= 0, "a kind is a number from 0");
    require(timeUs >= 0 && timeUs <= TIME_US_MAX, "a time is from 1970 to 9999");
    require(
        chain.lane() == Lane.ROUTINE || (basis == null && terms == null),
        "an urgent statement has neither basis nor terms");
  }

  CborArray toCbor() {
    return CborArray.builder()
        .add(FORMAT_VERSION)
        .add(line.bytes())
        .add(chain.party())
        .add(chain.node())
        .add(chain.incarnation().bytes())
        .add(chain.lane().code())
        .add(sequence)
        .addOrNull(Optional.ofNullable(previous), id -> CborValue.of(id.bytes()))
        .addOrNull(
            Optional.ofNullable(basis),
            known -> CborArray.builder().add(known.size()).add(known.root().bytes()).build())
        .addOrNull(Optional.ofNullable(terms), hash -> CborValue.of(hash.bytes()))
        .add(mode.code())
        .add(kind)
        .add(timeUs)
        .build();
  }

  static Header read(Field field) {
    return field.tuple(FIELDS, Header::read);
  }

  private static Header read(Fields at) {
    at.integer(0, FORMAT_VERSION, FORMAT_VERSION);
    return new Header(
        LineId.of(at.bytes(1, LineId.BYTES)),
        new Chain(
            at.name(2),
            at.name(3),
            Incarnation.of(at.bytes(4, Incarnation.BYTES)),
            Lane.ofCode(at.integer(5, 0, 1)).orElseThrow()),
        at.integer(6, 0, SEQUENCE_MAX),
        at.nullable(7, id -> StatementId.of(id.bytes(StatementId.BYTES))).orElse(null),
        at.nullable(8, Header::readBasis).orElse(null),
        at.nullable(9, hash -> Hash.of(hash.bytes(Hash.LENGTH))).orElse(null),
        Mode.ofCode(at.integer(10, 0, 2)).orElseThrow(),
        at.small(11, 0, Integer.MAX_VALUE),
        at.integer(12, 0, TIME_US_MAX));
  }

  private static Basis readBasis(Field field) {
    return field.tuple(
        2, at -> new Basis(at.integer(0, 0, Long.MAX_VALUE), Hash.of(at.bytes(1, Hash.LENGTH))));
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
