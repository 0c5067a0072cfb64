"""The last station, always: one allow-list, applied by bleach and then by nh3, whose output is what is served.

Nine tenths of bleach's time is html5lib's parser. What it is given was written by nh3, in which every "<" begins a tag
and every tag is spelled in one way, so that a tag can be read without a parser. bleach's own filter and serializer
judge each different tag and all the text of every article (``is_bleached``). Only markup of which they would write
one character otherwise, or that is not spelled so, goes through the whole of bleach (``with_bleach``) and again through
nh3. That loses no safety: bleach decides tag by tag in either case, how a browser would nest the tags is asked of nh3,
which builds its tree as the HTML standard says and must write its own output once more unchanged, and what is served
is always what nh3 wrote.
"""
from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import escape, unescape
from typing import Any, cast
from urllib.parse import quote, urlsplit

import bleach
import nh3
from bleach import html5lib_shim
from bleach.html5lib_shim import BleachHTMLParser
from bleach.sanitizer import BleachSanitizerFilter

from reader.bounds import flatten, is_shallow, limit_attributes

PIECE = 200_000
"""Characters bleach is given at once (whole top-level blocks); it needs 0.8 s for a million, and far more for ten."""

MANY_TAGS = 2_000
"""Tags above which markup is flattened before either sanitizer sees it: both are quadratic in open tags."""

MANY_ENTITIES = 5_000
"""Entities above which long texts are broken up; no article has a tenth of it."""

MAX_DATA_IMAGE = 100_000
"""Characters of an image inside its own address."""

MAX_ADDRESS = 4_000
"""Characters of any other address; servers refuse longer ones."""

MOST_REMEMBERED, LONGEST_REMEMBERED = 8_192, 500
"""Tags that bleach is known to leave as they are (a site's links come again, and so does what is put back), and
characters of the longest of them: a few megabytes in all."""

MAX_SRCSET = 20_000
"""Characters of a ``srcset`` that are read."""

TAGS = frozenset(
    "p br hr h2 h3 h4 h5 h6 blockquote q cite ul ol li dl dt dd table caption thead tbody tfoot tr th td colgroup col "
    "pre code kbd samp var figure figcaption img a em strong b i u s del ins sub sup small mark abbr time span div "
    "details summary ruby rt rp bdi bdo wbr".split()
)

# What these hold is not for reading: it goes with them. Everything else outside the list leaves its text behind.
_GONE = frozenset(
    "script style title template noscript iframe object embed applet noembed noframes xmp plaintext textarea select "
    "option optgroup datalist svg canvas audio video".split()
)

# Blocks outside the list become blocks inside it, or their texts would run together; formulas leave their letters
# (nh3 drops the content of MathML's elements, too).
_WRAPPERS = "section article main header footer aside nav address center form fieldset hgroup search dialog legend"
_FORMULA = (
    "math semantics mi mn mo ms mtext mrow mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts "
    "mtable mtr mtd mstyle mpadded menclose"
)
_RENAMED = (
    dict.fromkeys(_WRAPPERS.split(), "div")
    | dict.fromkeys(_FORMULA.split(), "span")
    | {"h1": "h2", "menu": "ul", "dir": "ul"}
)

Check = Callable[[str], str | None]
"""Takes an attribute's value; returns the value to write, or None to drop the attribute."""


def _pattern(pattern: str) -> Check:
    match = re.compile(pattern).fullmatch
    return lambda value: value if match(value) else None


def _text(value: str) -> str:
    return value


def _flag(value: str) -> str:
    return ""


def _direction(value: str) -> str | None:
    return value.lower() if value.lower() in ("ltr", "rtl", "auto") else None


def _link(value: str) -> str | None:
    """An http, https or mailto address, or the fragment of a note or heading of ours."""
    return value if _FRAGMENT(value) else _address(value) or _mailbox(value)


def _image(value: str) -> str | None:
    """An http or https address, or a raster image inside its own address."""
    if value.startswith("data:"):
        return value if len(value) <= MAX_DATA_IMAGE and _DATA_IMAGE(value) else None
    return _address(value)


