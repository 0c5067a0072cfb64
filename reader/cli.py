"""``unfeed URL|FILE|-``: the same article on a terminal.

Exit status: 0 the article was written; 1 there is none, or it could not be had; 2 wrong usage; 130 interrupted.
"""
from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from reader import Article, ReaderError
from reader.addresses import link_in
from reader.album import album
from reader.capture import Capture, captured
from reader.errors import TooLarge
from reader.export import FORMATS, Format
from reader.export.images import image_addresses
from reader.export.json import removed_as_json
from reader.files import open_file, whole
from reader.pipeline import follow
from reader.settings import Settings

FAILED, MISUSED, INTERRUPTED, NOBODY_READS = 1, 2, 130, 141
BINARY = frozenset(name for name, one in FORMATS.items() if not one.is_text)
_FILES = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".eml", ".txt", ".md")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.I)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; ``arguments`` default to those of the process. Returns the exit status."""
    try:
        wanted = _parse(arguments)
        if wanted.output == "-" and wanted.format in BINARY and not wanted.removed and sys.stdout.isatty():
            return _fail(f"A file of this format ({wanted.format}) is not for a terminal. Use --output FILE.")
        return _deliver(_output(*_read(wanted.source, wanted.url), wanted), wanted.output)
    except ReaderError as error:
        return _fail(f"{error.sentence} {error.hint}")
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error))
    except KeyboardInterrupt:
        return INTERRUPTED


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="unfeed", description="Print the article of a page: captions and credits kept, recommendations gone.",
    )
    parser.add_argument("source", metavar="URL|FILE|-", help="a link, a page's or mail's file, or - for standard input")
    parser.add_argument("--format", choices=list(FORMATS), default="text", help="default: %(default)s")
    parser.add_argument("--output", metavar="FILE", default="-", help="where to write it; default: standard output")
    parser.add_argument("--removed", action="store_true", help="print what was removed and why, not the article")
    parser.add_argument("--url", default="", help="the address a FILE or standard input came from")
    parser.add_argument("--version", action="version", version=f"%(prog)s {version('unfeed')}")
    wanted = parser.parse_args(arguments)
    if wanted.removed and wanted.format not in ("text", "json"):
        parser.error("--removed is printed as text or json only")
    if wanted.url and _link(wanted.source):
        parser.error("--url goes with a FILE or -, not with a URL")
    try:
        Settings.from_env()
    except ValueError as error:
        parser.error(str(error))
    return wanted


def _link(source: str) -> str:
    """The link that ``source`` is; a file of that name goes before a link without a scheme."""
    if source == "-" or (not _SCHEME.match(source) and os.path.exists(source)):
        return ""
    return source if _SCHEME.match(source) else _bare_link(source)


def _bare_link(source: str) -> str:
    """The link in ``source``, which names no file; a mistyped file's name ("page.html") must not go out as a host's."""
    if source.startswith(("/", "./", "../", "~")) or ("/" not in source and source.lower().endswith(_FILES)):
        return ""
    with suppress(ReaderError):  # what is no link is a file that is not there
        return link_in(source)
    return ""


def _read(source: str, url: str) -> tuple[Article, Capture]:
    link = _link(source)
    if link:
        found = follow(link)
        page = found.page
        return found.article, captured(page.body, found.asked, found.chain, page.content_type, page.at)
    body = _bytes(source)
    opened = open_file(body, url)
    return whole(opened), captured(body, opened.url, content_type=opened.content_type)


def _bytes(source: str) -> bytes:
    most = Settings.from_env().max_bytes
    with sys.stdin.buffer if source == "-" else Path(source).open("rb") as stream:
        body = stream.read(most + 1)
    if len(body) > most:
        raise TooLarge(f"This page is larger than {most:,} bytes.")
    return body


def _output(article: Article, capture: Capture, wanted: argparse.Namespace) -> str | bytes:
    if not wanted.removed:
        return _file(article, capture, FORMATS[wanted.format])
    return removed_as_json(article) if wanted.format == "json" else _receipts(article)


def _file(article: Article, capture: Capture, form: Format) -> str | bytes:
    pictures = album(image_addresses(article.html), Settings.from_env()) if form.wants_pictures else {}
    return form.write(article, capture, pictures)


def _receipts(article: Article) -> str:
    """A line for each unit: kind, heading and reason between tabs; its stories below it, each behind a tab."""
    lines = []
    for unit in article.removed:
        name = unit.heading or " ".join(unit.text.split())[:60]
        lines.append("\t".join((unit.kind, name, unit.why)))
        lines += ["\t" + " ".join(filter(None, item)) for item in unit.items]
    return "".join(f"{line}\n" for line in lines)


def _deliver(output: str | bytes, path: str) -> int:
    """Text is UTF-8 whatever the locale says. A file that is there already is written over."""
    written = output if isinstance(output, bytes) else output.encode("utf-8", "replace")
    if path == "-":
        return _write(written)
    Path(path).write_bytes(written)
    return 0


def _write(output: bytes) -> int:
    """To standard output; silent when whoever read the pipe has had enough."""
    left = memoryview(output)
    try:
        while left:  # unbuffered (PYTHONUNBUFFERED), a write into a pipe may take only a part
            left = left[sys.stdout.buffer.write(left) :]
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter complains at its end
        return NOBODY_READS
    return 0


def _fail(sentence: str) -> int:
    line = " ".join(f"unfeed: {sentence}".split())
    sys.stderr.buffer.write(f"{line}\n".encode("utf-8", "replace"))
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
