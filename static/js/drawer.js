// While a drawer stands over the page, the rest of the page cannot be reached: the focus stays within.
function hold(drawer, held) {
  for (let node = drawer; node !== document.body; node = node.parentElement) {
    for (const other of node.parentElement.children) other.inert = held && other !== node;
  }
}
for (const drawer of document.querySelectorAll("[data-drawer]")) {
  drawer.addEventListener("beforetoggle", (event) => { if (event.newState === "closed") hold(drawer, false); });
  drawer.addEventListener("toggle", (event) => {
    if (event.newState !== "open") return;
    hold(drawer, true);
    drawer.querySelector("button").focus();
  });
  // Where the window grows and the style sheet makes it a column, it no longer stands over anything.
  addEventListener("resize", () => { if (getComputedStyle(drawer).position !== "fixed") drawer.hidePopover?.(); });
}
