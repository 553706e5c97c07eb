// Own settings: this browser asks to be told, by the person's own press of a button.
(() => {
  "use strict";
  const form = document.getElementById("push");
  if (!form || !("serviceWorker" in navigator) || !("PushManager" in window)) return;
  const button = form.querySelector("button");
  const trouble = form.querySelector("[data-trouble]");
  const packed = (raw) => btoa(String.fromCharCode(...new Uint8Array(raw))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const unpacked = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
  const begun = (worker) => new Promise((done) => worker.addEventListener("statechange", () => worker.state === "activated" && done()));
  form.hidden = false;
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      const worker = await navigator.serviceWorker.register(form.dataset.worker);
      if (!worker.active) await begun(worker.installing || worker.waiting);
      const asked = { userVisibleOnly: true, applicationServerKey: unpacked(form.dataset.key) };
      const given = await worker.pushManager.subscribe(asked);
      form.elements.endpoint.value = given.endpoint;
      form.elements.p256dh.value = packed(given.getKey("p256dh"));
      form.elements.auth.value = packed(given.getKey("auth"));
      form.submit();
    } catch {
      trouble.hidden = false;
      button.disabled = false;
    }
  });
})();
