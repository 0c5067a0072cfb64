"""The article as a book: one EPUB 3 file with its images inside, that needs nothing from anywhere.

Nothing in it but ZIP and XML, so both are written here: the libraries that write EPUB are under the AGPL, or are kept
by nobody. Old readers know JPEG and PNG alone (WebP came with EPUB 3.3), and ``pictures`` holds no other.
"""
from __future__ import annotations

import re
import uuid
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from html import unescape
from io import BytesIO

from reader.article import Article
from reader.capture import Capture
from reader.drawn import Picture
from reader.export.images import image_addresses
from reader.export.links import language, web_link
from reader.export.nodes import escaped
from reader.export.origin import address, moment, shown
from reader.export.strict import strict
from reader.export.style import CSS
from reader.names import people

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time of every file inside, ZIP's first: the same article is the same bytes."""

_HEADING = re.compile(r"<(h[2-6])([^>]*)>(.*?)</\1>", re.S)
_TAG = re.compile(r"<[^>]*>")
_ID = re.compile(r' id="([^"]*)"')

_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


@dataclass(frozen=True, slots=True)
class _Book:
    """What all parts of the book tell of."""

    article: Article
    capture: Capture
    pictures: Mapping[str, Picture]
    paths: Mapping[str, str]

    @property
    def title(self) -> str:
        """A book must have one."""
        return _line(self.article.title) or _line(self.article.site) or "Article"

    @property
    def language(self) -> str:
        """Of the text; "und" is BCP 47 for one that nobody knows."""
        return language(self.article.lang) or "und"

    @property
    def source(self) -> str:
        """Where the page stands on the web, or ""."""
        return web_link(address(self.article, self.capture))

    @property
    def cover(self) -> str:
        """The address of the lead picture, or of the first; "" without any."""
        return self.article.lead if self.article.lead in self.paths else next(iter(self.paths), "")

    @property
    def credits(self) -> list[str]:
        """Who made or owns the images, each once."""
        return list(dict.fromkeys(_line(figure.credit) for figure in self.article.figures if _line(figure.credit)))


def epub(article: Article, capture: Capture, pictures: Mapping[str, Picture]) -> bytes:
    """The whole file. ``pictures`` that the body does not show are left out, of other kinds than JPEG and PNG too."""
    had = [url for url in image_addresses(article.html) if pictures.get(url, _NONE).kind in ("jpeg", "png")]
    paths = {url: f"images/{number}.{pictures[url].kind}" for number, url in enumerate(had, 1)}
    book = _Book(article, capture, pictures, paths)
    with BytesIO() as file:
        with zipfile.ZipFile(file, "w") as packed:
            for name, body in _files(book):
                _pack(packed, name, body)
        return file.getvalue()


_NONE = Picture(b"", "")


def _files(book: _Book) -> Iterator[tuple[str, bytes]]:
    body, headings = _with_ids(strict(book.article.html, book.paths))
    yield "mimetype", b"application/epub+zip"  # first, and not packed: it is looked for at a fixed place
    yield "META-INF/container.xml", _CONTAINER.encode()
    yield "book/package.opf", _package(book).encode()
    yield "book/nav.xhtml", _contents(book, headings).encode()
    yield "book/article.xhtml", _text(book, body).encode()
    yield "book/source.xhtml", _colophon(book).encode()
    yield "book/style.css", CSS.encode()
    for url, path in book.paths.items():
        yield f"book/{path}", book.pictures[url].body


def _pack(packed: zipfile.ZipFile, name: str, body: bytes) -> None:
    told = zipfile.ZipInfo(name, _LONG_AGO)
    told.create_system = 3  # Unix, wherever it is written
    told.external_attr = 0o644 << 16
    is_packed = name == "mimetype" or name.endswith((".jpeg", ".png"))
    packed.writestr(told, body, zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED)


# ---------------------------------------------------------------- the package


_NEXT = "\n"