def _srcset(value: str) -> str | None:
    """The candidates whose addresses are http or https and whose descriptors are one width or one density."""
    kept = []
    for candidate in _COMMA.split(value[:MAX_SRCSET].strip()):
        address, _, descriptor = candidate.strip().partition(" ")
        mended = _address(address)
        if mended and _DESCRIPTOR(descriptor.strip()):
            kept.append(f"{mended} {descriptor.strip()}".rstrip())
    return ", ".join(kept) or None


@lru_cache(maxsize=1024)  # three passes ask of each address
def _address(value: str) -> str | None:
    """An absolute http or https address, with what a browser would mend in it percent-encoded; None for all others."""
    value = _IGNORED.sub("", value.strip(" \n\t\r"))
    found = _HTTP.fullmatch(value) if len(value) <= MAX_ADDRESS else None
    if not found:
        return None
    mended = f"{found[1].lower()}://{_UNSAFE.sub(_percent, found[2])}"
    if _PLAIN_HOST(mended):
        return mended
    try:
        host = urlsplit(mended).hostname
    except ValueError:
        return None
    return mended if host else None


def _percent(match: re.Match[str]) -> str:
    return quote(match[0], safe="")


_FRAGMENT = re.compile(r"#r-(?:fn|h)-[0-9]{1,6}").fullmatch
_DATA_IMAGE = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=]+").fullmatch
_COMMA = re.compile(r",\s+|,(?=https?://)")
_DESCRIPTOR = re.compile(r"(?:[0-9]{1,5}(?:\.[0-9]{1,4})?[wx])?").fullmatch
_IGNORED = re.compile(r"[\t\n\r]")
_HTTP = re.compile(r"(https?)://([^/?#\\\s].*)", re.I | re.S)
_PLAIN_HOST = re.compile(r"https?://[a-z0-9.-]+(?:[/?#]|\Z)").match
_UNSAFE = re.compile(r"[\s\"'<>`\\^{|}]")
_mailbox = _pattern(r"mailto:[^\s\"'<>`\\]{1,2000}")
_span = _pattern(r"[1-9][0-9]{0,2}")
_length = _pattern(r"[0-9]{1,5}")
_count = _pattern(r"-?[0-9]{1,6}")

ATTRIBUTES: dict[str, dict[str, Check]] = {
    "*": {
        "dir": _direction,
        "lang": _pattern(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,4}"),
        "id": _pattern(r"r-(?:fn|h)-[0-9]{1,6}"),
    },
    "a": {"href": _link, "title": _text},
    "img": {"src": _image, "srcset": _srcset, "alt": _text, "width": _length, "height": _length},
    "td": {"colspan": _span, "rowspan": _span},
    "th": {"colspan": _span, "rowspan": _span, "scope": _pattern("row|col|rowgroup|colgroup")},
    "col": {"span": _span},
    "colgroup": {"span": _span},
    "ol": {"start": _count, "reversed": _flag, "type": _pattern("[1aAiI]")},
    "li": {"value": _count},
    "time": {"datetime": _pattern(r"[0-9A-Za-z:.,+\- ]{1,40}")},
    "abbr": {"title": _text},
    "blockquote": {"cite": _address},
    "q": {"cite": _address},
    "details": {"open": _flag},
    "span": {"class": _pattern("credit")},
    "div": {"data-r-place": _pattern("[0-9a-f]{12}")},
}
"""Element (``*``: any) -> attribute -> check."""

_ADDED = {
    "a": ' rel="noopener noreferrer nofollow"',
    "img": ' loading="lazy" decoding="async" referrerpolicy="no-referrer"',
}


def sanitize(markup: str) -> str:
    """Return ``markup``, a fragment of a page, with nothing left in it but the allow-list; never raises.

    What comes back is a fixed point of both sanitizers, but for the attributes it adds itself (``_ADDED``;
    bleach's time is spent by the attribute): sanitizing it again changes nothing.
    """
    return told(_sanitized(markup))


