// A facet that has more values than it shows gets a box: what the page of all its values finds is offered in the facet.
let waiting, fetching;
const whole = new Map(); // lists as they came

function addBoxes() {
  whole.clear();
  for (const all of document.querySelectorAll("[data-narrow]")) {
    const list = all.closest("details").querySelector("ul");
    if (list.previousElementSibling.type === "search") continue;
    const box = document.createElement("input");
    box.type = "search";
    box.placeholder = all.dataset.narrow;
    box.setAttribute("aria-label", `${all.closest("details").firstElementChild.textContent} : ${all.dataset.narrow}`);
    list.before(box);
    whole.set(list, [...list.children]);
  }
}

async function narrow(box, list) {
  fetching?.abort();
  fetching = new AbortController();
  const all = box.closest("details").querySelector("[data-narrow]"), address = new URL(all.href);
  if (!box.value.trim()) return list.replaceChildren(...whole.get(list));
  address.searchParams.set("named", box.value);
  const answer = await fetch(address, { signal: fetching.signal }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = [...page.querySelectorAll(".ways li")].slice(0, 12);
  for (const link of found.map((one) => one.firstElementChild)) {
    const label = document.createElement("span");
    label.textContent = link.firstChild.textContent.trim();
    link.firstChild.replaceWith(label);
  }
  list.replaceChildren(...found);
  if (!found.length) list.append(page.querySelector(".empty")?.firstChild ?? "");
}

document.addEventListener("input", ({ target }) => {
  const list = target.nextElementSibling;
  if (!whole.has(list)) return;
  clearTimeout(waiting);
  waiting = setTimeout(narrow, 200, target, list);
});
document.addEventListener("replaced", addBoxes);
addBoxes();
