"""A mail or a web archive taken apart: bytes in, the parts out, within bounds of number, depth and header length.

``email``'s own newer policy reads each header by a grammar, which a hostile one makes take minutes; the older one
leaves headers as they are, and what is wanted of them is read here.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC
from email import header, utils
from email.errors import HeaderParseError, MessageError
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32

from reader.body import on_the_web
from reader.decode import decode
from reader.errors import TooComplex, WrongType

MOST_PARTS = 2_000
"""Parts of one file. A page saved with all its scripts and pictures has some hundreds."""

MOST_NESTED = 300
"""Parts that hold parts, which may stand in each other. A digest of a mailing list has a hundred beside each other."""

LONGEST_HEADER = 4_000
"""Characters of a header that are read; the longest are lists of recipients."""

Part = Message

_DELIMITER = re.compile(rb"^--(?!>)", re.M)
_NESTING = re.compile(rb"\bboundary\s*=|^content-type:\s*message/", re.M | re.I)
_SPACE = re.compile(r"\s+")


class _Bounded(Compat32):
    """Headers as they stand, cut where nobody would read on."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name[:100], value[:LONGEST_HEADER]


_PARSER = BytesParser(policy=_Bounded())


def taken_apart(body: bytes) -> Part:
    """The parts of ``body``. Raises TooComplex for more than a mail can have, WrongType where there is no telling."""
    body = body.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    delimiters = sum(1 for _ in _DELIMITER.finditer(body))
    if delimiters > 2 * MOST_PARTS or sum(1 for _ in _NESTING.finditer(body)) > MOST_NESTED:
        raise TooComplex("This file has more parts than a mail or a saved page can have.")
    try:
        return _PARSER.parsebytes(body)
    except RecursionError as error:
        raise TooComplex("This file nests its parts deeper than a mail can.") from error
    except (MessageError, ValueError, LookupError, TypeError) as error:  # what the parser does not foresee
        raise WrongType("This mail or saved page is broken.", "Open it, copy the article, and paste that.") from error


def parts_of(message: Part, into_mails: bool = False) -> Iterator[Part]:
    """The parts of ``message`` that hold no others, in order; those of mails inside it only if ``into_mails``."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if not part.is_multipart():
            yield part
        elif into_mails or part is message or not part.get_content_type().startswith("message/"):
            held = part.get_payload()
            waiting += [one for one in reversed(held if isinstance(held, list) else []) if isinstance(one, Message)]


def text_of(part: Part) -> str:
    """The text of a part, in the charset it is written in, whatever it says about itself."""
    return decode(bytes_of(part), said(part, "Content-Type"))


def bytes_of(part: Part) -> bytes:
    """What a part holds, unpacked; b"" for one that holds parts."""
    try:
        held = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError):  # an encoding that is none
        held = b""
    return held if isinstance(held, bytes) else b""


def said(part: Part, name: str) -> str:
    """A header in words, unfolded; "" where there is none."""
    value = str(part.get(name, ""))
    try:
        pieces = header.decode_header(value.replace("\r", "").replace("\n", ""))
        words = "".join(_in_words(piece, charset or "") for piece, charset in pieces)
    except (HeaderParseError, ValueError, LookupError):
        words = value
    return _SPACE.sub(" ", words.encode("utf-8", "replace").decode()).strip()


def _in_words(piece: bytes | str, charset: str) -> str:
    if isinstance(piece, str):  # bytes beyond ASCII, which no header may have, and many have
        piece = piece.encode("utf-8", "surrogateescape")
    return decode(piece, f"text/plain; charset={charset}")


def address_in(part: Part, name: str) -> str:
    """The web address that a header is, with or without angle brackets; "" for another."""
    return on_the_web(said(part, name).replace(" ", "").strip("<>"))


def sender(part: Part) -> str:
    """The name of who sent it, or ""."""
    try:
        name = utils.parseaddr(said(part, "From"))[0]
    except (ValueError, LookupError, RecursionError):
        return ""
    return "" if "@" in name else name.strip(" \"'")


def sent(part: Part) -> str:
    """When it was sent, as ISO 8601 in UTC; "" where it does not say."""
    try:
        return utils.parsedate_to_datetime(said(part, "Date")).astimezone(UTC).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def pictures_in(message: Part) -> dict[str, bytes | str]:
    """The pictures of ``message`` by what its pages call them (see ``Leaf.inside``)."""
    found: dict[str, bytes | str] = {}
    for part in parts_of(message, into_mails=True):
        if part.get_content_maintype() not in ("image", "application") or "svg" in part.get_content_subtype():
            continue
        location = said(part, "Content-Location").replace(" ", "")
        names = [location, f"cid:{said(part, 'Content-ID').strip('<>')}"]
        held = on_the_web(location) or bytes_of(part)
        found.update((name, held) for name in names if name not in ("", "cid:") and held)
    return found
