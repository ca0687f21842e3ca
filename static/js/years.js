// Draw a range over the years with a mouse, a pen or a finger. The form beside the chart does the same by keyboard.
const SLIP = 8; // pixels that a click may move without drawing
for (const chart of document.querySelectorAll("[data-years]")) {
  const table = chart.querySelector("[data-first]"), form = chart.querySelector("form");
  if (!table || !form) continue;
  const first = +table.dataset.first, span = table.dataset.end - first, { year_from: from, year_to: to } = form.elements;
  const range = document.createElement("div");
  range.className = "decades__range";
  table.before(range);
  const show = () => {
    const start = +(from.value || first), end = +(to.value || first + span - 1) + 1;
    range.hidden = !from.value && !to.value;
    range.style.setProperty("--from", (start - first) / span);
    range.style.setProperty("--width", Math.max(0, end - start) / span);
  };
  const year = ({ clientX }) => {
    const { left, width } = table.getBoundingClientRect();
    return first + Math.min(span - 1, Math.max(0, Math.floor((clientX - left) / width * span)));
  };
  let start, pressed, drawn;
  table.addEventListener("pointerdown", (event) => {
    start = event.button ? undefined : year(event);
    pressed = event.clientX;
    drawn = false;
  });
  addEventListener("pointermove", (event) => {
    if (start === undefined) return;
    const now = year(event);
    drawn ||= now !== start && Math.abs(event.clientX - pressed) > SLIP;
    if (drawn) { [from.value, to.value] = [Math.min(start, now), Math.max(start, now)]; show(); }
  });
  addEventListener("pointerup", () => { if (start !== undefined && drawn) form.requestSubmit(); start = undefined; });
  addEventListener("pointercancel", () => { start = undefined; drawn = false; });
  table.addEventListener("dragstart", (event) => event.preventDefault());
  table.addEventListener("click", (event) => {
    if (drawn && event.detail) event.preventDefault(); // the end of a drawing; a key has no detail
    drawn = false;
  });
  form.addEventListener("input", show);
  show();
  // A bar says its year and number, as the table of years does.
  const bars = new Map([...table.querySelectorAll("div [href]")].map((bar) => [bar.href, bar]));
  for (const link of chart.querySelectorAll("details a")) {
    const bar = bars.get(link.href);
    if (bar) bar.title = `${link.textContent} : ${link.closest("tr").cells[1].textContent}`;
  }
}
