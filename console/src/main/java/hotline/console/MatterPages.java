package hotline.console;

import hotline.node.api.LineApi;
import hotline.node.api.MatterApi;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Which page of incidents, cases, breaches and third parties stands at an address. */
final class MatterPages {
  private final Asked asked;
  private final LineApi api;

  MatterPages(Asked asked) {
    this.asked = asked;
    this.api = asked.api();
  }

  /** What stands at an address. */
  sealed interface Found {}

  /** A page; {@code here} is its place in the bar. */
  record Page(String title, String here, Html main) implements Found {}

  /** A file to keep. */
  @SuppressWarnings("ArrayRecordComponent") // carried once, never compared
  record Download(String mediaType, byte[] bytes) implements Found {}

  /** There is none, and why. */
  record No(Told told) implements Found {}

  /** By the parts of its path; empty if nothing stands there. */
  Optional<Found> at(List<String> path) {
    String first = path.getFirst();
    return switch (path.size()) {
      case 1 -> list(first);
      case 2 ->
          switch (first) {
            case "incidents" ->
                asked
                    .view()
                    .incident(path.get(1))
                    .map(one ->
                        new Page(
                            "Incident " + one.reference(),
                            "/incidents",
                            new IncidentPage(asked, one).main()));
            case "group" ->
                asked
                    .view()
                    .caseOf(path.get(1))
                    .map(one ->
                        new Page(
                            "Case " + one.reference(), "/group", new CasePage(asked, one).main()));
            case "alerts" -> alert(path.get(1));
            case "stick" -> StickPage.file(asked, path.get(1));
            default -> Optional.empty();
          };
      case 3 ->
          !asked.past() && first.equals("incidents") && path.get(2).equals("bundle")
              ? bundle(path.get(1))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Of live traffic: there is none of the past. */
  private Optional<Found> alert(String number) {
    return asked.past() || !number.matches("[0-9]{1,18}")
        ? Optional.empty()
        : api.alert(Long.parseLong(number))
            .map(one -> {
              AlertPage page = new AlertPage(asked, one);
              return new Page(page.title(), "/traffic", page.main());
            });
  }

  private Optional<Found> list(String first) {
    return Optional.ofNullable(
        switch (first) {
          case "incidents" -> new Page("Incidents", "/incidents", new IncidentsPage(asked).main());
          case "group" -> new Page("Working group", "/group", new GroupPage(asked).main());
          case "breaches" -> new Page("Breaches", "/breaches", new BreachPage(asked).main());
          case "traffic" ->
              asked.past() ? null : new Page("Traffic", "/traffic", new TrafficPage(asked).main());
          case "stick" -> asked.past() ? null : new Page("Stick", "", new StickPage(asked).main());
          case "third" -> new Page("Third parties", "/third", new ThirdPage(asked).main());
          default -> null;
        });
  }

  private Optional<Found> bundle(String incident) {
    if (api.incident(incident).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          switch (api.exportIncident(incident)) {
            case MatterApi.Exported.Archive archive ->
                new Download("application/zip", archive.bytes());
            case MatterApi.Exported.Refused refused ->
                new No(Told.refused(refused.code(), refused.sentence()));
          });
    } catch (IOException e) {
      String sentence = "The record could not be read: see to the disk, then try again.";
      return Optional.of(new No(Told.refused("record-unreadable", sentence)));
    }
  }
}
