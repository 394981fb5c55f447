package hotline.cli.demo;

import hotline.cli.client.LineClient;
import hotline.node.api.MatterViews;
import hotline.node.api.Said;
import hotline.node.api.Views;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** One party of the play: its node, its data and its officers. */
final class Side implements AutoCloseable {
  private final String party;
  private final Path data;
  private final Closeable node;
  private final LineClient line;

  private Side(String party, Path data, Closeable node, LineClient line) {
    this.party = party;
    this.data = data;
    this.node = node;
    this.line = line;
  }

  /** Starts the node of {@code party} on {@code data} as a process of its own. */
  static Side start(String party, Path data) {
    NodeProcess node = NodeProcess.start(party, data);
    return at(party, data, node, node.address());
  }

  /** A running node, its API opened with the token that it left in {@code data}. */
  static Side at(String party, Path data, Closeable node, URI address) {
    try {
      String token = Files.readString(data.resolve("api.token")).strip();
      return new Side(party, data, node, new LineClient(address, Optional.of(token)));
    } catch (IOException unreadable) {
      throw new Failed("The node of " + party + " left no token.", unreadable);
    }
  }

  /** The party's name on the line. */
  String party() {
    return party;
  }

  /** The party's name as people write it. */
  String title() {
    return Names.title(party);
  }

  Path data() {
    return data;
  }

  LineClient line() {
    return line;
  }

  /** A call sign for its officer at a post, as it stands in the record. */
  String officer() {
    return title() + " duty officer";
  }

  /** Says something that has to be accepted; a refusal ends the play. */
  Said mustSay(String what, Function<LineClient, Said> statement) {
    Said said = statement.apply(line);
    if (!said.done()) {
      throw new Failed(
          title() + " could not " + what + " (" + said.code() + "): " + said.sentence());
    }
    return said;
  }

  /** As {@link #mustSay}; the id of what was said. */
  String saidId(String what, Function<LineClient, Said> statement) {
    return Optional.ofNullable(mustSay(what, statement).id()).orElseThrow();
  }

  /** The entity of this side's own notice with a label, as soon as the record has it. */
  String entityOf(String label) {
    return Patience.until(
        title() + ": the notice of " + label + " is recorded",
        () ->
            line.notices(false).stream()
                .filter(notice -> notice.own() && label.equals(notice.label()))
                .map(Views.Notice::entity)
                .findFirst());
  }

  /** The message as this side sees it now. */
  Optional<Views.Message> message(String id) {
    return line.message(id);
  }

  /** Waits until a message stands here with what {@code wanted} asks of it. */
  Views.Message await(String what, String id, Predicate<Views.Message> wanted) {
    return Patience.until(title() + ": " + what, () -> message(id).filter(wanted));
  }

  /** Waits until an incident stands here with what {@code wanted} asks of it. */
  MatterViews.Incident awaitIncident(
      String what, String incident, Predicate<MatterViews.Incident> wanted) {
    return Patience.until(title() + ": " + what, () -> line.incident(incident).filter(wanted));
  }

  /** Waits until a case stands here with what {@code wanted} asks of it. */
  MatterViews.Case awaitCase(String what, String file, Predicate<MatterViews.Case> wanted) {
    return Patience.until(title() + ": " + what, () -> line.caseOf(file).filter(wanted));
  }

  @Override
  public void close() {
    line.close();
    try {
      node.close();
    } catch (IOException failed) {
      throw new Failed("The node of " + party + " did not stop cleanly.", failed);
    }
  }
}
