// Films that a reader keeps: their ids, in this browser alone. What they make is an ordinary list, with its own address.
const NAME = "kept-films";
const MOST = 100;
const link = document.querySelector("[data-kept]");
const button = document.querySelector("[data-keep]");
const path = link.getAttribute("href");

const kept = () => JSON.parse(localStorage.getItem(NAME) ?? "[]").filter((id) => /^\d{1,10}$/.test(id));

function show() {
  const ids = kept();
  link.parentElement.hidden = !ids.length;
  link.href = `${path}?${ids.map((id) => `film=${id}`).join("&")}`;
  link.lastElementChild.textContent = ids.length;
  if (button) {
    const isKept = ids.includes(button.dataset.keep);
    button.hidden = !isKept && ids.length >= MOST;
    button.setAttribute("aria-pressed", isKept);
  }
}

button?.addEventListener("click", () => {
  const id = button.dataset.keep;
  const others = kept().filter((other) => other !== id);
  localStorage.setItem(NAME, JSON.stringify(button.ariaPressed === "true" ? others : [...others, id]));
  show();
});
addEventListener("storage", show);
addEventListener("pageshow", show);
show();
