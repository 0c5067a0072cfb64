"""What a person handed in, and what it is."""
from __future__ import annotations

import re
from dataclasses import dataclass

from flask import request

from reader.errors import TooLarge
from reader.settings import Settings

# Multipart boundaries and headers, the small fields beside the page, and the line ends browsers add to a textarea.
OVERHEAD = 256_000


@dataclass(frozen=True, slots=True)
class Given:
    """One form as it was typed. ``again`` asks for a new fetch, ``imageless`` goes on without knowing the address."""

    source: str = ""
    url: str = ""
    again: bool = False
    imageless: bool = False


def accept_page(settings: Settings) -> None:
    """Raise flask's limits, for this request only, to a page of ``max_bytes``; to be called before the form is read."""
    limit = settings.max_bytes + settings.max_bytes // 8 + OVERHEAD
    request.max_content_length = limit
    request.max_form_memory_size = limit


def given(settings: Settings) -> Given:
    """The form of this request. Raises ``TooLarge`` for a source over ``max_bytes``."""
    typed = as_typed()
    if len(typed.source) > settings.max_bytes or len(typed.source.encode()) > settings.max_bytes:
        raise TooLarge("That is more than this reader takes in one piece.")
    return typed


def as_typed() -> Given:
    """What the person typed, so that an error loses none of it; nothing where the request takes no page."""
    if request.endpoint == "web.read_link":
        return Given(source=request.args.get("url", ""))
    if request.endpoint == "web.read_given":
        form = request.form
        # A form field's lines end in CR LF, which is the form's doing and not the page's.
        source = form.get("source", "").replace("\r\n", "\n").lstrip("\ufeff")
        return Given(source, form.get("url", "").strip(), "again" in form, "imageless" in form)
    return Given()


def ids_of(back: str) -> frozenset[str]:
    """The receipt ids of a ``back`` parameter; "all" stands for itself."""
    return frozenset(re.findall(r"\ball\b|\b[0-9a-f]{12}\b", back))
