package hotline.line.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Cells;
import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.Extent;
import hotline.airspace.FlightPath;
import hotline.airspace.HeightBand;
import hotline.airspace.Outline;
import hotline.airspace.PathPoint;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.line.body.EntityId;
import hotline.line.body.NoticeRef;
import hotline.line.terms.TermsDefaults;
import hotline.record.cbor.CborMap;
import hotline.record.merkle.Merkle;
import hotline.record.signature.SigningKey;
import hotline.record.statement.LineId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/**
 * The golden values of docs/format.md §§7–8: this program must give each to the byte. {@code
 * -Dhotline.golden=write} writes the file anew: a change of format, to be decided on.
 */
class DisclosureVectorsTest {
  private static final Path FILE = Path.of("../docs/vectors/disclosure-vectors.json");
  private static final LineId LINE = LineId.of(filled(32, 0x11));
  private static final NoticeRef NOTICE = new NoticeRef(new EntityId(filled(16, 0x22)), 3);
  private static final NoticeRef ASKERS = new NoticeRef(new EntityId(filled(16, 0x33)), 1);
  private static final byte[] SECRET = filled(32, 0x44);
  private static final long START_US = 1_767_225_600_000_000L;

  /** Written down, not computed: two machines may draw a covering differently by a cell. */
  private static final Extents EXTENTS =
      new Extents(
          List.of(
              new Extent(
                  Cells.of(0x478e3c0000000000L, 0x478fcc0000000000L),
                  new HeightBand(Datum.STANDARD_PRESSURE, 33_000, 35_000),
                  new TimeInterval(START_US, START_US + 180_000_000))));

  @Test
  void theValuesAreThoseKept() throws IOException {
    String now = values();
    if ("write".equals(System.getProperty("hotline.golden"))) {
      Files.writeString(FILE, now);
    }
    assertThat(Files.readString(FILE)).isEqualTo(now);
  }

  private static String values() {
    List<ExactVolume> volumes = List.of(outline(), circle(), circle(), circle(), circle());
    Subject subject = new Subject(LINE, "south", NOTICE);
    DisclosureSecret secret = new DisclosureSecret(SECRET);
    Commitment commitment = Commitment.of(subject, volumes, secret);
    StringJoiner items = new StringJoiner(",\n");
    for (int item = 0; item < commitment.leaves(); item++) {
      items.add(
          item < volumes.size()
              ? """
              {"item": %d, "volume": "%s", "salt": "%s", "leaf_hash": "%s", "opening": "%s"}\
              """
                  .formatted(
                      item,
                      hex(VolumeCodec.encode(volumes.get(item))),
                      secret.salt(subject, item),
                      subject
                          .leaf(
                              item,
                              secret.salt(subject, item),
                              VolumeCodec.encode(volumes.get(item)))
                          .hex(),
                      hex(commitment.open(item).encoded().encode()))
              : """
              {"item": %d, "padding": "%s", "leaf_hash": "%s"}\
              """
                  .formatted(
                      item,
                      hex(secret.padding(subject, item)),
                      Merkle.leaf(secret.padding(subject, item)).hex()));
    }
    return """
    {
      "about": "Disclosure of a line, version 1, as docs/format.md sets down in sections 7 and 8. Bytes are in hexadecimal. Keys are Ed25519, given by their seeds.",
      "commitment": {
        "line": "%s",
        "party": "south",
        "entity": "%s",
        "version": 3,
        "disclosure_secret": "%s",
        "leaves": %d,
        "root": "%s",
        "items": [
    %s
        ]
      },
      "extents": "%s",
    %s
    }
    """
        .formatted(
            LINE,
            NOTICE.entity().hex(),
            hex(SECRET),
            commitment.leaves(),
            commitment.root().hex(),
            items.toString(),
            hex(EXTENTS.encoded().encode()),
            documents(subject, volumes, secret, commitment));
  }

