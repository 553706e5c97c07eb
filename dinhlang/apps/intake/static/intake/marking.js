// Marking by mouse or finger: what is chosen in the text goes into the forms. Without this, the boxes do the same.
(() => {
  "use strict";
  const reading = document.querySelector("[data-marking]");
  const bar = document.getElementById("stretch");
  if (!reading || !bar) return;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const said = bar.querySelector("[data-said]");
  const unsaid = said.textContent;
  const say = (name, values) =>
    Object.entries(values).reduce((words, [key, value]) => words.replace(`%(${key})s`, value), bar.dataset[`text${name}`]);

  // The server counts letters as people do, not in halves of surrogate pairs
  const letters = (text) => [...text].length;
  const placeOf = (node, offset) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const line = element.closest("[data-start]");
    if (!line || !reading.contains(line)) return null;
    const before = document.createRange();
    before.setStart(line, 0);
    before.setEnd(node, offset);
    return Number(line.dataset.start) + letters(before.toString());
  };
  const lineAt = (node, wanted) => {
    const lines = [...reading.querySelectorAll("[data-start]")];
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const touched = lines.filter((line) => element.contains(line) || line.contains(element));
    if (touched.length) return touched[0];
    const side = wanted === "start" ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
    const beside = lines.filter((line) => element.compareDocumentPosition(line) & side);
    return wanted === "start" ? beside[0] : beside[beside.length - 1];
  };
  const chosen = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(reading)) return null;
    let start = placeOf(range.startContainer, range.startOffset);
    let end = placeOf(range.endContainer, range.endOffset);
    if (start === null) {
      const line = lineAt(range.startContainer, "start");
      start = line ? Number(line.dataset.start) : null;
    }
    if (end === null) {
      const line = lineAt(range.endContainer, "end");
      end = line ? Number(line.dataset.start) + letters(line.textContent) : null;
    }
    return start !== null && end !== null && start < end ? { start, end, words: selection.toString().trim() } : null;
  };

  const current = [...reading.querySelectorAll("mark.current")];
  const isInCurrent = (node) => current.some((mark) => mark.contains(node));
  const ticks = () => all("input[name=paragraph]:checked").length;
  let latest = null;
  const show = () => {
    latest = chosen();
    all("#stretch, #mark").forEach((form) => {
      form.elements.start.value = latest ? latest.start : "";
      form.elements.end.value = latest ? latest.end : "";
    });
    all("[data-for-words]").forEach((button) => { button.hidden = !latest; });
    all("[data-for-ticks]").forEach((button) => { button.hidden = Boolean(latest) || ticks() < 2; });
    all("[data-for-current]").forEach((button) => { button.hidden = !latest || !isInCurrent(getSelection().getRangeAt(0).startContainer); });
    const words = latest && (latest.words.length > 60 ? `${latest.words.slice(0, 57)}…` : latest.words);
    said.textContent = latest ? say("Chosen", { words }) : ticks() ? say("Ticked", { n: ticks() }) : unsaid;
  };
  let waiting;
  document.addEventListener("selectionchange", () => {
    // Buttons keep what was chosen: only a new choice in the text, or none at all, changes the bar.
    if (bar.contains(document.activeElement) && latest) return;
    clearTimeout(waiting);
    waiting = setTimeout(show, 120);
  });
  bar.addEventListener("mousedown", (event) => event.preventDefault());
  all("input[name=paragraph]").forEach((tick) => tick.addEventListener("change", show));
  reading.addEventListener("click", (event) => {
    const link = event.target.closest("mark:not(.current)") && event.target.closest("li").querySelector(".reading-notes a");
    if (link && getSelection().isCollapsed) link.click();
  });

  // Come back to the same place in a long text
  const key = `reading:${location.pathname}`;
  const kept = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (kept !== null && !document.querySelector("[aria-invalid]")) addEventListener("load", () => scrollTo(0, Number(kept)));
  all("#stretch, #mark").forEach((form) => form.addEventListener("submit", () => sessionStorage.setItem(key, String(scrollY))));
  show();
})();
