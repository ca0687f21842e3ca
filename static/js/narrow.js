// The box of a facet with many values: what the page of all its values finds is offered in the facet.
let waiting, fetching;
const whole = new WeakMap(); // lists as they came

async function narrow(box) {
  fetching?.abort();
  fetching = new AbortController();
  const list = box.nextElementSibling, address = new URL(box.parentElement.querySelector("[data-all]").href);
  if (!whole.has(list)) whole.set(list, [...list.children]);
  if (!box.value.trim()) return list.replaceChildren(...whole.get(list));
  address.searchParams.set("named", box.value);
  const text = await fetch(address, { signal: fetching.signal }).then((answer) => answer.ok && answer.text()).catch(() => "");
  if (!text) return;
  const page = new DOMParser().parseFromString(text, "text/html");
  const found = [...page.querySelectorAll(".ways li")].slice(0, 12);
  const none = document.createElement("li");
  none.append(page.querySelector(".empty")?.firstChild ?? "");
  list.replaceChildren(...found.length ? found : [none]);
}

document.addEventListener("input", ({ target }) => {
  if (!target.matches(".facet__find")) return;
  clearTimeout(waiting);
  waiting = setTimeout(narrow, 200, target);
});
document.addEventListener("replaced", () => {
  for (const box of document.querySelectorAll(".facet__find")) {
    whole.delete(box.nextElementSibling);
    if (box.value) narrow(box);
  }
});
