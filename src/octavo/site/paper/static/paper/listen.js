// Reads a page aloud with the browser's own speech, sentence by sentence; what is read is marked and kept in sight.
//
// What is read stands in the page as [data-say], in its order; of data-say="text" each sentence. The button is there only where there is a
// voice. A pause ends the sentence and going on begins it again: not every browser can hold one in the middle.
"use strict";

(() => {
  const listen = document.querySelector("[data-listen]");
  const speech = window.speechSynthesis;
  if (!listen || !speech || !window.SpeechSynthesisUtterance) return;

  const go = listen.querySelector(".listen-go");
  const stop = listen.querySelector(".listen-stop");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const read = pieces();
  let place = 0;
  let saying = null;

  function pieces() {
    return [...document.querySelectorAll("[data-say]")]
      .flatMap(each => (each.dataset.say === "text" ? sentences(each) : [each]))
      .filter(each => !each.closest("details:not([open])") && words(each));
  }

  function sentences(text) {
    return [...text.querySelectorAll("p:not(.page-note, .partial), li, h2")].flatMap(block => {
      const found = [...block.querySelectorAll(".sentence")];
      return found.length ? found : [block];
    });
  }

  function words(piece) {
    const copy = piece.cloneNode(true);
    copy.querySelectorAll("[aria-hidden]").forEach(each => each.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function say() {
    mark(read[place]);
    if (place >= read.length) return end();
    const said = new SpeechSynthesisUtterance(words(read[place]));
    said.lang = read[place].closest("[lang]").lang;
    said.onend = () => {
      if (saying !== said) return;
      place += 1;
      say();
    };
    said.onerror = () => {
      if (saying === said) pause();
    };
    saying = said;
    speech.speak(said);
    show("pause");
  }

  function pause() {
    saying = null;
    speech.cancel();
    show("on");
  }

  function end() {
    pause();
    mark(null);
    place = 0;
    show("start");
  }

  function mark(piece) {
    document.querySelectorAll(".read-now").forEach(each => each.classList.remove("read-now"));
    if (!piece) return;
    piece.classList.add("read-now");
    const { top, bottom } = piece.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight - 100) {
      piece.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    }
  }

  function show(state) {
    go.textContent = listen.dataset[state];
    listen.classList.toggle("listen--on", state !== "start");
    stop.hidden = state === "start";
  }

  function ready() {
    if (speech.getVoices().length && read.length) listen.hidden = false;
  }

  go.addEventListener("click", () => (saying ? pause() : say()));
  stop.addEventListener("click", () => {
    end();
    go.focus();
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && saying) pause();
  });
  window.addEventListener("pagehide", () => speech.cancel());
  speech.addEventListener("voiceschanged", ready);
  show("start");
  ready();
})();