def told(clean: str) -> str:
    """``clean``, as nh3 wrote it, with what its links and images are told not to send.

    nh3 escapes every "<" of a value or a text, so that one which is left begins a tag.
    """
    return _TOLD_TAG.sub(lambda tag: tag[0] + _ADDED[tag[1]], clean)


def _sanitized(markup: str) -> str:
    given = _bounded(markup)
    clean = with_nh3(given)
    for _ in range(_ROUNDS):
        if is_bleached(clean) and _stays(clean, given):
            return clean
        bleached = with_bleach(clean)
        again = _canonical(bleached)
        if again == clean and (bleached == clean or _canonical(clean) == clean):
            return clean
        clean, given = again, ""
    return _canonical(escape(unescape(nh3.clean(clean, tags=set(), attributes={})), quote=False))


_ROUNDS = 6
"""Passes after which markup that still changes is served as its text alone; two are the most any page has needed."""


def _canonical(markup: str) -> str:
    return with_nh3(_bounded(markup))


def _stays(clean: str, given: str) -> bool:
    """Does nh3 write ``clean``, which it wrote for ``given``, once more?

    It has done so where the two are the same. Else it need not ask for each value again: none may change. The bounds
    have nothing to do in it, unless it has so many tags that they may nest too deep.
    """
    if clean.count("<") > MANY_TAGS and not is_shallow(clean.encode()):
        return False
    if clean == given:
        return True
    again = _AGAIN.clean(clean)
    return again == clean or _spelled(again) == clean


def _bounded(markup: str) -> str:
    """``markup`` with ``_RENAMED`` renamed, and without what costs the sanitizers more than linear time."""
    data = markup.encode("utf-8", "replace")
    if any(map(data.__contains__, _RARE)):  # far sooner told than by a pattern that looks at each character
        markup = _NO_TEXT.sub("", markup)
    data = limit_attributes(_renamed(markup).encode("utf-8", "replace"))
    if data.count(b"&") > MANY_ENTITIES:
        data = _RUN.sub(_break, data)
    nests = data.count(b"<") > MANY_TAGS and not is_shallow(data)
    return (flatten(data) if nests else data).decode()


def _renamed(markup: str) -> str:
    if _RENAMED.keys().isdisjoint({name.lower() for name in set(_NAME.findall(markup))}):
        return markup
    return _RENAMED_TAG.sub(lambda tag: tag[1] + _RENAMED[tag[2].lower()], markup)


def _break(run: re.Match[bytes]) -> bytes:
    """Put a ``<wbr>`` after each thousand entities of a text: bleach copies the whole text node at each of them."""
    parts = run[0].split(b"&")
    if len(parts) <= 1001:
        return run[0]
    return b"<wbr>&".join(b"&".join(parts[start : start + 1000]) for start in range(0, len(parts), 1000))


def is_bleached(markup: str) -> bool:
    """Would bleach leave all of ``markup`` as it is? Told without its parser, of what is spelled as nh3 spells it.

    Its filter is handed each different tag that it has not left alone before, its filter and serializer the text in
    one; they judge tag by tag.
    """
    parts = _ANY_TAG.split(markup)
    text = "\n".join(parts[::2])
    asked = [tag for tag in dict.fromkeys(parts[1::2]) if tag not in _PLAIN_TAGS and tag not in _LEFT_ALONE]
    given = [tag for tag in map(_SPELLED_TAG.fullmatch, asked) if tag]
    if "<" in text or len(given) < len(asked):
        return False
    left = [_tag(token) for token in _filter([_token(*tag.groups()) for tag in given]) if token["type"] != "Characters"]
    if left != asked or _serialized([{"type": "Characters", "data": text}]) != text:
        return False
    if len(_LEFT_ALONE) > MOST_REMEMBERED:
        _LEFT_ALONE.clear()
    _LEFT_ALONE.update(tag for tag in asked if len(tag) <= LONGEST_REMEMBERED)
    return True


