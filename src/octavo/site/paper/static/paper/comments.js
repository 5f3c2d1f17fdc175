// Words that are chosen in an article's text come into the form of comments as the line that the comment is about. Without this script
// they are copied by hand, or chosen on the page of sentences.
(() => {
  const text = document.querySelector(".article .text");
  const form = document.querySelector(".comment-form[data-quoting]");
  const offer = document.querySelector(".comment-offer");
  if (!text || !form || !offer) return;
  const quote = form.elements.namedItem("quote");
  const near = form.elements.namedItem("near");
  const MOST = 600;

  const chosen = () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const words = selection.toString().trim();
    return text.contains(range.commonAncestorContainer) && words && words.length <= MOST ? { range, words } : null;
  };

  let waiting = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { offer.hidden = !chosen(); }, 150);
  });

  const button = offer.querySelector("button");
  // Pressing the button must not give up what is chosen.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    const found = chosen();
    if (!found) return;
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(found.range.startContainer, found.range.startOffset);
    quote.value = found.words.replace(/\s+/g, " ");
    near.value = String(before.toString().length);
    offer.hidden = true;
    form.scrollIntoView({ block: "center" });
    form.elements.namedItem("text").focus({ preventScroll: true });
  });
})();

// What is typed and not yet published stays in this tab: whoever is signed out meanwhile, or follows a link, finds it in the form again.
(() => {
  const area = document.querySelector(".comment-form[data-reader] textarea[name=text]");
  const DONE = ["published", "held", "parent-gone", "edited", "edited-held"];
  let kept;
  try { kept = sessionStorage; } catch { return; }
  if (DONE.includes(new URLSearchParams(location.search).get("said"))) {
    kept.removeItem(kept.getItem("comment sent") ?? "");
    kept.removeItem("comment sent");
  }
  if (!area) return;
  const form = area.form;
  const key = `comment ${form.dataset.reader} ${new URL(form.action).pathname}`;
  const before = kept.getItem(key);
  if (before && !area.value) {
    area.value = before;
    const note = document.createElement("span");
    note.className = "help";
    note.textContent = form.dataset.kept;
    area.closest(".field").append(note);
  }
  area.addEventListener("input", () => {
    try { kept.setItem(key, area.value); } catch { /* The tab has no room: what is typed stays in the form alone. */ }
  });
  form.addEventListener("submit", () => kept.setItem("comment sent", key));
})();
