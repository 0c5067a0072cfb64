"""What a person handed in, and what it is."""
from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from flask import request

from reader.addresses import link_in
from reader.errors import ReaderError, TooLarge, WrongType
from reader.settings import Settings

# Multipart boundaries and headers, the small fields beside the page, and the line ends browsers add to a textarea.
OVERHEAD = 256_000
BY_TEXT = "Open it, copy the article's text, and paste that here."
SHARED = ("phone.share", "phone.shared")


@dataclass(frozen=True, slots=True)
class Given:
    """One form as it was typed. ``again`` asks for a new fetch, ``imageless`` goes on without knowing the address.

    ``rich`` is the markup of which ``source`` is the text, as it lay on the clipboard; ``chosen`` is the name of a
    file, ``file`` its bytes, which only ``given`` reads.
    """

    source: str = ""
    url: str = ""
    again: bool = False
    imageless: bool = False
    rich: str = field(default="", repr=False)
    chosen: str = ""
    file: bytes = field(default=b"", repr=False)


def accept_page(settings: Settings) -> None:
    """Raise flask's limits, for this request only, to a page of ``max_bytes``; to be called before the form is read."""
    limit = settings.max_bytes + settings.max_bytes // 8 + OVERHEAD
    request.max_content_length = limit
    request.max_form_memory_size = limit


def given(settings: Settings) -> Given:
    """The form of this request. Raises TooLarge for what is over ``max_bytes``, WrongType for an empty file."""
    typed = as_typed()
    check_size(typed.source, settings)
    check_size(typed.rich, settings)
    return replace(typed, file=_file(settings.max_bytes)) if typed.chosen else typed


def _file(most: int) -> bytes:
    """The bytes of the file; what its sender calls it, and its type, is not asked."""
    file = request.files["file"]
    file.seek(0)
    body: bytes = file.read(most + 1)
    if len(body) > most:
        raise TooLarge("That file is more than this reader takes in one piece.", BY_TEXT)
    if not body.strip():
        raise WrongType("This file is empty.", "Choose another file.")
    return body


def check_size(page: str, settings: Settings) -> None:
    """Raise ``TooLarge`` for a page of more than ``max_bytes``."""
    if len(page) > settings.max_bytes or len(page.encode("utf-8", "replace")) > settings.max_bytes:
        raise TooLarge("That is more than this reader takes in one piece.")


def text_in(field: str) -> str:
    """A field of this form that holds a page. Its lines end in CR LF, which is the form's doing and not the page's."""
    return request.form.get(field, "").replace("\r\n", "\n").lstrip("\ufeff")


def as_typed() -> Given:
    """What the person typed, so that an error loses none of it; nothing where the request takes no page."""
    if request.endpoint == "web.read_link":
        return Given(source=request.args.get("url", ""))
    if request.endpoint in SHARED:
        return Given(source=shared())
    if request.endpoint == "web.read_given":
        form = request.form
        source, file = text_in("source"), request.files.get("file")
        chosen = (file.filename or "")[:200] if file else ""
        rich = form.get("rich", "") if source.strip() else ""
        return Given(source, form.get("url", "").strip(), "again" in form, "imageless" in form, rich, chosen)
    return Given()


def shared() -> str:
    """What a phone's share sheet sent: the link in it, else its text. Apps put links into any of the three fields."""
    fields = [request.values.get(name, "").strip() for name in ("url", "text", "title")]
    links = [_link_or_nothing(field) for field in fields]
    return next(filter(None, [*links, *fields]), "")


def _link_or_nothing(text: str) -> str:
    try:
        return link_in(text)
    except ReaderError:
        return ""


def ids_of(back: str) -> frozenset[str]:
    """The receipt ids of a ``back`` parameter; "all" stands for itself."""
    return frozenset(re.findall(r"\ball\b|\b[0-9a-f]{12}\b", back))
