"use strict";
// Runs before anything is drawn, so that the page does not flash in the wrong colours.
(() => {
  document.documentElement.classList.add("scripted");
  try {
    const theme = localStorage.getItem("modelcounter.theme");
    if (theme === "dark" || theme === "light") {
      document.documentElement.dataset.theme = theme;
    }
  } catch (refused) {
    // Pages that are opened as files may have no storage; the system decides then.
  }
})();
