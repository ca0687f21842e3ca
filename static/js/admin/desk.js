/* The form as a whole: Ctrl+S saves, Ctrl+Enter publishes, Alt+Page Down goes to the next section; the index says what
   is filled as one types, and opens the section that it leads to; offers name versions that are not saved yet. */
(() => {
  "use strict";
  const form = document.querySelector("#content-main > form[id$=_form]"); // notices above it are forms too
  if (!form) return;
  const sections = [...form.querySelectorAll(".section")];
  const hasText = (field) => field && field.value.trim() !== "";

  function press(name) {
    const button = form.querySelector(`[type=submit][name=${name}]`);
    if (button) form.requestSubmit(button);
    return Boolean(button);
  }

  document.addEventListener("keydown", (event) => {
    const control = event.ctrlKey || event.metaKey;
    if (control && !event.altKey && event.key.toLowerCase() === "s") {
      if (press("_continue") || press("_save")) event.preventDefault();
    } else if (control && event.key === "Enter") {
      if (press("_publish") || press("_save")) event.preventDefault();
    } else if (event.altKey && (event.key === "PageDown" || event.key === "PageUp")) {
      event.preventDefault();
      goTo(sections.findIndex((section) => section.contains(document.activeElement)) + (event.key === "PageDown" ? 1 : -1));
    }
  });

  function goTo(number) {
    const section = sections[Math.max(0, Math.min(number, sections.length - 1))];
    if (!section) return;
    if (section.tagName === "DETAILS") section.open = true;
    const first = section.querySelector("input:not([type=hidden]), select, textarea, .rows__add");
    if (first?.matches(".rows__add")) first.click();
    else (first || section.querySelector("summary"))?.focus();
    section.scrollIntoView({ block: "nearest" });
  }

  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target?.closest("details");
    if (folded) folded.open = true;
    if (target?.matches("input, select, textarea")) target.focus();
    else target?.querySelector("input:not([type=hidden]), select, textarea")?.focus({ preventScroll: true });
    target?.scrollIntoView();
  }
  window.addEventListener("hashchange", reveal);
  document.querySelector(".index")?.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) reveal();
  });
  if (location.hash) reveal();
  form.querySelector(".conflict [type=radio], [aria-invalid=true]")?.focus();

  /* What the index says. */
  function rowsFilled(group) {
    return [...group.querySelectorAll(".row")].filter((row) =>
      !row.hidden && !row.classList.contains("row--removed") && (row.classList.contains("row--filled") ||
      [...row.querySelectorAll("input:not([type=hidden], [type=checkbox]), textarea")].some((field) =>
        hasText(field) && field.value !== field.defaultValue))).length;
  }

  function tell() {
    document.querySelectorAll("[data-wanted]").forEach((item) => {
      const target = document.getElementById(item.dataset.wanted);
      if (target) item.toggleAttribute("data-filled", target.matches("[data-rows]") ? rowsFilled(target) > 0 : hasText(target));
    });
    document.querySelectorAll("[data-count]").forEach((count) => {
      const section = document.getElementById(count.dataset.count);
      const fields = [...section.querySelectorAll("input:not([type=hidden], [type=radio]), select, textarea")].filter((field) => !field.closest("[data-rows]"));
      const filled = fields.filter((field) => field.type === "checkbox" ? field.checked : field.value.trim() && !(field.defaultValue && field.matches("[name$=focal_x], [name$=focal_y]")));
      const rows = [...section.querySelectorAll("[data-rows]")].map(rowsFilled).reduce((a, b) => a + b, 0);
      const number = filled.length + rows;
      if (section.dataset.touched) count.textContent = number || "";
    });
  }
  form.addEventListener("input", (event) => {
    const section = event.target.closest(".section");
    if (section) section.dataset.touched = true;
    tell();
  });
  form.addEventListener("change", tell);

  /* Versions of this form, as offers name them. */
  function versions() {
    const rows = [...document.querySelectorAll("[data-rows=versions] .row")];
    const choices = new Map();
    rows.forEach((row) => {
      const key = row.querySelector("[name$='-id']")?.value || `new-${row.id.replace(/.*-/, "")}`;
      if (row.hidden || row.classList.contains("row--removed")) return;
      const said = ["label", "spoken", "subtitles"].map((name) => row.querySelector(`[name$='-${name}']`)?.value.trim() || "");
      const [label, spoken, subtitles] = said;
      if (label || spoken || subtitles) choices.set(key, label || [spoken, subtitles && `[${subtitles}]`].filter(Boolean).join(" "));
    });
    return choices;
  }

  function offerVersions() {
    const choices = versions();
    document.querySelectorAll("select[data-versions]").forEach((select) => {
      const chosen = select.value;
      [...select.options].filter((option) => option.value.startsWith("new-")).forEach((option) => option.remove());
      choices.forEach((label, key) => {
        if (key.startsWith("new-")) select.append(new Option(label, key));
      });
      select.value = chosen;
      if (select.selectedIndex < 0) select.value = "";
    });
  }
  if (document.querySelector("[data-rows=versions]")) {
    offerVersions();
    form.addEventListener("change", offerVersions);
    document.addEventListener("formset:added", offerVersions);
  }
})();
