// The patrol's phone: sound and vibration for a new task, a screen that stays on, and a store for what was pressed without a link.
const shelf = "accessbridge.patrol.unsent";
const every = 500;
const alarmEvery = 5000;
const beatEvery = 5000;
const patience = 10000;

let server = null;
let sending = false;
let sound = null;
let alarmed = { task: null, at: 0 };
let beaten = 0;

const read = () => {
  try {
    return JSON.parse(localStorage.getItem(shelf) ?? "[]");
  } catch {
    return [];
  }
};
const write = (kept) => localStorage.setItem(shelf, JSON.stringify(kept));
const fill = (element, words) => {
  if (element && element.textContent !== words) {
    element.textContent = words;
  }
};

const show = () => {
  const kept = read();
  const unsent = document.querySelector("[data-unsent-words]");
  fill(unsent, kept.length > 0 ? unsent.dataset.unsentWords.replace("{0}", kept.length) : "");
  const notice = document.querySelector("[data-kept-words]");
  let here = false;
  for (const key of document.querySelectorAll("[data-result]")) {
    const mine = kept.find((one) => one.task === Number(key.dataset.task));
    here ||= mine !== undefined;
    key.classList.toggle("key-kept", mine?.result === key.dataset.result);
    key.setAttribute("aria-pressed", mine?.result === key.dataset.result ? "true" : "false");
  }
  fill(notice, here ? notice.dataset.keptWords : "");
};

const timeout = (promise) => Promise.race([promise, new Promise((_, fail) => setTimeout(() => fail(new Error("no answer")), patience))]);

const send = async () => {
  if (!server || sending) {
    return;
  }
  sending = true;
  try {
    for (const one of read()) {
      const said = await timeout(server.invokeMethodAsync("SendAsync", one.task, one.result, one.at));
      if (said === "later") {
        break;
      }
      write(read().filter((other) => other.task !== one.task || other.at !== one.at));
    }
  } catch {
    // No link: it stays kept, and is told again at the next turn.
  } finally {
    sending = false;
    show();
  }
};

// Before anything else sees the press: first it is kept, then it is told.
const press = (event) => {
  const key = event.target instanceof Element ? event.target.closest("[data-result]") : null;
  if (key) {
    event.preventDefault();
    event.stopImmediatePropagation();
    const task = Number(key.dataset.task);
    write([...read().filter((one) => one.task !== task), { task, result: key.dataset.result, at: new Date().toISOString() }]);
    show();
    void send();
  } else if (event.target instanceof Element && event.target.closest("[data-start-shift]")) {
    void start();
  }
};

const pulse = () => {
  navigator.vibrate?.([400, 150, 400, 150, 400]);
  if (!sound) {
    return;
  }
  for (const [index, pitch] of [880, 660, 880].entries()) {
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    const at = sound.currentTime + index * 0.3;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.6, at);
    volume.gain.linearRampToValueAtTime(0, at + 0.25);
    tone.connect(volume).connect(sound.destination);
    tone.start(at);
    tone.stop(at + 0.26);
  }
};

const stayAwake = async () => {
  try {
    await navigator.wakeLock?.request("screen");
  } catch {
    // The phone does not want to: it will sleep, and the radio is the second way.
  }
};

// A browser gives sound only after a press: the one that starts the shift.
const start = async () => {
  sound = new AudioContext();
  await sound.resume();
  document.documentElement.classList.add("patrol-on");
  pulse();
  await stayAwake();
};

const turn = () => {
  const now = performance.now();
  const task = document.querySelector("[data-alarm]")?.dataset.alarm ?? null;
  if (task !== alarmed.task || (task && now - alarmed.at > alarmEvery)) {
    if (task) {
      document.documentElement.dataset.alarmed = task;
      pulse();
    }
    alarmed = { task, at: now };
  }
  show();
  if (now - beaten > beatEvery) {
    beaten = now;
    if (document.visibilityState === "visible" || sound) {
      server?.invokeMethodAsync("BeatAsync").catch(() => {});
    }
    if (read().length > 0) {
      void send();
    }
  }
};

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && sound) {
    void stayAwake();
  }
});
window.addEventListener("click", press, true);
setInterval(turn, every);

export const attach = (reference) => {
  server = reference;
  navigator.serviceWorker?.register("/_content/Bridge.Console/patrol-worker.js", { scope: "/patrol" }).catch(() => {});
  show();
  void send();
};
