// A list of films changes where it stands: the page that a link or form of it leads to is fetched, and this page made the
// same. Elements that both have are kept, and with them focus, scroll, opened facets and the drawer. Where that fails the
// link is followed. Other scripts hear of it by the event "replaced".
const PARTS = "title, [rel=canonical], [rel=alternate], [hreflang], .printed, main"; // what differs between two lists at one path
const OWN = ["open", "inert", "style"]; // attributes that readers and scripts decide
const here = () => location.pathname + location.search;
const results = () => document.getElementById("results");
let shown = here();
let asked = shown; // what is on its way, or shown
let fetching, typed; // typed: what the field in use held when the list was asked for

const key = (node) => node.nodeName + (node.matches?.("li, details")
  ? node.querySelector("summary, a")?.firstChild?.textContent.trim()
  : node.id || node.localName !== "a" && node.className);

function morph(old, fresh) {
  if (!old.attributes) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  const names = new Set([...old.attributes, ...fresh.attributes].map(({ name }) => name));
  for (const name of names) {
    const value = fresh.getAttribute(name);
    if (OWN.includes(name) || value === old.getAttribute(name)) continue;
    value === null ? old.removeAttribute(name) : old.setAttribute(name, value);
  }
  const spare = new Map();
  for (const node of old.childNodes) spare.set(key(node), [...spare.get(key(node)) ?? [], node]);
  const pairs = [...fresh.childNodes].map((node) => [spare.get(key(node))?.shift(), node]);
  for (const node of [...spare.values()].flat()) node.remove();
  let next = old.firstChild;
  for (const [kept, node] of pairs) {
    if (kept) morph(kept, node);
    if (kept && kept === next) next = next.nextSibling;
    else old.insertBefore(kept ?? node, next);
  }
  if (old.matches("input, select") && (old !== document.activeElement || old.value === typed)) old.value = fresh.value;
}

function wait(address) {
  fetching?.abort();
  fetching = new AbortController();
  asked = address;
  if (results()) results().closest("section").ariaBusy = String(address !== shown);
}

async function show(address, done, from) {
  wait(address);
  typed = document.activeElement.value;
  try {
    const answer = await fetch(address, { signal: fetching.signal });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const [before, after] = [document, fresh].map((page) => [...page.querySelectorAll(PARTS)]);
    if (!answer.ok || before.length !== after.length) throw new Error(answer.status);
    const focused = document.activeElement, place = from?.getBoundingClientRect().top;
    before.forEach((part, number) => morph(part, after[number]));
    document.dispatchEvent(new Event("replaced"));
    if (from?.isConnected) (from.closest(":popover-open > .filters__body") ?? window).scrollBy({ top: from.getBoundingClientRect().top - place, behavior: "instant" });
    // What had the focus may have been moved, which takes the focus away, or be gone.
    const rest = document.querySelector("[inert] #results") ? document.querySelector("[data-drawer] button") : results();
    if (focused !== document.activeElement) (focused.isConnected ? focused : rest)?.focus({ preventScroll: true });
    const { pathname, search } = new URL(fresh.querySelector("[rel=canonical]").href);
    done(pathname + search);
    shown = asked = pathname + search;
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  }
}

// A filter that is chosen before the last choice is shown is added to it: its link does not know of that choice yet.
function together(address) {
  const [before, now, next] = [shown, asked, address].map((one) => one.split("?")[1]?.split("&") ?? []);
  const kept = now.filter((pair) => !before.includes(pair) || next.includes(pair));
  return `${location.pathname}?${[...kept, ...next.filter((pair) => !before.includes(pair))].join("&")}`;
}

function follow(from, { pathname, search }) {
  const turns = from.closest(".pages");
  history.replaceState({ y: scrollY }, "");
  show(from.closest(".filters") ? together(pathname + search) : pathname + search, (address) => {
    if (address !== shown) history.pushState(null, "", address);
    if (!turns) return;
    results().focus({ preventScroll: true });
    results().scrollIntoView({ behavior: "instant" });
  }, from.closest("details") ?? from);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("main a[href]");
  const isNotMine = event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (isNotMine || link?.pathname !== location.pathname || link.getAttribute("href")[0] === "#") return;
  event.preventDefault();
  follow(link, link);
});
document.addEventListener("submit", (event) => {
  const form = event.target, address = new URL(form.action);
  if (event.defaultPrevented || !form.closest("main") || address.pathname !== location.pathname) return;
  event.preventDefault();
  address.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  follow(form, address);
});
document.addEventListener("change", ({ target }) => { if (target.name === "sort") target.form.requestSubmit(); });
addEventListener("popstate", ({ state }) => {
  if (here() === shown) wait(shown);
  else show(here(), () => { if (state) scrollTo({ top: state.y, behavior: "instant" }); });
});
