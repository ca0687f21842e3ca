// The keyboard in lists: j and k or the arrows move from row to row, Enter opens, / goes to the search.
const rows = () => [...document.querySelectorAll("#result_list tbody th a, #result_list tbody td:nth-child(2) a")];
const steps = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

function move(step, arrow) {
  const links = rows();
  const at = links.indexOf(document.activeElement);
  if (arrow && at < 0 && document.activeElement !== document.body) return false;
  const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return Boolean(next);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !document.querySelector("#changelist")) return;
  if (event.target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]")) return;
  if (event.key === "/") {
    const search = document.querySelector("#searchbar");
    if (!search) return;
    search.focus();
    search.select();
    event.preventDefault();
  } else if (event.key in steps && move(steps[event.key], event.key.startsWith("Arrow"))) {
    event.preventDefault();
  }
});
