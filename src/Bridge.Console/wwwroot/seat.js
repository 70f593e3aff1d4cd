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

  const age = (now) => {
    const element = document.querySelector("[data-link-age]");
    if (element && beat !== null) {
      const words = (lost ? element.dataset.lost : element.dataset.online).replace("{0}", Math.round((now - since) / 1000));
      element.textContent = words;
    }
  };

  // The framework gives up at some point, or the server has forgotten the page: as soon as the server answers again, the page is asked for anew.
  const reload = async () => {
    const modal = document.getElementById("components-reconnect-modal");
    if (modal && /components-reconnect-(failed|rejected|resume-failed)/.test(modal.className)) {
      try {
        await fetch(location.href, { method: "HEAD", cache: "no-store", redirect: "manual" });
        location.reload();
      } catch {
        // Still away.
      }
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
    age(now);
    if (lost || before) {
      show();
    }
  };

  setInterval(look, 500);
  setInterval(() => lost && reload(), 5000);
})();
