// Stills opened large. Links and :target do it without this script; with it the page behind rests, arrow keys turn,
// Escape and Back close, and the focus goes back to the picture that was left.
const gallery = document.querySelector(".gallery");
const strip = gallery.firstElementChild;
const figures = [...strip.children];
let entered = false; // by a link of this page: the way out is back
let seen = 0;

const named = (hash) => figures.findIndex((figure) => `#${figure.id}` === hash);
const page = () => location.pathname + location.search;

function turn(number, behavior = "auto") {
  const figure = figures[number];
  if (!figure) return;
  history.replaceState(history.state, "", `#${figure.id}`);
  figure.focus({ preventScroll: true });
  figure.scrollIntoView({ behavior, inline: "center" });
}

function follow(event) {
  const number = named(location.hash);
  if (number < 0) return gallery.close();
  if (!gallery.open) {
    entered = Boolean(event);
    gallery.showModal();
  }
  turn(number, "instant");
}

strip.addEventListener("scroll", () => {
  if (gallery.open) seen = Math.round(Math.abs(strip.scrollLeft) / strip.clientWidth);
});
gallery.dataset.ready = "";
window.addEventListener("hashchange", follow);
follow();

gallery.addEventListener("close", () => {
  const left = document.getElementById(`open-${seen + 1}`);
  if (named(location.hash) >= 0) {
    if (entered) history.back();
    else history.replaceState(history.state, "", page());
  }
  left.focus();
});

gallery.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link && event.target.closest("img, figcaption")) return;
  event.preventDefault();
  const number = link ? named(link.hash) : -1;
  if (number < 0) gallery.close();
  else turn(number);
});

gallery.addEventListener("keydown", (event) => {
  const at = figures.indexOf(document.activeElement.closest("figure"));
  const from = at < 0 ? seen : at;
  const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: figures.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  turn(to);
});
