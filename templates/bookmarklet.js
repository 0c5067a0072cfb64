{# Runs in other people's pages: hands the page as the browser has it to the reader at {{ reader }}. Comments and indentation are
   taken out before it becomes an address, lines stay lines. #}
(() => {
  const reader = {{ reader }};
  const PATIENCE = 3000;
  const copy = (root) => {
    const whole = root.cloneNode(true);
    const copies = whole.querySelectorAll("*");
    root.querySelectorAll("*").forEach((el, at) => {
      if (!el.shadowRoot) return;
      const inside = document.createElement("div");
      el.shadowRoot.childNodes.forEach((node) => inside.append(node.nodeType === 1 ? copy(node) : node.cloneNode()));
      copies[at].prepend(inside);
    });
    return whole;
  };
  const words = (doc) => (doc.body?.innerText || "").length;
  const frames = (doc) =>
    [...doc.querySelectorAll("iframe, frame")].flatMap((frame) => {
      try {
        const inner = frame.contentDocument;
        return inner ? [inner, ...frames(inner)] : [];
      } catch {
        return [];
      }
    });
  const doc = frames(document).reduce((best, inner) => (words(inner) > 2 * words(best) ? inner : best), document);
  const root = copy(doc.documentElement);
  root.querySelectorAll("script").forEach((el) => el.type === "application/ld+json" || el.remove());
  root.querySelectorAll("input").forEach((el) => el.removeAttribute("value"));
  root.querySelectorAll("textarea").forEach((el) => el.replaceChildren());
  const url = /^https?:/.test(doc.location.href) ? doc.location.href : location.href;
  const page = { html: "<!doctype html>" + root.outerHTML, url, title: document.title };

  const link = () => {
    location.href = reader + "/receive/link?url=" + encodeURIComponent(url);
  };
  const post = (why) => {
    const form = document.createElement("form");
    Object.assign(form, { method: "post", enctype: "multipart/form-data", acceptCharset: "utf-8", target: "_self" });
    form.action = reader + "/receive";
    for (const [name, value] of Object.entries({ ...page, why })) {
      const field = document.createElement("textarea");
      Object.assign(field, { name, value });
      form.append(field);
    }
    form.hidden = true;
    document.documentElement.append(form);
    let gone = false;
    addEventListener("beforeunload", () => { gone = true; });
    addEventListener("securitypolicyviolation", (event) => { event.effectiveDirective === "form-action" && link(); });
    HTMLFormElement.prototype.submit.call(form);
    setTimeout(() => { form.remove(); gone || link(); }, 1000);
  };

  const popup = window.open(reader + "/receive?from=bookmarklet", "", "popup,width=760,height=820");
  if (!popup) return post("blocked");
  let over = false;
  const begun = Date.now();
  const heard = (event) => {
    if (over || event.origin !== reader || event.source !== popup || event.data?.unfeed !== "ready") return;
    over = true;
    popup.postMessage({ unfeed: "page", ...page }, reader);
  };
  addEventListener("message", heard);
  const watch = setInterval(() => {
    const cut = popup.closed || Date.now() - begun > PATIENCE;
    if (!over && !cut) return;
    clearInterval(watch);
    if (!over) { over = true; post(popup.closed ? "cut" : "slow"); }
    removeEventListener("message", heard);
  }, 100);
})();
