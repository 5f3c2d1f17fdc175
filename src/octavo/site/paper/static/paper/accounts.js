// Passkeys, and the browser's own time zone. What stands in the page works without; passkeys do not, and say so.
"use strict";

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const able = window.isSecureContext && "PublicKeyCredential" in window;

// What the server says of a key, and a key as the server reads it (Web Authentication, JSON serialisation).
function asked({ publicKey }) {
  const keys = (list) => (list || []).map((key) => ({ ...key, id: bytes(key.id) }));
  const made = { ...publicKey, challenge: bytes(publicKey.challenge) };
  if (made.user) Object.assign(made, { user: { ...made.user, id: bytes(made.user.id) }, excludeCredentials: keys(made.excludeCredentials) });
  else made.allowCredentials = keys(made.allowCredentials);
  return { publicKey: made };
}

function told(key) {
  const given = key.response;
  const response = { clientDataJSON: text(given.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (given[part]) response[part] = text(given[part]);
  }
  if (given.getTransports) response.transports = given.getTransports();
  return { id: key.id, rawId: text(key.rawId), type: key.type, response, clientExtensionResults: key.getClientExtensionResults() };
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const mistake = form.querySelector("[data-refused]");
  const ask = async () => {
    mistake.hidden = true;
    try {
      const key = await navigator.credentials[form.dataset.passkey](asked(JSON.parse(form.dataset.options)));
      form.elements.credential.value = JSON.stringify(told(key));
    } catch {
      mistake.hidden = false;
      return;
    }
    form.submit();
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); ask(); });
  if (able && "atOnce" in form.dataset) ask();
}

for (const each of document.querySelectorAll("[data-passkeys]")) each.hidden = !able;
for (const each of document.querySelectorAll("[data-no-passkeys]")) each.hidden = able;

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
for (const field of document.querySelectorAll("input[data-zone]")) field.value = zone || "";
for (const offer of document.querySelectorAll("[data-zone-offer]")) {
  const list = document.getElementById(offer.dataset.zoneOffer);
  const known = [...list.options].find((option) => option.value === zone);
  if (known && list.value !== zone) {
    offer.querySelector("bdi").textContent = zone.replace(/_/g, " ");
    offer.querySelector("button").addEventListener("click", () => { list.value = zone; offer.hidden = true; list.focus(); });
    offer.hidden = false;
  }
}
