package hotline.line.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.airspace.Cells;
import hotline.airspace.Circle;
import hotline.airspace.Position;
import hotline.line.Kind;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Merkle;
import hotline.record.signature.PublicKey;
import hotline.record.signature.SigningKey;
import hotline.testkit.Chance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Terms as bytes, as rules they keep themselves, as clauses. */
class TermsTest {
  private static final Terms TERMS =
      TermsDefaults.first(
          "north",
          List.of(party("north"), party("south")),
          List.of("transit"),
          List.of(
              new Zone(
                  "east",
                  "The east",
                  Cells.covering(new Circle(at(46, 8), 50_000_000), 8, 16),
                  List.of(at(45, 7), at(45, 9), at(47, 8)))),
          List.of(new ReferencePoint("alpha", "Point alpha", at(46, 8))));

  @Test
  void theyReadBackAsThemselvesAndAreNamedByTheirHash() {
    assertThat(Terms.decode(TERMS.encode())).isEqualTo(new Decoded.Value<>(TERMS));
    assertThat(TERMS.hash()).isEqualTo(Merkle.plain(TERMS.encode()));
    Terms full = TermsSamples.FULL;
    assertThat(Terms.decode(full.encode())).isEqualTo(new Decoded.Value<>(full));
    assertThat(full.draft().build()).isEqualTo(full);
  }

  @Test
  void noByteCanBeChangedUnnoticedAndNoneMakesItThrow() {
    byte[] bytes = TermsSamples.FULL.encode();
    Chance chance = Chance.of(1);
    for (int i = 0; i < 800; i++) {
      byte[] other = bytes.clone();
      int at = (int) chance.between(0, bytes.length - 1);
      other[at] ^= (byte) (1 << chance.between(0, 7));
      Terms.decode(other)
          .toOptional()
          .ifPresent(terms -> assertThat(terms.encode()).isEqualTo(other).isNotEqualTo(bytes));
      assertThat(Terms.decode(Arrays.copyOf(bytes, at)).fault()).isPresent();
    }
    assertThat(Terms.decode(new byte[Terms.BYTES_MAX + 1]).fault()).isPresent();
  }

  @Test
  void theSafetyMinimumCannotBeAgreedAway() {
    for (Kind kind : Terms.SAFETY_MINIMUM) {
      List<Kind> survives = new ArrayList<>(TERMS.survives());
      survives.remove(kind);
      assertThatThrownBy(() -> with(TERMS.parties(), survives, TERMS.host()))
          .hasMessageContaining("survive every suspension");
      assertThat(kind.survival()).isEqualTo(Kind.Survival.ALWAYS);
    }
  }

  @Test
  void keysAreAllDifferent() {
    PartyTerms south = party("south");
    PublicKey norths = party("north").cosignerKey();
    List<PartyTerms> shared =
        List.of(
            party("north"),
            new PartyTerms(
                "south",
                south.rootKey(),
                south.nodes(),
                south.logKey(),
                south.outcomeKey(),
                norths,
                south.posts()));
    assertThatThrownBy(() -> with(shared, TERMS.survives(), "north"))
        .hasMessageContaining("all keys in the terms are different");
  }

  @Test
  void termsThatContradictThemselvesCannotBeMade() {
    assertThatThrownBy(() -> with(TERMS.parties(), TERMS.survives(), "moon"))
        .hasMessageContaining("the host is one of the parties");
    assertThatThrownBy(() -> with(TERMS.parties().reversed(), TERMS.survives(), "north"))
        .hasMessageContaining("in the order of their names");
    assertThatThrownBy(() -> new Planning(120_000_000, 500, 2_100, 60_000_000, 600_000_000))
        .hasMessageContaining("whole steps");
    assertThatThrownBy(() -> new Granularity(14, 32, 1, 1, 1)).hasMessageContaining("level");
    assertThatThrownBy(() -> new Separation(0, 1_000, 0, 0, 0, 0))
        .hasMessageContaining("horizontal minimum");
    assertThatThrownBy(() ->
            new PartyTerms(
                "north",
                key("a"),
                List.of(new PartyTerms.NodeKey("root", key("b"))),
                key("c"),
                key("d"),
                key("e"),
                List.of("duty")))
        .hasMessageContaining("no node is called root");
  }

  @Test
  void whoElseIsInTheTermsIsToldApart() {
    TermsDraft draft = TermsSamples.FULL.draft();
    assertThatThrownBy(
            () -> draft.thirdParties(List.of(new ThirdParty("south", "South again"))).build())
        .hasMessageContaining("the names of parties, third parties, observers and witnesses");
    assertThatThrownBy(() ->
            TermsSamples.FULL
                .draft()
                .observers(List.of(new Observer("x", "X", party("north").logKey())))
                .build())
        .hasMessageContaining("all keys in the terms are different");
    assertThatThrownBy(() ->
            TermsSamples.FULL
                .draft()
                .witnesses(List.of(new WitnessParty("x", "X", key("un"))))
                .build())
        .hasMessageContaining("all keys in the terms are different");
  }

