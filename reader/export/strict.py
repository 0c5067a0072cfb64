"""An article's body as XHTML that is legal by the letter: which element may stand in which, and with what values.

A browser takes a list item outside of a list, a paragraph inside a heading or one id twice; a reader of books may
refuse the whole file for it, as does whoever checks it. Tags are what is given up or added; every word stays. Each node
is looked at a fixed number of times, and nothing calls itself: bodies may be long and deep.
"""
from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import groupby

from reader.export.links import language, web_link
from reader.export.nodes import Node, every, parsed, written

_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())
_PARTS = {  # what makes sense only in certain elements
    "li": "ul ol", "dt": "dl", "dd": "dl", "caption": "table", "colgroup": "table", "thead": "table", "tbody": "table",
    "tfoot": "table", "tr": "thead tbody tfoot table", "td": "tr", "th": "tr", "col": "colgroup table", "rt": "ruby",
    "rp": "ruby", "figcaption": "figure", "summary": "",
}  # fmt: skip
_HOLDERS = frozenset("ul ol dl table thead tbody tfoot tr colgroup".split())  # that hold their parts alone
_FLOW = frozenset("div blockquote li dt dd td th caption figure figcaption".split())
_BLOCKS = _FLOW | _HEADINGS | frozenset("p pre hr ul ol dl table thead tbody tfoot tr details summary".split())
_TRANSPARENT = frozenset(("a", "ins", "del"))
# In a book nothing opens at a click, and some readers never show what is folded away.
_PLAIN_BOXES = frozenset("details summary figcaption caption thead tbody tfoot tr td th".split())

_ATTRIBUTES = {
    "a": ("href", "title"), "img": ("src", "alt", "width", "height"), "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan", "scope"), "col": ("span",), "colgroup": ("span",), "ol": ("start", "reversed", "type"),
    "li": ("value",), "time": ("datetime",), "abbr": ("title",), "blockquote": ("cite",), "q": ("cite",),
}  # fmt: skip
_EVERYWHERE = ("id", "class", "dir", "lang")


@dataclass(frozen=True, slots=True)
class _Where:
    """Of a place: may blocks stand in it, is it in a link, a ruby, a head cell or term, a table's caption?"""

    flow: bool = True
    link: bool = False
    ruby: bool = False
    head: bool = False
    caption: bool = False


@lru_cache(maxsize=1024)  # of few kinds, each asked for many times
def _inside(where: _Where, tag: str, is_blocky: bool) -> _Where:
    """The same for what an element holds that stands there."""
    flow = where.flow and (tag in _FLOW or tag in _HOLDERS or (tag in _TRANSPARENT and is_blocky))
    return _Where(
        flow, where.link or tag == "a", where.ruby or tag == "ruby", where.head or tag in ("dt", "th"),
        where.caption or tag == "caption",
    )  # fmt: skip


def strict(html: str, images: Mapping[str, str]) -> str:
    """``html``, a body as ``sanitize`` leaves it, as the inside of an XHTML element that may hold blocks.

    ``images`` gives the path of each image's file by its address; an image without one leaves its words and address.
    """
    root = parsed(html)
    _measure(root)
    left = [(root, _Where())]
    while left:
        node, where = left.pop()
        holds = node.children if node.tag in _HOLDERS else _fitting(node, where, images)
        node.children = _SHAPES.get(node.tag, _flow if where.flow else list)(holds)
        if node.tag == "ruby" and not any(isinstance(child, Node) and child.tag == "rt" for child in node.children):
            node.tag = "span"
        held = (child for child in node.children if isinstance(child, Node))
        left += [(child, _inside(where, child.tag, child.is_blocky)) for child in held]
    _settle(root)
    return written(root)


def _measure(root: Node) -> None:
    for node in reversed(list(every(root))):  # what a node holds before the node
        node.is_blocky = any(
            isinstance(child, Node) and (child.tag in _BLOCKS or child.is_blocky) for child in node.children
        )


# ---------------------------------------------------------------- what may stand where


def _fitting(holder: Node, where: _Where, images: Mapping[str, str]) -> list[Node | str]:
    """What ``holder`` holds, each element under a name that may stand there, or without its tag."""
    queue, out = deque(holder.children), list[Node | str]()
    while queue:
        child = queue.popleft()
        if isinstance(child, str):
            out.append(child)
        elif child.tag == "img":
            out.append(_image(child, where, images))
        elif name := _name(child, holder, where):
            _rename(child, name)
            out.append(child)
        else:
            around = [_GAP] if child.tag in _BLOCKS else []
            queue.extendleft(reversed([*around, *child.children, *around]))
    return out if where.flow else _with_breaks(out, "\n" if holder.tag == "pre" else "")


