package hotline.simulator;

import hotline.line.body.KeyBody;
import hotline.node.api.KeyApi;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.keys.RootWord;
import hotline.node.officer.InnerSigning;
import hotline.record.signature.SigningKey;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import hotline.record.statement.Officer;
import hotline.record.statement.Statement;
import hotline.simulator.check.Checks;
import hotline.simulator.disk.PowerCut;
import hotline.simulator.world.Fault;
import hotline.simulator.world.Founding;
import hotline.simulator.world.Machine;
import hotline.simulator.world.Seed;
import hotline.simulator.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A party whose officer signs inside what the node says: the key is enrolled, another takes its
 * place, and the first is revoked. A thief sits down at the desk with the first one, before it has
 * ended and after.
 */
final class OfficerKeys {
  private static final int PAUSE_MS_MAX = 3_000;

  private final World world;
  private final Checks checks;
  private final Machine machine;
  private final Seed.Draws draws;
  private final LineId line;
  private final SigningKey root;
  private final SigningKey first;
  private final SigningKey second;
  private Step step = Step.ENROL;
  private Optional<Statement> word = Optional.empty();
  private boolean over;

  /** What is to be done next. */
  private enum Step {
    ENROL,
    ENROL_ANOTHER,
    STEAL,
    REVOKE,
    GO_ON_STEALING
  }

  private OfficerKeys(
      World world, Checks checks, Machine machine, LineId line, SigningKey root, Seed.Draws draws) {
    this.world = world;
    this.checks = checks;
    this.machine = machine;
    this.line = line;
    this.root = root;
    this.draws = draws;
    this.first = SigningKey.generate(draws.random());
    this.second = SigningKey.generate(draws.random());
  }

  /** In one seed of three some party has such an officer, other than the one that lies. */
  static Optional<OfficerKeys> of(
      World world, Founding founding, Checks checks, Predicate<String> lies) {
    Seed.Draws who = world.seed().of("whose officer signs");
    List<Machine> honest =
        world.machines().stream().filter(each -> !lies.test(each.party())).toList();
    if (who.below(3) != 0) {
      return Optional.empty();
    }
    Machine machine = honest.get(who.below(honest.size()));
    try {
      return Optional.of(
          new OfficerKeys(
              world,
              checks,
              machine,
              founding.line(),
              founding.keys(machine.party()).root().read(),
              world.seed().of("officer's keys")));
    } catch (IOException unread) {
      throw new IllegalStateException("no root key", unread);
    }
  }

  /** Somebody takes the steps, one after the other. */
  void begin() {
    world
        .agenda()
        .in(
            Duration.ofMillis(draws.between(1, PAUSE_MS_MAX)),
            machine.party() + "'s officer's keys",
            () -> {
              if (!over) {
                if (machine.isUp()) {
                  machine.during(machine.party() + "'s officer's keys, to " + step, this::go);
                }
                begin();
              }
            });
  }

  /** Wherever it stands, it stays there. */
  void end() {
    over = true;
  }

  /** Lets an officer of {@code at} act, whose browser signs as far as there is a key for it. */
  void press(Machine at, Runnable act) {
    if (at != machine || step == Step.ENROL) {
      act.run();
    } else {
      signed(isShown(second, true) ? second : first, act);
    }
  }

  private void signed(SigningKey key, Runnable act) {
    ScopedValue.where(InnerSigning.PRESS, (of, what, timeUs, _) -> sign(key, of, what, timeUs))
        .run(act);
  }

  private Optional<Officer> sign(SigningKey key, LineId of, Officer.Act what, long timeUs) {
    byte[] nonce = new byte[Officer.NONCE_BYTES];
    draws.fill(nonce);
    return Optional.of(Officer.sign(key, of, nonce, timeUs, what));
  }

  private void go() {
    switch (step) {
      case ENROL -> tell(new KeyBody.EnrolOfficer("Anna", first.publicKey()), Step.ENROL_ANOTHER);
      case ENROL_ANOTHER -> {
        if (isShown(first, true)) {
          tell(new KeyBody.EnrolOfficer("Anna", second.publicKey()), Step.STEAL);
        }
      }
      case STEAL -> {
        if (isShown(second, true)) {
          steal(Fault.OFFICER_KEY_STOLEN);
          step = draws.below(3) == 0 ? Step.REVOKE : Step.STEAL;
        }
      }
      case REVOKE -> {
        steal(Fault.OFFICER_KEY_STOLEN);
        tell(new KeyBody.Revoke(first.publicKey(), "telephone lost"), Step.GO_ON_STEALING);
      }
      case GO_ON_STEALING -> {
        if (draws.below(3) == 0 && isShown(first, false)) {
          steal(Fault.OFFICER_KEY_ENDED);
        }
      }
    }
  }

  /** Says something routine, or warns, with the first key. */
  private void steal(Fault fault) {
    world.tally().count(fault);
    boolean urgent = draws.below(3) == 0;
    signed(
        first,
        () -> {
          Said said =
              machine
                  .api()
                  .send(
                      new Requests.Message(
                          urgent ? "WARNING" : "TEXT",
                          List.of(),
                          "thief " + draws.below(1_000_000),
                          "en",
                          null,
                          null,
                          null,
                          List.of(),
                          null));
          told(said, urgent);
        });
  }

  /** A word that the node could not keep is handed in again. */
  private void tell(KeyBody body, Step then) {
    Statement signed =
        word.orElseGet(() ->
            RootWord.sign(
                root,
                line,
                machine.party(),
                Mode.LIVE,
                body,
                draws.random(),
                machine.clock().instant()));
    word = Optional.of(signed);
    Said said = machine.api().tellKeys(signed.bytes());
    told(said, false);
    if (!said.done()) {
      world.violated(machine.party() + "'s word about an officer is refused: " + said.sentence());
    } else if (!said.sentence().contains("NOT kept")) {
      word = Optional.empty();
      step = then;
      if (body instanceof KeyBody.Revoke) {
        world.tally().count(Fault.OFFICER_KEY_CHANGED);
      }
    }
  }

  private void told(Said said, boolean urgent) {
    if (!machine.isUp()) {
      throw new PowerCut(machine.party());
    }
    checks.told(machine, said, urgent);
    world.agenda().note(said.state() + " " + said.code() + " " + said.id());
  }

  /** Whether the record has the key here, and it counts or not. */
  private boolean isShown(SigningKey key, boolean counts) {
    String digits = HexFormat.of().formatHex(key.publicKey().encoded());
    return machine.api().keys().stream()
        .filter(each -> each.key().equals(digits) && each.recorded())
        .map(KeyApi.Key::counts)
        .anyMatch(each -> each == counts);
  }
}
