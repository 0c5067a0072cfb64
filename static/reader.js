// What plain HTML and htmx do not do by themselves: words for the wait, Cancel, Enter, and where the focus goes.
(() => {
  "use strict";

  const PATIENCE = 4000; // milliseconds until we say that the other side is slow

  const isLink = (text) => /^\s*(https?:\/\/)?[^\s/]+\.[^\s/]+\S*\s*$/i.test(text);

  const say = (problem, hint) => {
    const box = document.createElement("div");
    box.className = "problem";
    box.setAttribute("role", "alert");
    for (const [name, words] of [["what", problem], ["hint", hint]]) {
      const line = document.createElement("p");
      line.className = name;
      line.textContent = words;
      box.append(line);
    }
    document.getElementById("notice").replaceChildren(box);
  };

  // Enter sends a link at once; in anything longer it is a line break, and Ctrl or Cmd with Enter sends.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.id !== "source" || event.shiftKey || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || isLink(event.target.value)) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
  });

  document.addEventListener("click", (event) => {
    const cancel = event.target.closest("[data-cancel]");
    if (cancel) {
      window.htmx.trigger(cancel.closest("form"), "htmx:abort");
      document.getElementById("source")?.focus();
    }
    // Inside an article nothing of htmx lives: the link there acts through its twin in the list.
    const inPlace = event.target.closest("a[data-toggle]");
    const twin = inPlace && document.getElementById(inPlace.dataset.toggle);
    if (twin && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      const focusTheGap = () => document.getElementById(inPlace.hash.slice(1))?.focus({ preventScroll: true });
      document.addEventListener("htmx:after:swap", focusTheGap, { once: true });
      twin.click();
    }
  });

  // The bookmarklet must lead to where the browser finds this page, whatever the server was told of its own name.
  for (const kind of ["pointerdown", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const link = event.target.closest?.("[data-bookmarklet]");
      if (link) link.href = link.href.replace(link.dataset.bookmarklet, location.origin);
    });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-bookmarklet]");
    if (!link) return;
    event.preventDefault();
    link.closest("aside").querySelector("[data-said]").textContent =
      "That was a click: drag it to your bookmarks bar (Ctrl+Shift+B or ⌘⇧B shows the bar), then click it there, on the page you want to read.";
  });

  document.addEventListener("htmx:before:request", (event) => {
    document.getElementById("notice")?.replaceChildren();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const words = form.querySelector("[data-words]");
    if (!words) return;
    const link = isLink(form.elements.source?.value ?? "");
    words.textContent = link ? "Fetching the page…" : "Reading…";
    words.dataset.timer = setTimeout(() => {
      words.textContent = link ? "Still waiting for the other site…" : "Still reading…";
    }, PATIENCE);
  });

  document.addEventListener("htmx:finally:request", (event) => {
    const words = event.target instanceof HTMLFormElement && event.target.querySelector("[data-words]");
    if (words) clearTimeout(Number(words.dataset.timer));
  });

  document.addEventListener("htmx:error", () => {
    say("The reader itself did not answer.", "Check your connection, then try again.");
  });

  document.addEventListener("htmx:after:swap", (event) => {
    const anchor = event.detail.ctx.request?.anchor;
    const lost = document.activeElement === document.body && "main";
    if (anchor || lost) document.getElementById(anchor || lost)?.focus({ preventScroll: true });
  });
})();
