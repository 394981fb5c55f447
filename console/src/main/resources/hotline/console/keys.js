// Hotline console, keys: the officer's own signature. The key is made here, cannot be taken out,
// and lies in this browser's store under the officer's name. A form is handed to the node under a
// name of its own (draft), what the node would say is signed, and then the form goes as any form
// does, with that name. Whatever fails or takes too long, the form goes all the same, at once, and
// the node signs alone.
(() => {
  "use strict";
  const URGENT_MS = 300;
  const ROUTINE_MS = 6000;
  const ROUNDS = 8;
  const signs = () => document.getElementById("signs");
  const here = signs();
  if (!here?.dataset.officer || !window.crypto?.subtle || !window.indexedDB) return;
  const id = `${here.dataset.line} ${here.dataset.officer}`;
  let own = null; // { pair, name }: name is the public key as the node writes it

  const base64 = (bytes) =>
    btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const unbase64 = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

  const store = (mode, work) => new Promise((done, fail) => {
    const opening = indexedDB.open("hotline-keys", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("keys");
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const act = database.transaction("keys", mode);
      const request = work(act.objectStore("keys"));
      act.oncomplete = () => { database.close(); done(request.result); };
      act.onabort = () => { database.close(); fail(act.error); };
    };
  });

  // The node knows the key of the session; whether it is in this browser is known only here.
  function tell() {
    const line = signs();
    if (line?.dataset.state !== "own" || line.dataset.key === own?.name) return;
    line.dataset.state = "elsewhere";
    document.getElementById("signs-words").textContent =
      "The node signs alone: the key is not in this browser.";
  }

  const csrf = () => document.querySelector("input[name=csrf]")?.value ?? "";

  async function remember() {
    const answer = await fetch("/act/key", {
      method: "POST",
      body: new URLSearchParams({ csrf: csrf(), key: own.name }),
      credentials: "same-origin",
    });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("signs");
    if (fresh) signs()?.replaceWith(document.importNode(fresh, true));
  }

  async function make(form) {
    const pair = await crypto.subtle.generateKey({ name: "Ed25519" }, false, ["sign", "verify"]);
    const raw = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
    const name = base64(new Uint8Array([1, ...raw]));
    await store("readwrite", (keys) => keys.put({ pair, name }, id));
    form.elements.key.value = name;
    form.submit();
  }

  for (const button of document.querySelectorAll("[data-make-key]")) {
    button.disabled = false;
    button.addEventListener("click", (event) => {
      event.preventDefault();
      button.disabled = true;
      make(button.form).catch(() => {
        button.textContent = "This browser makes no such keys: the node signs alone";
      });
    });
  }

  const pressed = new WeakSet();

  async function sign(path, fields, name, signal) {
    const send = async (where, body) => {
      const answer = await fetch(where, { method: "POST", body, credentials: "same-origin", signal });
      if (!answer.ok) throw new Error(`refused: ${answer.status}`);
      return (await answer.json()).sign;
    };
    fields.set("draft", name);
    fields.set("with", own.name);
    const files = [...fields.values()].some((value) => typeof value !== "string");
    let bytes = await send(path, files ? fields : new URLSearchParams([...fields]));
    for (let round = 0; bytes && round < ROUNDS; round++) {
      const signature = await crypto.subtle.sign("Ed25519", own.pair.privateKey, unbase64(bytes));
      bytes = await send("/sign", new URLSearchParams({
        csrf: fields.get("csrf"), draft: name, signature: base64(new Uint8Array(signature)),
      }));
    }
  }

  // The page may have been renewed meanwhile: what was pressed goes in a form of its own. One with a
  // file goes as it is; its file cannot be put into another.
  function send(form, button, fields, name) {
    fields.set("draft", name);
    fields.delete("with");
    if (form.enctype === "multipart/form-data" && form.isConnected) {
      for (const each of ["draft", ...(button?.name ? [button.name] : [])]) {
        const input = document.createElement("input");
        Object.assign(input, { type: "hidden", name: each, value: fields.get(each) });
        form.append(input);
      }
      form.submit();
      return;
    }
    const plain = document.createElement("form");
    Object.assign(plain, { method: "post", action: form.action, hidden: true });
    for (const [field, value] of fields) {
      if (typeof value !== "string") continue;
      const input = document.createElement("textarea");
      Object.assign(input, { name: field, value });
      plain.append(input);
    }
    document.body.append(plain);
    plain.submit();
  }

  async function press(form, button) {
    pressed.add(form);
    const fields = new FormData(form, button);
    const path = new URL(form.action).pathname;
    const name = base64(crypto.getRandomValues(new Uint8Array(16)));
    const most = /^\/act\/urgent$|\/accept$/.test(path) ? URGENT_MS : ROUTINE_MS;
    const stop = new AbortController();
    const late = new Promise((done) => setTimeout(done, most));
    await Promise.race([late, sign(path, fields, name, stop.signal).catch(() => {})]);
    stop.abort();
    send(form, button, fields, name);
    pressed.delete(form);
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !own || signs()?.dataset.state !== "own") return;
    if (form.method !== "post" || !new URL(form.action).pathname.startsWith("/act/")) return;
    event.preventDefault();
    if (!pressed.has(form)) press(form, event.submitter);
  });

  document.addEventListener("hotline:changed", tell);
  store("readonly", (keys) => keys.get(id))
    .then((found) => { own = found ?? null; })
    .catch(() => {})
    .then(() => {
      if (own && signs()?.dataset.key !== own.name) return remember();
      tell();
    })
    .catch(() => {});
})();
