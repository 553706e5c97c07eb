// The reading room by hand and eye: what belongs together lights up on both sides; one key for each step. All of it is
// links and forms without this.
(() => {
  "use strict";
  const room = document.querySelector("[data-room]");
  if (!room) return;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const original = document.getElementById("ban-goc");
  const add = original.querySelector(".room-add");

  // Both sides light up
  const pieces = new Map();
  all("[data-of]", room).forEach((element) => element.dataset.of.split(" ").forEach((key) => {
    pieces.set(key, [...(pieces.get(key) || []), element]);
  }));
  let lit = [];
  const light = (keys) => {
    lit.forEach((element) => element.classList.remove("lit"));
    lit = keys.flatMap((key) => pieces.get(key) || []);
    lit.forEach((element) => element.classList.add("lit"));
  };
  const keysAt = (target) => { const found = target.closest("[data-of]"); return found ? found.dataset.of.split(" ") : []; };
  const show = (key) => {
    const there = (pieces.get(key) || []).filter((element) => original.contains(element));
    const mark = there.find((element) => !element.closest("svg"));
    if (!turnTo(there.find((element) => element.closest("svg")))) turnPage(mark);
    if (mark && original.scrollHeight > original.clientHeight) {
      original.scrollTop += mark.getBoundingClientRect().top - original.getBoundingClientRect().top - original.clientHeight / 3;
    }
  };
  // The picture of a scanned page moves to the boxes of the words, else to about where the lines stand in the text
  const turnTo = (boxes) => {
    const view = boxes && boxes.closest(".room-page-view");
    if (!view) return false;
    view.scrollTop += boxes.getBoundingClientRect().top - view.getBoundingClientRect().top - view.clientHeight / 4;
    return true;
  };
  const turnPage = (mark) => {
    const leaf = mark && mark.closest("[data-page]");
    const view = leaf && leaf.querySelector(".room-page-view");
    if (!view) return;
    const lines = all("[data-start]", leaf);
    const share = lines.indexOf(mark.closest("[data-start]")) / Math.max(1, lines.length);
    view.scrollTop = share * view.scrollHeight - view.clientHeight / 3;
  };
  room.addEventListener("mouseover", (event) => light(keysAt(event.target)));
  room.addEventListener("focusin", (event) => {
    const keys = keysAt(event.target);
    if (event.target === original) { if (current) light([current.dataset.of]); return; }
    light(keys);
    if (keys.length && !original.contains(event.target)) show(keys[0]);
  });
  original.addEventListener("click", (event) => {
    const keys = keysAt(event.target);
    const card = keys.map((key) => document.getElementById(`viec-${key}`)).find(Boolean);
    if (card && getSelection().isCollapsed && !event.target.closest("a")) choose(card);
  });

  // Keys
  const cards = all(".room-list > li[id^='viec-']");
  const meant = document.getElementById(location.hash.slice(1)); // a card, or the field of the form opened in it
  let current = cards.find((card) => card.contains(meant)) || cards.find((card) => card.querySelector("form[data-current]"));
  const choose = (card) => {
    current = card;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
    show(card.dataset.of);
  };
  const step = (by) => {
    const at = cards.indexOf(current);
    const beyond = at + by < 0 ? "prev" : at + by >= cards.length ? "next" : "";
    const turn = at >= 0 && beyond && document.querySelector(`#nhiem-vu a[rel="${beyond}"]`);
    if (turn) { turn.click(); return; }
    const next = cards[at < 0 ? 0 : Math.min(cards.length - 1, Math.max(0, at + by))];
    if (next) choose(next);
  };
  const press = (key) => {
    const button = current && current.querySelector(`[data-key="${key}"]`);
    if (button) button.click();
  };
  const isTyping = (target) => target.closest("input:not([type=checkbox]), textarea, select");
  document.addEventListener("keydown", (event) => {
    const form = event.target.closest("form[data-current]");
    if (form) {
      const key = event.key === "Escape" ? "Escape" : event.ctrlKey && event.key === "Enter" ? "Enter" : event.altKey ? event.key.toLowerCase() : "";
      const button = key && form.querySelector(`[data-key="${key}"]`);
      if (button) { event.preventDefault(); button.click(); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    const acts = {
      j: () => step(1), k: () => step(-1), a: () => press("a"), e: () => press("e"), x: () => press("x"),
      o: () => (original.contains(document.activeElement) ? current && choose(current) : original.focus()),
      t: () => add.elements.start.value && add.requestSubmit(),
      "?": () => { const help = document.getElementById("phim-tat"); help.open = !help.open; help.scrollIntoView(); },
    };
    if (acts[key]) { event.preventDefault(); acts[key](); }
  });

  // Words chosen in the original become a task. The server counts letters as people do, not halves of pairs.
  const placeOf = (node, offset) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const line = element.closest("[data-start]");
    if (!line) { // a paragraph or a cell chosen by three clicks ends where the next line or row begins
      const next = element.closest("tr, [data-lines] > li");
      const text = next && next.querySelector("[data-start]");
      return text ? Number(text.dataset.start) : null;
    }
    const before = document.createRange();
    before.setStart(line, 0);
    before.setEnd(node, offset);
    return Number(line.dataset.start) + [...before.toString()].length;
  };
  const said = add.querySelector("[data-said]");
  const unsaid = said.textContent;
  let waiting;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (add.contains(document.activeElement)) return;
      const selection = getSelection();
      const inside = selection.rangeCount && !selection.isCollapsed && original.contains(selection.anchorNode);
      const range = inside ? selection.getRangeAt(0) : null;
      const start = range && placeOf(range.startContainer, range.startOffset);
      const end = range && placeOf(range.endContainer, range.endOffset);
      const good = start !== null && end !== null && start < end;
      add.elements.start.value = good ? start : "";
      add.elements.end.value = good ? end : "";
      all("[data-by-line]", add).forEach((label) => { label.hidden = good; });
      const words = good ? selection.toString().trim() : "";
      said.textContent = good ? said.dataset.chosen.replace("%(words)s", words.length > 60 ? `${words.slice(0, 57)}…` : words) : unsaid;
    }, 120);
  });
  add.addEventListener("mousedown", (event) => { if (event.target.closest("button")) event.preventDefault(); });

  // Come back to where one was: the list by its anchor, the original by its own scroll
  const kept = `room:${location.pathname}`;
  original.scrollTop = Number(sessionStorage.getItem(kept) || 0);
  addEventListener("pagehide", () => sessionStorage.setItem(kept, String(original.scrollTop)));
  if (current && !document.querySelector("[aria-invalid]")) {
    const field = current.querySelector("form [autofocus], form[data-current] textarea");
    choose(current);
    if (field) field.focus({ preventScroll: true });
    light([current.dataset.of]);
  }
})();
