/* Rows of a form (templates/admin/sections/rows.html) by keys: Enter goes to the next row or begins one, Alt+↑ and
   Alt+↓ move it, Alt+D duplicates it. A removed row stays in sight and can be brought back until the form is saved. */
(() => {
  "use strict";
  const FIELDS = "input:not([type=hidden], [type=checkbox]), select, textarea";
  const fieldsOf = (row) => [...row.querySelectorAll(FIELDS)].filter((field) => field.offsetParent !== null);
  const named = (row, name) => row.querySelector(`[name$="-${name}"]`);

  const isBlank = (row) => !row.classList.contains("row--filled") &&
    [...row.querySelectorAll("input:not([type=hidden], [type=checkbox]), textarea")].every((field) =>
      field.type === "file" ? !field.files.length : field.value.trim() === field.defaultValue.trim());

  class Rows {
    constructor(group) {
      this.group = group;
      this.list = group.querySelector(".rows__list");
      this.template = group.querySelector("template");
      this.prefix = group.dataset.rows;
      this.total = document.getElementById(`id_${this.prefix}-TOTAL_FORMS`);
      this.most = Number(document.getElementById(`id_${this.prefix}-MAX_NUM_FORMS`)?.value || 1000);
      this.moved = false;
      this.rows().forEach((row) => this.ready(row));
      this.sort();
      const button = group.querySelector("[data-add]");
      if (button) {
        button.hidden = false;
        button.addEventListener("click", () => this.add());
      }
      group.addEventListener("click", (event) => this.click(event));
      group.addEventListener("change", (event) => this.change(event));
      group.addEventListener("keydown", (event) => this.key(event));
      const form = group.closest("form");
      form.addEventListener("submit", () => this.clear());
      form.addEventListener("formdata", ({ formData }) => this.number(formData));
    }

    rows() { return [...this.list.children].filter((row) => row.matches(".row")); }

    ready(row) {
      row.querySelectorAll(".row__tool").forEach((tool) => { tool.hidden = false; });
      const position = named(row, "position");
      if (!position) return;
      (position.closest(".fieldBox")?.parentElement || position.closest(".form-row")).hidden = true;
      const handle = document.createElement("span");
      handle.className = "row__handle";
      handle.draggable = true;
      handle.setAttribute("aria-hidden", "true");
      handle.textContent = "⠿";
      row.prepend(handle);
      handle.addEventListener("dragstart", (event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", "");
        this.dragged = row;
        row.classList.add("row--dragged");
      });
      handle.addEventListener("dragend", () => { row.classList.remove("row--dragged"); this.dragged = null; });
      row.addEventListener("dragover", (event) => {
        if (!this.dragged || this.dragged === row) return;
        event.preventDefault();
        const after = event.clientY > row.getBoundingClientRect().top + row.offsetHeight / 2;
        row[after ? "after" : "before"](this.dragged);
        this.moved = true;
      });
    }

    /* After a refused save rows are shown in the order that was chosen. */
    sort() {
      const place = (row) => Number(named(row, "position")?.value || Infinity);
      const rows = this.rows();
      const sorted = [...rows].sort((a, b) => place(a) - place(b));
      if (sorted.some((row, number) => row !== rows[number])) this.list.append(...sorted);
    }

    add(before = null, like = null) {
      if (!this.template || this.rows().length >= this.most) return null;
      const number = Number(this.total.value);
      const holder = document.createElement("template");
      holder.innerHTML = this.template.innerHTML.replace(/__prefix__/g, number);
      const row = holder.content.querySelector(".row");
      row.id = `${this.prefix}-${number}`;
      const previous = before || this.rows().at(-1);
      previous ? previous.after(row) : this.list.append(row);
      this.total.value = number + 1;
      const role = named(row, "role");
      if (previous && role && !like) role.value = named(previous, "role")?.value || role.value; // lists of names go on
      if (like) this.copy(like, row);
      this.ready(row);
      if (before) this.moved = true;
      row.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: this.prefix } }));
      fieldsOf(row)[0]?.focus();
      return row;
    }

    copy(from, to) {
      const ending = (field) => (field.name || field.id).replace(/^(id_)?.*-\d+-/, "");
      from.querySelectorAll("input, select, textarea").forEach((field) => {
        const name = ending(field);
        if (!name || ["id", "DELETE", "position"].includes(name) || field.type === "file") return;
        const same = [...to.querySelectorAll("input, select, textarea")].find((other) => ending(other) === name);
        if (!same || same.type === "hidden") return;
        if (field.type === "checkbox") same.checked = field.checked;
        else if (field.type === "hidden") same.dataset.key = field.value;
        else same.value = field.value;
      });
    }

    click(event) {
      const row = event.target.closest(".row");
      if (!row) return;
      if (event.target.closest("[data-duplicate]")) this.add(row, row);
      if (event.target.closest("[data-remove]")) this.remove(row);
    }

    /* A row that is nothing yet and has no box to tick goes away: what is left of it says nothing. */
    remove(row) {
      row.querySelectorAll("input, select, textarea").forEach((field) => {
        if (field.type === "checkbox") field.checked = field.defaultChecked;
        else if (field.tagName === "SELECT") field.value = [...field.options].find((o) => o.defaultSelected)?.value ?? field.options[0]?.value;
        else if (field.type !== "hidden" || field.parentElement.matches(".combobox")) field.value = field.defaultValue;
      });
      const beside = row.previousElementSibling || this.group.querySelector("[data-add]");
      row.hidden = true;
      (fieldsOf(beside)?.[0] || beside).focus();
    }

    change(event) {
      if (!event.target.name?.endsWith("-DELETE")) return;
      event.target.closest(".row").classList.toggle("row--removed", event.target.checked);
    }

    key(event) {
      const row = event.target.closest(".row");
      if (!row || event.ctrlKey || event.metaKey || event.isComposing) return;
      if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
        event.preventDefault();
        this.move(row, event.key === "ArrowUp", event.target);
      } else if (event.altKey && event.code === "KeyD") {
        event.preventDefault();
        this.add(row, row);
      } else if (event.key === "Enter" && event.target.matches("input:not([type=file]), select")) {
        event.preventDefault();
        this.next(row);
      }
    }

    next(row) {
      const rows = this.rows().filter((other) => !other.hidden && !other.classList.contains("row--removed"));
      const after = rows[rows.indexOf(row) + 1];
      if (after) fieldsOf(after)[0]?.focus();
      else if (isBlank(row) || !this.add()) this.leave();
    }

    /* Enter on a last row that is empty: these rows are done. */
    leave() {
      const all = [...this.group.closest("form").querySelectorAll(FIELDS)].filter((field) => field.offsetParent !== null);
      all.find((field) => this.group.compareDocumentPosition(field) === Node.DOCUMENT_POSITION_FOLLOWING)?.focus();
    }

    move(row, up, focused) {
      const beside = up ? row.previousElementSibling : row.nextElementSibling;
      if (!beside || !named(row, "position")) return;
      beside[up ? "before" : "after"](row);
      this.moved = true;
      focused.focus();
      row.scrollIntoView({ block: "nearest" });
    }

    /* A blank row stays as it was, so that it says nothing. */
    clear() {
      this.rows().filter(isBlank).forEach((row) => {
        const role = named(row, "role");
        if (role) role.value = [...role.options].find((option) => option.defaultSelected)?.value ?? role.value;
      });
    }

    /* Numbers are sent where something moved. */
    number(sent) {
      if (!this.moved) return;
      this.rows().filter((row) => !isBlank(row)).forEach((row, place) => {
        const position = named(row, "position");
        if (position) sent.set(position.name, place);
      });
    }
  }

  document.querySelectorAll("[data-rows]").forEach((group) => new Rows(group));
})();
