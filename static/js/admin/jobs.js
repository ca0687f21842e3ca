/* Moves the progress bar of work in the background, and loads its report at the end. */
"use strict";

const EVERY = 1000;
const job = document.querySelector("[data-job]");
const words = job.querySelector("[data-words]");
const bar = job.querySelector("progress");

async function ask() {
  try {
    const answer = await fetch(job.dataset.job);
    if (answer.redirected || answer.status === 403) return;
    if (answer.ok) {
      const found = await answer.json();
      if (found.ended) {
        location.reload();
        return;
      }
      bar.value = found.position;
      words.textContent = found.words;
    }
  } catch {
    /* No connection: it is asked the next time, as after an error. */
  }
  setTimeout(ask, EVERY);
}

setTimeout(ask, EVERY);
