// The window that the bookmarklet opens: says that it is there, takes the page, and reads it when the person says so.
(() => {
  "use strict";

  const PATIENCE = 5000; // milliseconds; the bookmarklet gives up after three seconds
  const APPROVED = "unfeed-approved"; // in this browser only: a list of origins

  const room = document.querySelector("[data-receive]");
  const form = document.getElementById("received");
  const find = (name) => room.querySelector(`[data-${name}]`);

  const show = (when) => {
    for (const part of room.querySelectorAll("[data-when]:not(details)")) part.hidden = part.dataset.when !== when;
  };

  const approved = () => {
    try {
      const list = JSON.parse(localStorage.getItem(APPROVED));
      return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
    } catch {
      return []; // storage is forbidden here, or holds what we did not write
    }
  };

  const remember = (origins) => {
    try {
      localStorage.setItem(APPROVED, JSON.stringify(origins));
    } catch {
      // forbidden: then the person is asked each time
    }
    list();
  };

  const list = () => {
    const rows = approved().map((origin) => {
      const row = document.createElement("li");
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "plain", textContent: "Ask again" });
      button.setAttribute("aria-label", `Ask again before reading pages of ${origin}`);
      button.addEventListener("click", () => remember(approved().filter((one) => one !== origin)));
      row.append(`${origin} `, button);
      return row;
    });
    find("approved").replaceChildren(...rows);
    room.querySelector("details").hidden = rows.length === 0;
  };

  const address = (url, origin) => {
    try {
      return origin !== "null" && new URL(url).origin === origin ? url : "";
    } catch {
      return "";
    }
  };

  const size = (characters) =>
    characters < 1e6 ? `${Math.ceil(characters / 1000)} kB` : `${(characters / 1e6).toFixed(1)} MB`;

  const take = ({ html, url, title }, origin) => {
    if (html.length > Number(room.dataset.most)) return show("large");
    form.elements.source.value = html;
    form.elements.url.value = address(url, origin);
    find("title").textContent = String(title || "").slice(0, 300);
    find("sender").textContent = origin === "null" ? "a page that does not say where it is" : origin;
    find("size").textContent = size(html.length);
    find("always").closest(".always").hidden = origin === "null";
    form.addEventListener("submit", () => {
      if (find("always").checked) remember([...new Set([...approved(), origin])]);
    });
    show("came");
    if (approved().includes(origin)) return form.requestSubmit();
    form.querySelector(".main").focus();
  };

  list();
  if (!window.opener) {
    if (new URLSearchParams(location.search).has("from")) show("cut");
    return;
  }
  const silence = setTimeout(() => show("silent"), PATIENCE);
  const heard = (event) => {
    if (event.source !== window.opener || event.data?.unfeed !== "page" || typeof event.data.html !== "string") return;
    removeEventListener("message", heard);
    clearTimeout(silence);
    take(event.data, event.origin);
  };
  addEventListener("message", heard);
  window.opener.postMessage({ unfeed: "ready" }, "*"); // says nothing but that; what comes back names its origin
})();
