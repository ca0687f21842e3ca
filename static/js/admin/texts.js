/* Texts while they are typed: what French typography would put right when they are saved, which can be refused; how long
   ones, which are in Markdown, will look; how much of a budget is used. Fields are told by data attributes (catalogue/admin/typesetting.py). */
(() => {
  "use strict";
  const AFTER = 500; // milliseconds without a key
  const timers = new WeakMap();

  const languageOf = (field) => field.dataset.languageOf
    ? document.getElementsByName(field.name.replace(/[^-]+$/, field.dataset.languageOf))[0]?.value || ""
    : field.name.slice(-2);

  async function ask(field) {
    const text = field.value;
    const body = new URLSearchParams({ text, language: languageOf(field) });
    if (document.querySelector(`[name=as_typed][value="${field.name}"]:checked`)) body.set("as_typed", field.name);
    const headers = { "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]").value };
    const answer = await fetch(field.dataset.address, { method: "POST", headers, body }).catch(() => null);
    if (!answer?.ok || answer.redirected || field.value !== text) return;
    const read = await answer.json();
    if (field.matches("[data-typeset]")) tell(field, read);
    const shown = document.getElementById(`${field.id}-preview`);
    if (shown) shown.innerHTML = read.html; // what Markdown may become, and nothing else (catalogue/markdown.py)
  }

  /* How a long text will look: a button beside it, or Alt+P in it. */
  function offerPreview(field) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "preview-button", tabIndex: -1, title: "Alt+P" });
    button.textContent = field.dataset.preview;
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => preview(field));
    field.setAttribute("aria-keyshortcuts", "Alt+P");
    field.after(button);
  }

  function preview(field) {
    const button = field.parentElement.querySelector(".preview-button");
    const shown = document.getElementById(`${field.id}-preview`);
    button.setAttribute("aria-expanded", String(!shown));
    if (shown) { shown.remove(); return; }
    const pane = document.createElement("div");
    Object.assign(pane, { id: `${field.id}-preview`, className: "preview-pane" });
    pane.setAttribute("role", "region");
    pane.setAttribute("aria-label", field.dataset.preview);
    button.after(pane);
    ask(field);
  }

  function tell(field, { told, keep }) {
    const id = `${field.id}-typeset`;
    let note = document.getElementById(id);
    if (!note && !told) return;
    if (!note) {
      note = document.createElement("div");
      note.id = id;
      note.className = "typeset";
      const words = document.createElement("span");
      words.setAttribute("role", "status");
      const label = document.createElement("label");
      const box = document.createElement("input");
      Object.assign(box, { type: "checkbox", name: "as_typed", value: field.name, checked: "asTyped" in field.dataset });
      label.append(box, keep);
      note.append(words, label);
      field.after(note);
    }
    note.hidden = !told;
    note.firstChild.textContent = told;
  }

  function count(field) {
    const used = [...field.value].length;
    const most = field.maxLength;
    let shown = field.parentElement.querySelector(".count");
    if (!shown) {
      shown = document.createElement("span");
      shown.className = "count";
      field.after(shown);
    }
    shown.textContent = field.dataset.budget.replace("{used}", used).replace("{most}", most);
    shown.classList.toggle("count--full", used > most * .9);
  }

  function ready(where) {
    where.querySelectorAll("[data-budget]").forEach(count);
    where.querySelectorAll("[data-preview]").forEach(offerPreview);
    where.querySelectorAll("[data-as-typed]").forEach(ask);
  }

  document.addEventListener("input", ({ target }) => {
    if (target.matches("[data-budget]")) count(target);
    if (!target.matches("[data-address]")) return;
    clearTimeout(timers.get(target));
    timers.set(target, setTimeout(() => ask(target), AFTER));
  });
  document.addEventListener("change", ({ target }) => {
    const field = target.name === "as_typed" && document.getElementsByName(target.value)[0];
    if (field) ask(field);
  });
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.code !== "KeyP" || !event.target.matches("[data-preview]")) return;
    event.preventDefault();
    preview(event.target);
  });
  document.addEventListener("formset:added", ({ target }) => ready(target));
  ready(document);
})();