def _package(book: _Book) -> str:
    direction = ' page-progression-direction="rtl"' if book.article.dir == "rtl" else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
{_NEXT.join(_metadata(book))}
</metadata>
<manifest>
{_NEXT.join(_manifest(book))}
</manifest>
<spine{direction}>
<itemref idref="article"/>
<itemref idref="source"/>
</spine>
</package>
"""


def _metadata(book: _Book) -> Iterator[str]:
    article, capture = book.article, book.capture
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{book.source}\n{capture.sha256}")
    yield f'<dc:identifier id="id">urn:uuid:{name}</dc:identifier>'
    yield f'<dc:title dir="{article.dir or "ltr"}">{escaped(book.title)}</dc:title>'
    yield f"<dc:language>{book.language}</dc:language>"
    yield f'<meta property="dcterms:modified">{moment(capture)}</meta>'
    told = {
        "creator": people(article.byline), "publisher": [article.site], "date": [_day(article.published)],
        "description": [article.deck], "source": [book.source],
        "rights": ["Image credits: " + "; ".join(book.credits)] if book.credits else [],
    }  # fmt: skip
    for element, values in told.items():
        yield from (f"<dc:{element}>{escaped(_line(value))}</dc:{element}>" for value in values if _line(value))
    yield '<meta property="schema:accessMode">textual</meta>'
    if book.paths:
        yield '<meta property="schema:accessMode">visual</meta>'
    for feature in ("tableOfContents", "readingOrder", "displayTransformability"):
        yield f'<meta property="schema:accessibilityFeature">{feature}</meta>'
    yield '<meta property="schema:accessibilityHazard">none</meta>'


def _manifest(book: _Book) -> Iterator[str]:
    page = 'media-type="application/xhtml+xml"'
    yield f'<item id="nav" href="nav.xhtml" {page} properties="nav"/>'
    yield f'<item id="article" href="article.xhtml" {page}/>'
    yield f'<item id="source" href="source.xhtml" {page}/>'
    yield '<item id="style" href="style.css" media-type="text/css"/>'
    for number, (url, path) in enumerate(book.paths.items(), 1):
        cover = ' properties="cover-image"' if url == book.cover else ""
        yield f'<item id="image-{number}" href="{path}" media-type="image/{book.pictures[url].kind}"{cover}/>'


# ---------------------------------------------------------------- the pages


def _page(title: str, body: str, book: _Book, ours: bool = False) -> str:
    """``ours``: words of this reader, in English."""
    tongue = "en" if ours else language(book.article.lang)
    lang = f' lang="{tongue}" xml:lang="{tongue}"' if tongue else ""
    direction = "rtl" if book.article.dir == "rtl" and not ours else "ltr"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"{lang} dir="{direction}">
<head><meta charset="utf-8"/><title>{escaped(title)}</title><link rel="stylesheet" href="style.css"/></head>
<body>
{body}
</body>
</html>
"""


def _text(book: _Book, body: str) -> str:
    article = book.article
    dates = [_when(article.published), f"updated {_when(article.updated)}" if article.updated else ""]
    imprint = " · ".join(filter(None, map(_line, (article.byline, article.site, *dates))))
    head = [f"<h1>{escaped(book.title)}</h1>", _paragraph("deck", article.deck), _paragraph("imprint", imprint)]
    return _page(book.title, "\n".join([*filter(None, head), body]), book)


def _paragraph(kind: str, text: str) -> str:
    return f'<p class="{kind}">{escaped(_line(text))}</p>' if _line(text) else ""


def _contents(book: _Book, headings: list[tuple[str, str]]) -> str:
    rows = [("article.xhtml", book.title), *((f"article.xhtml#{id}", words) for id, words in headings)]
    listed = "".join(f'<li><a href="{href}">{escaped(words)}</a></li>\n' for href, words in rows)
    last = '<li><a href="source.xhtml" lang="en" xml:lang="en" dir="ltr">About this copy</a></li>'
    return _page(book.title, f'<nav epub:type="toc" id="toc">\n<ol>\n{listed}{last}\n</ol>\n</nav>', book)


def _with_ids(body: str) -> tuple[str, list[tuple[str, str]]]:
    """``body`` with an id on each heading that has words, and the rows (id, words) of these."""
    rows: list[tuple[str, str]] = []

    def told(heading: re.Match[str]) -> str:
        words = _line(unescape(_TAG.sub("", heading[3].replace("<br/>", " "))))
        if not words:
            return heading[0]
        own = _ID.search(heading[2])
        id = own[1] if own else f"heading-{len(rows) + 1}"
        rows.append((id, words))
        return heading[0] if own else f'<{heading[1]} id="{id}"{heading[2]}>{heading[3]}</{heading[1]}>'

    return _HEADING.sub(told, body), rows


def _colophon(book: _Book) -> str:
    capture = book.capture
    left_out = len(set(image_addresses(book.article.html)) - set(book.paths))
    rows = {
        "Source": f'<a href="{escaped(book.source)}">{escaped(book.source)}</a>' if book.source else "",
        "Captured": shown(capture),
        "SHA-256 of what arrived": f"<code>{escaped(capture.sha256)}</code>",
        "Read by": f"Unfeed {escaped(capture.version)}",
        "Images not included": str(left_out or ""),
    }
    listed = "".join(f"<dt>{name}</dt><dd>{value}</dd>\n" for name, value in rows.items() if value)
    parts = ["<h1>About this copy</h1>", f"<dl>\n{listed}</dl>"]
    if book.credits:
        items = "".join(f'<li dir="auto">{escaped(credit)}</li>\n' for credit in book.credits)
        parts.append(f"<h2>Image credits</h2>\n<ul>\n{items}</ul>")
    return _page("About this copy", "\n".join(parts), book, ours=True)


# ---------------------------------------------------------------- words


def _line(text: str) -> str:
    return " ".join(text.split())


def _day(moment: str) -> str:
    """The date of an ISO 8601 time, "" for what is none: checkers know no other dates."""
    try:
        return date.fromisoformat(moment[:10]).isoformat()
    except ValueError:
        return ""


def _when(moment: str) -> str:
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return f"{at:%Y-%m-%d %H:%M}" if len(moment) > len("2026-01-31") else moment
