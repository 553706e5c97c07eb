// Everything here is a comfort: each page works without it.
(() => {
  "use strict";
  const body = document.body;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const text = (name, values = {}) =>
    Object.entries(values).reduce((said, [key, value]) => said.replace(`%(${key})s`, value), body.dataset[`text${name}`] || "");
  const make = (tag, attributes = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.append(...children);
    return element;
  };
  const cookie = (name) => decodeURIComponent((document.cookie.match(`(?:^|; )${name}=([^;]*)`) || [])[1] || "");

  // Light and dark: a page kept for many shows this person's choice
  const root = document.documentElement;
  const chosen = cookie("theme");
  if (chosen && chosen !== root.dataset.theme) root.dataset.theme = chosen;
  const markTheme = () =>
    all("[data-theme-switch] button").forEach((button) =>
      button.value === root.dataset.theme ? button.setAttribute("aria-current", "true") : button.removeAttribute("aria-current"));
  all("[data-theme-switch]").forEach((form) =>
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      root.dataset.theme = event.submitter.value;
      document.cookie = `theme=${event.submitter.value};path=/;max-age=31536000;samesite=lax`;
      markTheme();
    }));
  markTheme();

  // Drafts: kept on this device, per person, a week at most, on a shared computer only while the tab is open; never
  // passwords, files or hidden values
  const WEEK = 7 * 24 * 3600 * 1000;
  const prefix = `draft:${body.dataset.who || ""}:`;
  const kept = (action) => { try { return action(body.dataset.shared === undefined ? localStorage : sessionStorage); } catch { return null; } };
  const keys = () => kept((store) => Object.keys(store).filter((key) => key.startsWith("draft:"))) || [];
  const forget = (key) => kept((store) => store.removeItem(key));
  const writable = (form) => [...form.elements].filter((field) =>
    field.name && !field.disabled && field.dataset.noDraft === undefined &&
    !["password", "file", "hidden", "submit", "button", "reset", "fieldset"].includes(field.type));
  const isTick = (field) => field.type === "checkbox" || field.type === "radio";
  const read = (form) => writable(form).map((field) =>
    [field.name, isTick(field) ? field.value : "", isTick(field) ? field.checked : field.multiple ? [...field.selectedOptions].map((o) => o.value) : field.value]);
  const write = (form, values) => writable(form).forEach((field) => {
    const found = values.find(([name, value]) => name === field.name && value === (isTick(field) ? field.value : ""));
    if (!found) return;
    if (isTick(field)) field.checked = found[2];
    else if (field.multiple) [...field.options].forEach((option) => { option.selected = found[2].includes(option.value); });
    else field.value = found[2];
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  keys().forEach((key) => { if (Date.now() - (JSON.parse(kept((store) => store[key])).at || 0) > WEEK) forget(key); });
  [...all("[data-draft-done]").map((e) => e.dataset.draftDone), cookie("draft_done")].filter(Boolean).forEach((key) => forget(prefix + decodeURIComponent(key)));
  if (cookie("draft_done")) document.cookie = "draft_done=;path=/;max-age=0";
  all("[data-sign-out]").forEach((form) => form.addEventListener("submit", () => keys().forEach(forget)));
  all("form[data-draft]").forEach((form) => {
    const key = prefix + form.dataset.draft;
    const before = JSON.stringify(read(form));
    // A form may have come back with another field; only what can be written back counts as different
    const differs = (values) => values.some(([name, value, what]) =>
      JSON.parse(before).some((now) => now[0] === name && now[1] === value && JSON.stringify(now[2]) !== JSON.stringify(what)));
    // A form that came back refused shows what was typed, and that was handed in nowhere: it is a draft as it stands
    const returned = form.querySelector("[aria-invalid]") || body.querySelector(".summary");
    let timer;
    const save = () => {
      const now = JSON.stringify(read(form));
      now === before && !returned ? forget(key) : kept((store) => store.setItem(key, JSON.stringify({ at: Date.now(), values: JSON.parse(now) })));
    };
    const offer = (said, label, act) => {
      const button = make("button", { type: "button", textContent: label });
      const line = make("p", { className: "draft-line" }, said, button);
      line.setAttribute("role", "status");
      button.addEventListener("click", () => { act(); line.remove(); });
      form.prepend(line);
    };
    const draft = JSON.parse(kept((store) => store.getItem(key)) || "null");
    if (draft && differs(draft.values)) {
      const time = new Date(draft.at).toTimeString().slice(0, 5);
      if (returned) {
        offer(text("Kept", { time }), text("Restore"), () => write(form, draft.values));
      } else {
        write(form, draft.values);
        offer(text("Restored", { time }), text("Discard"), () => { write(form, JSON.parse(before)); forget(key); });
      }
    }
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(save, 600); });
    form.addEventListener("change", save);
    addEventListener("pagehide", () => { clearTimeout(timer); save(); });
  });

  // Sent once is enough
  const release = (form) => {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
    all("[aria-disabled]", form).forEach((button) => button.removeAttribute("aria-disabled"));
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.dataset.noGuard !== undefined) return;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "1";
    form.setAttribute("aria-busy", "true");
    all("button:not([type=button])", form).forEach((button) => button.setAttribute("aria-disabled", "true"));
    setTimeout(release, 15000, form);
  });
  addEventListener("pageshow", (event) => { if (event.persisted) all("form[data-sent]").forEach(release); });

  // Keys: "/" searches, Escape closes
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") all("details[data-menu][open]").forEach((menu) => { menu.open = false; menu.firstElementChild.focus(); });
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    const search = all("[data-search]").find((input) => input.offsetParent);
    if (search) { event.preventDefault(); search.focus(); search.select(); }
  });
  document.addEventListener("click", (event) =>
    all("details[data-menu][open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; }));
  all("[data-focus]").slice(0, 1).forEach((element) => element.focus());
  all("[data-print]").forEach((button) => { button.hidden = false; button.addEventListener("click", () => print()); });

  // What was said fades to a quiet line, and stays readable
  all("[data-toast]").forEach((toast) => {
    if (!toast.matches(".error, .warning")) setTimeout(() => toast.classList.add("faded"), 8000);
  });

  // Dialogs: the folded section becomes a real dialog
  all("details[data-dialog]").forEach((details) => {
    const inside = details.querySelector(".dialog-body");
    if (!window.HTMLDialogElement || inside.querySelector("[aria-invalid]")) return;
    const close = make("button", { type: "button", className: "dialog-close", textContent: "×" });
    close.setAttribute("aria-label", text("Close"));
    const dialog = make("dialog", {}, inside);
    dialog.setAttribute("aria-labelledby", inside.getAttribute("aria-labelledby"));
    inside.append(close);
    details.after(dialog);
    const open = () => { details.open = false; dialog.showModal(); };
    details.firstElementChild.addEventListener("click", (event) => { event.preventDefault(); open(); });
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("close", () => details.firstElementChild.focus());
    if (details.open) open();
  });

  // Fields that help: how many letters are left, a calendar, what file was chosen
  const hintOf = (field) => {
    const hint = make("p", { className: "hint" });
    hint.setAttribute("aria-live", "polite");
    field.after(hint);
    return hint;
  };
  all("[data-count]").forEach((field) => {
    const most = Number(field.dataset.count);
    const hint = hintOf(field);
    const show = () => {
      const left = most - field.value.length;
      hint.textContent = left > most / 4 ? "" : left < 0 ? text("Over", { n: -left }) : text("Left", { n: left });
      hint.classList.toggle("over", left < 0);
    };
    field.addEventListener("input", show);
    show();
  });
  all("input[data-day]").forEach((field) => {
    const native = make("input", { type: "date", tabIndex: -1 });
    if (!native.showPicker) return;
    const button = make("button", { type: "button", className: "day-pick", innerHTML: '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 6h14v14H5zM5 10.5h14M9 3.5V8M15 3.5V8"/></svg>' });
    button.setAttribute("aria-label", text("Pick"));
    native.setAttribute("aria-hidden", "true");
    const box = make("span", { className: "day" });
    field.replaceWith(box);
    box.append(field, button, native);
    button.addEventListener("click", () => {
      const [, day, month, year] = field.value.match(/^(\d{1,2})\D(\d{1,2})\D(\d{4})$/) || [];
      if (year) native.value = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
      native.showPicker();
    });
    native.addEventListener("change", () => {
      field.value = native.value.split("-").reverse().join("/");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  });
  const size = (bytes) => bytes > 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.ceil(bytes / 1e3)} kB`;
  all("input[data-preview]").forEach((field) => {
    const list = make("div", { className: "preview" });
    list.setAttribute("aria-live", "polite");
    field.after(list);
    field.addEventListener("change", () => {
      list.replaceChildren();
      [...field.files].forEach(async (file) => {
        const item = make("span", { textContent: `${file.name} · ${size(file.size)}` });
        list.append(item);
        if (!file.type.startsWith("image/") || !window.createImageBitmap) return;
        const picture = await createImageBitmap(file, { resizeHeight: 72 }).catch(() => null);
        if (!picture) return;
        const canvas = make("canvas", { width: picture.width, height: picture.height });
        canvas.getContext("2d").drawImage(picture, 0, 0);
        item.before(canvas);
      });
    });
  });

  // Forms that answer while one types: the preview is asked for quietly, and the live parts of the page are renewed
  all("form[data-live]").forEach((form) => {
    let timer, latest = 0;
    const ask = async () => {
      const mine = ++latest;
      const sent = new FormData(form);
      sent.set(form.dataset.live, "1");
      const answer = await fetch(form.action, { method: "POST", body: sent }).catch(() => null);
      if (!answer || !answer.ok || mine !== latest) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      all("[data-live-part]").forEach((part) => {
        const fresh = page.getElementById(part.id);
        if (fresh) part.replaceChildren(...fresh.childNodes);
      });
    };
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 700); });
  });

  // Long lists of ticks: type to narrow, with or without marks
  const fold = (words) => words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  all("[data-filter]").forEach((list) => {
    const choices = all(".choice", list);
    if (choices.length < 9) return;
    list.classList.add("long");
    const said = make("p", { className: "hint" });
    said.setAttribute("aria-live", "polite");
    const box = make("input", { type: "search", className: "filter-box", placeholder: text("Filter") });
    box.setAttribute("aria-label", text("Filter"));
    box.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
    box.addEventListener("input", () => {
      const wanted = fold(box.value.trim());
      const shown = choices.filter((choice) => !(choice.hidden = !fold(choice.textContent).includes(wanted)));
      said.textContent = wanted ? text("Found", { n: shown.length }) : "";
    });
    list.before(box, said);
  });

  // Ticked rows
  all("[data-check-all]").forEach((head) => {
    const form = head.closest("form") || document;
    const ticks = () => all("tbody input[type=checkbox]", head.closest("table"));
    const show = () => {
      const n = ticks().filter((tick) => tick.checked).length;
      head.checked = n > 0 && n === ticks().length;
      head.indeterminate = n > 0 && !head.checked;
      all("[data-ticked]", form).forEach((place) => { place.textContent = text("Ticked", { n }); });
    };
    head.addEventListener("change", () => { ticks().forEach((tick) => { tick.checked = head.checked; }); show(); });
    head.closest("table").addEventListener("change", show);
    show();
  });

  // Keys on the device (WebAuthn): the form asks the device first, and is sent with its answer
  const bytes = (words) => Uint8Array.from(atob(words.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const letters = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const asDeviceWants = (told) => {
    const options = JSON.parse(told);
    options.challenge = bytes(options.challenge);
    if (options.user) options.user.id = bytes(options.user.id);
    for (const list of ["excludeCredentials", "allowCredentials"]) (options[list] || []).forEach((one) => { one.id = bytes(one.id); });
    return { publicKey: options };
  };
  const asWeWant = (made) => {
    const response = {};
    for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"])
      if (made.response[name]) response[name] = letters(made.response[name]);
    return JSON.stringify({ id: made.id, rawId: letters(made.rawId), type: made.type, response, clientExtensionResults: {} });
  };
  if (window.PublicKeyCredential) all("form[data-passkey]").forEach((form) => {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      if (form.elements.answer.value) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const options = asDeviceWants(form.dataset.options);
      const made = await navigator.credentials[form.dataset.passkey](options).catch(() => null);
      if (!made) { form.querySelector("[data-passkey-said]").textContent = form.dataset.refused; return; }
      form.elements.answer.value = asWeWant(made);
      form.elements.asked.value = form.dataset.asked;
      if (document.querySelector("[name=shared]:checked")) form.append(make("input", { type: "hidden", name: "shared", value: "1" }));
      form.submit();
    }, true);
  });
})();