def _token(end: str, name: str, attributes: str) -> dict[str, Any]:
    """The tag as bleach's parser would hand it on: without a look at the entities in it."""
    if end:
        return {"type": "EndTag", "name": name, "namespace": None}
    data = {(None, attribute): value for attribute, value in _SPELLED_ATTRIBUTE.findall(attributes)}
    return {"type": "EmptyTag" if name in _VOID else "StartTag", "name": name, "namespace": None, "data": data}


def _tag(token: dict[str, Any]) -> str:
    """The tag that ``_token`` was made of, spelled as nh3 does."""
    if token["type"] == "EndTag":
        return f"</{token['name']}>"
    attributes = "".join([f' {name}="{value}"' for (_, name), value in token["data"].items()])
    return f"<{token['name']}{attributes}>"


def _filter(tokens: list[dict[str, Any]]) -> BleachSanitizerFilter:
    """bleach's filter over ``tokens``: it leaves out or mends what is not on the allow-list, and ends with a text."""
    cleaner, source = _cleaner(), cast(Any, tokens)
    return BleachSanitizerFilter(
        source, cleaner.tags, cleaner.attributes, cleaner.protocols, strip_disallowed_tags=cleaner.strip
    )


def _serialized(tokens: list[dict[str, Any]]) -> str:
    """What bleach writes for ``tokens``."""
    return str(_cleaner().serializer.render(_filter(tokens)))


def with_bleach(markup: str) -> str:
    """``markup`` through bleach alone, in pieces of whole top-level blocks of at most ``PIECE`` characters.

    Expects what nh3 wrote. One larger block goes alone.
    """
    return "".join(_cleaner().clean(piece) for piece in _pieces(markup))


def _cleaner() -> bleach.Cleaner:
    """bleach's cleaner keeps its state in itself: one for each thread."""
    if not hasattr(_OWN, "cleaner"):
        _OWN.cleaner = _new_cleaner()
    return _OWN.cleaner  # type: ignore[no-any-return]


def with_nh3(markup: str) -> str:
    """``markup`` through nh3 alone, without the newlines at the start of a ``pre`` (each parser would eat one more)."""
    clean = _NH3.clean(markup)
    return _spelled(_NO_TEXT.sub("", clean) if "&#" in markup else clean)


def _spelled(clean: str) -> str:
    clean = clean.replace("&nbsp;", "\xa0")  # for bleach, each entity is a token
    return _PRE.sub(r"\1", clean) if "<pre" in clean else clean


def _pieces(markup: str) -> Iterator[str]:
    """Cut canonical ``markup`` between top-level blocks, each piece as long as it may be."""
    start = end = 0
    for block in _block_ends(markup) if len(markup) > PIECE else ():
        if block - start > PIECE and end > start:
            yield markup[start:end]
            start = end
        end = block
    yield markup[start:]


def _block_ends(markup: str) -> Iterator[int]:
    depth = 0
    for tag in _TAG.finditer(markup):
        if tag[2] not in _VOID:
            depth += -1 if tag[1] else 1
        if not depth and tag[2] in _BLOCK_NAMES:
            yield tag.end()


def _new_cleaner() -> bleach.Cleaner:
    cleaner = bleach.Cleaner(TAGS, attributes=_bleach_allows, protocols=("http", "https", "mailto", "data"), strip=True)
    walked: Any = cleaner
    walked.walker = _Walker
    cleaner.parser = _Parser(tags=TAGS, strip=True, consume_entities=False, namespaceHTMLElements=False)
    serializer: Any = cleaner.serializer
    serializer.minimize_boolean_attributes = False  # as nh3 writes them
    serializer.inject_meta_charset = False  # a fragment has no head
    serializer.encode = serializer.encodeStrict = str  # text it is, and text is wanted
    return cleaner


class _Parser(BleachHTMLParser):
    """Bleach's parser without two things that nh3's output never needs, which cost it a tenth of its time.

    The hunt for characters no text may hold (``_NO_TEXT`` has taken them out before), and the memory of the characters
    of a tag, from which bleach mends broken ones.
    """

    def reset(self) -> None:
        """Called once the stream is set up, before a character is read."""
        super().reset()
        tokenizer: Any = self.tokenizer
        stream = tokenizer.stream._inner_stream
        stream.reportCharacterErrors = None
        stream.start_tag, stream.get_tag = lambda: None, lambda: ""
        tokenizer.stream = stream
        self.framesetOK = False  # else it looks at every character of a text for what would rule a frameset out


