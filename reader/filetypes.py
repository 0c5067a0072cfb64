"""What a file is, told by what is in it: its name and declared type are only what somebody called it."""
from __future__ import annotations

import re

from reader.decode import BOMS
from reader.errors import WrongType
from reader.sniff import is_markup
from reader.wanted import is_binary

COPY = "Open it, copy the article's text, and paste that here."
ON_THE_WEB = "If the article also stands on the web, paste its link."
SAVE = "Open the page, save it as HTML or MHTML, and choose that file."

_HEAD = 4_096
# The first row that fits names the file: where in its head, what stands there, what it is, what to try.
_ROWS: tuple[tuple[re.Pattern[bytes], str, str], ...] = (
    (re.compile(rb"[\s\S]{0,1024}?%PDF-"), "a PDF", COPY),
    (re.compile(rb"PK\x03\x04[\s\S]{26,60}mimetypeapplication/epub"), "an e-book", COPY),
    (re.compile(rb"PK\x03\x04[\s\S]{26,60}mimetypeapplication/vnd\.oasis"), "an OpenDocument file", COPY),
    (re.compile(rb"PK\x03\x04[\s\S]*(?:word/|\[Content_Types\]|docProps/)"), "a Word or Office file", COPY),
    (re.compile(rb"PK[\x03\x05]|\x1f\x8b|Rar!|7z\xbc\xaf|BZh|\xfd7zXZ"), "a packed file",
     "Unpack it, and choose the page that is in it."),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "an old Word or Outlook file", f"Save a mail as .eml. {COPY}"),
    (re.compile(rb"\{\\rtf"), "a rich text file (RTF)", COPY),
    (re.compile(rb"bplist00"), "a web archive of Safari", f"{SAVE} {ON_THE_WEB}"),
    (re.compile(rb"WARC/"), "a web archive (WARC)", f"{SAVE} {ON_THE_WEB}"),
    (re.compile(rb"\xff\xd8\xff|\x89PNG|GIF8|RIFF....WEBP|BM.{4}\x00{4}|II\*\x00|MM\x00\*|\x00\x00\x01\x00"
                rb"|....ftyp(?:avi|hei|mif)", re.S), "an image", ON_THE_WEB),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>\s*)*<svg\b", re.I), "an image", ON_THE_WEB),
    (re.compile(rb"....ftyp|ID3|OggS|fLaC|\x1aE\xdf\xa3|RIFF....(?:AVI |WAVE)", re.S), "a video or a recording",
     ON_THE_WEB),
)  # fmt: skip
_WIDE = (b"<\0", b"\0<")  # a page in UTF-16 that has lost its mark

_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60}):(?:\s|$)")
_MACHINES = frozenset("mime-version message-id received return-path content-type content-location".split())
_ANYBODYS = frozenset("from subject date".split())
_HEADERS = 65_536  # bytes of a mail's headers that are looked at


def require_readable(body: bytes) -> None:
    """Raise WrongType, with what to try instead, unless ``body`` is a page, a mail, a web archive or text."""
    head = body[:_HEAD]
    for pattern, name, hint in _ROWS:
        if pattern.match(head):
            raise WrongType(f"This file is {name}, which cannot be read here.", hint)
    if is_binary(body) and not head.startswith(_WIDE) and not is_markup(as_text(body)):
        raise WrongType(
            "This file is neither a web page nor a text.",
            "Choose a page saved as HTML or MHTML, a mail (.eml) or a text.",
        )


def is_message(text: str) -> bool:
    """Does ``text`` begin with the headers of a mail or of a page saved as MHTML? A person's "Note:" is none."""
    names = set()
    for line in text[:_HEADERS].removeprefix("\ufeff").lstrip("\r\n").splitlines():
        if not line.strip():
            break
        found = _HEADER.match(line)
        if found:
            names.add(found[1].lower())
        elif not line.startswith((" ", "\t")) and (names or not line.startswith(("From ", ">From "))):
            return False
    return bool(names & _MACHINES) and len(names & (_MACHINES | _ANYBODYS)) > 1


def as_text(body: bytes) -> str:
    """The head of ``body``, where what it is can be told from."""
    return body[:_HEADERS].removeprefix(BOMS[0][0]).decode("latin-1")
