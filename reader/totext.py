"""The article as plain text, written from its sanitized markup."""
from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

_AROUND_BREAK = re.compile(r" *\n *")
_LEAVES = frozenset("p h2 h3 h4 h5 h6 dt dd caption summary td th".split())
_BOXES = frozenset("div blockquote ul ol li dl table thead tbody tfoot tr figure figcaption details pre hr".split())
_BLOCKS = _LEAVES | _BOXES


def text_of(html: str) -> str:
    """The text of ``html`` (an article's body as ``sanitize`` leaves it), blocks separated by blank lines.

    List items begin with "- " or their number, quotations with "> "; cells are separated by tabs; a credit stands in
    brackets behind its caption. Images without words leave nothing.
    """
    if not html.strip():
        return ""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)  # plain elements: lxml.html's cost a look-up each
    data = f"<div>{html}</div>".encode().replace(b"<wbr>", b"")  # libxml2 would put each into the one before
    return "\n\n".join(_blocks(etree.fromstring(data, parser).find("body/div")))


def _blocks(box: HtmlElement) -> Iterator[str]:
    """The blocks inside ``box``, each without blank lines around it; loose text between blocks is a block too."""
    loose = [box.text or ""]
    for child in box:
        if child.tag in _BLOCKS:
            yield from _said(_folded("".join(loose)))
            loose = []
            yield from _said(*_WRITERS.get(child.tag, _plain)(child))
        else:
            loose.append(_inline(child))
        loose.append(child.tail or "")
    yield from _said(_folded("".join(loose)))


def _said(*texts: str) -> list[str]:
    return [text for text in texts if text]


def _plain(el: HtmlElement) -> Iterator[str]:
    return _blocks(el)


def _inline(el: HtmlElement) -> str:
    """The text of an inline element; a block that went astray inside one counts as words."""
    if el.tag == "br":
        return "\v"
    if not len(el) and el.tag != "rt":
        return el.text or ""
    beside = (el.getprevious(), el.getnext()) if el.tag == "rt" else ()
    bare = el.tag == "rt" and not any(near is not None and near.tag == "rp" for near in beside)
    inside = (el.text or "") + "".join(_inline(child) + (child.tail or "") for child in el)
    return f"({inside})" if bare else inside


def _folded(text: str) -> str:
    """``text`` with its space folded, but for the breaks (marked by a vertical tab)."""
    if not text or text.isspace():  # as almost all that stands between two blocks
        return ""
    if "\v" not in text:
        return " ".join(text.split())
    lines = (" ".join(line.split()) for line in text.split("\v"))
    return "\n".join(lines).strip("\n")


def _quote(el: HtmlElement) -> Iterator[str]:
    yield _hung("\n\n".join(_blocks(el)), "> ", "> ")


def _list(el: HtmlElement) -> Iterator[str]:
    number = int(el.get("start") or 1)
    items = []
    for item in el.iterchildren("li"):
        mark = f"{item.get('value') or number}. " if el.tag == "ol" else "- "
        number = int(item.get("value") or number) + 1
        items.append(_hung("\n".join(_blocks(item)), mark, " " * len(mark)))
    yield "\n".join(items)


def _hung(text: str, first: str, others: str) -> str:
    if not text:
        return ""
    return first + "\n".join((others + line).rstrip() for line in text.split("\n"))[len(others):]


def _definitions(el: HtmlElement) -> Iterator[str]:
    yield "\n".join(_blocks(el))


def _table(el: HtmlElement) -> Iterator[str]:
    for caption in el.iterchildren("caption"):
        yield " ".join(_blocks(caption))
    rows = el.xpath("./tr | ./*/tr")
    yield "\n".join("\t".join(_cell(cell) for cell in row.iterchildren("td", "th")) for row in rows)


def _cell(el: HtmlElement) -> str:
    return " ".join(" ".join(_blocks(el)).split())


def _figure(el: HtmlElement) -> Iterator[str]:
    yield "\n".join(_blocks(el))


def _figcaption(el: HtmlElement) -> Iterator[str]:
    credit = el.find(".//span[@class='credit']")
    words = _folded(_inline(credit)) if credit is not None else ""
    if credit is not None:
        credit.text = ""
        for child in list(credit):
            credit.remove(child)
    caption = " ".join(_blocks(el))
    yield f"{caption} ({words})".strip() if words else caption


def _verbatim(el: HtmlElement) -> Iterator[str]:
    yield "".join(el.itertext()).strip("\n").rstrip()


def _rule(el: HtmlElement) -> Iterator[str]:
    yield "* * *"


_WRITERS = {
    "blockquote": _quote, "ul": _list, "ol": _list, "dl": _definitions, "table": _table, "figure": _figure,
    "figcaption": _figcaption, "pre": _verbatim, "hr": _rule,
}
