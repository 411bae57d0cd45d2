"use strict";
// What rests on which words: choose a mark or an entry, and all that belongs to it is lit.
(() => {
  const dock = document.getElementById("dock");
  const dockBody = document.getElementById("dock-body");
  const wide = window.matchMedia("(min-width: 62rem)");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const idsOf = (mark) => (mark.dataset.of || "").split(" ").filter(Boolean);
  let chosen = null;

  document.documentElement.classList.add("scripted");

  function release() {
    for (const lit of all(".on")) lit.classList.remove("on");
    for (const entry of all("[aria-current]")) entry.removeAttribute("aria-current");
    dock.hidden = true;
    dockBody.replaceChildren();
    chosen = null;
  }

  function choose(id, from) {
    release();
    chosen = id;
    for (const mark of all(`[data-of~="${CSS.escape(id)}"]`)) mark.classList.add("on");
    const entry = document.getElementById(id);
    if (!entry) return;
    entry.classList.add("on");
    entry.querySelector(".go")?.setAttribute("aria-current", "true");
    if (from === "text") showEntry(entry);
    else showWords(id);
  }

  function showEntry(entry) {
    const copy = entry.cloneNode(true);
    copy.removeAttribute("id");
    for (const inner of all("[id]", copy)) inner.removeAttribute("id");
    for (const link of all("a.go", copy)) link.replaceWith(...link.childNodes);
    dockBody.replaceChildren(...copy.childNodes);
    dock.hidden = false;
    const panel = entry.closest(".panel");
    if (!wide.matches || !panel) return;
    const room = panel.getBoundingClientRect(), place = entry.getBoundingClientRect();
    if (place.top < room.top || place.bottom > room.bottom)
      panel.scrollBy({ top: place.top - room.top - room.height / 3, behavior: motion() });
  }

  function showWords(id) {
    const first = document.getElementById(`${id}-at`);
    const lit = document.querySelector(`.m.on, .badge.on`);
    (lit || first)?.scrollIntoView({ block: "center", behavior: motion() });
  }

  const motion = () => (calm.matches ? "auto" : "smooth");

  // A second choice of the same words goes on to what lies around them.
  function chooseMark(mark) {
    const ids = idsOf(mark);
    if (!ids.length) return;
    const next = ids[ids.indexOf(chosen) + 1];
    if (next) choose(next, "text");
    else release();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-entry]");
    const mark = event.target.closest("[data-of]");
    if (link) choose(link.dataset.entry, "list");
    else if (mark && !String(window.getSelection())) chooseMark(mark);
    else return;
    event.preventDefault();
  });

  const AHEAD = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") release();
    const step = AHEAD[event.key];
    const here = document.activeElement;
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = here.closest(".text")
      ? all(".text a[data-of]:not([tabindex])", here.closest(".reading"))
      : here.matches("a[data-entry]") ? all("a[data-entry]", here.closest(".panel")) : [];
    const next = stops[stops.indexOf(here) + step];
    if (!stops.includes(here) || !next) return;
    event.preventDefault();
    next.focus();
    if (next.dataset.entry) choose(next.dataset.entry, "list");
    else choose(idsOf(next)[0], "text");
  });

  document.getElementById("dock-close").addEventListener("click", release);
  for (const choice of all("input[name=interface]"))
    choice.addEventListener("change", () => { document.documentElement.lang = choice.value; });
})();
