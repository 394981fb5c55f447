package hotline.simulator.world;

import hotline.airspace.Cells;
import hotline.airspace.Outline;
import hotline.airspace.Position;
import hotline.line.disclosure.PartyFile;
import hotline.line.terms.Genesis;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.ReferencePoint;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDefaults;
import hotline.line.terms.Zone;
import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.keys.PartyKeys;
import hotline.node.setup.LineFolder;
import hotline.record.note.VerifierKey;
import hotline.record.statement.LineId;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** How a line begins: the parties meet in person, found it, agree on terms, and say "in force". */
public final class Founding {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final World world;
  private final Map<String, PartyKeys> keys = new HashMap<>();
  private @Nullable LineId line;

  /** The line could not even be founded, in calm weather among honest parties. */
  public static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed(String what) {
      super(what);
    }
  }

  /** Of a world whose machines are off. */
  public Founding(World world) {
    this.world = world;
  }

  /** A party's keys, for those who sign in its name by hand. */
  public PartyKeys keys(String party) {
    return Objects.requireNonNull(keys.get(party));
  }

  /** The line that was founded. */
  public LineId line() {
    return Objects.requireNonNull(line);
  }

  /** The public keys of a party's two logs. */
  public List<VerifierKey> logKeys(String party) throws IOException {
    Machine machine = world.machine(party);
    Genesis genesis = new LineFolder(machine.data()).genesis().orElseThrow();
    PartyTerms terms = LineFolder.terms(own(machine));
    return List.of(genesis.recordKey(terms), genesis.outcomesKey(terms));
  }

  /**
   * Founds the line and brings it into force, with nothing going wrong.
   *
   * @throws Failed if that does not work
   */
  public void found() {
    try {
      meet();
    } catch (IOException failed) {
      throw new IllegalStateException("the parties could not meet", failed);
    }
    for (Machine each : world.machines()) {
      each.disk().settle();
      each.boot()
          .ifPresent(why -> {
            throw new Failed(why);
          });
    }
    LineApi host = api(world.host());
    until("founded", () -> host.line().record().size() >= 1);
    Terms terms = terms();
    done(host.proposeTerms(terms.encode()));
    until(
        "proposed",
        () -> world.machines().stream().noneMatch(each -> each.api().terms().isEmpty()));
    for (Machine each : world.machines()) {
      if (!each.party().equals(world.host())) {
        done(each.api().termsVerb(terms.hash().hex(), "sign", ""));
      }
    }
    until("terms in force", () -> world.machines().stream().allMatch(Founding::inForce));
    for (Machine each : world.machines()) {
      done(each.api().status(new Requests.Status("IN_FORCE", null, null, "ready")));
    }
    until("all said", () -> world.machines().stream().allMatch(Founding::nothingWaits));
  }

  private void meet() throws IOException {
    for (Machine each : world.machines()) {
      Files.createDirectories(each.data());
      keys.put(each.party(), PartyKeys.open(each.data().resolve("keys"), each.random()));
    }
    for (Machine each : world.machines()) {
      for (Machine other : world.machines()) {
        if (each != other) {
          byte[] file =
              LineFolder.export(
                  other.config(), keys(other.party()), List.of(), other.clock(), other.random());
          PartyFile _ = new LineFolder(each.data()).add(file);
        }
      }
    }
    Machine host = world.machine(world.host());
    Genesis founded = new LineFolder(host.data()).found("Simulated", own(host), host.random());
    line = founded.lineId();
    byte[] genesis = founded.encoded().encode();
    for (Machine each : world.machines()) {
      var _ = new LineFolder(each.data()).join(genesis, own(each));
    }
  }

  private PartyFile own(Machine machine) {
    return LineFolder.own(machine.config(), keys(machine.party()), List.of());
  }

  private LineApi api(String party) {
    return world.machine(party).api();
  }

  private Terms terms() {
    List<PartyTerms> parties = new ArrayList<>();
    world.parties().stream()
        .sorted()
        .forEach(each -> parties.add(LineFolder.terms(own(world.machine(each)))));
    List<Position> corners = List.of(at(46.5, 7.5), at(46.5, 8.5), at(47.5, 8.5), at(47.5, 7.5));
    Zone zone = new Zone("west", "West", Cells.covering(new Outline(corners), 10, 64), corners);
    return TermsDefaults.first(
        world.host(),
        parties,
        List.of("transit", "training"),
        List.of(zone),
        List.of(new ReferencePoint("zrh", "Zurich", at(47.458, 8.548))));
  }

  private static Position at(double lat, double lng) {
    return new Position(Math.round(lat * 1e9), Math.round(lng * 1e9));
  }

  private static boolean inForce(Machine machine) {
    return machine.api().terms().stream().anyMatch(each -> each.state().equals("IN_FORCE"));
  }

  private static boolean nothingWaits(Machine machine) {
    return machine.api().line().outbox().waiting() == 0;
  }

  private static void done(Said said) {
    if (!said.done()) {
      throw new Failed(said.toString());
    }
  }

  private void until(String what, BooleanSupplier holds) {
    if (!world.run(PATIENCE, holds, _ -> {})) {
      throw new Failed("the line is not founded, for it is never " + what);
    }
  }
}
