// While a document is read: ask quietly how far it is, and go on to the reading when it is there.
(() => {
  "use strict";
  const ask = async () => {
    const answer = await fetch(document.getElementById("progress").dataset.ask, { headers: { Accept: "text/html" } }).catch(() => null);
    if (answer && answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("progress");
      if (!fresh || !page.querySelector("script[src*='waiting.js']")) {
        location.replace(answer.url);
        return;
      }
      document.getElementById("progress").replaceChildren(...fresh.childNodes);
    }
    setTimeout(ask, document.hidden ? 15000 : 2000);
  };
  setTimeout(ask, 1200);
})();
