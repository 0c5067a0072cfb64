"""Bytes to text, in the charset the page is written in, whatever it says about itself. Never raises."""
from __future__ import annotations

import codecs
import functools
import re

import webencodings
from charset_normalizer import from_bytes

# Where a page may declare itself. Browsers look at 1,024 bytes; publishers put scripts first.
HEAD = 4096
# How much of a page without (true) declaration the detector is shown, from a little before its first byte that is not
# ASCII: enough for it to be sure, and ten milliseconds.
BEFORE, SAMPLE = 200, 16_384
# With fewer bytes beyond ASCII it would guess (the likeliest charset is a better guess), and its measure of how much a
# text makes sense in some language is no finer than this.
ENOUGH, NEAR = 8, 0.05
# A charset is believed while at most this many of the characters beyond ASCII are broken, as a share of the whole ones.
# UTF-8 against no other declaration gets more: text in another charset hardly makes whole characters in it by chance.
BROKEN, BROKEN_UTF8 = 0.2, 1.0
# Fewer characters than this beyond ASCII may be UTF-8 by chance; then the declaration of an Asian charset decides.
CHANCE = 4

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Labels seen in the wild that the Encoding Standard does not list.
ALIASES = {
    "latin-1": "iso-8859-1",
    "utf_8": "utf-8",
    "utf8mb4": "utf-8",
    "ks_c_5601": "euc-kr",
    "cp949": "euc-kr",
    "cp932": "shift_jis",
    "ms932": "shift_jis",
    "cp936": "gbk",
    "ms936": "gbk",
    "cp950": "big5",
}
# Where Python's codec of that name knows fewer characters than browsers do.
CODECS = {"gbk": "gb18030", "euc-jp": "euc_jis_2004", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be"}
ASIAN = frozenset(("cp932", "euc_jis_2004", "iso2022_jp", "gb18030", "big5hkscs", "cp949"))

# What pages in a language are written in when they are not in UTF-8, likeliest first (HTML Standard, "determining the
# character encoding", table of defaults by locale; with the rivals of its time). Unnamed languages: windows-1252.
LEGACY = {
    "ar fa ur": ("cp1256",),
    "ru uk be bg sr mk kk": ("cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866"),
    "cs sk pl hu sl hr bs ro sq": ("cp1250", "iso8859_2"),
    "el": ("cp1253", "iso8859_7"),
    "he yi": ("cp1255", "iso8859_8"),
    "et lv lt": ("cp1257", "iso8859_4"),
    "tr az ku": ("cp1254",),
    "th": ("cp874",),
    "vi": ("cp1258",),
    "ja": ("cp932", "euc_jis_2004"),
    "ko": ("cp949",),
    "zh": ("gb18030", "big5hkscs"),
}
BY_LANGUAGE = {language: names for languages, names in LEGACY.items() for language in languages.split()}
WESTERN = "cp1252"
# Without a language, the most used; the order decides between those that make equal sense.
ANY = (WESTERN, "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "iso8859_2",
       "cp932", "euc_jis_2004", "gb18030", "big5hkscs", "cp949")  # fmt: skip

_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([^\s"';,]+)""", re.I)
_XML = re.compile(rb"""\s*<\?xml\s[^<>]*?encoding\s*=\s*["']([\w.:-]+)""", re.I)
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.S)
_META = re.compile(rb"<meta[\s/][^<>]*", re.I)
_CONTENT = re.compile(rb"""\bcontent\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.I)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_HTTP_EQUIV = re.compile(rb"""http-equiv\s*=\s*["']?\s*content-type""", re.I)
_LANGUAGE = re.compile(rb"""<html\s[^<>]*?\blang\s*=\s*["']?\s*([a-z]{2})\b""", re.I)
_TAG = re.compile(rb"<[^<>]*>")
_C1 = re.compile(rb"[\x80-\x9f]")
_HIGH = re.compile(rb"[\x80-\xff]")


def decode(body: bytes, content_type: str = "") -> str:
    """The text of ``body``, a page or plain text served with the header ``content_type``.

    A byte order mark decides; then whether the bytes are UTF-8; then what header, XML declaration and meta declare, as
    far as the bytes bear it out; then detection. What cannot be read becomes U+FFFD. No NULs, no lone surrogates.
    """
    for mark, codec in BOMS:
        if body.startswith(mark):
            return _text(body[len(mark) :], codec)
    return _text(body, _codec(body, content_type))


def _codec(body: bytes, content_type: str) -> str:
    declared = _declared(body, content_type)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        if _fits(body, "utf-8", BROKEN):  # a few bytes were torn on the way; that is no reason to believe "latin-1"
            return "utf-8"
        return next((codec for codec in declared if _fits(body, codec, BROKEN)), "") or _undeclared(body)
    beyond = _beyond_ascii(text)
    for codec in declared:
        if codec.startswith("utf-16") and _fits(body, codec, BROKEN):
            return codec
        if codec in ASIAN and beyond < CHANCE and (beyond or codec == "iso2022_jp"):
            return codec
    return _wide(body) or "utf-8"


def _undeclared(body: bytes) -> str:
    return _wide(body) or ("utf-8" if _fits(body, "utf-8", BROKEN_UTF8) else _detected(body))


def _wide(body: bytes) -> str:
    """UTF-16 without a mark shows by the zeros in its first tag."""
    return {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(body[:2], "")


def _declared(body: bytes, content_type: str) -> list[str]:
    """The codecs that header, XML declaration and meta name, in this order."""
    header = _HEADER.search(content_type)
    labels = [header[1]] if header else []
    inside = [] if content_type.strip().lower().startswith("text/plain") else _labels_in(body[:HEAD])
    # A label that could be read as ASCII does not stand in UTF-16 (Encoding Standard: such a page is UTF-8).
    codecs_inside = ["utf-8" if codec.startswith("utf-16") else codec for codec in map(_named, inside)]
    return [codec for codec in [*map(_named, labels), *codecs_inside] if codec]


def _labels_in(head: bytes) -> list[str]:
    xml = _XML.match(head)
    labels = [xml[1]] if xml else []
    for tag in _META.findall(_COMMENT.sub(b"", head)):
        content = _CONTENT.search(tag)
        if content and _HTTP_EQUIV.search(tag):
            labels += _CHARSET.findall(content[1])[:1]
        else:
            labels += _CHARSET.findall(_CONTENT.sub(b"", tag))[:1]
    return [label.decode("ascii", "replace") for label in labels]


def _named(label: str) -> str:
    """The codec for ``label`` as browsers understand it, "" when they do not."""
    label = label.strip().lower()
    encoding = webencodings.lookup(ALIASES.get(label, label))
    if encoding is None or encoding.name in ("replacement", "x-user-defined"):
        return ""
    return CODECS.get(encoding.name, encoding.codec_info.name)


def _fits(body: bytes, codec: str, tolerance: float) -> bool:
    """Whether ``body`` can be in ``codec``: at most ``tolerance`` broken characters beyond ASCII for each whole one."""
    if codec.startswith("utf-16"):
        return b"\0" in body[:HEAD]
    text = _text(body, codec)
    broken = text.count("\ufffd")
    return broken <= (_beyond_ascii(text) - broken) * tolerance


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _detected(body: bytes) -> str:
    """The likeliest codec for ``body``, by its language if it names one and by the look of its text."""
    language = _LANGUAGE.search(body[:HEAD])
    likely = BY_LANGUAGE.get(language[1].decode("ascii").lower(), (WESTERN,)) if language else ANY
    sample = _sample(body)
    if not _C1.search(sample):  # where Windows charsets have their quotes and dashes, and "š" and "ś"
        likely = tuple(sorted(likely, key=lambda name: name != WESTERN and not name.startswith("iso")))
    matches = from_bytes(sample, cp_isolation=list(likely))
    best = matches.best()
    if best is None or len(_HIGH.findall(sample)) < ENOUGH:
        return likely[0]
    least = best.coherence - NEAR
    equal = [match for match in matches if match.chaos <= best.chaos and match.coherence >= least]
    names = {name for match in equal for name in (match.encoding, *match.could_be_from_charset)}
    return next((name for name in likely if name in names), best.encoding)


def _sample(body: bytes) -> bytes:
    """Some text of ``body`` around its first byte beyond ASCII, cut where no character can be torn apart."""
    first = _HIGH.search(body)
    start = max(0, (first.start() if first else 0) - BEFORE)
    piece = body[start : start + SAMPLE]
    if len(piece) == SAMPLE:
        end = max(piece.rfind(b"<"), piece.rfind(b" "), piece.rfind(b"\n"))
        piece = piece[:end] if end > BEFORE else piece
    return _TAG.sub(b" ", piece)


def _text(body: bytes, codec: str) -> str:
    table = _table(codec)
    text = codecs.charmap_decode(body, "strict", table)[0] if table else body.decode(codec, "replace")
    return text.replace("\0", "")


@functools.cache
def _table(codec: str) -> str:
    """The 256 characters of a charset that has no more, else "". (Python's own way with undefined bytes is slow.)"""
    if codec.startswith("utf") or codec in ASIAN:
        return ""
    return "".join(bytes([byte]).decode(codec, "replace") for byte in range(256))
