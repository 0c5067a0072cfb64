"""Bounds on markup before any parser sees it: attributes on one tag, and tags inside tags.

Every HTML parser at hand is quadratic in both (20 000 attributes on one tag cost libxml2 half a second, 20 000 nested
``<div>`` cost html5ever one), so what exceeds them is mended in one linear pass over the text. The pass reads tags as
the HTML standard's tokenizer does; it only runs when something looks excessive.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

ATTRIBUTES = 128
"""Attributes that may stand on one tag; publishers' busiest tags have about 40."""

WRAPPERS = 100
"""Depth from which tags that only wrap are left out; pages built by hand or by templates stay below 60."""

DEPTH = 180
"""Depth from which every tag is left out: html, body and the implied tbody must still fit under libxml2's 256."""

INLINE_DEPTH = 20
"""Nested formatting tags; HTML reopens all that are open in every later block, so each level is a factor."""

_ATTRIBUTE = rb"""[\s/]*+[^\s/>][^\s/>=]{0,32}+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
_CROWDED = re.compile(rb"<[a-zA-Z][^\s/>]{0,32}+(?:%s){%d}" % (_ATTRIBUTE, ATTRIBUTES))
_FIRST = re.compile(rb"(?:%s){%d}" % (_ATTRIBUTE.replace(b"{0,32}", b"*"), ATTRIBUTES))
_TOKEN = re.compile(
    rb"<!--(?:-?>|.*?(?:--!?>|\Z))|<(?:[!?]|/(?![a-zA-Z]))[^>]*+>?"
    rb"|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<rest>(?:%s)*+[\s/]*+)>?" % _ATTRIBUTE.replace(b"{0,32}", b"*"),
    re.S,
)
_PLAIN = re.compile(rb"""<(/?)([a-zA-Z][a-zA-Z0-9]*+)(?:\s[^\s"'<>/=]++(?:="[^"<>]*+")?+)*+/?>""")
_RAW = {
    name: re.compile(rb"</%s(?=[\s/>])" % name, re.I)
    for name in b"script style title textarea iframe noembed noframes xmp".split()
}
_VOID = frozenset(b"area base br col embed frame hr img input link meta param source track wbr".split())
_INLINE = frozenset(b"a b big code em font i nobr s small strike strong tt u span label sub sup ins del q abbr".split())
_WRAPPERS = _INLINE | frozenset(b"div section article main center form fieldset header footer nav aside object".split())
_SELF_CLOSING = frozenset(b"p li dt dd option tr td th thead tbody tfoot rt rp h1 h2 h3 h4 h5 h6".split())


def limit_attributes(data: bytes) -> bytes:
    """Return UTF-8 ``data`` with at most ``ATTRIBUTES`` attributes on each tag; the first ones stay."""
    if not _CROWDED.search(data):
        return data
    out, done = [], 0
    for tag in _tags(data):
        first = _FIRST.match(data, tag.start("rest"), tag.end("rest"))
        if first and not tag["end"]:
            out.append(data[done : first.end()])
            done = tag.end("rest")
    return b"".join((*out, data[done:]))


def is_shallow(data: bytes) -> bool:
    """Does UTF-8 ``data`` surely hold no tag that ``flatten`` would leave out? Quickly told of what lxml or nh3 wrote.

    Every "<" must begin a plain tag, every end tag close the last one open, and no more be open than may be inline.
    """
    seen = 0
    open_names: list[bytes] = []
    for tag in _PLAIN.finditer(data):
        seen += 1
        end, name = tag.groups()
        if end:
            if not open_names or open_names.pop() != name:
                return False
        elif name not in _VOID:
            open_names.append(name)
            if len(open_names) > INLINE_DEPTH or name in _RAW or name == b"plaintext":
                return False
    return not open_names and seen == data.count(b"<")


_UNENDED, _LONGEST_NAME = re.compile(rb"(?:<|&#?[0-9A-Za-z]*)$"), 40  # the longest reference of HTML has 33 letters


def flatten(data: bytes) -> bytes:
    """Return UTF-8 ``data`` without the tags that nest too deep; their contents stay, and what is open gets its end."""
    out: list[bytes] = []
    done, nest = 0, _Nest()
    for tag in _tags(data):
        name = tag["name"].lower()
        if name in _VOID:
            continue
        if name == b"plaintext":  # all that follows is its text: an end tag would be read aloud
            return b"".join((*out, data[done:]))
        before = data[done : tag.start()]
        written = nest.close(name) if tag["end"] else nest.open(name, tag[0])
        # A lone "<" must not make a tag with the text behind the tag left out, nor "&#x" a character.
        out += [before, written or (b"<!---->" if _UNENDED.search(before[-_LONGEST_NAME:]) else b"")]
        done = tag.end()
    return b"".join((*out, data[done:], nest.rest()))


def _tags(data: bytes) -> Iterator[re.Match[bytes]]:
    """Each start and end tag of ``data``, passing over comments and the text of scripts, styles and their like."""
    position = 0
    while token := _TOKEN.search(data, position):
        position = token.end()
        name = (token["name"] or b"").lower()
        if not name:
            continue
        yield token
        if token["end"]:
            continue
        if name == b"plaintext":
            return
        if name in _RAW:
            end = _RAW[name].search(data, position)
            position = end.start() if end else len(data)


class _Nest:
    """The elements open at one point of a text, as (name, whether its tags are written)."""

    def __init__(self) -> None:
        self._open: list[tuple[bytes, bool]] = []
        self._names: Counter[bytes] = Counter()
        self._written = 0
        self._inline = 0

    def open(self, name: bytes, tag: bytes) -> bytes:
        """What to write for the start tag ``tag``."""
        if name in _SELF_CLOSING and self._open and self._open[-1][0] == name:
            return self._pop() + self.open(name, tag)
        written = not self._excessive(name)
        self._open.append((name, written))
        self._names[name] += 1
        self._written += written
        self._inline += written and name in _INLINE
        return tag if written else b""

    def _excessive(self, name: bytes) -> bool:
        if name in _INLINE and self._inline >= INLINE_DEPTH:
            return True
        return self._written >= (WRAPPERS if name in _WRAPPERS else DEPTH)

    def close(self, name: bytes) -> bytes:
        """What to write for an end tag: the ends of all it closes, or nothing when it is astray."""
        if not self._names[name] or (name in _INLINE and not self._near(name)):
            return b""
        out = []
        while self._open[-1][0] != name:
            out.append(self._pop())
        return b"".join((*out, self._pop()))

    def _near(self, name: bytes) -> bool:
        """Whether ``name`` is open with no block opened since; looks back 32 elements at most, to stay linear."""
        for open_name, _ in self._open[-1:-33:-1]:
            if open_name == name:
                return True
            if open_name not in _INLINE:
                return False
        return False

    def _pop(self) -> bytes:
        name, written = self._open.pop()
        self._names[name] -= 1
        self._written -= written
        self._inline -= written and name in _INLINE
        return b"</%s>" % name if written else b""

    def rest(self) -> bytes:
        """The ends of all that is still open."""
        return b"".join(self._pop() for _ in range(len(self._open)))
