// Hotline console: what scripts add. Everything works without them.
// Live regions follow the node, clocks run, a lost node shows within seconds, keys F8 F9 F2.
(() => {
  "use strict";
  const STALE_MS = 3000;
  const frame = document.querySelector(".frame");
  if (!frame) return;

  // A region is left alone while someone writes or stands in it.
  const busy = (region) =>
    region.contains(document.activeElement) && document.activeElement !== region ||
    [...region.querySelectorAll("input:not([type=hidden]), textarea, select")].some((field) =>
      field.type === "checkbox" || field.type === "radio"
        ? field.checked !== field.defaultChecked
        : field.tagName !== "SELECT" && field.value !== field.defaultValue);

  let offset = 0; // node's clock minus this machine's, in ms
  let heard = performance.now();
  let change = -1;
  let loading = false;
  let again = false;

  const made = () => Date.parse(document.getElementById("age")?.dataset.made ?? "");
  const learnClock = () => { if (!Number.isNaN(made())) offset = made() - Date.now(); };
  learnClock();

  let asked = 0;
  const shown = new Map(); // by region: the number of the question whose answer it shows
  async function take(address) {
    const number = asked += 1;
    const answer = await fetch(address, { credentials: "same-origin", cache: "no-store" });
    if (!answer.ok) return false;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const region of document.querySelectorAll("[data-live]")) {
      const next = fresh.getElementById(region.id);
      if (!next || busy(region) || number < (shown.get(region.id) ?? 0)) continue; // never an older word over a newer
      shown.set(region.id, number);
      if (next.outerHTML === region.outerHTML) continue;
      const top = region.scrollTop;
      const focused = document.activeElement === region;
      const put = document.importNode(next, true);
      region.replaceWith(put);
      put.scrollTop = top;
      if (focused) put.focus({ preventScroll: true });
    }
    return true;
  }

  // An alarm does not wait for the page round it, however long that is.
  let ringing = false;
  let ringAgain = false;
  async function alarms() {
    if (ringing) { ringAgain = true; return; }
    ringing = true;
    try {
      do {
        ringAgain = false;
        if (await take("/strip")) document.dispatchEvent(new Event("hotline:alarms"));
      } while (ringAgain);
    } catch {
      // The stale mark says it.
    } finally {
      ringing = false;
    }
  }

  async function refresh() {
    if (loading) { again = true; return; }
    loading = true;
    try {
      if (!await take(location.href)) return;
      learnClock();
      heard = performance.now();
      document.dispatchEvent(new Event("hotline:changed"));
    } catch {
      // The stale mark says it.
    } finally {
      loading = false;
      if (again) { again = false; refresh(); }
    }
  }

  const events = new EventSource("/events");
  events.addEventListener("change", (event) => {
    heard = performance.now();
    const now = JSON.parse(event.data).change;
    if (change !== -1 && now !== change) alarms().then(refresh);
    change = now;
  });
  window.addEventListener("pagehide", () => events.close());

  const two = (n) => String(n).padStart(2, "0");
  setInterval(() => {
    const at = new Date(Date.now() + offset);
    const clock = document.querySelector(".clock time");
    if (clock) {
      clock.textContent = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}Z`;
      clock.dateTime = at.toISOString();
    }
    const silent = performance.now() - heard;
    const stale = silent > STALE_MS;
    frame.toggleAttribute("data-stale", stale);
    const age = document.getElementById("age");
    const words = document.getElementById("age-words");
    const sentence = stale ? "no word from this node: go by voice and paper" : "by the node’s clock";
    if (words && words.textContent !== sentence) words.textContent = sentence;
    if (age) age.textContent = stale ? `STALE ${Math.floor(silent / 1000)} s` : `${(silent / 1000).toFixed(1)} s`;
  }, 250);
  // Ages and timers are the node's words: ask for them again, also when nothing changed.
  setInterval(() => { if (document.visibilityState === "visible") refresh(); }, 5000);

  const press = (selector) => document.querySelector(selector)?.click();
  const pressed = new Map(); // a slip of the finger does not send twice; another key is no slip
  document.addEventListener("keydown", (event) => {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const wanted = {
      F8: ".urgent button[value=STOP]",
      F9: ".urgent button[value=DISTRESS]",
      F2: ".alarm[data-state=unaccepted] form.accept button",
    }[event.key];
    if (!wanted) return;
    event.preventDefault();
    if (performance.now() - (pressed.get(event.key) ?? -Infinity) < 1000) return;
    pressed.set(event.key, performance.now());
    press(wanted);
  });
})();