def _name(node: Node, holder: Node, where: _Where) -> str:
    """The name under which ``node`` may stand in ``holder``; "" if its tag has to go."""
    tag = node.tag
    if node is _GAP or holder.tag in _PARTS.get(tag, "-").split():
        return tag
    if tag in ("col", "colgroup", "rt", "rp") or (tag == "a" and (where.link or not node.attributes.get("href"))):
        return ""
    if tag == "ruby" and where.ruby:
        return ""
    return _block(node, where) if where.flow else _phrase(node)


def _phrase(node: Node) -> str:
    if node.tag in _BLOCKS:
        return "br" if node.tag == "hr" else ""
    if node.tag == "time" and not _is_moment(node.attributes.get("datetime", "")):
        return "span"  # without a date for machines it may hold nothing but one
    return "bdi" if node.tag == "bdo" and "dir" not in node.attributes else node.tag


def _is_moment(text: str) -> bool:
    """Is it a date of the HTML standard, with or without a time? (Of its other kinds of time, none is worth a row.)"""
    if not _MOMENT(text):
        return False
    try:
        return datetime.fromisoformat(text).year > 0
    except ValueError:  # the 31st of February
        return False


_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,3})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?"
).fullmatch


def _block(node: Node, where: _Where) -> str:
    tag = node.tag
    if tag in _PLAIN_BOXES or (tag == "table" and where.caption) or (tag == "p" and node.is_blocky):
        return "div"
    if tag in _HEADINGS and where.head:
        return "p"
    if tag in _BLOCKS or (tag in _TRANSPARENT and node.is_blocky):
        return tag
    return "div" if node.is_blocky and tag != "ruby" else _phrase(node)


def _rename(node: Node, name: str) -> None:
    """The class tells what it was: the style sheet shows it so."""
    if name != node.tag and name != "br" and node.tag not in ("p", "span", "time", "bdo"):
        node.attributes["class"] = node.tag
    node.tag = name


_GAP = Node("br")
"""Stands where a block ends or begins that had to go, until it is seen whether there is something to part."""


def _with_breaks(children: list[Node | str], instead: str) -> list[Node | str]:
    """One break wherever gaps part something from something."""
    out: list[Node | str] = []
    due = False
    for child in children:
        if child is _GAP:
            due = bool(out)
        elif due and isinstance(child, str) and not child.strip():
            continue  # the space between two blocks
        else:
            out += ([instead or Node("br")] if due else []) + [child]
            due = False
    return out


def _image(node: Node, where: _Where, images: Mapping[str, str]) -> Node:
    """The image with its file's path; without a file, what a person can still make use of."""
    address, alt = node.attributes.get("src", ""), node.attributes.get("alt", "")
    if address in images:
        node.attributes |= {"src": images[address], "alt": alt}
        return node
    words: list[Node | str] = [f"[Image not included: {alt}" if alt else "[Image not included"]
    if link := web_link(address):
        words += [" – ", link if where.link else Node("a", {"href": link}, [link])]
    return Node("span", {"class": "absent", "dir": "ltr"}, [*words, "]"])


# ---------------------------------------------------------------- elements that hold certain parts alone


def _wrapped(children: Iterable[Node | str], parts: str, wrapper: str) -> list[Node | str]:
    """``children`` with each run of them that is none of ``parts`` in a ``wrapper``; the space between goes."""
    allowed, out = parts.split(), list[Node | str]()
    for fits, run in groupby(children, lambda child: isinstance(child, Node) and child.tag in allowed):
        held = list(run)
        if fits:
            out += held
        elif any(isinstance(child, Node) or child.strip() for child in held):
            out.append(_box(wrapper, held))
    return out


def _box(tag: str, held: list[Node | str]) -> Node:
    node = Node(tag, children=held)
    node.is_blocky = True
    return node


def _flow(children: list[Node | str]) -> list[Node | str]:
    """Items, terms and meanings outside of a list get one of their own."""
    out: list[Node | str] = []
    for wrapper, run in groupby(children, lambda child: _STRAYS.get(child.tag, "") if isinstance(child, Node) else ""):
        held = list(run)
        out += [_box(wrapper, held)] if wrapper else held
    return out


def _items(children: list[Node | str]) -> list[Node | str]:
    """The items of a list without numbers."""
    out = _wrapped(children, "li", "li")
    for child in out:
        if isinstance(child, Node):
            child.attributes.pop("value", None)
    return out


_STRAYS = {"li": "ul", "dt": "dl", "dd": "dl"}


