// Draw a range over the years with a mouse, a pen or a finger. The form beside the chart does the same by keyboard.
// Charts are looked for when they are needed: listing.js may bring others.
const SLIP = 8; // pixels that a click may move without drawing
let drawing; // what the pointer draws on, and since when
let drawn;

function parts(chart) {
  const table = chart?.querySelector("[data-first]"), form = chart?.querySelector("form");
  if (!table || !form) return;
  const first = +table.dataset.first;
  return { table, form, first, span: table.dataset.end - first, from: form.elements.year_from, to: form.elements.year_to };
}
function show(chart) {
  const { table, first, span, from, to } = parts(chart) ?? {};
  if (!table) return;
  let range = chart.querySelector(".decades__range");
  if (!range) {
    range = document.createElement("div");
    range.className = "decades__range";
    table.before(range);
  }
  const start = +(from.value || first), end = +(to.value || first + span - 1) + 1;
  range.hidden = !from.value && !to.value;
  range.style.setProperty("--from", (start - first) / span);
  range.style.setProperty("--width", Math.max(0, end - start) / span);
}
const showAll = () => document.querySelectorAll("[data-years]").forEach(show);
const chartOf = ({ target }) => target.closest?.("[data-years]");
const year = ({ table, first, span }, { clientX }) => {
  const { left, width } = table.getBoundingClientRect();
  return first + Math.min(span - 1, Math.max(0, Math.floor((clientX - left) / width * span)));
};

document.addEventListener("pointerdown", (event) => {
  const found = event.target.closest("[data-first]") && parts(chartOf(event));
  drawing = found && !event.button ? { ...found, chart: chartOf(event), start: year(found, event), pressed: event.clientX } : undefined;
  drawn = false;
});
document.addEventListener("pointermove", (event) => {
  if (!drawing) return;
  const { from, to, start, pressed, chart } = drawing, now = year(drawing, event);
  drawn ||= now !== start && Math.abs(event.clientX - pressed) > SLIP;
  if (drawn) { [from.value, to.value] = [Math.min(start, now), Math.max(start, now)]; show(chart); }
});
document.addEventListener("pointerup", () => { if (drawing && drawn) drawing.form.requestSubmit(); drawing = undefined; });
document.addEventListener("pointercancel", () => { drawing = undefined; drawn = false; });
document.addEventListener("dragstart", (event) => { if (event.target.closest?.("[data-first]")) event.preventDefault(); });
document.addEventListener("click", (event) => {
  if (drawn && event.detail) event.preventDefault(); // the end of a drawing; a key has no detail
  drawn = false;
}, true);
document.addEventListener("input", (event) => show(chartOf(event)));
document.addEventListener("replaced", showAll);
showAll();

// A bar says its year and number, as the table of years does.
for (const chart of document.querySelectorAll("[data-years]")) {
  const bars = new Map([...chart.querySelectorAll(".decades div [href]")].map((bar) => [bar.href, bar]));
  for (const link of chart.querySelectorAll("details a")) {
    const bar = bars.get(link.href);
    if (bar) bar.title = `${link.textContent} : ${link.closest("tr").cells[1].textContent}`;
  }
}
