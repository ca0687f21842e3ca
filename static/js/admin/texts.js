/* Texts while they are typed: what French typography would put right when they are saved, which can be refused; how
   many characters are left where there is a budget. Fields are told by data attributes (catalogue/admin/typesetting.py). */
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
    const headers = { "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]").value };
    const answer = await fetch(field.dataset.typeset, { method: "POST", headers, body }).catch(() => null);
    if (!answer?.ok || answer.redirected || field.value !== text) return;
    tell(field, await answer.json());
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
    where.querySelectorAll("[data-as-typed]").forEach(ask);
  }

  document.addEventListener("input", ({ target }) => {
    if (target.matches("[data-budget]")) count(target);
    if (!target.matches("[data-typeset]")) return;
    clearTimeout(timers.get(target));
    timers.set(target, setTimeout(() => ask(target), AFTER));
  });
  document.addEventListener("formset:added", ({ target }) => ready(target));
  ready(document);
})();