def _definitions(children: list[Node | str]) -> list[Node | str]:
    """Terms, then meanings, and so on: an empty one stands where one of them is missing."""
    out, before = list[Node | str](), "dd"
    for child in _wrapped(children, "dt dd", "dd"):
        assert isinstance(child, Node)
        if child.tag == "dd" and not out:
            out.append(Node("dt"))
        out.append(child)
        before = child.tag
    return [*out, Node("dd")] if before == "dt" else out


def _table(children: list[Node | str]) -> list[Node | str]:
    """Caption, columns, head, bodies, foot; what else there is becomes a body."""
    told = _wrapped(_wrapped(children, _TABLE + " col", "tbody"), _TABLE, "colgroup")
    order: dict[str, list[Node | str]] = {name: [] for name in _TABLE.split()}
    for child in told:
        assert isinstance(child, Node)
        if child.tag in ("thead", "tfoot") and order[child.tag]:
            child.tag = "tbody"
        if child.tag == "caption" and order["caption"]:
            child = _box("tbody", child.children)
        order[child.tag].append(child)
    return [child for group in order.values() for child in group]


_TABLE = "caption colgroup thead tbody tfoot"


def _columns(children: list[Node | str]) -> list[Node | str]:
    return [child for child in children if isinstance(child, Node) and child.tag == "col"]


def _figure(children: list[Node | str]) -> list[Node | str]:
    """One caption, first or last; others are boxes that look like one."""
    held = [child for child in children if isinstance(child, Node) or child.strip()]
    captions = [child for child in held if isinstance(child, Node) and child.tag == "figcaption"]
    kept = next((child for child in held[-1:] + held[:1] if child in captions), None)
    for caption in captions:
        if caption is not kept:
            _rename(caption, "div")
    return _flow(held)


def _ruby(children: list[Node | str]) -> list[Node | str]:
    """Signs and their reading in turn; where they are not so, the reading stands in brackets behind the signs."""
    fitting: list[Node | str] = []
    kinds = ""
    for child in children:
        tag = child.tag if isinstance(child, Node) else ""
        if tag or str(child).strip():
            fitting.append(child)
            kinds += {"rt": "t", "rp": "p"}.get(tag, "b")
    if _RUBY(kinds):
        return fitting
    return [_bare_reading(child, "p" in kinds) for child in children]


_RUBY = re.compile(r"(?:b+(?:t+|(?:ptp)+))+").fullmatch


def _bare_reading(child: Node | str, has_brackets: bool) -> Node | str:
    if isinstance(child, Node) and child.tag in ("rt", "rp"):
        if child.tag == "rt" and not has_brackets:
            child.children = ["(", *child.children, ")"]
        child.tag = "span"
    return child


_SHAPES: dict[str, Callable[[list[Node | str]], list[Node | str]]] = {
    "ul": _items,
    "ol": lambda children: _wrapped(children, "li", "li"),
    "dl": _definitions,
    "table": _table,
    "thead": lambda children: _wrapped(children, "tr", "tr"),
    "tbody": lambda children: _wrapped(children, "tr", "tr"),
    "tfoot": lambda children: _wrapped(children, "tr", "tr"),
    "tr": lambda children: _wrapped(children, "td th", "td"),
    "colgroup": _columns,
    "figure": _figure,
    "ruby": _ruby,
}


# ---------------------------------------------------------------- attributes


def _settle(root: Node) -> None:
    """Of the attributes, leave those that the element may have, with values it may have; each id once."""
    ids: set[str] = set()
    for node in every(root):
        node.attributes = {
            name: node.attributes[name]
            for name in (*_EVERYWHERE, *_ATTRIBUTES.get(node.tag, ()))
            if name in node.attributes and _may(node, name, ids)
        }
        _value(node)
    for node in every(root):
        if node.tag == "a" and node.attributes.get("href", "")[:1] == "#" and node.attributes["href"][1:] not in ids:
            del node.attributes["href"]


def _may(node: Node, name: str, ids: set[str]) -> bool:
    value = node.attributes[name]
    if name == "id":
        first = value not in ids
        ids.add(value)
        return first
    return not (name == "span" and node.tag == "colgroup" and node.children)


def _value(node: Node) -> None:
    told = node.attributes
    if "reversed" in told:
        told["reversed"] = "reversed"
    for name in ("href", "cite"):
        if name in told and not told[name].startswith("#"):
            told[name] = web_link(told[name])
            if not told[name]:
                del told[name]
    if "lang" in told:
        told["lang"] = told["xml:lang"] = language(told["lang"])
        if not told["lang"]:
            del told["lang"], told["xml:lang"]
