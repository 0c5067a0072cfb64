"""The addresses under which pictures come through the reader: signed, so that it fetches only what it has shown."""
from __future__ import annotations

import base64
import hashlib
import hmac
import re
from html import escape, unescape

from flask import Blueprint, Flask, Response, current_app, request, url_for

from reader.errors import Refused
from reader.settings import Settings
from reader.store.secret import secret
from reader.web.gallery import Gallery
from reader.web.presence import hung_up

pictures = Blueprint("pictures", __name__)

# As nh3 spells them: no "<" but at a tag, and no quote in a value.
IMAGE = re.compile(r'<img(?: [a-z-]+="[^"]*")+>')
ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')  # all: an alt may hold " src=", and is no address
LEADING = ("src", "srcset")
WEB = ("http://", "https://")
WEEK = 7 * 24 * 3600
HEADERS = {
    # Should it ever be opened by itself and taken for a document, then for one that can do nothing.
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": f"private, max-age={WEEK}, immutable",
}


def register(app: Flask, settings: Settings) -> None:
    """Serve pictures under addresses of ours, if the settings say so."""
    if settings.image_proxy:
        app.extensions["signatures"] = Signatures(settings)
        app.register_blueprint(pictures)


class Signatures:
    """Tells the addresses that this reader wrote into a page from those that somebody made up. Thread-safe."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._key = b""  # the disk is touched when it is used

    def of(self, url: str) -> str:
        """The signature of ``url``. Raises StoreFailed."""
        self._key = self._key or secret(self._settings)
        return _told(hmac.digest(self._key, b"picture:" + url.encode(), hashlib.sha256))

    def check(self, url: str, signature: str) -> None:
        """Raise Refused for a signature that is not ``url``'s, in a time that does not tell where they differ."""
        if not hmac.compare_digest(self.of(url).encode(), signature.encode()):
            raise Refused("This reader did not write this address.", "Open the article again.")


@pictures.get("/picture/<signature>/<target>")
def picture(signature: str, target: str) -> Response:
    """A picture of an article. ``target`` is its address in base64, so that no log has it in plain sight."""
    if request.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none"):
        raise Refused("The pictures of this reader are for its own pages.")
    url = _read(target)
    signatures: Signatures = current_app.extensions["signatures"]
    signatures.check(url, signature)
    gallery: Gallery = current_app.extensions["gallery"]
    found = gallery.picture(url, hung_up())
    name = f'inline; filename="picture.{found.kind}"'
    return Response(found.body, headers={**HEADERS, "Content-Disposition": name}, mimetype=f"image/{found.kind}")


def through_us(markup: str) -> str:
    """Sanitized ``markup`` with the addresses of its images leading here, if pictures come through the reader."""
    return IMAGE.sub(_rewritten, markup) if "signatures" in current_app.extensions else markup


def address_of(url: str) -> str:
    """Where a page of ours shows the picture at ``url`` from: here, if pictures come through the reader."""
    return _ours(url) if "signatures" in current_app.extensions else url


def _rewritten(image: re.Match[str]) -> str:
    return ATTRIBUTE.sub(_led_here, image[0])


def _led_here(attribute: re.Match[str]) -> str:
    name, value = attribute.groups()
    return f' {name}="{escape(_ours(unescape(value)))}"' if name in LEADING else attribute[0]


def _ours(value: str) -> str:
    """The value of a ``src`` or ``srcset``; an image in its own address stays."""
    parts = [part.partition(" ") for part in value.split(", ")] if value.startswith(WEB) else []
    return ", ".join(f"{_address(url)} {size}".rstrip() for url, _, size in parts) or value


def _address(url: str) -> str:
    signatures: Signatures = current_app.extensions["signatures"]
    return url_for("pictures.picture", signature=signatures.of(url), target=_told(url.encode()))


def _told(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _read(target: str) -> str:
    try:
        return base64.urlsafe_b64decode(target + "=" * (-len(target) % 4)).decode()
    except ValueError as error:
        raise Refused("This reader did not write this address.") from error
