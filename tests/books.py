"""epubcheck, run for real on many books at once: ``python tests/books.py FOLDER`` on those of FOLDER's pages.

One start of Java costs more than a book. So the books become renditions of one container: epubcheck looks at each
package with all its files, as it does at that of a book by itself.
"""
from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from io import BytesIO
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from PIL import Image

from reader import Article, ReaderError, read_html
from reader.capture import captured
from reader.drawn import Picture
from reader.export.epub import epub
from reader.export.images import image_addresses

# Debian's command is the jar itself, which a shell runs only where the kernel was told about jars.
JAR = Path("/usr/share/java/epubcheck.jar")
QUICKLY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # it runs for seconds, on few cores
AT_ONCE = 150
RENDITION = "http://www.idpf.org/2013/rendition"
PACKAGE = "application/oebps-package+xml"
METADATA = """<metadata xmlns="http://www.idpf.org/2013/metadata" xmlns:dc="http://purl.org/dc/elements/1.1/"
unique-identifier="id"><dc:identifier id="id">urn:uuid:00000000-0000-4000-8000-000000000000</dc:identifier>
<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata>"""


def epubcheck() -> list[str]:
    """The command that checks a book; empty if Java or epubcheck is missing."""
    java = shutil.which("java")
    return [java, *QUICKLY, "-jar", str(JAR)] if java and JAR.exists() else []


def complaints(path: Path) -> list[str]:
    """What epubcheck has against the book at ``path``: errors and warnings, a line each."""
    with TemporaryDirectory() as folder:
        told = Path(folder, "told.json")
        command = [*epubcheck(), str(path), "--json", str(told), "--quiet"]
        run = subprocess.run(command, capture_output=True, text=True)
        assert told.exists(), run.stderr
        messages = json.loads(told.read_text("utf-8"))["messages"]
    return [
        f"{one['ID']} {place.get('path', '')}:{place.get('line', '')}: {one['message']}"
        for one in messages
        if one["severity"] in ("FATAL", "ERROR", "WARNING")
        for place in one["locations"][:3]
    ]


def complaints_of(books: Mapping[str, bytes]) -> list[str]:
    """The same of many books by their names, which stand in the lines."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "books.epub")
        _bind(books, path)
        return complaints(path)


def _bind(books: Mapping[str, bytes], path: Path) -> None:
    roots = []
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr("mimetype", "application/epub+zip")
        for name, body in books.items():
            for inside, data in unpacked(body).items():
                if inside.startswith("book/"):
                    whole.writestr(f"{name}/{inside}", data)
            roots.append(
                f'<rootfile full-path="{name}/book/package.opf" media-type="{PACKAGE}" rendition:language="en"/>'
            )
        whole.writestr("META-INF/metadata.xml", METADATA)
        whole.writestr(
            "META-INF/container.xml",
            f'<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
            f'xmlns:rendition="{RENDITION}"><rootfiles>{"".join(roots)}</rootfiles></container>',
        )


def unpacked(body: bytes) -> dict[str, bytes]:
    """The files of a book, by name."""
    with zipfile.ZipFile(BytesIO(body)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def book(article: Article, body: bytes, pictures: Mapping[str, Picture]) -> bytes:
    """The article that was read from ``body``, as a book."""
    return epub(article, captured(body, "https://paper.example/story"), pictures)


def grey(kind: str, size: tuple[int, int] = (60, 40)) -> Picture:
    """A picture as a worker draws it; ``kind`` as in ``Picture``."""
    with BytesIO() as file:
        Image.new("L", size, 128).save(file, kind.upper())
        return Picture(file.getvalue(), kind)


def some_pictures(article: Article, chance: Random) -> dict[str, Picture]:
    """A picture for two in three of its images."""
    every = image_addresses(article.html)
    return {url: grey(chance.choice(("jpeg", "png"))) for url in every if chance.random() < 2 / 3}


def pages(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each page below ``folder``, but for what is expected of one."""
    for path in sorted(folder.rglob("*.html*")):
        if path.name != "expected.html":
            body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            yield f"{path.parent.name}-{path.name}".partition(".")[0], body


def books_of(folder: Path) -> dict[str, bytes]:
    """Two books of each page below ``folder`` that is an article: one without its pictures, one with some."""
    chance, books = Random(0), dict[str, bytes]()
    for name, body in pages(folder):
        with suppress(ReaderError):
            article = read_html(body, f"https://paper.example/{name}/")
            books[name] = book(article, body, {})
            books[f"{name}-with-pictures"] = book(article, body, some_pictures(article, chance))
    return books


def main(folder: str) -> int:
    """Print what epubcheck has against the books of all pages in ``folder``; 1 if there is something, or no book."""
    books, told = books_of(Path(folder)), list[str]()
    for names in batched(books, AT_ONCE):
        told += complaints_of({name: books[name] for name in names})
    print(*told, f"{len(books)} books, {len(told)} complaints of epubcheck", sep="\n")
    return 0 if books and not told else 1


def batched(names: Iterable[str], size: int) -> Iterator[list[str]]:
    """``names``, so many at a time."""
    left = iter(names)
    while batch := list(islice(left, size)):
        yield batch


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
