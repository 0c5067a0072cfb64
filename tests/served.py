"""What a browser may find on a page of the app's, told by html5lib, which builds the tree as a browser does."""
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bleach._vendor import html5lib
from witness import TAGS, may

TEMPLATES = set(
    "html head meta title link script body header main article section aside footer h1 form input textarea button "
    "label legend fieldset progress noscript".split()
)
"""The tags of our templates that no article has."""
SCRIPTS = (Path(__file__).parents[1] / "templates" / "base.html").read_text().count("<script ")
SCRIPT = re.compile(r"/static/[\w./-]+\.js\?v=[0-9a-f]{12}")
INSIDE = re.compile(r"r-(?:(?:fn|h)-\d{1,6}|(?:gap|back)-[0-9a-f]{12})")
HTMX = re.compile(r"(?:data-)?(?:hx|sse|ws)-|hx$", re.I)
HTMX_VALUES = {
    "hx-get": r"/a/[\w-]+(?:\?back=[\w,]+)?(?:#[\w-]+)?", "hx-post": r"/read", "hx-target": r"#(?:reading|page|notice)",
    "hx-select": r"#(?:reading|page|error)", "hx-swap": r"[\w:. ]+", "hx-push-url": "true", "hx-ignore": "",
    "hx-sync": "this:drop", "hx-indicator": "#(?:paste|again)",
    "hx-status:4xx:inherited": r"target:#notice select:#error swap:'innerHTML show:top'",
    "hx-status:5xx:inherited": r"target:#notice select:#error swap:'innerHTML show:top'",
}  # fmt: skip
ADDRESSES = set("href src srcset action formaction cite poster data background xlink:href ping longdesc".split())
FRAME = {
    "aside": {"class": "r-back", "id": ".*", "tabindex": "-1", "aria-label": "Put back: [A-Za-z -]+"},
    "p": {"class": "r-note"},
    "a": {"data-toggle": "r-toggle-[0-9a-f]{12}", "href": r"/a/[\w-]+(?:\?back=[\w,]+)?#[\w-]+"},
    "div": {"class": "r-gap|r-scroll", "id": ".*", "tabindex": "-1"},
}
"""What the app puts around the units inside an article."""


def intruders(served: str) -> list[str]:
    """What stands on the page and was not put there by our templates or let in by the sanitizer's allow-list."""
    tree = html5lib.parse(served, namespaceHTMLElements=False, scripting=True)
    body = [el for el in tree.iter("div") if el.get("class") == "body" and "hx-ignore" in el.attrib]
    inner = {one for el in body for one in el.iter()} - set(body)
    found = ["<hx-"] if re.search(r"<\s*/?hx-", served, re.I) else []  # htmx reads such tags before any parser does
    for el in tree.iter():
        if not isinstance(el.tag, str):
            found.append(f"<!--{el.text}-->")
        else:
            found += _inside(el) if el in inner else _outside(el)
    return found + list(_shape(tree, body, inner))


def _inside(el: Any) -> Iterator[str]:
    if el.tag not in TAGS | {"aside"}:
        yield f"<{el.tag}> in the article"
    frame = FRAME.get(el.tag, {})
    for name, value in el.attrib.items():
        if not may(el.tag, name, value) and not re.fullmatch(frame.get(name, "(?!)"), value):
            yield f"<{el.tag} {name}={value!r}> in the article"
        if name == "id" and not INSIDE.fullmatch(value):
            yield f"id {value!r} in the article"


def _outside(el: Any) -> Iterator[str]:
    if el.tag not in TAGS | TEMPLATES:
        yield f"<{el.tag}>"
    if el.tag == "script" and (el.text or not SCRIPT.fullmatch(el.get("src", ""))):
        yield f"<script src={el.get('src')!r}>{el.text}"
    for name, value in el.attrib.items():
        if name.lower().startswith("on") or name in ("style", "srcdoc", "http-equiv"):
            yield f"<{el.tag} {name}={value!r}>"
        if HTMX.match(name) and not re.fullmatch(HTMX_VALUES.get(name, "(?!)"), value):
            yield f"<{el.tag} {name}={value!r}>"
        if name in ADDRESSES and not (re.match(r"[/#?](?!/)", value) or urlsplit(value).scheme in ("http", "https")):
            yield f"<{el.tag} {name}={value!r}>"


def _shape(tree: Any, body: list[Any], inner: set[Any]) -> Iterator[str]:
    """Did the article close, or open, what is the template's?"""
    named = [el.get("id") for el in tree.iter() if el.get("id") and el not in inner]
    yield from (f"id {name!r} twice" for name in set(named) if named.count(name) > 1)
    if len(list(tree.iter("script"))) != SCRIPTS or len(body) > 1:
        yield "not the scripts of our own, or more than one article"
    closing = [el for el in tree.iter("footer") if el.get("class") == "about"]
    reading = [el for el in tree.iter("article") if el.get("id") == "reading"]
    if body and (len(closing) != 1 or closing[0] not in list(reading[0]) or body[0] not in list(reading[0])):
        yield "the article left its box"
    put_back = [el for el in inner if el.get("class") == "r-back"]
    if len(put_back) != len([el for el in tree.iter("li") if el.get("class") == "is-back" and el not in inner]):
        yield "a unit put back that is none"
