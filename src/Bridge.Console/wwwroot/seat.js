// Watches the beat that the server renders each second. When it stops, the page says so and what needs the server is dead; when it comes back,
// the page is as before. Keys that may be pressed without the server stand outside of [data-needs-server].
(() => {
  "use strict";
  const silence = 8000;
  let beat = null;
  let since = performance.now();
  let lost = false;

  const show = () => {
    document.documentElement.classList.toggle("seat-is-lost", lost);
    for (const part of document.querySelectorAll("[data-needs-server]")) {
      part.inert = lost;
    }
    const notice = document.querySelector(".seat-lost");
    const words = lost && notice ? notice.dataset.words : "";
    if (notice && notice.textContent !== words) {
      notice.textContent = words;
    }
  };

  const look = () => {
    const element = document.querySelector("[data-beat][data-live]");
    const now = performance.now();
    if (!element) {
      beat = null;
      since = now;
    } else if (element.dataset.beat !== beat) {
      beat = element.dataset.beat;
      since = now;
    }
    const before = lost;
    lost = element !== null && now - since > silence;
    if (lost || before) {
      show();
    }
    if (lost !== before) {
      document.dispatchEvent(new CustomEvent("seat-link", { detail: { lost } }));
    }
  };

  setInterval(look, 500);
})();
