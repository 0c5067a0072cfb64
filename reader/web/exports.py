"""An article as a file to keep: one address a format, and one for the bytes as they arrived."""
from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from flask import Blueprint, Response, current_app, request

from reader.drawn import Picture
from reader.errors import NotFound
from reader.export import FORMATS
from reader.export.images import image_addresses
from reader.web.forms import ids_of
from reader.web.gallery import Gallery
from reader.web.limits import limits
from reader.web.presence import hung_up
from reader.web.routes import desk
from reader.web.security import refuse_embedding
from reader.web.view import Reading

exports = Blueprint("exports", __name__)

SOURCE = "source"
LONGEST_NAME = 80  # characters; file systems take 255 bytes, and four may be one character
# Should a browser open what it is told to keep: nothing in it runs, and nothing of ours is near.
SANDBOX = {"Content-Security-Policy": "default-src 'none'; sandbox", "Cross-Origin-Resource-Policy": "same-origin"}
# What some system forbids in the name of a file, and names that Windows keeps for its devices.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.I)


@exports.get("/a/<id>.<suffix>")
def file(id: str, suffix: str) -> Response:
    """A kept article as a file, with the units of ``back`` in their places; ``.source`` is what arrived."""
    id, _, suffix = f"{id}.{suffix}".partition(".")  # no id holds a dot, and a suffix may
    refuse_embedding()  # a file takes work, and may take fetches
    kept = desk().open(id)
    if suffix == SOURCE:
        return _attached(desk().source(id), "application/octet-stream", kept.article.title, suffix)
    name = next((name for name, one in FORMATS.items() if one.suffix == suffix), "")
    if not name:
        raise NotFound("An article is not kept in this format.", "Choose one of those under “Save as”.")
    back = Reading(kept, ids_of(request.args.get("back", ""))).back
    with limits().client:
        pictures = _pictures(kept.article.html_with(back)) if FORMATS[name].wants_pictures else {}
        body = desk().export(kept, name, back, pictures)
    return _attached(body, FORMATS[name].media_type, kept.article.title, suffix)


def _pictures(html: str) -> dict[str, Picture]:
    gallery: Gallery = current_app.extensions["gallery"]
    return gallery.album(image_addresses(html), hung_up())


def _attached(body: bytes, media_type: str, title: str, suffix: str) -> Response:
    headers = {"Content-Disposition": disposition(title, suffix), **SANDBOX}
    return Response(body, headers=headers, content_type=media_type)


def disposition(title: str, suffix: str) -> str:
    """The header that has a browser keep a file and name it after ``title``: in ASCII, and in full (RFC 6266)."""
    name = _name(title)
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = _name(plain.replace("%", " "))  # some browsers undo percent signs even here
    return f"attachment; filename=\"{plain}.{suffix}\"; filename*=UTF-8''{quote(f'{name}.{suffix}', safe='')}"


def _name(title: str) -> str:
    """``title`` as a file may be called on any system; "article" if nothing is left of it."""
    shown = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in title)
    name = " ".join(_FORBIDDEN.sub(" ", shown).split())[:LONGEST_NAME].strip(" .-")
    return name if name and not _DEVICE.fullmatch(name) else "article"
