package hotline.node.line;

import static hotline.node.line.TwoNodes.NORTH;
import static hotline.node.line.TwoNodes.SOUTH;
import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.HeightBand;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.line.body.ChainBody;
import hotline.line.body.EntityId;
import hotline.line.body.IncidentBody;
import hotline.line.body.NoticeRef;
import hotline.line.bundle.BundleCheck;
import hotline.line.disclosure.Commitment;
import hotline.line.disclosure.DisclosureSecret;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Opening;
import hotline.line.disclosure.Subject;
import hotline.line.terms.Genesis;
import hotline.node.api.LineApi;
import hotline.node.api.MatterRequests;
import hotline.node.api.MatterViews;
import hotline.node.api.MatterViews.Exhibit;
import hotline.node.api.MatterViews.Incident;
import hotline.node.api.MatterViews.Motion;
import hotline.node.api.Past;
import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.node.bundle.Archive;
import hotline.node.keys.PartyKeys;
import hotline.node.outbox.Outbox;
import hotline.node.outbox.Speaker;
import hotline.node.setup.LineFolder;
import hotline.record.merkle.Merkle;
import hotline.record.statement.Mode;
import hotline.record.statement.StatementId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two parties quarrel: each word stays whose it is, and both nodes show the same. */
class QuarrelTest {
  private static final String HERE = "47.0 N 8.0 E";
  private static final byte[] TRACK = "time,lat,lng\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  /** So many minutes from now. */
  private static String in(int minutes) {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60L * minutes).toString();
  }

  private static String id(Said said) {
    return Objects.requireNonNull(expectDone(said).id());
  }

  private static Incident incident(LineApi api, String name) {
    return api.incident(name).orElseThrow(() -> new AssertionError("no incident " + name));
  }

  private static Exhibit exhibit(LineApi api, String incident, String id) {
    return incident(api, incident).exhibits().stream()
        .filter(each -> each.by().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no exhibit " + id));
  }

  /** All that does not depend on at which node one looks, or when. */
  private static String plain(Incident incident) {
    StringBuilder all = new StringBuilder(incident.reference() + " " + incident.title());
    incident.accounts().forEach(each -> all.append("\n").append(each.party() + each.words()));
    for (Exhibit each : incident.exhibits()) {
      all.append("\n" + each.by().id() + each.sort() + each.what() + each.state() + each.holds());
      all.append(each.why() + each.volume() + each.sealedAt() + each.digest());
      each.views().forEach(view -> all.append(" " + view.party() + view.word() + view.reason()));
    }
    Stream.of(incident.agreed(), incident.differing(), incident.findings())
        .flatMap(List::stream)
        .forEach(each -> all.append("\n").append(plain(each)));
    incident
        .dues()
        .forEach(each -> all.append("\n" + each.party() + each.due() + each.doneWords()));
    return all.toString();
  }

  private static String plain(Motion motion) {
    StringBuilder all = new StringBuilder(motion.by().id() + motion.sort() + motion.words());
    all.append(motion.state() + motion.needed() + motion.narrows() + motion.next());
    motion.signatures().forEach(each -> all.append(" +" + each.by().party() + each.dissent()));
    motion.vetoes().forEach(each -> all.append(" -" + each.by().party() + each.scope()));
    return all.toString();
  }

  /** Both have nothing left to say; one finds that it has. */
  @Test
  void anIncidentIsClosedByBothAndReopenedByEither() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      String opened = id(line.north().openIncident(opening("They came close.", List.of())));
      line.until(() -> line.south().incident(opened).isPresent(), "south sees it");
      String reference = incident(line.north(), opened).reference();
      expectDone(line.north().close(new MatterRequests.Closing(reference, "All is said.", null)));
      line.until(
          () -> !incident(line.south(), opened).closings().by().isEmpty(), "south sees that");
      expectDone(line.south().close(new MatterRequests.Closing(opened, "", null)));
      for (LineApi api : List.of(line.north(), line.south())) {
        line.until(() -> incident(api, opened).closings().closed(), "it is closed");
        assertThat(api.incidents().getFirst().closed()).isTrue();
      }
      assertThat(line.north().account(opened, "More.").code()).isEqualTo("file-closed");
      assertThat(line.north().reopen(new MatterRequests.Closing(opened, "", null)).done())
          .as("without a reason")
          .isFalse();
      expectDone(line.south().reopen(new MatterRequests.Closing(opened, "The tape.", null)));
      line.until(() -> !incident(line.north(), opened).closings().closed(), "it is open again");
      expectDone(line.north().account(opened, "More."));
      String nothing = "00".repeat(32);
      assertThat(
              line.north().fact(new MatterRequests.Wording(opened, "w", List.of(nothing))).code())
          .isEqualTo("refers-unknown");
    }
  }

  private static MatterRequests.Incident opening(String words, List<String> refers) {
    return new MatterRequests.Incident(
        "Near pass", in(-20), in(-10), HERE, "10000 ft STD", "12000 ft STD", words, refers);
  }

  private static MatterRequests.Disclose volume(String incident, String notice) {
    return new MatterRequests.Disclose(incident, notice, 1L, 0, null);
  }

  private static String track(String incident, LineApi north) {
    String digest = Merkle.plain(TRACK).hex();
    return id(
        north.seal(
            new MatterRequests.Seal(
                "TRACK", "Own track", digest, TRACK.length, in(-20), in(-10), incident)));
  }

  @Test
  void anIncidentFromItsOpeningToAgreedFactsAndADisputedExhibit() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      LineApi north = line.north();
      LineApi south = line.south();
      expectDone(north.declare(line.circle(HERE, "5 NM", 10_000, 10)));
      Views.Notice notice = north.notices(false).getFirst();
      String opened =
          id(north.openIncident(opening("They came close.", List.of(notice.reference()))));
      String name = incident(north, opened).reference();
      String volume = id(north.disclose(volume(name, notice.reference())));
      String sealed = track(name, north);
      String fact = id(north.fact(new MatterRequests.Wording(name, "Both flew.", List.of(volume))));
      line.until(
          () -> south.incident(name).filter(each -> each.differing().size() == 1).isPresent(),
          "south sees the incident");
      Instant before = line.clock.instant();

      expectDone(south.account(name, "Nobody came close."));
      expectDone(south.assess(new MatterRequests.Assess(volume, "disputes", "not where it was")));
      expectDone(south.assess(new MatterRequests.Assess(sealed, "no-firm-information", null)));
      String own =
          id(
              south.finding(
                  new MatterRequests.Wording(name, "The buffers were too small.", List.of())));
      expectDone(south.agree(new MatterRequests.Agree(fact, null, null)));
      line.until(() -> incident(north, name).findings().size() == 1, "north sees the finding");
      expectDone(north.agree(new MatterRequests.Agree(own, "They were as agreed.", null)));
      String due =
          id(north.due(new MatterRequests.Due(name, SOUTH, "Hand over the radar", in(120))));
      line.until(() -> incident(south, name).dues().size() == 1, "south sees what is due");
      expectDone(south.dueDone(due, "By courier."));
      line.until(
          () -> plain(incident(north, name)).equals(plain(incident(south, name))), "both see one");

      Incident seen = incident(south, name);
      assertThat(seen.agreed())
          .singleElement()
          .satisfies(agreed -> {
            assertThat(agreed.words()).isEqualTo("Both flew.");
            assertThat(agreed.needed()).containsExactlyInAnyOrder(NORTH, SOUTH);
          });
      assertThat(seen.findings())
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.state()).isEqualTo("AGREED");
            assertThat(finding.signatures().getLast().dissent()).isEqualTo("They were as agreed.");
          });
      assertThat(seen.accounts())
          .extracting(MatterViews.Account::words)
          .containsExactly("They came close.", "Nobody came close.");
      Exhibit disclosed = exhibit(south, name, volume);
      assertThat(disclosed.holds()).isEqualTo("HOLDS");
      assertThat(disclosed.volume()).isEqualTo(notice.volumes().getFirst());
      assertThat(disclosed.views())
          .singleElement()
          .satisfies(view -> {
            assertThat(view.word()).isEqualTo("DISPUTES");
            assertThat(view.own()).isTrue();
          });
      assertThat(exhibit(north, name, sealed).views().getFirst().word())
          .isEqualTo("NO_FIRM_INFORMATION");
      assertThat(plain(incident(south.past(before), name)))
          .doesNotContain("Nobody came close.", "DISPUTES")
          .contains("HOLDS");
      assertThat(incident(south.past(before), name).agreed()).isEmpty();
    }
  }

  private static Incident incident(Past past, String name) {
    return past.incident(name).orElseThrow();
  }

  @Test
  void onlyWhatWasSealedIsKept() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      LineApi north = line.north();
      assertThat(north.keepSealed(TRACK).code()).isEqualTo("not-sealed");
      String name = id(north.openIncident(opening("They came close.", List.of())));
      String sealed = track(name, north);
      String handed =
          id(north.disclose(new MatterRequests.Disclose(name, null, null, null, sealed)));
      assertThat(exhibit(north, name, handed).holds()).isEqualTo("UNKNOWN");
      assertThat(north.keepSealed("another".getBytes(StandardCharsets.UTF_8)).done()).isFalse();
      assertThat(expectDone(north.keepSealed(TRACK)).id()).isEqualTo(sealed);
      assertThat(exhibit(north, name, handed).holds()).isEqualTo("HOLDS");
      Path kept = line.data(NORTH).resolve("sealed").resolve(Merkle.plain(TRACK).hex());
      assertThat(kept).hasBinaryContent(TRACK);
      assertThat(north.keptSealed(sealed)).hasValue(TRACK);
      assertThat(north.keptSealed(handed)).hasValue(TRACK);
      assertThat(north.keptSealed(name)).isEmpty();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
          .isEqualTo("rw-------");
      Files.writeString(kept, "TIME,LAT,LNG\n");
      assertThatThrownBy(() -> north.keptSealed(sealed)).isInstanceOf(IOException.class);
    }
  }

  /** A claim that stands alone is narrowed, and put into a file by its own party only. */
  @Test
  void aClaimLodgedBeforehandIsNarrowedAndAttached() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      LineApi north = line.north();
      LineApi south = line.south();
      String wide = id(north.claim(claim("They will jam us.", null)));
      String narrow = id(north.claim(claim("They will jam channel 5.", wide)));
      String name = id(north.openIncident(opening("It came so.", List.of())));
      line.until(() -> south.incident(name).isPresent(), "south sees the incident");
      assertThat(south.attach(name, narrow).code()).isEqualTo("not-yours");
      assertThat(north.unattached())
          .extracting(Exhibit::state)
          .containsExactly("STANDS", "NARROWED");
      expectDone(north.attach(name, narrow));
      assertThat(exhibit(north, name, narrow).sort()).isEqualTo("CLAIM");
      assertThat(north.account("I-22222", "x").code()).isEqualTo("file-unknown");
    }
  }

  private static MatterRequests.Claim claim(String words, @Nullable String narrows) {
    return new MatterRequests.Claim(null, words, in(60), in(120), null, narrows);
  }

  @Test
  void aFalseOpeningIsShownFalseWhateverItsPartySays() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      LineApi north = line.north();
      expectDone(line.south().declare(line.circle(HERE, "5 NM", 10_000, 10)));
      line.until(() -> north.notices(false).size() == 1, "north sees the notice");
      Views.Notice notice = north.notices(false).getFirst();
      String name = id(north.openIncident(opening("They came close.", List.of())));
      String declared =
          line.south().entries(0, 1_000).stream()
              .filter(each -> each.kind().equals("NOTICE"))
              .findFirst()
              .orElseThrow()
              .id();
      line.stop(SOUTH);
      String forged = signFalseOpening(line, name, declared, notice.entity());
      LineApi south = line.start(SOUTH).api();
      line.until(() -> incident(north, name).exhibits().size() == 2, "north sees the disclosure");
      line.until(
          () -> south.incident(name).filter(each -> each.exhibits().size() == 2).isPresent(),
          "south sees it too");
      for (LineApi api : List.of(north, south)) {
        Exhibit shown = exhibit(api, name, forged);
        assertThat(shown.by().party()).isEqualTo(SOUTH);
        assertThat(shown.holds()).isEqualTo("FALSE");
        assertThat(shown.volume()).isNull();
        assertThat(shown.why()).contains("not the one the notice in the record is committed to");
      }
      String real = id(south.disclose(volume(name, notice.entity())));
      line.until(() -> incident(north, name).exhibits().size() == 3, "north sees the real one");
      assertThat(exhibit(north, name, real).holds()).isEqualTo("HOLDS");
      assertThat(north.disclose(volume(name, notice.entity())).code()).isEqualTo("not-yours");
      line.until(
          () -> BundleTest.exported(north, name).filter(each -> has(each, real)).isPresent(),
          "all of it can be exported");
      byte[] bundle = BundleTest.exported(north, name).orElseThrow();
      BundleCheck.Result found =
          new BundleCheck(Archive.files(bundle), BundleTest.roots(folder)).run();
      assertThat(found.fault()).isNull();
      assertThat(found.accusations()).hasSize(1);
      assertThat(found.accusations().getFirst()).contains("south");
    }
  }

  private static boolean has(byte[] bundle, String statement) {
    return new String(bundle, StandardCharsets.UTF_8).contains(statement.substring(0, 12));
  }

  /** South's people write into its outbox what its node would not say. */
  private static String signFalseOpening(
      TwoNodes line, String incident, String notice, String entity) throws Exception {
    Path data = line.data(SOUTH);
    Genesis genesis = new LineFolder(data).genesis().orElseThrow();
    PartyKeys keys = PartyKeys.open(data.resolve("keys"), line.random);
    ExactVolume elsewhere =
        new ExactVolume(
            new Volume(
                new Circle(TwoNodes.at(46.6, 7.6), 9_260_000),
                new HeightBand(Datum.STANDARD_PRESSURE, 10_000, 12_000),
                new TimeInterval(1_000_000, 2_000_000)),
            null);
    NoticeRef ref = new NoticeRef(new EntityId(HexFormat.of().parseHex(entity)), 1);
    Opening opening =
        Commitment.of(
                new Subject(genesis.lineId(), SOUTH, ref),
                List.of(elsewhere),
                new DisclosureSecret(keys.disclosureSecret()))
            .open(0);
    try (Outbox outbox = Outbox.open(data.resolve("outbox"))) {
      Speaker south =
          new Speaker(
              genesis.lineId(),
              SOUTH,
              "a",
              Mode.LIVE,
              keys.node(),
              outbox,
              line.clock,
              line.random,
              () -> new ChainBody.Begin(List.of(), Optional.empty()));
      return south
          .say(
              new IncidentBody.Disclosure(
                  statement(incident), new IncidentBody.What.Volume(statement(notice), opening)),
              Speaker.Standpoint.NONE)
          .id()
          .toString();
    }
  }

  private static StatementId statement(String hex) {
    return StatementId.of(HexFormat.of().parseHex(hex));
  }
}
