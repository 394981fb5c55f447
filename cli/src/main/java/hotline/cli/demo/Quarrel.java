package hotline.cli.demo;

import hotline.node.api.MatterViews;
import java.util.Optional;

/** The incident of the play: what the chapters about it hand on to one another. */
final class Quarrel {
  private Optional<NearPass> pass = Optional.empty();
  private String incident = "";
  private String volume = "";
  private String track = "";
  private byte[] trackFile = {};

  /** What it is about. */
  NearPass pass() {
    return pass.orElseThrow();
  }

  /** Its reference, the same at both nodes. */
  String incident() {
    return incident;
  }

  void opened(NearPass about, String reference) {
    pass = Optional.of(about);
    incident = reference;
  }

  /** The disclosure of North's exact volume. */
  String volume() {
    return volume;
  }

  void volumeOpened(String disclosure) {
    volume = disclosure;
  }

  /** The disclosure of North's track. */
  String track() {
    return track;
  }

  /** North's track as it was sealed. */
  byte[] trackFile() {
    return trackFile.clone();
  }

  void trackHandedOver(String disclosure, byte[] file) {
    track = disclosure;
    trackFile = file.clone();
  }

  /** The incident as a side sees it. */
  MatterViews.Incident at(Side side) {
    return side.line()
        .incident(incident)
        .orElseThrow(() -> new Failed(side.title() + " does not see the incident any more."));
  }

  /** An exhibit at a side, as soon as it is there. */
  MatterViews.Exhibit awaitExhibit(Side side, String id) {
    return exhibit(
        side.awaitIncident(
            "what was brought forward",
            incident,
            each -> each.exhibits().stream().anyMatch(one -> one.by().id().equals(id))),
        id);
  }

  static MatterViews.Exhibit exhibit(MatterViews.Incident incident, String id) {
    return incident.exhibits().stream()
        .filter(each -> each.by().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Failed("What was brought forward is not in the incident: " + id));
  }

  /** A party's own version. */
  static String account(MatterViews.Incident incident, String party) {
    return incident.accounts().stream()
        .filter(each -> each.party().equals(party))
        .map(MatterViews.Account::words)
        .findFirst()
        .orElse("");
  }
}
