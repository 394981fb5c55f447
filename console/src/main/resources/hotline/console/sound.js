// Hotline console, sound: an alarm sounds on every screen of its party until a person accepts it,
// and a page that has lost its node sounds too. A browser plays nothing before someone has touched
// the page once: until then the sign beside the alarms says that the sound is off.
(() => {
  "use strict";
  const frame = document.querySelector(".frame");
  if (!frame || !window.AudioContext) return; // the sign goes on saying that there is no sound
  const audio = new AudioContext();
  const title = document.title;
  const STEEP_S = 0.01; // no clicks at the ends of a tone
  const LOUD = 0.4;

  function tone(hertz, afterS, lengthS) {
    const at = audio.currentTime + afterS;
    const wave = new OscillatorNode(audio, { frequency: hertz, type: "triangle" });
    const level = new GainNode(audio, { gain: 0 });
    level.gain.linearRampToValueAtTime(0, at);
    level.gain.linearRampToValueAtTime(LOUD, at + STEEP_S);
    level.gain.setValueAtTime(LOUD, at + lengthS - STEEP_S);
    level.gain.linearRampToValueAtTime(0, at + lengthS);
    wave.connect(level).connect(audio.destination);
    wave.start(at);
    wave.stop(at + lengthS);
  }

  // Two tones by turns for STOP and DISTRESS, one tone now and then for the rest.
  const urgent = () => { tone(880, 0, 0.35); tone(660, 0.4, 0.35); };
  const calm = () => tone(660, 0, 0.3);
  const why = () => {
    if (document.querySelector(".alarm.p1[data-state=unaccepted]")) return { sound: urgent, everyMs: 1000 };
    if (document.querySelector(".alarm[data-state=unaccepted]")) return { sound: calm, everyMs: 5000 };
    return frame.hasAttribute("data-stale") ? { sound: calm, everyMs: 10000 } : null;
  };

  let played = -Infinity;
  function look() {
    const on = audio.state === "running";
    const cause = why();
    if (!cause) played = -Infinity; // the next one sounds at once
    frame.dataset.sound = !on ? "off" : cause ? "sounding" : "on";
    document.title = cause && Date.now() % 2000 < 1000 ? `▲ ${title}` : title;
    const sign = document.getElementById("sound");
    const words = !on ? "Sound is OFF: press here" : cause ? "Sounding" : sign?.dataset.held ?? "Sound on: test";
    if (sign && sign.textContent !== words) {
      sign.textContent = words;
      sign.disabled = false;
      sign.classList.toggle("warn", !on);
    }
    if (on && cause && performance.now() - played >= cause.everyMs) {
      played = performance.now();
      cause.sound();
    }
  }
  setInterval(look, 250);
  document.addEventListener("hotline:alarms", look); // an alarm that has just come does not wait

  const wake = () => { if (audio.state !== "running") audio.resume().catch(() => {}); };
  document.addEventListener("keydown", wake);
  document.addEventListener("pointerdown", wake);
  document.addEventListener("click", (event) => {
    // While a watch is handed over nothing is tried out: who takes it must not wonder what it was.
    if (event.target.id === "sound" && event.target.dataset.held && audio.state === "running") return;
    if (event.target.id === "sound" || event.target.hasAttribute?.("data-sound-test")) audio.resume().then(urgent).catch(() => {});
  });
})();
