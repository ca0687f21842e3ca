/* Inputs in which an editor chooses by typing (catalogue/admin/combobox.py), after the ARIA pattern of a combobox.
   What Enter takes always answers what was typed: where the answer is still on its way, Enter waits for it.
   A key is sent in a hidden input beside; where nothing is chosen, what was typed is sent, and nothing is lost. */
(() => {
  "use strict";
  const NEW = "+";
  let numbered = 0;

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[\s’']+/g, " ").trim().toLowerCase();

  class Combobox {
    constructor(input) {
      this.input = input;
      this.many = "many" in input.dataset;
      this.keyed = !this.many && !("plain" in input.dataset);
      this.rows = [];
      this.answered = null; // the term that the rows answer
      this.active = -1;
      this.done = input.value; // what needs no answer any more
      this.build();
      this.listen();
    }

    build() {
      const { input } = this;
      const box = document.createElement("div");
      box.className = "combobox";
      input.before(box);
      box.append(input);
      this.list = document.createElement("ul");
      this.list.className = "combobox__list";
      this.list.id = `combobox-${(numbered += 1)}`;
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", input.labels[0]?.textContent.trim() || "");
      this.list.hidden = true;
      box.append(this.list);
      for (const [name, value] of Object.entries({
        role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id,
        autocapitalize: "off",
      })) input.setAttribute(name, value);
      if (!this.keyed) return;
      this.hidden = document.createElement("input");
      this.hidden.type = "hidden";
      this.hidden.name = input.name;
      input.removeAttribute("name");
      box.append(this.hidden);
      this.link = document.createElement("a");
      this.link.className = "combobox__open";
      this.link.target = "_blank";
      this.link.textContent = "↗";
      this.link.tabIndex = -1;
      box.append(this.link);
      this.set(input.dataset.key || input.value, input.value);
    }

    listen() {
      const { input, list } = this;
      input.addEventListener("input", () => this.typed());
      input.addEventListener("click", () => { if (!this.chosen()) this.ask(); });
      input.addEventListener("keydown", (event) => this.key(event));
      input.addEventListener("blur", () => this.close());
      list.addEventListener("mousedown", (event) => event.preventDefault());
      list.addEventListener("click", (event) => {
        const option = event.target.closest("[role=option]");
        if (option) this.take(Number(option.dataset.number));
      });
    }

    /* What is typed: of several between commas, the last. */
    term() {
      const { value } = this.input;
      return (this.many ? value.slice(value.lastIndexOf(",") + 1) : value).trim();
    }

    chosen() { return this.keyed && this.hidden.value !== "" && this.hidden.value !== this.input.value; }

    typed() {
      if (this.keyed) this.set(this.input.value.trim(), this.input.value);
      this.dismissed = false;
      clearTimeout(this.timer);
      if (this.term()) this.timer = setTimeout(() => this.ask(), 90);
      else this.close();
    }

    /* Ask what answers the term; `taking` takes the first of it, wherever the focus and the next words are by then. */
    async ask(taking = false) {
      const term = this.term();
      if (!taking) this.asked?.abort();
      const asked = new AbortController();
      if (!taking) this.asked = asked;
      this.input.setAttribute("aria-busy", "true");
      try {
        const address = `${this.input.dataset.combobox}?term=${encodeURIComponent(term)}`;
        const answer = await fetch(address, { signal: asked.signal, headers: { Accept: "application/json" } });
        if (!answer.ok) throw new Error(answer.status);
        const offered = this.offered(term, await answer.json());
        if (taking) this.takeFor(term, offered[0]);
        else if (term === this.term()) this.show(term, offered);
      } catch (error) {
        if (error.name !== "AbortError") this.close();
      }
      if (taking) this.waiting = null;
      this.input.removeAttribute("aria-busy");
    }

    /* What is found, then somebody new; what only looks like it comes last, so that Enter never takes it. */
    offered(term, { rows, near = [] }) {
      const named = rows.some((row) => plain(row.text) === plain(term));
      const creates = term && "creates" in this.input.dataset && !named;
      return [...rows, ...(creates ? [{ key: NEW + term, text: term, made: true }] : []), ...(creates ? near : [])];
    }

    show(term, rows) {
      this.answered = term;
      this.rows = rows;
      this.active = term && this.rows.length ? 0 : -1;
      this.list.replaceChildren(...this.rows.map((row, number) => this.option(row, number)));
      this.open(this.rows.length > 0 && document.activeElement === this.input);
      this.mark();
    }

    option(row, number) {
      const option = document.createElement("li");
      option.id = `${this.list.id}-${number}`;
      option.setAttribute("role", "option");
      option.dataset.number = number;
      if (row.made) {
        option.className = "combobox__new";
        option.textContent = this.input.dataset.creates.replace("%s", row.text);
        return option;
      }
      option.append(row.text);
      if (row.note) {
        const note = document.createElement("span");
        note.className = "combobox__note";
        note.textContent = row.note;
        option.append(" ", note);
      }
      return option;
    }

    open(whether) {
      this.list.hidden = !whether;
      this.input.setAttribute("aria-expanded", String(whether));
      if (!whether) this.input.removeAttribute("aria-activedescendant");
    }

    close() {
      clearTimeout(this.timer);
      this.open(false);
    }

    mark() {
      [...this.list.children].forEach((option, number) => {
        option.setAttribute("aria-selected", String(number === this.active));
        if (number === this.active && !this.list.hidden) {
          this.input.setAttribute("aria-activedescendant", option.id);
          option.scrollIntoView({ block: "nearest" });
        }
      });
    }

    key(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      const open = !this.list.hidden;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (event.altKey) return; // moves the row
        event.preventDefault();
        if (!open) { this.ask(); return; }
        const step = event.key === "ArrowDown" ? 1 : -1;
        this.active = (this.active + step + this.rows.length) % this.rows.length;
        this.mark();
      } else if (event.key === "Escape" && open) {
        event.preventDefault();
        event.stopPropagation();
        this.dismissed = true;
        this.close(); // what was typed stays
      } else if (event.key === "Enter" && !event.altKey) {
        if (this.settle()) { event.preventDefault(); event.stopPropagation(); }
      } else if (event.key === "Tab") {
        this.settle();
      }
    }

    /* Take what answers the term, now or once it is answered. Return whether there is something to take. */
    settle() {
      const term = this.term();
      if (!this.list.hidden && this.answered === term && this.active >= 0) { this.take(this.active); return true; }
      if (!term || this.dismissed || this.waiting === term || this.done === this.input.value) return false;
      this.waiting = term;
      clearTimeout(this.timer);
      this.ask(true);
      return true;
    }

    take(number) { this.takeFor(this.term(), this.rows[number]); }

    takeFor(term, row) {
      if (!row) return;
      if (this.many) {
        const parts = this.input.value.split(",");
        const place = parts.findLastIndex((part) => part.trim() === term);
        if (place < 0) return;
        parts[place] = `${place ? " " : ""}${row.written}`;
        this.input.value = parts.join(",");
      } else if (this.term() !== term) {
        return; // other words were typed since
      } else {
        this.input.value = this.keyed ? row.text : row.written;
        if (this.keyed) this.set(row.key, row.text);
      }
      if (!this.many || this.term() === row.written) this.done = this.input.value;
      this.close();
      this.answered = null;
      this.input.dispatchEvent(new Event("change", { bubbles: true }));
    }

    set(key, text) {
      this.hidden.value = key;
      const made = key.startsWith(NEW) && key.length > 1;
      this.input.parentElement.classList.toggle("combobox--new", made);
      this.input.parentElement.dataset.new = this.input.dataset.newWords || "";
      const known = "opens" in this.input.dataset && text && !made && key !== text.trim();
      this.link.hidden = !known;
      if (known) {
        this.link.href = this.input.dataset.opens.replace("/0/", `/${encodeURIComponent(key)}/`);
        this.link.title = this.input.dataset.opensWords.replace("%s", text);
        this.link.setAttribute("aria-label", this.link.title);
      }
      this.hidden.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  const begin = (root) => root.querySelectorAll("input[data-combobox]:not([role])").forEach((input) => {
    if (!input.name.includes("__prefix__")) new Combobox(input);
  });
  begin(document);
  document.addEventListener("formset:added", (event) => begin(event.target));
})();
