// Hotline console, a notice before it is sent: the check is asked for again as the form is typed,
// once it is quiet, one question at a time. Without this script a button asks.
(() => {
  "use strict";
  const QUIET_MS = 600;
  const PATIENCE_MS = 10000;
  const form = document.querySelector("form[data-check]");
  const said = document.getElementById("check-said");
  if (!form || !said) return;
  let quiet = 0;
  let asking = false;
  let again = false;
  let last = "";

  const filled = () => [...form.querySelectorAll("[required], textarea")].every((field) => field.value.trim());
  function say(words) { if (said.textContent !== words) said.textContent = words; }
  function soon() {
    clearTimeout(quiet);
    quiet = setTimeout(ask, QUIET_MS);
  }
  async function ask() {
    if (asking) { again = true; return; }
    if (!filled()) return;
    const fields = new URLSearchParams(new FormData(form));
    fields.set("do", "check");
    if (fields.toString() === last) return;
    last = fields.toString();
    asking = true;
    const body = document.getElementById("check-body");
    try {
      const answer = await fetch(form.getAttribute("action"), {
        method: "POST", body: fields, credentials: "same-origin", cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const words = fresh.getElementById("check-said");
      const next = fresh.getElementById("check-body");
      if (!answer.ok || !words || !next) throw new Error("no check");
      body.replaceWith(document.importNode(next, true));
      say(words.textContent);
    } catch {
      last = "";
      body.replaceChildren(); // what was checked is not what is typed
      say("Not checked: this node did not answer. Press “Check before sending”.");
    } finally {
      asking = false;
      if (again) { again = false; soon(); }
    }
  }
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  soon();
})();
