// Single keys, as in the usual readers: they go through the headlines, open, save, mark, and show what they do.
//
// The focus really moves. They do nothing in fields of forms and with Ctrl, Alt or Meta; a page has this script only where they are on.
"use strict";

(() => {
  const HEADLINES = ".headline a[href], a.line-headline[href]";
  const PLACES = { f: "", r: "reading/", s: "reading/saved/", a: "ask/" };
  // The paper may lie under a path: where this script lies says which.
  const root = new URL(document.currentScript.src).pathname.replace(/static\/.*$/, "");
  let going = 0;

  function headlines() {
    return [...document.querySelectorAll(`main :is(${HEADLINES})`)].filter(each => each.checkVisibility());
  }

  function step(by) {
    const all = headlines();
    if (!all.length) return;
    const here = all.indexOf(document.activeElement);
    // From anywhere else: the first headline behind, or the last before, whatever has the focus.
    const after = all.findIndex(each => document.activeElement.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
    const from = document.activeElement === document.body ? (by > 0 ? -1 : 0) : after < 0 ? all.length : after - (by > 0 ? 1 : 0);
    const next = all[Math.max(0, Math.min(all.length - 1, (here < 0 ? from : here) + by))];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  function focused() {
    const here = document.activeElement;
    return here && here.matches(HEADLINES) ? here : null;
  }

  // The forms of the page itself, or those of the line that has the focus, fetched from its own page.
  async function act(key) {
    const line = focused();
    const own = document.querySelector(`.acts [data-key="${key}"]`);
    if (!line || !line.closest("main") || (own && !line.dataset.article && !line.closest("li, .block"))) return own && own.form.requestSubmit();
    const number = line.dataset.article || (line.pathname.match(/\/article\/(\d+)\/$/) || [])[1];
    const story = (line.pathname.match(/\/story\/(\d+)\/$/) || [])[1];
    const page = await fetch(number ? `${root}reading/actions/${number}/` : line.href, { headers: { "Sec-Purpose": "prefetch" } });
    if (!page.ok || (!number && !story)) return;
    const made = new DOMParser().parseFromString(await page.text(), "text/html").querySelector(`.acts [data-key="${key}"]`);
    if (!made) return;
    const done = await fetch(made.form.getAttribute("action"), {
      method: "POST", body: new FormData(made.form), headers: { "X-Octavo-Script": "1" },
    });
    if (done.ok) say(line, await done.text());
  }

  // What was done stands beside the line, and is told to whoever listens.
  function say(line, words) {
    const place = line.closest("li, .block") || line.parentElement;
    let told = place.querySelector(".key-told");
    if (!told) {
      told = document.createElement("p");
      told.className = "key-told meta";
      told.setAttribute("role", "status");
      place.append(told);
    }
    told.textContent = words;
  }

  let from = null;

  function shut(dialog) {
    dialog.remove();
    from.focus();
  }

  async function help() {
    const shown = document.querySelector(".keys-dialog");
    if (shown) return shut(shown);
    from = document.activeElement;
    const page = await fetch(`${root}reading/keys/`);
    if (!page.ok) return;
    const list = new DOMParser().parseFromString(await page.text(), "text/html");
    const dialog = document.createElement("dialog");
    dialog.className = "keys-dialog";
    dialog.setAttribute("aria-label", list.querySelector("h1").textContent);
    dialog.tabIndex = -1;
    const close = list.getElementById("keys-close");
    close.hidden = false;
    close.firstElementChild.addEventListener("click", () => shut(dialog));
    dialog.append(list.getElementById("keys"), close);
    document.body.append(dialog);
    dialog.show();
    dialog.focus();
  }

  function back() {
    if (document.referrer.startsWith(location.origin) && history.length > 1) history.back();
    else location.assign(root);
  }

  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    o: () => focused() && focused().click(),
    s: () => act("s"),
    m: () => act("m"),
    u: back,
    "?": help,
    "/": () => {
      const field = document.querySelector('[role="search"] input[type="search"]');
      if (field) field.focus();
    },
    g: () => { going = Date.now(); },
  };

  document.addEventListener("click", event => {
    const way = event.target.closest("[data-keys]");
    if (!way || event.ctrlKey || event.shiftKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    way.focus();
    help();
  });

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
    // The list lets the focus go on behind it, and Escape shuts it from there too.
    const open = document.querySelector(".keys-dialog");
    if (open && event.key === "Escape") return shut(open);
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const went = Date.now() - going < 1500 && event.key in PLACES;
    going = 0;
    if (!went && !Object.hasOwn(KEYS, event.key)) return;
    event.preventDefault();
    if (went) location.assign(root + PLACES[event.key]);
    else KEYS[event.key]();
  });
})();
