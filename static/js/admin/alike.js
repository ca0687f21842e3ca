/* While a title or a name is typed: what is in the catalogue already and looks like it. */
(() => {
  "use strict";
  document.querySelectorAll("[data-alike]").forEach((input) => {
    const told = document.createElement("p");
    told.className = "alike";
    told.setAttribute("role", "status");
    input.after(told);
    let timer;

    async function ask() {
      const term = input.value.trim();
      if (term.length < 4 || term === input.defaultValue) { told.replaceChildren(); return; }
      const asked = new URLSearchParams({ term, but: input.dataset.alikeBut });
      const answer = await fetch(`${input.dataset.alike}?${asked}`).catch(() => null);
      if (!answer?.ok || input.value.trim() !== term) return;
      const { rows } = await answer.json();
      told.replaceChildren(...(rows.length ? [input.dataset.alikeWords] : []), ...rows.flatMap((row) => {
        const link = document.createElement("a");
        link.href = row.address;
        link.target = "_blank";
        link.textContent = row.text;
        return [" ", link, row.note ? ` (${row.note})` : ""];
      }));
    }

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 250);
    });
  });
})();
