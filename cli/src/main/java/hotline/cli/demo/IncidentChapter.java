package hotline.cli.demo;

import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.print.Table;
import hotline.line.Kind;
import hotline.line.disclosure.ExactVolume;
import hotline.node.api.MatterRequests;
import hotline.node.api.MatterViews;
import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.traffic.TrackPoint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** North opens an incident on the closest pass, and in it one volume and a track of its own. */
final class IncidentChapter implements Chapter {
  private static final double DEGREES = 1e-9;

  private final Quarrel quarrel;
  private Optional<Views.Entry> committed = Optional.empty();
  private @Nullable Said changedCopy;

  IncidentChapter(Quarrel quarrel) {
    this.quarrel = quarrel;
  }

  @Override
  public String title() {
    return "An incident: what was committed to is opened";
  }

  @Override
  public void play(Stage stage) {
    NearPass pass = NearPass.closest(stage);
    Commentary commentary = stage.commentary();
    commentary.say(
        "Of all pairs of flights "
            + pass.northReference()
            + " and "
            + pass.southReference()
            + " pass closest: "
            + pass.apart()
            + " apart at "
            + Plain.time(pass.at())
            + ".");
    commentary.more(
        Names.title(pass.conflict().toMove())
            + " had answered UNABLE ("
            + pass.conflict().reference()
            + "). The flights are still ahead; from here on they count as flown.");
    open(stage, pass);
    openVolume(stage, pass);
    handOverTrack(stage, pass);
  }

  private void open(Stage stage, NearPass pass) {
    MatterRequests.Incident request =
        new MatterRequests.Incident(
            "Near pass of " + pass.northReference() + " and " + pass.southReference(),
            pass.from().toString(),
            pass.until().toString(),
            pass.placeAsTyped(),
            null,
            null,
            "They passed "
                + pass.apart()
                + " apart at "
                + Plain.time(pass.at())
                + ". Both sides had been told.",
            List.of(
                pass.northReference(),
                pass.southReference(),
                Objects.requireNonNull(pass.conflict().messageId())));
    String id = stage.north().saidId("open an incident", line -> line.openIncident(request));
    MatterViews.Incident seen = stage.south().awaitIncident("the incident", id, any -> true);
    quarrel.opened(pass, seen.reference());
    stage.commentary().say("North opens incident " + seen.reference() + ". South's officer sees:");
    Table table = new Table("event", "entered", "where", "about");
    table.row(
        Plain.time(seen.from()) + " to " + Plain.time(seen.to()),
        Plain.time(seen.by().said()),
        Optional.ofNullable(seen.place()).map(Views.Place::text).orElse(Plain.NOTHING),
        pass.northReference() + ", " + pass.southReference());
    stage.commentary().table(table);
  }

  /** The one volume of North's notice that its flight was in. */
  private void openVolume(Stage stage, NearPass pass) {
    Views.Notice notice = stage.north().line().notice(pass.north().entity()).orElseThrow();
    Views.Volume exact =
        notice.volumes().stream()
            .filter(each -> holds(each, pass))
            .findFirst()
            .orElseThrow(() -> new Failed("No volume of " + notice.reference() + " holds it."));
    MatterRequests.Disclose request =
        new MatterRequests.Disclose(
            quarrel.incident(), notice.reference(), (long) notice.version(), exact.item(), null);
    String id = stage.north().saidId("disclose a volume", line -> line.disclose(request));
    quarrel.volumeOpened(id);
    MatterViews.Exhibit shown = quarrel.awaitExhibit(stage.south(), id);
    Views.Entry entry = declaring(stage.south(), notice.entity());
    committed = Optional.of(entry);
    stage
        .commentary()
        .say(
            "North opens one of the "
                + notice.volumes().size()
                + " volumes of "
                + notice.reference()
                + ": "
                + exact.band().text()
                + ", "
                + Plain.time(exact.start())
                + " to "
                + Plain.time(exact.end())
                + ".");
    boolean same = "HOLDS".equals(shown.holds());
    stage
        .commentary()
        .say(
            Instant.now(),
            "South's node: "
                + (same
                    ? "it is what North committed to in entry "
                        + entry.index()
                        + " at "
                        + Plain.time(shown.sealedAt())
                        + "."
                    : Plain.words(String.valueOf(shown.holds())) + ": " + shown.why()),
            same ? Tone.GOOD : Tone.BAD);
  }

  private static boolean holds(Views.Volume volume, NearPass pass) {
    TrackPoint place = pass.place();
    return !volume.start().isAfter(pass.at())
        && !volume.end().isBefore(pass.at())
        && volume.band().floor() <= place.heightFt()
        && place.heightFt() <= volume.band().ceiling()
        && PlainVolume.of(volume)
            .contains(place.latNanodegrees() * DEGREES, place.lngNanodegrees() * DEGREES);
  }

