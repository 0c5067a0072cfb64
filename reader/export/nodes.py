"""An article's markup as a small tree that may be bent, and written again as XML."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import escape, unescape

VOID = frozenset("br hr img wbr col".split())

# As nh3 spells them: every "<" begins a tag, no quote stands in a value.
_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Node:
    """An element: name, attributes and what it holds. ``is_blocky``: a formatting element that holds blocks."""

    __slots__ = ("attributes", "children", "is_blocky", "tag")

    def __init__(
        self, tag: str, attributes: dict[str, str] | None = None, children: list[Node | str] | None = None
    ) -> None:
        self.tag, self.attributes, self.children = tag, attributes or {}, children or []
        self.is_blocky = False


def parsed(html: str) -> Node:
    """A ``div`` around the tree of ``html``, a body as ``sanitize`` leaves it: tags spelled in one way, all closed."""
    root = Node("div")
    path, opened, done = [root], Counter[str](), 0
    for tag in _TAG.finditer(html):
        _say(path[-1], html[done : tag.start()])
        done = tag.end()
        name = tag[2]
        if not tag[1]:
            node = Node(name, {key: unescape(value) for key, value in _ATTRIBUTE.findall(tag[3])})
            path[-1].children.append(node)
            if name not in VOID:
                path.append(node)
                opened[name] += 1
        elif opened[name]:
            while path[-1].tag != name:
                opened[path.pop().tag] -= 1
            opened[path.pop().tag] -= 1
    _say(path[-1], html[done:])
    return root


def _say(node: Node, text: str) -> None:
    if text:
        node.children.append(unescape(text))


def every(root: Node) -> Iterator[Node]:
    """All nodes below ``root``, in the order of the text."""
    left = [child for child in reversed(root.children) if isinstance(child, Node)]
    while left:
        node = left.pop()
        yield node
        left += [child for child in reversed(node.children) if isinstance(child, Node)]


def written(root: Node) -> str:
    """What ``root`` holds, as XML."""
    out: list[str] = []
    left: list[Node | str | tuple[str]] = [*reversed(root.children)]
    while left:
        one = left.pop()
        if isinstance(one, tuple):
            out.append(f"</{one[0]}>")
        elif isinstance(one, str):
            out.append(escaped(one))
        else:
            names = "".join(f' {name}="{escaped(value)}"' for name, value in one.attributes.items())
            out.append(f"<{one.tag}{names}{'/' if one.tag in VOID else ''}>")
            if one.tag not in VOID:
                left.append((one.tag,))
                left += reversed(one.children)
    return "".join(out)


def escaped(text: str) -> str:
    """``text`` for an XML document, between tags or quotes; what no XML may hold is left out."""
    return escape(_NO_XML.sub("", text))