  @Test
  void agreementSeatsAndSidesAreOfPartiesOfTheTerms() {
    Terms full = TermsSamples.FULL;
    assertThatThrownBy(() ->
            full.draft().agreement(List.of(new MustAgree(Matter.OFFER, List.of("moon")))).build())
        .hasMessageContaining("parties of the terms");
    assertThatThrownBy(() -> full.draft().agreement(full.agreement().reversed()).build())
        .hasMessageContaining("in the order of the matters");
    assertThatThrownBy(
            () -> full.draft().seats(List.of(new Seats("moon", List.of("chair")))).build())
        .hasMessageContaining("parties of the terms");
    assertThatThrownBy(
            () -> full.draft().seats(List.of(new Seats("north", List.of("duty")))).build())
        .hasMessageContaining("another name than its posts");
    assertThatThrownBy(() -> full.draft().seats(full.seats().reversed()).build())
        .hasMessageContaining("in the order of their names");
    assertThatThrownBy(() -> full.draft().lines(List.of(side("moon"))).build())
        .hasMessageContaining("parties of the terms");
    assertThat(full.mustAgree(Matter.OFFER)).containsExactly("north");
    assertThat(full.mustAgree(Matter.PROPOSAL)).containsExactly("north", "south");
    assertThat(full.seats("south")).containsExactly("chair", "clerk");
  }

  private static AgreedLine side(String party) {
    return new AgreedLine(
        "river",
        "The river",
        AgreedLine.Sort.LINE,
        List.of(at(45, 7), at(46, 8)),
        0,
        Optional.empty(),
        Optional.of(party),
        Optional.empty(),
        0);
  }

  /** Every number of parties and liars: a receipt is possible, and two share one that is honest. */
  @Test
  void receiptsShareAPartyThatDoesNotLie() {
    for (int parties = 2; parties <= 10; parties++) {
      List<PartyTerms> all =
          Stream.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")
              .limit(parties)
              .map(TermsTest::party)
              .toList();
      for (int liars = 0; liars <= 10; liars++) {
        int k = (parties + liars) / 2 + 1;
        TermsDraft draft = TERMS.draft().parties(all).host("a").seats(List.of()).liars(liars);
        if (liars >= 1 && k <= parties) {
          assertThat(draft.build().quorum()).isEqualTo(k);
          assertThat(2 * k - parties).isGreaterThan(liars);
        } else {
          assertThatThrownBy(draft::build).hasMessageContaining("no receipt is possible");
        }
      }
    }
  }

  @Test
  void theDefaultsAreThoseThatWereAskedFor() {
    assertThat(TermsText.clauses(TERMS).stream().map(TermsText.Clause::toString))
        .contains(
            "7.1 Separation: 5 NM or 1000 ft",
            "7.2 Buffers: 2.5 NM, 500 ft and 30 s around each path",
            "7.3 Heights of different datums: compared with a margin of 3000 ft",
            "8 Planning: volumes of 2 min; shifts of 500 ft up to 2000 ft, or of 1 min up to 10 min",
            "9 What the record shows: at most 32 cells of level 10 or coarser; times to 1 min,"
                + " heights to 300 m or 1000 ft",
            "15.1 Reply by: 1 min",
            "21 Receipt: a statement is confirmed when 2 of 2 parties, and all it affects, have"
                + " cosigned it; up to 1 may lie");
  }

  @Test
  void theLineIdIsTheHashOfAllThatTheGenesisSays() {
    List<Genesis.Founder> founders =
        List.of(new Genesis.Founder("north", key("n")), new Genesis.Founder("south", key("s")));
    Genesis genesis = new Genesis("Syria East 2", founders, new byte[16]);
    assertThat(genesis.lineId().hash()).isEqualTo(Merkle.plain(genesis.encoded().encode()));
    assertThat(genesis.origin())
        .isEqualTo("hotline/syria-east-2/" + genesis.lineId().toString().substring(0, 16));
    byte[] nonce = new byte[16];
    nonce[0] = 1;
    assertThat(new Genesis("Syria East 2", founders, nonce).lineId())
        .isNotEqualTo(genesis.lineId());
    assertThatThrownBy(() -> new Genesis("x", founders.reversed(), new byte[16]))
        .hasMessageContaining("in the order of their names");
    assertThatThrownBy(() -> new Genesis("x", founders.subList(0, 1), new byte[16]))
        .hasMessageContaining("2 to 10 parties");
  }

  private static Terms with(List<PartyTerms> parties, List<Kind> survives, String host) {
    return TERMS.draft().parties(parties).survives(survives).host(host).build();
  }

  private static PartyTerms party(String name) {
    return new PartyTerms(
        name,
        key(name + "/root"),
        List.of(new PartyTerms.NodeKey("one", key(name + "/one"))),
        key(name + "/log"),
        key(name + "/outcomes"),
        key(name + "/cosigner"),
        List.of("duty"));
  }

  private static PublicKey key(String name) {
    byte[] seed = Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), SigningKey.SEED_BYTES);
    return SigningKey.fromSeed(seed).publicKey();
  }

  private static Position at(int lat, int lng) {
    return new Position(lat * 1_000_000_000L, lng * 1_000_000_000L);
  }
}
