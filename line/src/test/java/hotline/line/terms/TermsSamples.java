package hotline.line.terms;

import hotline.airspace.Cells;
import hotline.airspace.Datum;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.record.signature.PublicKey;
import hotline.record.signature.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Terms with something in every key. */
public final class TermsSamples {
  static final List<Position> CORNERS = List.of(at(45, 7), at(45, 9), at(47, 8));

  /** Of North and South. */
  public static final Terms FULL =
      TermsDefaults.first(
              "north",
              List.of(party("north"), party("south")),
              List.of("transit"),
              List.of(
                  new Zone(
                      "east",
                      "The east",
                      Cells.of(0x478e3c0000000000L, 0x478fcc0000000000L),
                      CORNERS)),
              List.of(new ReferencePoint("alpha", "Point alpha", at(46, 8))))
          .draft()
          .area(Optional.of(new Area(Cells.of(0x4790000000000000L), CORNERS)))
          .lines(
              List.of(
                  new AgreedLine(
                      "gate",
                      "The gate",
                      AgreedLine.Sort.CORRIDOR,
                      List.of(at(45, 7), at(46, 8)),
                      18_520_000,
                      Optional.of(new HeightBand(Datum.STANDARD_PRESSURE, 10_000, 20_000)),
                      Optional.of("north"),
                      Optional.empty(),
                      600_000_000L),
                  new AgreedLine(
                      "river",
                      "The river",
                      AgreedLine.Sort.LINE,
                      CORNERS,
                      0,
                      Optional.empty(),
                      Optional.of("south"),
                      Optional.of("north"),
                      0)))
          .agreement(
              List.of(
                  new MustAgree(Matter.OFFER, List.of("north")),
                  new MustAgree(Matter.MINUTES, List.of("north", "south"))))
          .seats(
              List.of(
                  new Seats("north", List.of("chair")),
                  new Seats("south", List.of("chair", "clerk"))))
          .languages(List.of("en", "ru"))
          .thirdParties(List.of(new ThirdParty("relief", "Relief flights")))
          .observers(List.of(new Observer("un", "Observers", key("un"))))
          .witnesses(List.of(new WitnessParty("osce", "Witnesses", key("osce"))))
          .retention(new Retention(30 * 86_400_000_000L, 86_400_000_000L))
          .effectiveUs(Optional.of(8_000_000L))
          .build();

  private TermsSamples() {}

  public static PartyTerms party(String name) {
    return other(name, "one", "duty");
  }

  /** With another node, or another post. */
  static PartyTerms other(String name, String node, String post) {
    return new PartyTerms(
        name,
        key(name + "/root"),
        List.of(new PartyTerms.NodeKey(node, key(name + "/" + node))),
        key(name + "/log"),
        key(name + "/outcomes"),
        key(name + "/cosigner"),
        List.of(post));
  }

  public static PublicKey key(String name) {
    byte[] seed = Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), SigningKey.SEED_BYTES);
    return SigningKey.fromSeed(seed).publicKey();
  }

  static Position at(int lat, int lng) {
    return new Position(lat * 1_000_000_000L, lng * 1_000_000_000L);
  }
}
