// While a page waits for something, it looks every few seconds whether that is there, shows meanwhile how far it is, and the page anew when
// it is there. `data-waiting` may say after how many milliseconds it looks.
const waiting = document.querySelector("[data-waiting]");

async function look() {
  const answer = await fetch(location.href).catch(() => null);
  const page = answer && answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const still = page && page.querySelector("[data-waiting]");
  if (page && !still) return location.reload();
  if (still && still.innerHTML !== waiting.innerHTML) waiting.replaceChildren(...still.childNodes);
  later();
}

function later() {
  setTimeout(look, Number(waiting.dataset.waiting) || 3000);
}

if (waiting) later();
