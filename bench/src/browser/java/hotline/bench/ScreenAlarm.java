package hotline.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import hotline.node.api.LineApi;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;

/**
 * From the key press at North until the STOP is painted at South, and until its tone is started
 * there; by the clock of the one machine that both browsers run on.
 */
final class ScreenAlarm {
  private static final int SLOWEST = 8;

  private static final String PRESSES =
      """
      document.addEventListener("keydown", (event) => {
        if (event.key !== "F8") return;
        sessionStorage.setItem("pressed", String(performance.timeOrigin + event.timeStamp));
        sessionStorage.setItem("handled", String(performance.timeOrigin + performance.now()));
      }, true);
      """;

  /**
   * Notes when the node told of a change, when the alarms were asked for and answered, when one
   * that nobody has accepted is there and painted, and when a tone begins.
   */
  private static final String SEES =
      """
      const at = () => performance.timeOrigin + performance.now();
      window.seen = {};
      let told = null, asked = null, answered = null;
      const fetching = window.fetch;
      window.fetch = async (where, ...how) => {
        if (where !== "/strip") return fetching(where, ...how);
        const mine = { told, asked: at() };
        const answer = await fetching(where, ...how);
        const text = await answer.text();
        answered = { ...mine, answered: at() };
        return { ok: answer.ok, text: async () => text };
      };
      const listen = EventSource.prototype.addEventListener;
      EventSource.prototype.addEventListener = function (name, act) {
        return listen.call(this, name, (event) => { if (name === "change") told = at(); act(event); });
      };
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (...when) { if (window.seen.there) window.seen.sounding ??= at(); return start.apply(this, when); };
      new MutationObserver(() => {
        if (window.seen.there || !document.querySelector(".alarm.p1[data-state=unaccepted]")) return;
        Object.assign(window.seen, answered, { there: at() });
        requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => { window.seen.drawn = at(); }; channel.port2.postMessage(0); });
      }).observe(document, { childList: true, subtree: true });
      """;

  /** The stages in their order, each from the end of the one before. */
  private static final List<String> STAGES =
      List.of(
          "the page's handler runs",
          "signed by its node",
          "on disk at the other node",
          "its page is told",
          "it asks for the alarms",
          "has the answer",
          "the alarm stands in the page",
          "drawn");

  private final LoopbackLine line;
  private final Browser browser;

  ScreenAlarm(LoopbackLine line, Browser browser) {
    this.line = line;
    this.browser = browser;
  }

  void run(int stops) {
    Page north = Screens.open(line, browser, LoopbackLine.NORTH, PRESSES);
    Page south = Screens.open(line, browser, LoopbackLine.SOUTH, SEES);
    south.locator("#sound").click();
    south.locator(".frame[data-sound=on]").waitFor();
    List<double[]> stages = new ArrayList<>();
    long[] drawn = new long[stops];
    long[] sounding = new long[stops];
    for (int i = -3; i < stops; i++) {
      south.locator("#alarm-list:not(:has(.alarm.p1[data-state=unaccepted]))").waitFor();
      south.waitForFunction("() => document.querySelector('.frame').dataset.sound === 'on'");
      south.evaluate("() => { window.seen = {}; }");
      north.navigate(line.northAddress() + "/");
      north.keyboard().press("F8");
      south.waitForFunction("() => window.seen.drawn && window.seen.sounding");
      north.waitForURL("**/messages/**");
      double pressed = number(north.evaluate("() => Number(sessionStorage.getItem('pressed'))"));
      if (i >= 0) {
        double[] times = times(north, south, pressed);
        stages.add(times);
        drawn[i] = (long) ((times[times.length - 1] - pressed) * 1e6);
        sounding[i] = (long) ((seen(south, "sounding") - pressed) * 1e6);
      }
      accept();
    }
    print("STOP, key press to drawn at the other side", drawn);
    print("STOP, key press to sounding there", sounding);
    print(stages);
    north.context().close();
    south.context().close();
  }

  /** When it was pressed, then when each stage was over; in ms by the one clock of the machine. */
  private double[] times(Page north, Page south, double pressed) {
    Views.Message stop = unaccepted().getLast();
    Instant delivered = stop.delivery().delivered();
    return new double[] {
      pressed,
      number(north.evaluate("() => Number(sessionStorage.getItem('handled'))")),
      ms(stop.signed()),
      delivered == null ? Double.NaN : ms(delivered),
      seen(south, "told"),
      seen(south, "asked"),
      seen(south, "answered"),
      seen(south, "there"),
      seen(south, "drawn")
    };
  }

  private static double ms(Instant time) {
    return time.getEpochSecond() * 1e3 + time.getNano() / 1e6;
  }

  private static double seen(Page page, String what) {
    return number(page.evaluate("() => window.seen." + what + " ?? NaN"));
  }

  /** Each stage by itself, and the slowest presses stage by stage. */
  private static void print(List<double[]> stages) {
    for (int stage = 1; stage <= STAGES.size(); stage++) {
      int at = stage;
      long[] ns =
          stages.stream().mapToLong(each -> (long) ((each[at] - each[at - 1]) * 1e6)).toArray();
      Percentiles times = new Percentiles(ns);
      System.out.printf(
          "  %-30s p50 %,6.1f ms, p99 %,6.1f ms%n",
          STAGES.get(stage - 1), times.p50Ms(), times.p99Ms());
    }
    System.out.println("  the slowest, stage by stage in ms:");
    stages.stream()
        .sorted(Comparator.comparingDouble(each -> each[0] - each[each.length - 1]))
        .limit(SLOWEST)
        .forEach(each -> {
          StringJoiner row = new StringJoiner(" + ", "    ", "");
          for (int i = 1; i < each.length; i++) {
            row.add("%.0f".formatted(each[i] - each[i - 1]));
          }
          System.out.printf("%s = %.0f%n", row, each[each.length - 1] - each[0]);
        });
  }

  private List<Views.Message> unaccepted() {
    return line.node(LoopbackLine.SOUTH).api().alarms().stream()
        .filter(each -> each.alarm().equals("UNACCEPTED"))
        .toList();
  }

  private void accept() {
    LineApi api = line.node(LoopbackLine.SOUTH).api();
    for (Views.Message each : unaccepted()) {
      LoopbackLine.require(api.accept(each.id(), "duty", "Officer"));
      LoopbackLine.require(
          api.answer(new hotline.node.api.Requests.Answer(each.id(), "WILCO", null)));
    }
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  private static void print(String what, long[] ns) {
    Percentiles times = new Percentiles(ns);
    System.out.printf(
        "%-44s p50 %,6.0f ms, p99 %,6.0f ms (%d times)%n",
        what, times.p50Ms(), times.p99Ms(), ns.length);
  }
}
