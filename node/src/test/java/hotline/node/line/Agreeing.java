package hotline.node.line;

import hotline.airspace.Cells;
import hotline.airspace.Outline;
import hotline.airspace.Position;
import hotline.line.disclosure.PartyFile;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDefaults;
import hotline.line.terms.Zone;
import hotline.node.Node;
import hotline.node.Waiting;
import hotline.node.setup.LineFolder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Two nodes come to their first terms. */
final class Agreeing {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Agreeing() {}

  /**
   * The host proposes plain terms, and the other signs them; waits until both have them in force.
   */
  static void agree(Node host, PartyFile hosting, Node other, PartyFile signing) {
    List<Position> corners =
        List.of(
            TwoNodes.at(46.5, 7.5),
            TwoNodes.at(46.5, 8.5),
            TwoNodes.at(47.5, 8.5),
            TwoNodes.at(47.5, 7.5));
    Zone zone = new Zone("west", "West", Cells.covering(new Outline(corners), 10, 64), corners);
    Terms terms =
        TermsDefaults.first(
            hosting.party(),
            List.of(LineFolder.terms(hosting), LineFolder.terms(signing)),
            List.of("transit"),
            List.of(zone),
            List.of());
    Map<String, Node> both = Map.of(hosting.party(), host, signing.party(), other);
    Waiting.until(
        () -> host.api().line().record().size() > 0, "the line is founded", PATIENCE, both);
    var _ = TwoNodes.expectDone(host.api().proposeTerms(terms.encode()));
    Waiting.until(() -> !other.api().terms().isEmpty(), "the proposal", PATIENCE, both);
    var _ = TwoNodes.expectDone(other.api().termsVerb(terms.hash().hex(), "sign", ""));
    Waiting.until(
        () -> both.values().stream().allMatch(Agreeing::isInForce),
        "terms in force",
        PATIENCE,
        both);
  }

  private static boolean isInForce(Node node) {
    return node.api().terms().stream().anyMatch(each -> each.state().equals("IN_FORCE"));
  }
}
