// An article's page: selected words go into the form that marks them, and where a long article is left is kept.
"use strict";

(() => {
  const acts = document.querySelector("[data-acts]");
  const text = document.querySelector("article .text");
  if (!acts || !text) return;

  const form = acts.querySelector("[data-words]");
  document.addEventListener("selectionchange", () => {
    const chosen = document.getSelection();
    if (!form || chosen.isCollapsed || !text.contains(chosen.anchorNode) || !text.contains(chosen.focusNode)) return;
    const words = chosen.toString().trim();
    if (!words || words.length > 2000) return;
    form.words.value = words;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(chosen.getRangeAt(0).startContainer, chosen.getRangeAt(0).startOffset);
    form.start.value = before.toString().length;
    form.closest("details").open = true;
  });

  if (!("long" in acts.dataset)) return;
  const token = acts.querySelector('[name="csrfmiddlewaretoken"]').value;
  const left = new URL("../left/", new URL(acts.querySelector('form[action$="/save/"]').action));
  const blocks = [...text.querySelectorAll(':scope > [id^="block-"]')];
  let kept = -1;

  // The first block of which something is in sight; 0 at the beginning, and where the end was in sight.
  function place() {
    if (blocks.at(-1).getBoundingClientRect().bottom < innerHeight) return 0;
    const first = blocks.findIndex(each => each.getBoundingClientRect().bottom > 0) + 1;
    return first > 2 ? first : 0;
  }

  function keep() {
    const now = place();
    if (document.visibilityState !== "hidden" || now === kept || (kept < 0 && !scrollY)) return;
    kept = now;
    const sent = new FormData();
    for (const [name, value] of Object.entries({ csrfmiddlewaretoken: token, article: acts.dataset.acts, block: now })) sent.append(name, value);
    navigator.sendBeacon(left, sent);
  }

  document.addEventListener("visibilitychange", keep);
})();