_SHIM: Any = html5lib_shim  # its stubs leave out what it passes on


class _Walker(_SHIM.getTreeWalker("etree")):  # type: ignore[misc]
    """Bleach's way through its tree, without looking each node up among its neighbours: that is quadratic in a list."""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The tokens of the tree, in order."""
        yield from self.text(self.tree.text or "")
        open_: list[tuple[Iterator[Any], Any]] = [(iter(self.tree), None)]
        while open_:
            children, holder = open_[-1]
            el = next(children, None)
            if el is None:
                open_.pop()
                if holder is not None:
                    yield from self._end(holder)
                continue
            _, *details = self.getNodeDetails(el)
            if len(details) != _ELEMENT or details[1] in _SHIM.constants.voidElements:
                yield from self.emptyTag(*details) if len(details) == _ELEMENT else ()
                yield from self.text(el.tail or "")
            else:
                yield self.startTag(*details[:3])
                yield from self.text(el.text or "")
                open_.append((iter(el), el))

    def _end(self, el: Any) -> Iterator[dict[str, Any]]:
        yield self.endTag(*self.getNodeDetails(el)[1:3])
        yield from self.text(el.tail or "")


_ELEMENT = 4  # what is told of an element: namespace, name, attributes, whether it holds something


def _bleach_allows(tag: str, name: str, value: str) -> bool:
    return _checked(tag, name, unescape(value)) is not None


def _checked(tag: str, name: str, value: str) -> str | None:
    check = ATTRIBUTES.get(tag, _NONE).get(name) or ATTRIBUTES["*"].get(name)
    return check(value) if check else None


_OWN = threading.local()
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
# The bytes by which each character of ``_NO_TEXT`` begins in UTF-8.
_RARE = tuple(frozenset(chr(code).encode()[0] for code in (*range(9), 11, *range(14, 32), 127, 128, 0xFFFE)))
_NONE: dict[str, Check] = {}
_TOLD_TAG = re.compile(r"<(a|img)(?=[ >])")
_RUN = re.compile(rb"[^<]+")
_PRE = re.compile(r"(<pre[^>]*>)\n+")
_TAG = re.compile(r"<(/?)([a-z0-9]+)[^>]*>")
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_RENAMED_TAG = re.compile(rf"(</?)({'|'.join(_RENAMED)})(?=[\s/>])", re.I | re.A)
_VOID = frozenset({"br", "hr", "img", "wbr", "col"})
_BLOCK_NAMES = frozenset("p h2 h3 h4 h5 h6 blockquote ul ol dl table pre figure div details hr".split())


def _new_nh3(attribute_filter: Callable[[str, str, str], str | None] | None) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(_GONE),
        attributes={tag: set(checks) for tag, checks in ATTRIBUTES.items()},
        attribute_filter=attribute_filter,
        link_rel=None,  # see _ADDED
        url_schemes={"http", "https", "mailto", "data"},
    )


_ANY_TAG = re.compile(r"(<[^<>]*>)")
_SPELLED_VALUE = r'[^"<>&]*+(?:&(?:amp|lt|gt|quot);[^"<>&]*+)*+'
_SPELLED_TAG = re.compile(rf'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="{_SPELLED_VALUE}")*)>')
_SPELLED_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_PLAIN_TAGS = frozenset(
    tag
    for name in TAGS
    for tag, end in ((f"<{name}>", ""), (f"</{name}>", "/"))
    if _serialized([_token(end, name, "")]) == tag
)
"""The tags without attributes that bleach leaves as they are: asked of it once, for each of them."""

_LEFT_ALONE: set[str] = set()  # every thread may add to it: what it holds is true for all

_NH3, _AGAIN = _new_nh3(_checked), _new_nh3(None)
