// Between a list and a film the poster itself moves: the one that leaves and the one that arrives share a name.
addEventListener("pageswap", ({ activation }) => {
  const next = activation && new URL(activation.entry.url).pathname;
  const link = [...document.querySelectorAll(".card__title a")].find((one) => one.pathname === next);
  for (const old of document.querySelectorAll("[data-shared]")) delete old.dataset.shared;
  document.querySelector(".film")?.toggleAttribute("data-left", Boolean(link));
  link?.closest(".card").querySelector(".poster").setAttribute("data-shared", "");
});