  private static String documents(
      Subject subject, List<ExactVolume> volumes, DisclosureSecret secret, Commitment commitment) {
    RecordedNotice asked =
        new RecordedNotice(NOTICE, "south", EXTENTS, commitment.root(), commitment.leaves(), true);
    DetailRequest question =
        new DetailRequest(new DetailRequest.OnBehalfOf.Enquiry(EXTENTS), List.of(NOTICE, ASKERS));
    Document request = sign(2, "north", "south", DocumentType.DETAIL_REQUEST, question.content());
    DetailAnswer answered =
        new Disclosure(
                LINE,
                "south",
                secret,
                new Disclosure.Rules(TermsDefaults.GRANULARITY, TermsDefaults.LIMITS, 3_000))
            .answer("north", request.digest(), question, new Knowing(asked, volumes));
    Document answer = sign(3, "south", "north", DocumentType.DETAIL_ANSWER, answered.content());
    Promise promise = new Promise(1, 41, Merkle.leaf(new byte[] {1, 2, 3}), START_US);
    PartyFile party =
        new PartyFile(
            "north",
            key(1).publicKey(),
            List.of(new PartyFile.Node("north-1", key(2).publicKey())),
            key(4).publicKey(),
            key(5).publicKey(),
            key(6).publicKey(),
            List.of("duty"),
            List.of("https://192.0.2.1:8080"),
            Optional.of(TlsAuthority.of(filled(40, 0x30))));
    assertThat(subject.notice()).isEqualTo(NOTICE);
    return """
    "documents": [
      {"type": "detail request", "signer_seed": "%s", "bytes": "%s"},
      {"type": "detail answer", "signer_seed": "%s", "bytes": "%s"},
      {"type": "promise", "signer_seed": "%s", "bytes": "%s"},
      {"type": "party file", "signer_seed": "%s", "bytes": "%s"}
    ]\
    """
        .formatted(
            hex(key(2).seed()),
            hex(request.bytes()),
            hex(key(3).seed()),
            hex(answer.bytes()),
            hex(key(4).seed()),
            hex(sign(4, "north", "south", DocumentType.PROMISE, promise.content()).bytes()),
            hex(key(1).seed()),
            hex(party.sign(key(1), Nonce.of(filled(16, 0x55)), START_US).bytes()));
  }

  /** A node that knows one notice of its own. */
  private record Knowing(RecordedNotice notice, List<ExactVolume> volumes)
      implements Disclosure.Known {
    @Override
    public Optional<RecordedNotice> recorded(NoticeRef ref) {
      return Optional.of(notice).filter(known -> known.notice().equals(ref));
    }

    @Override
    public Optional<List<ExactVolume>> ownVolumes(NoticeRef ref) {
      return recorded(ref).map(_ -> volumes);
    }
  }

  private static Document sign(
      int key, String from, String to, DocumentType type, CborMap payload) {
    return Document.sign(
        key(key),
        new Document.Header(
            LINE, from, from + "-1", to, type, Nonce.of(filled(16, 0x55)), START_US),
        payload);
  }

  private static ExactVolume outline() {
    TimeInterval times = new TimeInterval(START_US, START_US + 180_000_000);
    FlightPath path =
        new FlightPath(
            List.of(
                new PathPoint(
                    START_US + 30_000_000, new Position(46_900_000_000L, 7_400_000_000L), 34_000),
                new PathPoint(
                    START_US + 150_000_000, new Position(47_000_000_000L, 7_700_000_000L), 34_200)),
            Datum.STANDARD_PRESSURE);
    return new ExactVolume(
        new Volume(
            new Outline(
                List.of(
                    new Position(46_800_000_000L, 7_300_000_000L),
                    new Position(46_900_000_000L, 7_800_000_000L),
                    new Position(47_100_000_000L, 7_800_000_000L),
                    new Position(47_000_000_000L, 7_300_000_000L))),
            new HeightBand(Datum.STANDARD_PRESSURE, 33_500, 34_700),
            times),
        path);
  }

  private static ExactVolume circle() {
    return new ExactVolume(
        new Volume(
            new Circle(new Position(-33_900_000_000L, -70_700_000_000L), 30_000_000),
            new HeightBand(Datum.W84, -100_000, 3_048_000),
            new TimeInterval(START_US, START_US + 3_600_000_000L)),
        null);
  }

  private static SigningKey key(int number) {
    return SigningKey.fromSeed(filled(32, number));
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
