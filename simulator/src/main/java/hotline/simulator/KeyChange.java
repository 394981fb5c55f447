package hotline.simulator;

import hotline.line.body.KeyBody;
import hotline.node.api.KeyApi;
import hotline.node.api.Said;
import hotline.node.keys.KeyFiles;
import hotline.node.keys.RootWord;
import hotline.record.signature.PublicKey;
import hotline.record.signature.SigningKey;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.simulator.check.Checks;
import hotline.simulator.disk.PowerCut;
import hotline.simulator.hostile.Thief;
import hotline.simulator.world.Fault;
import hotline.simulator.world.Founding;
import hotline.simulator.world.Machine;
import hotline.simulator.world.Seed;
import hotline.simulator.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A party that changes its node's key while the line lives, in the steps that people are told to
 * take; and a thief, who speaks with the old key before it has ended, and goes on when it has.
 */
final class KeyChange {
  private static final int PAUSE_MS_MAX = 3_000;

  private final World world;
  private final Checks checks;
  private final Founding founding;
  private final Machine machine;
  private final Seed.Draws draws;
  private final SigningKey root;
  private final SigningKey old;
  private Step step = Step.MAKE;
  private Optional<PublicKey> next = Optional.empty();
  private Optional<Statement> word = Optional.empty();
  private final Thief thief;
  private boolean ended;
  private boolean over;

  /** What is to be done next. */
  private enum Step {
    MAKE,
    ENROL,
    USE,
    EMPTY_THE_OUTBOX,
    REVOKE,
    STEAL
  }

  private KeyChange(World world, Founding founding, Checks checks, Machine machine)
      throws IOException {
    this.world = world;
    this.checks = checks;
    this.founding = founding;
    this.machine = machine;
    this.draws = world.seed().of("key change");
    this.root = founding.keys(machine.party()).root().read();
    this.old = founding.keys(machine.party()).node();
    this.thief = new Thief(world, machine, founding.line(), old, draws);
  }

  /** In one seed of three some party does so, other than the one that lies. */
  static Optional<KeyChange> of(
      World world, Founding founding, Checks checks, Predicate<String> lies) {
    Seed.Draws who = world.seed().of("whose key changes");
    List<Machine> honest =
        world.machines().stream().filter(each -> !lies.test(each.party())).toList();
    if (who.below(3) != 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new KeyChange(world, founding, checks, honest.get(who.below(honest.size()))));
    } catch (IOException unread) {
      throw new IllegalStateException("no key to change", unread);
    }
  }

  /** Somebody takes the steps, one after the other. */
  void begin() {
    world
        .agenda()
        .in(
            Duration.ofMillis(draws.between(1, PAUSE_MS_MAX)),
            machine.party() + "'s keys",
            () -> {
              if (!over) {
                if (machine.isUp()) {
                  machine.during(machine.party() + "'s keys, to " + step, this::go);
                }
                begin();
              }
            });
  }

  /** Wherever it stands, it stays there. */
  void end() {
    over = true;
  }

  private void go() {
    switch (step) {
      case MAKE -> make();
      case ENROL -> tell(Step.USE);
      case USE -> use();
      case EMPTY_THE_OUTBOX -> {
        checks.saidByThief(thief.speak(false));
        revokeWhenAllIsSent();
      }
      case REVOKE -> tell(Step.STEAL);
      case STEAL -> steal();
    }
  }

  private KeyFiles files() {
    return new KeyFiles(folder());
  }

  private Path folder() {
    return machine.data().resolve("keys");
  }

  private void make() {
    try {
      PublicKey key = files().next(draws.random());
      next = Optional.of(key);
      checks.speaksWith(machine.party(), key);
      word = Optional.of(word(new KeyBody.Enrol("a", key)));
      step = Step.ENROL;
    } catch (IOException disk) {
      world.agenda().note("no new key: " + disk.getMessage());
    }
  }

  private Statement word(KeyBody body) {
    return RootWord.sign(
        root,
        founding.line(),
        machine.party(),
        Mode.LIVE,
        body,
        draws.random(),
        machine.clock().instant());
  }

  /** A word that the node could not keep is handed in again: it is in a file. */
  private void tell(Step then) {
    Said said = machine.api().tellKeys(word.orElseThrow().bytes());
    if (!machine.isUp()) {
      throw new PowerCut(machine.party());
    }
    checks.told(machine, said, false);
    world.agenda().note(said.state() + " " + said.code() + " " + said.sentence());
    if (!said.done()) {
      world.violated(machine.party() + "'s word about its key is refused: " + said.sentence());
    } else if (!said.sentence().contains("NOT kept")) {
      step = then;
    }
  }

  private Optional<KeyApi.Key> shown(PublicKey key) {
    String digits = HexFormat.of().formatHex(key.encoded());
    return machine.api().keys().stream().filter(each -> each.key().equals(digits)).findFirst();
  }

  private void use() {
    PublicKey key = next.orElseThrow();
    Optional<KeyApi.Key> shown = shown(key);
    if (shown.filter(KeyApi.Key::used).isPresent()) {
      step = Step.EMPTY_THE_OUTBOX;
    } else if (shown.filter(each -> each.enrolled() != null).isPresent()) {
      machine.beforeStart(() -> {
        // The disk may fail when the name is changed already.
        if (Files.exists(folder().resolve("node.next.key"))) {
          PublicKey _ = files().useNext();
        }
      });
      machine.pull();
    }
  }

  private void revokeWhenAllIsSent() {
    if (machine.api().line().outbox().waiting() == 0) {
      word = Optional.of(word(new KeyBody.Revoke(old.publicKey(), "another is in use")));
      step = Step.REVOKE;
    }
  }

  private void steal() {
    if (!ended) {
      ended = true;
      world.tally().count(Fault.KEY_CHANGED);
      checks.isStolen(old.publicKey());
    }
    var _ = thief.speak(true);
  }
}
