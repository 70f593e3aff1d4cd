// The desk's keys, its link watch and its sounds. Nothing here decides anything: a key press is told to the server, with the number of the picture
// that the person saw when she pressed. The server judges it, and refuses a press on an old picture.

// The key of each act, as the site chose it: { open: "F9", find: "Ctrl+K", visitor: "Alt+5", ... }.
let keys = {};
let desk = null;
let sequence = 0;
let pressing = false;
const held = new Set();

export function start(server, chosen) {
  desk = server;
  keys = chosen;
  document.addEventListener("keydown", down);
  document.addEventListener("keyup", up);
  document.addEventListener("click", clicked);
  window.addEventListener("blur", () => held.clear());
  document.addEventListener("seat-link", comeBack);
}

export function stop() {
  desk = null;
  document.removeEventListener("keydown", down);
  document.removeEventListener("keyup", up);
  document.removeEventListener("click", clicked);
  document.removeEventListener("seat-link", comeBack);
}

export function focus(id) {
  document.getElementById(id)?.focus();
}

// ---- keys ----------------------------------------------------------------------------------------------------------------------------------

// An input method that composes swallows keys; one that is held down repeats itself. Neither is somebody's wish.
function isNoWish(event) {
  return event.isComposing || event.keyCode === 229;
}

function actOf(event) {
  // With Alt a digit may come as another sign, and from the digit pad by another name: the place of the key counts. What a browser fills in has no key at all.
  const digit = event.altKey ? /^(?:Digit|Numpad)([0-9])$/.exec(event.code) : null;
  const name = digit ? digit[1] : event.key?.length === 1 ? event.key.toUpperCase() : event.key;
  const chord = (event.ctrlKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") + (event.shiftKey ? "Shift+" : "") + name;
  return Object.keys(keys).find(act => keys[act] === chord) ?? null;
}

// A hand scanner types like a keyboard. It is set to begin with Ctrl+B (STX) and to end with Enter, so that its number goes to the case and not into
// whatever has the focus.
let scanned = null;
let scannedAt = 0;

function scan(event) {
  if (event.ctrlKey && event.key.toLowerCase() === "b") {
    scanned = "";
  } else if (scanned === null || performance.now() - scannedAt > 1000) {
    scanned = null;
    return false;
  } else if (event.key === "Enter") {
    desk?.invokeMethodAsync("ScanAsync", scanned);
    scanned = null;
  } else if (event.key.length === 1) {
    scanned += event.key;
  }

  scannedAt = performance.now();
  event.preventDefault();
  return true;
}

function down(event) {
  if (!isNoWish(event) && scan(event)) {
    return;
  }

  // With nothing else in hand, Enter takes the first of the queue: the one that stands there on this screen.
  if (event.key === "Enter" && event.target === document.body && !isNoWish(event) && !event.repeat) {
    const first = document.querySelector(".queue-row");
    if (first) {
      desk?.invokeMethodAsync("TakeAsync", first.dataset.row);
    }

    return;
  }

  const onKey = event.target.id === "open-key" && (event.key === "Enter" || event.key === " ");
  const act = actOf(event);
  if ((!act && !onKey) || isNoWish(event)) {
    return;
  }

  event.preventDefault();
  if (event.repeat) {
    return;
  }

  if (onKey) {
    held.add("open-key");
  } else if (act === "open") {
    held.add("open");
  } else if (act === "find") {
    focus("directory-text");
  } else if (act === "next" || act === "previous") {
    move(act === "next" ? 1 : -1);
  } else {
    tell(act);
  }
}

// The door opens on letting go, once; a key that was down before this page was there says nothing.
function up(event) {
  if (event.key === keys.open && held.delete("open")) {
    press();
  } else if (event.target.id === "open-key" && (event.key === "Enter" || event.key === " ") && held.delete("open-key")) {
    press();
  }
}

function clicked(event) {
  // A click without a pointer comes from the keyboard, which has been heard already, or from an aid that has no keys: then it counts.
  if (event.target.closest("#open-key") && !held.has("open-key") && (event.detail > 0 || !event.pointerType)) {
    press();
  }
}

// Moving is no choice: a row is opened by Enter, as the focused key that it is. From the focused row, or from the one in hand.
function move(step) {
  const rows = [...document.querySelectorAll(".queue-row")];
  const focused = rows.indexOf(document.activeElement);
  const from = focused >= 0 ? focused : rows.findIndex(row => row.hasAttribute("aria-current"));
  rows[Math.min(Math.max(from + step, 0), rows.length - 1)]?.focus();
}

function tell(act) {
  desk?.invokeMethodAsync("KeyAsync", act);
}

async function press() {
  const key = document.getElementById("open-key");
  if (!desk || !key || key.dataset.live !== "true" || isLost() || pressing) {
    return;
  }

  // Said of the key itself as well: until the server has answered, another press is none.
  pressing = true;
  key.ariaBusy = "true";
  try {
    await desk.invokeMethodAsync("PressOpenAsync", Number(key.dataset.case), Number(document.querySelector("[data-beat]")?.dataset.beat), ++sequence);
  } finally {
    pressing = false;
    key.ariaBusy = null;
  }
}

// ---- the link (seat.js watches it) ---------------------------------------------------------------------------------------------------------

function isLost() {
  return document.documentElement.classList.contains("seat-is-lost");
}

// A restarted server knows nothing of this page: it is fetched anew, with its case, as soon as the server answers.
async function comeBack(event) {
  if (!event.detail.lost) {
    return;
  }

  while (isLost()) {
    await new Promise(resolve => setTimeout(resolve, 1000));
    try {
      const answer = await fetch("/health/live", { cache: "no-store" });
      if (answer.ok && isLost()) {
        location.reload();
        return;
      }
    } catch {
      // Still away: asked again in a second.
    }
  }
}

// ---- sounds --------------------------------------------------------------------------------------------------------------------------------

const tones = {
  ring: [[880, 0.4], [660, 0.4]],
  arrival: [[660, 0.15]],
  yes: [[660, 0.12], [880, 0.16]],
  no: [[660, 0.12], [440, 0.2]],
  live: [[1200, 0.04]],
  warning: [[330, 0.09], [0, 0.08], [330, 0.09]],
  critical: [[520, 0.14], [0, 0.07], [520, 0.14], [0, 0.07], [520, 0.2]],
};
let audio = null;

// A browser is silent before somebody touches the page: the shift begins with this.
export async function soundOn() {
  audio ??= new AudioContext();
  await audio.resume();
  play("yes");
}

export function play(name) {
  if (!audio || !tones[name]) {
    return;
  }

  let at = audio.currentTime;
  for (const [pitch, length] of tones[name]) {
    if (pitch > 0) {
      const tone = audio.createOscillator();
      const level = audio.createGain();
      tone.frequency.value = pitch;
      level.gain.setValueAtTime(0.2, at);
      level.gain.exponentialRampToValueAtTime(0.001, at + length);
      tone.connect(level).connect(audio.destination);
      tone.start(at);
      tone.stop(at + length);
    }

    at += length;
  }
}
