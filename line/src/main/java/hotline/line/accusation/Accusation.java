package hotline.line.accusation;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborReader;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Fields;
import hotline.record.cbor.Names;
import hotline.record.statement.LineId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One file that shows what a party did wrong; docs/format.md §11. Well formed and no more, until
 * {@link AccusationCheck} has looked at it.
 */
public final class Accusation {
  /** No file is longer. */
  public static final int BYTES_MAX = 1 << 20;

  private static final long VERSION = 1;
  private static final String FORMAT = "hotline accusation";
  private static final int PART_MAX = 400_000;
  private static final int PARTS_MAX = 8;
  private static final int WORD_MAX = 40;

  private final LineId line;
  private final Wrong wrong;
  private final String accused;
  private final SortedMap<String, byte[]> parts;

  /**
   * Of these parts, as {@link Wrong} names them.
   *
   * @param accused the party
   * @throws IllegalArgumentException if they are not those of this wrong, or too large
   */
  public Accusation(LineId line, Wrong wrong, String accused, Map<String, byte[]> parts) {
    this.line = line;
    this.wrong = wrong;
    this.accused = accused;
    this.parts = new TreeMap<>();
    parts.forEach((name, bytes) -> this.parts.put(name, bytes.clone()));
    if (!Names.isName(accused)) {
      throw new IllegalArgumentException("who is accused is a party's name");
    }
    if (!wrong.hasParts(List.copyOf(this.parts.keySet()))) {
      throw new IllegalArgumentException(
          "a proof of " + wrong.word() + " has other parts than " + this.parts.keySet());
    }
    if (this.parts.values().stream().anyMatch(each -> each.length > PART_MAX)) {
      throw new IllegalArgumentException("a part has at most " + PART_MAX + " bytes");
    }
  }

  /** The line that it is about. */
  public LineId line() {
    return line;
  }

  /** What is said to have been done. */
  public Wrong wrong() {
    return wrong;
  }

  /** The party that is said to have done it. */
  public String accused() {
    return accused;
  }

  /** A fresh copy of a part. */
  public Optional<byte[]> part(String name) {
    return Optional.ofNullable(parts.get(name)).map(byte[]::clone);
  }

  /** Its one form. */
  public byte[] encode() {
    List<CborArray> rows = new ArrayList<>();
    parts.forEach((name, bytes) -> rows.add(CborArray.builder().add(name).add(bytes).build()));
    return CborMap.builder()
        .put(0, FORMAT)
        .put(1, VERSION)
        .put(2, line.bytes())
        .put(3, wrong.word())
        .put(4, accused)
        .put(5, CborArray.of(rows, row -> row))
        .build()
        .encode();
  }

  /** Whether a file is meant to be one. */
  public static boolean isOne(byte[] file) {
    return file.length <= BYTES_MAX
        && CborReader.read(file, BYTES_MAX) instanceof Decoded.Value<?>(CborMap map)
        && map.get(0).filter(CborValue.of(FORMAT)::equals).isPresent();
  }

  /** Reads hostile bytes. */
  public static Decoded<Accusation> decode(byte[] file) {
    return CborReader.read(file, BYTES_MAX)
        .then(value ->
            value instanceof CborMap map
                ? Fields.decode(map, Accusation::read)
                : new Decoded.Fault<>("it is not a map"));
  }

  private static Accusation read(Fields at) {
    at.at(0).require(at.text(0, WORD_MAX).equals(FORMAT), FORMAT);
    at.integer(1, VERSION, VERSION);
    LineId line = LineId.of(at.bytes(2, LineId.BYTES));
    Wrong wrong =
        Wrong.of(at.text(3, WORD_MAX))
            .orElseThrow(() -> new IllegalArgumentException("the wrong is not known"));
    String accused = at.name(4);
    Map<String, byte[]> parts = new TreeMap<>();
    List<String> names =
        at.list(
            5,
            1,
            PARTS_MAX,
            row ->
                row.tuple(
                    2,
                    part -> {
                      String name = part.text(0, WORD_MAX);
                      parts.put(name, part.bytes(1, 0, PART_MAX));
                      return name;
                    }));
    if (!names.equals(List.copyOf(parts.keySet()))) {
      throw new IllegalArgumentException("parts stand in rising order, each once");
    }
    return new Accusation(line, wrong, accused, parts);
  }
}
