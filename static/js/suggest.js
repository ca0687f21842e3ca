/* Suggestions under the box of the search: the combobox pattern of ARIA, with one list. Without it the form is the same. */
const PAUSE = 120; // milliseconds without a key
const FEWEST = 2; // letters

for (const form of document.querySelectorAll("[data-suggest]")) {
  const input = form.querySelector("[name=q]");
  const list = document.createElement("div");
  const status = document.createElement("p");
  let waiting, asking, chosen = null, asked = "";

  list.id = `${input.id}-suggested`;
  list.className = "suggestions";
  list.role = "listbox";
  list.hidden = true;
  list.ariaLabel = form.querySelector("label").textContent;
  status.className = "hidden";
  status.role = "status";
  form.append(list, status);
  input.autocapitalize = "none";
  input.spellcheck = false;
  input.role = "combobox";
  input.ariaAutoComplete = "list";
  input.ariaExpanded = "false";
  input.setAttribute("aria-controls", list.id);

  const options = () => [...list.querySelectorAll("[role=option]")];

  const choose = (option) => {
    if (chosen) chosen.ariaSelected = "false";
    chosen = option;
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.ariaSelected = "true";
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };

  const show = (shown) => {
    choose(null);
    list.hidden = !shown;
    input.ariaExpanded = String(shown);
    if (!shown) status.textContent = "";
  };

  const close = () => {
    clearTimeout(waiting);
    asking?.abort();
    show(false);
  };

  const ask = async () => {
    const phrase = input.value.trim();
    asking?.abort();
    if (phrase.length < FEWEST) return close();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const answer = await fetch(`${form.dataset.suggest}?${new URLSearchParams({ q: phrase })}`, { signal });
      if (!answer.ok) return close();
      const found = new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
      if (signal.aborted) return;
      asked = phrase;
      list.replaceChildren(found);
      show(options().length > 0);
      status.textContent = found.dataset.said;
    } catch (error) {
      if (error.name !== "AbortError") close(); // the form still answers
    }
  };

  const step = (by) => {
    const all = options();
    const place = chosen ? all.indexOf(chosen) + by : by > 0 ? 0 : all.length - 1;
    choose(all[place] ?? null); // beyond either end the box itself has its turn
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (!list.hidden) step(key === "ArrowDown" ? 1 : -1);
      else if (asked === input.value.trim() && options().length) { show(true); step(key === "ArrowDown" ? 1 : -1); }
      else ask();
    } else if (list.hidden) {
      return;
    } else if (key === "Escape") {
      event.preventDefault(); // the words stay
      close();
    } else if (key === "Enter" && chosen) {
      event.preventDefault();
      chosen.click();
    } else if ((key === "Home" || key === "End") && chosen && !event.shiftKey) {
      event.preventDefault();
      choose(options().at(key === "Home" ? 0 : -1));
    } else if (key === "Tab") {
      close();
    } else if (key !== "Enter") {
      choose(null);
    }
  });

  form.addEventListener("submit", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays in the box
  input.addEventListener("blur", close);
  addEventListener("pageshow", close); // whoever comes back sees the page as it was
}