  private static Views.Entry entryOf(Side side, String id) {
    return WholeRecord.entries(side).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Failed(side.title() + " has no entry " + id + "."));
  }

  /** The newest version of a notice in a side's own record. */
  private static Views.Entry declaring(Side side, String entity) {
    return WholeRecord.entries(side).reversed().stream()
        .filter(each -> each.kind().equals(Kind.NOTICE.word()))
        .filter(each -> Openings.declares(side, each, entity))
        .findFirst()
        .orElseThrow(() -> new Failed(side.title() + " has no notice " + entity + "."));
  }

  private void handOverTrack(Stage stage, NearPass pass) {
    byte[] file = TrackFile.csv(pass.track());
    String digest = TrackFile.sha256(file);
    Side north = stage.north();
    MatterRequests.Seal seal =
        new MatterRequests.Seal(
            "TRACK",
            "the track of " + pass.northReference(),
            digest,
            file.length,
            time(pass.track().startUs()),
            time(pass.track().endUs()),
            quarrel.incident());
    String sealed = north.saidId("seal its track", line -> line.seal(seal));
    north.mustSay("keep its track", line -> line.keepSealed(file));
    MatterRequests.Disclose request =
        new MatterRequests.Disclose(quarrel.incident(), null, null, null, sealed);
    String id = north.saidId("hand over its track", line -> line.disclose(request));
    quarrel.trackHandedOver(id, file);
    quarrel.awaitExhibit(stage.south(), id);
    stage
        .commentary()
        .say(
            "North seals its own track, a CSV file of "
                + Plain.count(file.length)
                + " bytes; the record has only its SHA-256 "
                + Plain.shortId(digest)
                + ".");
    byte[] changed = file.clone();
    changed[TrackFile.aDigit(changed)] ^= 1;
    Said other = stage.south().line().keepSealed(changed);
    changedCopy = other;
    Said same = stage.south().mustSay("keep the track", line -> line.keepSealed(file));
    stage
        .commentary()
        .say(
            Instant.now(),
            "North hands the file over. South's node: "
                + (same.done() ? "it is the one that was sealed." : same.sentence())
                + (other.done() ? "" : " A copy with one digit changed: refused."),
            Tone.GOOD);
  }

  private static String time(long us) {
    return Instant.EPOCH.plus(us, ChronoUnit.MICROS).toString();
  }

  @Override
  public void check(Stage stage, Checks checks) {
    NearPass pass = quarrel.pass();
    boolean sameAtBoth = true;
    boolean volumeHolds = true;
    boolean trackHolds = true;
    for (Side side : stage.sides()) {
      MatterViews.Incident seen = quarrel.at(side);
      sameAtBoth &=
          seen.from().equals(pass.from())
              && seen.to().equals(pass.until())
              && seen.by().party().equals(Names.NORTH)
              && seen.by().said().equals(entryOf(side, seen.by().id()).signed())
              && there(seen.place(), pass.place())
              && aboutBoth(seen, pass)
              && unableTo(stage, side, pass);
      volumeHolds &= isTheVolume(Quarrel.exhibit(seen, quarrel.volume()), pass);
      trackHolds &= "HOLDS".equals(Quarrel.exhibit(seen, quarrel.track()).holds());
    }
    checks.that(
        pass.measuresSo(),
        "the two tracks, measured along the ellipsoid: " + pass.apart() + " apart then");
    checks.that(
        sameAtBoth,
        "both nodes have the incident, event and entry time apart, and the pair as UNABLE");
    checks.that(
        volumeHolds,
        "the volume, built again from the track: both nodes show this one, as committed in entry "
            + committed.map(Views.Entry::index).orElse(-1L));
    checks.that(
        trackHolds && changedCopy != null && changedCopy.code().equals("not-sealed"),
        "the track is the one that was sealed, at both nodes, and a changed copy is not");
  }

  private static boolean there(Views.@Nullable Place place, TrackPoint point) {
    return place != null
        && place.latNanodegrees() == point.latNanodegrees()
        && place.lngNanodegrees() == point.lngNanodegrees();
  }

  /** Whether an incident names both notices first. */
  private static boolean aboutBoth(MatterViews.Incident seen, NearPass pass) {
    List<String> both = List.of(pass.northReference(), pass.southReference());
    return seen.refers().stream().limit(2).toList().equals(both);
  }

  private static boolean unableTo(Stage stage, Side side, NearPass pass) {
    AllPairs.Pair pair = new AllPairs.Pair(pass.north().entity(), pass.south().entity());
    return side.line().conflicts(false).stream()
        .anyMatch(each -> stage.pair(side, each).equals(pair) && each.state().equals("UNABLE"));
  }

  /** Whether an opened volume is one that the terms make of the track, and as old as its entry. */
  private boolean isTheVolume(MatterViews.Exhibit shown, NearPass pass) {
    Views.Volume volume = shown.volume();
    List<ExactVolume> built = NoticesChapter.volumes(pass.track());
    return volume != null
        && "HOLDS".equals(shown.holds())
        && committed.map(Views.Entry::signed).filter(at -> at.equals(shown.sealedAt())).isPresent()
        && AmendmentsChapter.same(
            List.of(PlainVolume.of(volume)), List.of(PlainVolume.of(built.get(volume.item()))));
  }
}
