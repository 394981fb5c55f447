package hotline.simulator;

import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Views;
import hotline.simulator.check.Checks;
import hotline.simulator.disk.PowerCut;
import hotline.simulator.world.Machine;
import hotline.simulator.world.Seed;
import hotline.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The people at the nodes: they declare, warn, answer, suspend and restore as the seed has it. */
final class Officers {
  private static final int PAUSE_MS_MAX = 2_500;
  private static final List<String> URGENT = List.of("STOP", "WARNING", "LINE-CHECK");

  private final World world;
  private final Checks checks;
  private final Seed.Draws draws;
  private final Optional<OfficerKeys> keys;
  private boolean over;

  /** {@code keys} sign inside what officers of their party say. */
  Officers(World world, Checks checks, Optional<OfficerKeys> keys) {
    this.world = world;
    this.checks = checks;
    this.keys = keys;
    this.draws = world.seed().of("officers");
  }

  /** They begin. */
  void begin() {
    world
        .agenda()
        .in(
            Duration.ofMillis(draws.between(1, PAUSE_MS_MAX)),
            "officer",
            () -> {
              if (!over) {
                Machine machine = world.machines().get(draws.below(world.machines().size()));
                int what = draws.below(12);
                if (machine.isUp()) {
                  world.agenda().note(machine.party() + " officer " + what);
                  machine.during(machine.party() + "'s officer", () -> press(machine, what));
                }
                begin();
              }
            });
  }

  /** They have said all. */
  void end() {
    over = true;
  }

  private void press(Machine machine, int what) {
    Runnable act = () -> act(machine, what);
    keys.ifPresentOrElse(all -> all.press(machine, act), act);
  }

  private void act(Machine machine, int what) {
    LineApi api = machine.api();
    switch (what) {
      case 0, 1, 2 -> told(machine, true, api.send(message(URGENT.get(draws.below(3)))));
      case 3, 4 -> told(machine, false, api.send(message("TEXT")));
      case 5, 6, 7 -> told(machine, false, api.declare(circle(machine.clock().instant())));
      case 8 -> changeNotice(machine, api);
      case 9 -> status(machine, api);
      case 10 -> told(machine, false, api.takeWatch("duty", "officer " + draws.below(3)));
      default -> answer(machine, api);
    }
    if (machine.party().equals(world.host()) && api.line().record().sequencer().equals("STOPPED")) {
      Said _ = api.sequencer(true);
    }
  }

  private void told(Machine machine, boolean urgent, Said said) {
    if (!machine.isUp()) {
      throw new PowerCut(machine.party());
    }
    checks.told(machine, said, urgent);
    world.agenda().note(said.state() + " " + said.code() + " " + said.id());
  }

  private Requests.Message message(String kind) {
    String text = kind.equals("TEXT") ? "text " + draws.below(1_000_000) : null;
    String language = text == null ? null : "en";
    return new Requests.Message(kind, List.of(), text, language, null, null, null, List.of(), null);
  }

  /** Somewhere near one place, so that notices of two parties meet now and then. */
  private Requests.Declare circle(Instant now) {
    Instant start = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(60L * draws.between(5, 60));
    long floor = 1_000 * draws.between(10, 20);
    String position = "47." + draws.between(10, 40) + "N 8." + draws.between(10, 40) + "E";
    return new Requests.Declare(
        null,
        "transit",
        null,
        List.of(
            new Requests.Volume(
                List.of(position),
                "3 NM",
                floor + " ft STD",
                floor + 2_000 + " ft STD",
                start.toString(),
                start.plusSeconds(600).toString(),
                null)),
        null);
  }

  private void changeNotice(Machine machine, LineApi api) {
    List<Views.Notice> own =
        api.notices(false).stream().filter(each -> each.party().equals(machine.party())).toList();
    if (own.isEmpty()) {
      return;
    }
    String entity = own.get(draws.below(own.size())).entity();
    told(
        machine,
        false,
        draws.below(2) == 0
            ? api.shift(new Requests.Shift(entity, 500L, null, null))
            : api.noticeState(entity, "ENDED"));
  }

  private void status(Machine machine, LineApi api) {
    String state = draws.below(3) == 0 ? "SUSPENDED" : "IN_FORCE";
    told(machine, false, api.status(new Requests.Status(state, null, null, "by the officer")));
  }

  private void answer(Machine machine, LineApi api) {
    List<Views.Message> alarms =
        api.messages(20).stream().filter(each -> !each.own() && each.urgent()).toList();
    if (alarms.isEmpty()) {
      return;
    }
    Views.Message alarm = alarms.get(draws.below(alarms.size()));
    told(machine, false, api.accept(alarm.id(), "duty", "officer"));
    told(machine, false, api.answer(new Requests.Answer(alarm.id(), "ROGER", null)));
  }
}
