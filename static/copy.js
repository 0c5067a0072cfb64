// Puts the article, or a part of it, on the clipboard so that it pastes well into a CMS, Google Docs and Word: figures
// with their captions and credits, plain markup, addresses that lead to the web. It is made from what is shown (so with
// what was put back), at once, within the click: browsers let a page write to the clipboard only then.
(() => {
  "use strict";

  const WIDEST = 600; // pixels that fit between the margins of an A4 or letter page in Word; WordPress drops sizes
  const SAID = 8000, MARKED = 2500; // milliseconds that a message, and "Copied" on a button, are shown

  /* ---- From what is shown to plain markup. The elements that are kept; all others leave their content. ---- */

  const BLOCKS = new Set("p h1 h2 h3 h4 h5 h6 blockquote ul ol table pre hr figure".split(" "));
  const TABLE = new Set("table caption thead tbody tfoot tr th td".split(" "));
  const INLINE = "br a em strong b i u s del ins sub sup small mark code kbd samp var q cite ruby rt rp bdi bdo";
  const KEPT = new Set([...BLOCKS, ...TABLE, "li", ...INLINE.split(" ")]);
  const BOXES = new Set(["div", "aside", "details"]);
  const SPANS = ["colspan", "rowspan"];
  const ATTRIBUTES = { td: SPANS, th: SPANS, ol: ["start", "reversed", "type"], li: ["value"] };
  const OURS = ".r-note, .r-gap, .parts";

  const paper = document.implementation.createHTMLDocument(""); // nothing loads or runs in it

  const element = (name, attributes, ...content) => {
    const made = paper.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "style") made.style.cssText = value; // as an attribute our own policy would have it blocked
      else if (value !== null) made.setAttribute(key, value);
    }
    made.append(...content);
    return made;
  };
  const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
  const isBlock = (node) => isElement(node) && BLOCKS.has(node.localName);
  const says = (node) => /\S/.test(node.textContent) ||
    (isElement(node) && (node.matches("hr, img") || !!node.querySelector("img")));
  const isVerbatim = (text) => !!text.parentElement?.closest("pre");
  const onOneLine = (text) => text.replace(/[ \t\n\r\f]+/g, " "); // some editors make a <br> of a line's end
  const inside = (node) => [...node.childNodes].flatMap(cleaned);

  // What stands loose between blocks gets a paragraph; what says nothing goes.
  const inParagraphs = (nodes) => {
    const made = [];
    let loose = null;
    for (const node of nodes) {
      if (isBlock(node)) loose = null;
      else loose ??= made[made.push(element("p", {})) - 1];
      if (loose) loose.append(node);
      else made.push(node);
    }
    return made.filter(says);
  };

  // With UNFEED_IMAGE_PROXY=1 an image has an address of this reader, which ends in its own in base64.
  const original = (image) => {
    const shown = new URL(image.getAttribute("src"), document.baseURI);
    const ours = shown.origin === location.origin && /\/picture\/[\w-]+\/([\w-]+)$/.exec(shown.pathname);
    if (!ours) return shown.href;
    const bytes = atob(ours[1].replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder().decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)));
  };

  const size = (image) => {
    const isThere = image.naturalWidth > 1;
    const width = Number(image.getAttribute("width")) || (isThere ? image.naturalWidth : 0);
    const ratio = isThere ? image.naturalHeight / image.naturalWidth : Number(image.getAttribute("height")) / width;
    const shown = Math.min(width, WIDEST);
    return shown && ratio ? { width: shown, height: Math.round(shown * ratio) } : {};
  };

  const picture = (image) => {
    if (!image.hasAttribute("src")) return [];
    return [element("img", { src: original(image), alt: image.getAttribute("alt") ?? "", ...size(image) })];
  };

  // Footnotes lead nowhere once they are pasted, and stay as words.
  const link = (node) => {
    const leadsOut = /^(https?|mailto):/i.test(node.getAttribute("href") ?? "");
    return leadsOut ? [element("a", { href: node.href }, ...inside(node))] : inside(node);
  };

  // The words of blocks, for where no block may stand.
  const unblocked = (node) => {
    const opens = isElement(node) && (isBlock(node) || node.localName === "li");
    return opens ? [...[...node.childNodes].flatMap(unblocked), " "] : [node];
  };

  // "Caption (Credit)", in a paragraph of its own: without one, Word sets it behind the image, in the same line.
  // WordPress takes the paragraph and its style away, and has a caption. Images without one are paragraphs for the same
  // reason; WordPress makes image blocks of them.
  const words = (caption) => {
    const rest = caption.cloneNode(true);
    const credits = [...rest.querySelectorAll(".credit")];
    credits.forEach((credit) => credit.remove());
    const said = element("p", { style: "font-style: italic" }, ...inside(rest).flatMap(unblocked));
    said.normalize();
    for (let last = said.lastChild; last?.nodeType === Node.TEXT_NODE; last = said.lastChild) {
      last.data = last.data.trimEnd();
      if (last.data) break;
      last.remove();
    }
    for (const credit of credits.filter(says)) {
      said.append(says(said) ? " (" : "(", ...inside(credit).flatMap(unblocked), ")");
    }
    return says(said) ? [said] : [];
  };

  const figure = (node) => {
    const caption = [...node.querySelectorAll("figcaption")].flatMap(words);
    const rest = inParagraphs([...node.childNodes].filter((one) => one.localName !== "figcaption").flatMap(cleaned));
    const images = rest.flatMap((one) => [...one.querySelectorAll("img")]);
    if (!images.length || rest.some((one) => /\S/.test(one.textContent))) return [...rest, ...caption]; // a card, a table
    const last = caption.length ? [element("figure", {}, images.pop(), element("figcaption", {}, ...caption))] : [];
    return [...images.map((image) => element("p", {}, image)), ...last];
  };

  const term = (node) => [element("p", {}, element("strong", {}, ...inside(node).flatMap(unblocked)))].filter(says);

  const SPECIAL = {
    img: picture, a: link, figure, dt: term, summary: term,
    dd: (node) => inParagraphs(inside(node)),
    dl: (node) => inParagraphs(inside(node)),
    figcaption: words, // one that a selection holds without its image
  };

  const attributes = (node) => {
    const names = ["lang", "dir", ...(ATTRIBUTES[node.localName] ?? [])].filter((name) => node.hasAttribute(name));
    const kept = Object.fromEntries(names.map((name) => [name, node.getAttribute(name)]));
    // Without them a table has no lines in Word and Google Docs.
    return node.localName === "table" ? { border: "1", style: "border-collapse: collapse", ...kept } : kept;
  };

  const cleaned = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return [paper.createTextNode(isVerbatim(node) ? node.data : onOneLine(node.data))];
    if (!isElement(node) || node.matches(OURS)) return [];
    const name = node.localName;
    if (Object.hasOwn(SPECIAL, name)) return SPECIAL[name](node);
    if (BOXES.has(name)) return inParagraphs(inside(node));
    if (!KEPT.has(name)) return inside(node);
    const made = element(name, attributes(node), ...inside(node));
    if (name === "br" || TABLE.has(name) || says(made)) return [made];
    return isBlock(made) || name === "li" ? [] : [...made.childNodes]; // the space in it may part two words
  };

  /* ---- From plain markup to plain text, as reader/totext.py writes it. ---- */

  const BREAK = "\0";
  const folded = (text) => text.split(BREAK).map((line) => line.replace(/\s+/g, " ").trim()).join("\n").trim();
  const hung = (text, first, others) =>
    text && first + text.split("\n").map((line) => (others + line).trimEnd()).join("\n").slice(others.length);
  const children = (node, ...names) => [...node.children].filter((child) => names.includes(child.localName));

  const spoken = (node) => {
    if (!isElement(node)) return node.data;
    if (node.localName === "br") return BREAK;
    const said = [...node.childNodes].map(spoken).join("");
    const near = [node.previousElementSibling, node.nextElementSibling];
    const isBare = node.localName === "rt" && !near.some((one) => one?.localName === "rp");
    return isBare ? `(${said})` : said;
  };

  const listed = (node) => {
    let number = Number(node.getAttribute("start")) || 1;
    return children(node, "li").map((item) => {
      number = Number(item.getAttribute("value")) || number;
      const mark = node.localName === "ol" ? `${number++}. ` : "- ";
      return hung(blocks(item).join("\n"), mark, " ".repeat(mark.length));
    }).join("\n");
  };

  const rows = (node) => [...node.querySelectorAll("tr")].filter((row) => row.closest("table") === node);
  const celled = (cell) => blocks(cell).join(" ").replace(/\s+/g, " ");
  const tabled = (node) => [
    ...children(node, "caption").map((caption) => blocks(caption).join(" ")),
    rows(node).map((row) => children(row, "td", "th").map(celled).join("\t")).join("\n"),
  ].filter(Boolean).join("\n\n");

  const WRITERS = {
    blockquote: (node) => hung(blocks(node).join("\n\n"), "> ", "> "),
    ul: listed, ol: listed, table: tabled,
    figure: (node) => blocks(node).join("\n"),
    pre: (node) => node.textContent.replace(/^\n+|\s+$/g, ""),
    hr: () => "* * *",
  };

  const blocks = (box) => {
    const said = [];
    let loose = "";
    for (const child of box.childNodes) {
      const writes = isBlock(child) || (isElement(child) && child.localName === "figcaption");
      if (!writes) loose += spoken(child);
      if (writes) {
        said.push(folded(loose), WRITERS[child.localName]?.(child) ?? blocks(child).join("\n\n"));
        loose = "";
      }
    }
    return [...said, folded(loose)].filter(Boolean);
  };

  /* ---- What is copied. ---- */

  const article = () => document.querySelector("#reading > .body");

  // Word on Windows takes the markup for windows-1252 without the first element.
  const piece = (nodes) => {
    const body = article();
    const root = element("div", { lang: body.getAttribute("lang"), dir: body.getAttribute("dir") }, ...nodes);
    return { html: `<meta charset="utf-8">${root.outerHTML}`, text: blocks(root).join("\n\n") };
  };

  const whole = () => {
    const { title, deck, line, source } = document.querySelector(".copy").dataset;
    const head = [["h1", title], ["p", deck], ["p", line]].map(([name, said]) => element(name, {}, said)).filter(says);
    const end = source ? [element("p", {}, "Source: ", element("a", { href: source }, source))] : [];
    return piece([...head, ...inParagraphs(inside(article())), ...end]);
  };

  const part = (block) => piece(inParagraphs(cleaned(block)));

  /* ---- How much it was. ---- */

  // In scripts without spaces (Thai to Khmer, kana, Han) a word is what the browser's dictionary takes for one.
  const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
  const wordsIn = (text) => {
    const isSpaced = !UNSPACED.test(text) || !window.Intl?.Segmenter;
    if (isSpaced) return text.split(/\s+/).filter((one) => /[\p{L}\p{N}]/u.test(one)).length;
    const found = new Intl.Segmenter(article().lang || undefined, { granularity: "word" }).segment(text);
    return [...found].filter((one) => one.isWordLike).length;
  };
  const many = (count, name) => `${count.toLocaleString("en")} ${name}${count === 1 ? "" : "s"}`;

  const imagesIn = (shown) => {
    const images = [...shown.querySelectorAll("img[src]")];
    const captions = images.map((image) => image.closest("figure")?.querySelector("figcaption")).filter(Boolean);
    const credited = captions.filter((caption) => caption.querySelector(".credit")).length;
    const isCredit = (node) => isElement(node) && node.matches(".credit");
    const captioned = captions.filter((one) => [...one.childNodes].some((node) => !isCredit(node) && says(node))).length;
    const count = images.length, s = count === 1 ? "" : "s";
    if (!count) return [];
    if (captioned === count && credited === count) return [`${many(count, "image")} with caption${s} and credit${s}`];
    if (!captioned && !credited) return [`${many(count, "image")} without caption${s} or credit${s}`];
    return [many(count, "image"), `${captioned} with a caption`, `${credited} with a credit`];
  };

  const amount = (shown, { text }) =>
    [many(wordsIn(text.replace(/\n\nSource: \S+$/, "")), "word"), ...imagesIn(shown)].join(", ");

  /* ---- Onto the clipboard. ---- */

  // As it is, in every browser, and under plain http as well (how a newsroom tries it first). Safari copies only where
  // something is selected.
  const byEvent = ({ html, text }) => {
    let given = false;
    const give = (event) => {
      event.clipboardData.setData("text/html", html);
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
      event.stopImmediatePropagation();
      given = true;
    };
    const selection = getSelection();
    const before = [...Array(selection.rangeCount).keys()].map((index) => selection.getRangeAt(index));
    selection.selectAllChildren(document.querySelector("#reading h1"));
    window.addEventListener("copy", give, true);
    const done = document.execCommand("copy");
    window.removeEventListener("copy", give, true);
    selection.removeAllRanges();
    before.forEach((range) => selection.addRange(range));
    return done && given;
  };

  // The newer way comes second: some browsers rewrite what it is given, and Chromium first judges it by our own policy.
  const put = async (made) => {
    if (byEvent(made)) return true;
    if (!navigator.clipboard?.write || !window.ClipboardItem) return false;
    const of = (type, text) => ({ [type]: new Blob([text], { type }) });
    try {
      const item = new ClipboardItem({ ...of("text/html", made.html), ...of("text/plain", made.text) });
      await navigator.clipboard.write([item]);
      return true;
    } catch (refused) {
      console.info("The clipboard refused:", refused.name);
      return false;
    }
  };

  const REFUSED = "The browser did not let this page copy. The text is selected now: press Ctrl+C, or Cmd+C on a Mac.";

  const say = (words) => {
    const said = document.querySelector(".copied");
    said.textContent = words;
    clearTimeout(Number(said.dataset.timer));
    said.dataset.timer = setTimeout(() => { said.textContent = ""; }, words === REFUSED ? 3 * SAID : SAID);
  };

  const copy = async (made, shown) => {
    const done = await put(made);
    if (!done) getSelection().selectAllChildren(shown);
    say(done ? `Copied: ${amount(shown, made)}.` : REFUSED);
    return done;
  };

  /* ---- The buttons beside the parts: one under the pointer, or one at each when asked for. ---- */

  const ROOM = matchMedia("(hover: hover) and (min-width: 60rem)"); // a margin to stand in
  const NAMES = { p: "paragraph", ul: "list", ol: "list", dl: "list", blockquote: "quote", table: "table", pre: "code" };
  let isOn = false;
  let seen = null; // watches whether the parts move: images that load, windows that change
  const beside = new WeakMap();

  // Parts are the children of the body, and of boxes that a page put around them.
  const isBox = (el) => el.matches(".body div:not(.r-scroll, .r-gap)");
  const holds = (el) =>
    el.matches(".body") || (isBox(el) && [...el.children].some((one) => BLOCKS.has(one.localName) || holds(one)));
  const isPart = (el) => !el.matches(".r-gap, hr") && says(el);
  const partsOf = (el) => [...el.children].flatMap((one) => (holds(one) ? partsOf(one) : [one].filter(isPart)));
  const partAt = (target) => {
    let el = target.closest(".body") && !holds(target) ? target : null;
    while (el && !holds(el.parentElement)) el = el.parentElement;
    return el && isPart(el) ? el : null;
  };

  const nameOf = (block) => {
    if (block.matches(".r-back")) return "block put back";
    if (block.matches("figure") && block.querySelector("img[src]")) return "image";
    if (block.matches("h2, h3, h4, h5, h6")) return "heading";
    return NAMES[block.localName] ?? (block.querySelector("table") ? "table" : "block");
  };

  const layer = () => {
    const found = document.querySelector(".parts");
    if (found) return found;
    const made = document.createElement("div");
    made.className = "parts screen";
    made.setAttribute("role", "toolbar");
    made.setAttribute("aria-orientation", "vertical");
    made.setAttribute("aria-label", "Copy a part of the article");
    article().before(made);
    return made;
  };

  const place = (button) => {
    const top = (el) => el.getBoundingClientRect().top;
    button.style.top = `${top(beside.get(button)) - top(button.parentElement)}px`;
  };

  const buttonFor = (block) => {
    const button = document.createElement("button");
    const words = block.textContent.replace(/\s+/g, " ").trim();
    const begin = words.length > 50 ? `${words.slice(0, 50).trimEnd()}…` : words;
    button.type = "button";
    button.dataset.copy = "part";
    button.tabIndex = -1;
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy ${nameOf(block)}: ${begin}`);
    beside.set(button, block);
    return button;
  };

  const show = (wanted) => {
    const box = layer();
    const buttons = wanted.map(buttonFor);
    document.querySelector(".is-part")?.classList.remove("is-part");
    box.replaceChildren(...buttons);
    box.hidden = !buttons.length;
    buttons.forEach(place);
    return buttons;
  };

  // All the buttons are one stop of the Tab key; arrows go from one to the next.
  const turn = (on) => {
    isOn = on;
    seen?.disconnect();
    document.querySelector("[data-copy=parts]").setAttribute("aria-pressed", String(on));
    document.getElementById("reading").classList.toggle("copying", on);
    const buttons = show(on ? partsOf(article()) : []);
    if (!buttons.length) return;
    buttons[0].tabIndex = 0;
    seen = new ResizeObserver(() => buttons.forEach(place));
    seen.observe(article());
  };

  const step = (event) => {
    const buttons = [...event.target.parentElement.children];
    const at = buttons.indexOf(event.target);
    const forth = at + 1, back = at - 1;
    const keys = { ArrowDown: forth, ArrowRight: forth, ArrowUp: back, ArrowLeft: back, Home: 0, End: buttons.length - 1 };
    const next = keys[event.key];
    if (event.key === "Escape") {
      turn(false);
      document.querySelector("[data-copy=parts]").focus();
    }
    if (next === undefined) return;
    event.preventDefault();
    (buttons[next] ?? event.target).focus();
  };

  const copyPart = async (button) => {
    const block = beside.get(button);
    const done = await copy(part(block), block);
    button.textContent = done ? "Copied" : "Failed";
    setTimeout(() => { button.textContent = "Copy"; }, MARKED);
  };

  /* ---- What happens when. All of it is heard from above: htmx changes what is below. ---- */

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button?.dataset.copy === "whole") copy(whole(), article());
    if (button?.dataset.copy === "part") copyPart(button);
    if (button?.dataset.copy === "parts") turn(!isOn);
  });

  document.addEventListener("keydown", (event) => {
    if (event.target.matches?.(".parts button")) step(event);
  });

  document.addEventListener("pointerover", (event) => {
    const block = event.pointerType === "mouse" && !event.buttons && !isOn && ROOM.matches && partAt(event.target);
    const is = document.querySelector(".parts button");
    if (block && !(is && beside.get(is) === block)) show([block]);
    if (is && !isOn && !event.target.closest("#reading")) show([]);
  });

  // The part that a button would copy.
  for (const [name, is] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(name, (event) => {
      const button = event.target.closest?.(".parts button");
      if (!button) return;
      beside.get(button)?.classList.toggle("is-part", is);
      if (name !== "focusin" || !isOn) return;
      for (const other of button.parentElement.children) other.tabIndex = other === button ? 0 : -1;
    });
  }

  // What is selected by hand, when it is more than words of one part: clean too, with credits as they were written
  // (they are shown in capitals).
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (selection.isCollapsed || selection.rangeCount !== 1) return;
    const range = selection.getRangeAt(0);
    const common = range.commonAncestorContainer;
    let within = isElement(common) ? common : common.parentElement;
    if (!within.closest("#reading > .body")) return;
    const chosen = range.cloneContents();
    if (!holds(within) && !chosen.querySelector("img")) return;
    for (; !holds(within); within = within.parentElement) {
      const shell = within.cloneNode(false);
      shell.append(...chosen.childNodes);
      chosen.append(shell);
    }
    const made = piece(inParagraphs(inside(chosen)));
    event.clipboardData.setData("text/html", made.html);
    event.clipboardData.setData("text/plain", made.text);
    event.preventDefault();
  });

  document.addEventListener("htmx:after:swap", () => {
    if (document.querySelector(".copy")) turn(isOn && !!article());
  });

  document.documentElement.classList.add("copies");
})();
