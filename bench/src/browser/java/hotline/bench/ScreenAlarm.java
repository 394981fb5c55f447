package hotline.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import hotline.node.api.LineApi;
import hotline.node.api.Views;
import java.util.List;

/**
 * From the key press at North until the STOP is painted at South, and until its tone is started
 * there; by the clock of the one machine that both browsers run on.
 */
final class ScreenAlarm {
  private static final String PRESSES =
      """
      document.addEventListener("keydown", (event) => {
        if (event.key === "F8") sessionStorage.setItem("pressed", String(performance.timeOrigin + event.timeStamp));
      }, true);
      """;

  /** Notes when an alarm that nobody has accepted is there and painted, and when a tone begins. */
  private static final String SEES =
      """
      const at = () => performance.timeOrigin + performance.now();
      window.seen = { there: null, drawn: null, sounding: null };
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (...when) { if (window.seen.there) window.seen.sounding ??= at(); return start.apply(this, when); };
      new MutationObserver(() => {
        if (window.seen.there || !document.querySelector(".alarm.p1[data-state=unaccepted]")) return;
        window.seen.there = at();
        requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => { window.seen.drawn = at(); }; channel.port2.postMessage(0); });
      }).observe(document, { childList: true, subtree: true });
      """;

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
    long[] drawn = new long[stops];
    long[] sounding = new long[stops];
    for (int i = -3; i < stops; i++) {
      south.locator("#alarm-list:not(:has(.alarm.p1[data-state=unaccepted]))").waitFor();
      south.waitForFunction("() => document.querySelector('.frame').dataset.sound === 'on'");
      south.evaluate("() => { window.seen = { there: null, drawn: null, sounding: null }; }");
      north.navigate(line.northAddress() + "/");
      north.keyboard().press("F8");
      south.waitForFunction("() => window.seen.drawn && window.seen.sounding");
      north.waitForURL("**/messages/**");
      double pressed = number(north.evaluate("() => Number(sessionStorage.getItem('pressed'))"));
      if (i >= 0) {
        drawn[i] = (long) ((number(south.evaluate("() => window.seen.drawn")) - pressed) * 1e6);
        sounding[i] =
            (long) ((number(south.evaluate("() => window.seen.sounding")) - pressed) * 1e6);
      }
      accept();
    }
    print("STOP, key press to drawn at the other side", drawn);
    print("STOP, key press to sounding there", sounding);
    north.context().close();
    south.context().close();
  }

  private void accept() {
    LineApi api = line.node(LoopbackLine.SOUTH).api();
    List<Views.Message> open =
        api.alarms().stream().filter(each -> each.alarm().equals("UNACCEPTED")).toList();
    for (Views.Message each : open) {
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
