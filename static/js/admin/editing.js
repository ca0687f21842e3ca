/* Says that this form is open, and shows who else has it open. */
"use strict";

const note = document.querySelector("[data-editing]");
const token = document.querySelector("[name=csrfmiddlewaretoken]");
const EVERY = 20_000;

async function say() {
  if (document.hidden) return;
  try {
    const headers = { "X-CSRFToken": token.value };
    const answer = await fetch(note.dataset.editing, { method: "POST", headers });
    if (!answer.ok || answer.redirected) return;
    const { names } = await answer.json();
    note.querySelector("[data-names]").textContent = names.join(", ");
    note.hidden = names.length === 0;
  } catch {
    /* No connection: it is said the next time. */
  }
}

if (note && token) {
  say();
  setInterval(say, EVERY);
  document.addEventListener("visibilitychange", say);
}
