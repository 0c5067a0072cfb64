"""The images of an article's body: their addresses, and the body with the images themselves inside."""
from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from html import escape, unescape

from reader.drawn import Picture

# As nh3 spells them: no "<" but at a tag, and no quote in a value.
_IMAGE = re.compile(r'<img(?: [a-z-]+="[^"]*")+>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')


def image_addresses(html: str) -> list[str]:
    """The addresses of the images of sanitized ``html``, each once, in order."""
    shown = (dict(_ATTRIBUTE.findall(tag)).get("src", "") for tag in _IMAGE.findall(html))
    return list(dict.fromkeys(unescape(address) for address in shown if address))


def with_images(html: str, pictures: Mapping[str, Picture]) -> str:
    """Sanitized ``html`` with each image of ``pictures`` inside its own address; others keep theirs on the web."""
    written = {
        url: f"data:image/{picture.kind};base64,{b64encode(picture.body).decode()}" for url, picture in pictures.items()
    }

    def inside(tag: re.Match[str]) -> str:
        told = dict(_ATTRIBUTE.findall(tag[0]))
        url = unescape(told.get("src", ""))
        if url not in written:
            return tag[0]
        told |= {"src": escape(written[url])}
        told.pop("srcset", None)  # a browser would ask for another size on the web
        return "<img" + "".join(f' {name}="{value}"' for name, value in told.items()) + ">"

    return _IMAGE.sub(inside, html)
