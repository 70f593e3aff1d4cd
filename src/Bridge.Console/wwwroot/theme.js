// Puts on the theme that was chosen at this machine before the page is drawn; without a choice it is the machine's own.
(() => {
  "use strict";
  const root = document.documentElement;
  const kept = localStorage.getItem("theme");
  if (kept === "dark" || kept === "light") {
    root.dataset.theme = kept;
  }

  document.addEventListener("click", event => {
    if (event.target.closest("[data-theme-switch]")) {
      const now = root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
      root.dataset.theme = now === "dark" ? "light" : "dark";
      localStorage.setItem("theme", root.dataset.theme);
    }
  });
})();
