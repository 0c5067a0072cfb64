// What is pasted from a page, a mail or a word processor goes with its links and pictures, until the text is edited.
(() => {
  "use strict";

  const LEAST = 200; // characters of text that may be an article
  const MOST = 8_000_000; // characters of markup; more than the reader takes
  const TELLING = /<(?:a\s[^<>]*\bhref|img\s|figure|h[1-3]|table)\b/i;
  const BLOCK = /<(?:p|div|li|blockquote|article|section)\b/gi;
  const MARKUP = /^\s*<(?:!doctype|!--|\?xml|[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>)|<\/(?:html|body|article|div|p|h[1-6])\s*>/i;
  const MAIL = /^(?:[A-Z][A-Za-z-]+: .*\r?\n){3}/;

  const rich = () => document.getElementById("rich");

  const carry = (html) => {
    rich().value = html;
    document.querySelector("[data-rich]").hidden = !html;
  };

  // Does the markup say more than the text? It is not parsed here: its styles would be held against our policy, aloud.
  // Code copied from an editor comes as coloured text, and is meant plainly.
  const says = (html, plain) =>
    html.length <= MOST && plain.trim().length >= LEAST && !MARKUP.test(plain) && !MAIL.test(plain) &&
    (TELLING.test(html) || (html.match(BLOCK) ?? []).length > 1);

  document.addEventListener("paste", (event) => {
    const field = event.target;
    if (field.id !== "source" || !rich()) return;
    const isAll = field.selectionStart === 0 && field.selectionEnd === field.value.length;
    const html = event.clipboardData?.getData("text/html") ?? "";
    const plain = event.clipboardData?.getData("text/plain") ?? "";
    carry("");
    if (!isAll || !says(html, plain)) return; // and the browser pastes the text, as ever
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
