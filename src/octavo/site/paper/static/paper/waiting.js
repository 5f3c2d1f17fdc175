// While a page waits for something, it looks every few seconds whether that is there, and shows the page anew when it is.
const EVERY = 3000;

async function look() {
  const answer = await fetch(location.href).catch(() => null);
  const page = answer && answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  if (page && !page.querySelector("[data-waiting]")) location.reload();
  else setTimeout(look, EVERY);
}

if (document.querySelector("[data-waiting]")) setTimeout(look, EVERY);
