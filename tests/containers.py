"""Files as people have them, made of the small newspaper: mails, web archives, pages that a browser saved."""
from __future__ import annotations

import base64
import quopri
from email.message import EmailMessage
from functools import cache

from PIL import Image
from samples import TITLE, URL, page, prose
from test_pictures import as_file

SAVED = "https://gazette.example/2026/03/harbour-bridge-closes/"
WORDS = "<figcaption>The bridge at noon. <span class=credit>Jo Weir</span></figcaption>"


@cache
def photo(width: int = 320, height: int = 180) -> bytes:
    """A JPEG that no encoder can make small."""
    return as_file(Image.effect_noise((width, height), 60).convert("RGB"), "JPEG")


def data(picture: bytes, kind: str = "image/jpeg") -> str:
    """A picture as its own address."""
    return f"data:{kind};base64,{base64.b64encode(picture).decode()}"


def illustrated(src: str, attributes: str = "") -> str:
    """The story with one picture, captioned and credited."""
    image = f'<figure><img src="{src}" {attributes}alt="The bridge">{WORDS}</figure>'
    return page(f"{prose(0, 2)}{image}{prose(2)}")


def single_file(src: str, url: str = SAVED) -> str:
    """The story as SingleFile saves it."""
    comment = f"<!--\n Page saved with SingleFile \n url: {url} \n saved date: Mon Mar 02 2026 09:00:00 GMT+0100 \n-->"
    return illustrated(src).replace("<html lang=en>", f"<html lang=en>{comment}")


def complete(src: str, head: str = "", url: str = SAVED) -> str:
    """The story as Chrome and Edge save it with its folder."""
    markup = illustrated(src).replace("<head>", f"<head>{head}", 1)
    return markup.replace("<html", f"<!-- saved from url=({len(url):04}){url} -->\n<html", 1)


def mhtml(
    html: str, *parts: tuple[str, str, bytes], top: str = "", location: str = URL, charset: str = "utf-8"
) -> bytes:
    """A web archive; ``parts`` are (headers, type, bytes); ``top`` are headers above those that every one has."""
    packed = quopri.encodestring(html.encode(charset)).decode()
    where = f"Content-Location: {location}\r\n" if location else ""
    pieces = [f"Content-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: quoted-printable\r\n{where}"
              f"\r\n{packed}"]  # fmt: skip
    for headers, kind, body in parts:
        encoded = base64.encodebytes(body).decode()
        pieces.append(f"Content-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n{headers}\r\n\r\n{encoded}")
    body = "".join(f"\r\n--edge--of--parts\r\n{piece}" for piece in pieces)
    kind = 'Content-Type: multipart/related; type="text/html"; boundary="edge--of--parts"'
    head = f"{top}MIME-Version: 1.0\r\n{kind}\r\n"
    return f"{head}\r\n{body}\r\n--edge--of--parts--\r\n".encode()


def chrome(html: str, *parts: tuple[str, str, bytes], location: str = URL) -> bytes:
    """The same as Chrome writes it."""
    top = f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {location}\r\nSubject: =?utf-8?Q?Bridge?=\r\n"
    return mhtml(html, *parts, top=f"{top}Date: Mon, 2 Mar 2026 09:00:00 +0100\r\n", location=location)


def mail(html: str = "", text: str = "", **headers: str) -> EmailMessage:
    """A newsletter; a header whose name holds a "-" is given with "_"."""
    message = EmailMessage()
    given = {
        "From": "Ada Brook from The Orrin Letter <ada@letter.example>", "To": "reader@home.example", "Subject": TITLE,
        "Date": "Mon, 02 Mar 2026 09:15:00 +0100", "Message-ID": "<1@letter.example>", **headers,
    }  # fmt: skip
    for name, value in given.items():
        message[name.replace("_", "-")] = value
    if text or not html:
        message.set_content(text or "This mail is for programs that show HTML.")
        if html:
            message.add_alternative(html, subtype="html")
    else:
        message.set_content(html, subtype="html")
    return message
