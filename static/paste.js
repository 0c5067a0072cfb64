// What is pasted from a page, a mail or a word processor goes with its links and pictures, until the text is edited.
(() => {
  "use strict";

  const LEAST = 200; // characters of text that may be an article
  const MOST = 8_000_000; // characters of markup; more than the reader takes
  const BLOCKS = "p, div, li, h1, h2, h3, h4, blockquote, td, article, section";
  const MARKUP = /^\s*<(?:!doctype|!--|\?xml|[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>)|<\/(?:html|body|article|div|p|h[1-6])\s*>/i;
  const MAIL = /^(?:[A-Z][A-Za-z-]+: .*\r?\n)+/;

  const rich = () => document.getElementById("rich");

  const carry = (html) => {
    rich().value = html;
    document.querySelector("[data-rich]").hidden = !html;
  };

  // A parsed document is inert: nothing in it loads or runs. Code copied from an editor is coloured text, and is meant plainly.
  const says = (html, plain) => {
    if (!html || html.length > MOST || MARKUP.test(plain) || MAIL.test(plain)) return false;
    const body = new DOMParser().parseFromString(html, "text/html").body;
    body.querySelectorAll("style, script").forEach((one) => one.remove());
    const long = body.textContent.trim().length >= LEAST;
    return long && Boolean(body.querySelector("a[href], img, figure, h1, h2, h3, table") || body.querySelectorAll(BLOCKS).length > 1);
  };

  document.addEventListener("paste", (event) => {
    const field = event.target;
    if (field.id !== "source" || !rich()) return;
    const isAll = field.selectionStart === 0 && field.selectionEnd === field.value.length;
    const html = event.clipboardData?.getData("text/html") ?? "";
    const plain = event.clipboardData?.getData("text/plain") ?? "";
    carry("");
    if (!isAll || !plain.trim() || !says(html, plain)) return; // and the browser pastes the text, as ever
    // The text itself is pasted by the browser, so that it can be undone; its input event comes before ours is over.
    setTimeout(() => {
      if (field.isConnected && field.value.trim()) carry(html);
    });
  });

  document.addEventListener("input", (event) => {
    if (event.target.id === "source" && rich()?.value) carry("");
  });

  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-use-plain]")) return;
    carry("");
    document.getElementById("source").focus();
  });

  // A page that comes back from the browser's memory may have one without the other.
  addEventListener("pageshow", () => {
    if (rich()) carry("");
  });
})();
