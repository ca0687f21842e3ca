/* Keeps on the server what is typed in a form and not saved, and warns who leaves it. Pictures that were chosen are sent
   with the form alone. */
(() => {
  "use strict";
  const AFTER = 2_000; // milliseconds without a key
  const TWICE = 2_000; // milliseconds between two clicks that are one
  const signed = document.querySelector("[data-keep]");
  if (!signed) return;
  const { form } = signed;
  const address = signed.dataset.keep;
  const kept = form.querySelector("[data-kept]");
  const ended = form.querySelector("[data-ended]");
  let opened = null; // what the form held then; null: it came back with what is not saved
  let sent = null; // what the server keeps
  let leaving = false;
  let sentAt = 0;
  let timer = null;
  let asked = null;

  const entries = () => [...new FormData(form)];
  const filled = () => JSON.stringify(entries().map(([name, value]) => [name, value.name ?? value]).filter(([name, value]) =>
    value !== "" && !name.endsWith("-TOTAL_FORMS")));
  const body = () => new URLSearchParams(entries().filter(([, value]) => typeof value === "string"));
  const changed = () => filled() !== opened;

  async function keep() {
    clearTimeout(timer);
    const now = filled();
    if (leaving || "sending" in form.dataset || now === sent) return;
    const content = body();
    if (!changed()) content.append("_discard", "");
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(address, { method: "POST", body: content, redirect: "manual", signal: asked.signal });
      sent = now;
      if (!answer.ok) { kept.hidden = true; return; }
      const { at, signed_in: signedIn } = await answer.json();
      kept.querySelector("[data-at]").textContent = at;
      kept.hidden = !signedIn;
      ended.hidden = signedIn;
    } catch {
      /* No connection: it is tried after the next key. */
    }
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(keep, AFTER);
  }

  document.addEventListener("DOMContentLoaded", () => {
    if (!("unsaved" in signed.dataset)) opened = filled();
    sent = filled();
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    form.addEventListener("click", later); // rows that are added, moved, removed
    document.addEventListener("submit", (event) => {
      const own = event.target.querySelector(`[name="${signed.name}"]`)?.value === signed.value; // saved, or discarded
      if (own && leaving && Date.now() - sentAt < TWICE) { event.preventDefault(); return; }
      sentAt = Date.now();
      leaving = own && !event.defaultPrevented;
      if (own) asked?.abort();
    });
  });
  window.addEventListener("pageshow", () => { leaving = false; });
  window.addEventListener("beforeunload", (event) => { if (!leaving && changed()) event.preventDefault(); });
  window.addEventListener("pagehide", () => {
    if (!leaving && changed() && filled() !== sent) navigator.sendBeacon(address, body());
  });
})();
