"""Export each article to clean HTML and read it again: ``python tests/roundtrip.py FOLDER``; status 1 if any loses.

FOLDER holds ``bench.py``, whose ``load()`` gives the pages; the annotated ones are tried.
"""
from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml.html import fragment_fromstring

from reader import Article, read_html
from reader.capture import captured
from reader.errors import ReaderError
from reader.export.page import page
from reader.lines import lines

FACTS = ("title", "deck", "byline", "published", "updated", "site", "canonical", "lang", "dir", "lead")


def again(article: Article, url: str) -> Article:
    """The article read from its own export; raises ReaderError."""
    return read_html(page(article, captured(b"", url), {}), url or None)


def lost(before: Article, after: Article) -> dict[str, list[str]]:
    """What ``after`` lacks, by kind: "paragraphs" are blocks of text, captions' words apart."""
    rows = (
        ("paragraphs", _blocks(before), _blocks(after)),
        ("captions", _told(before, "caption"), _told(after, "caption")),
        ("credits", _told(before, "credit"), _told(after, "credit")),
        ("images", _told(before, "src"), _told(after, "src")),
    )
    missing = {name: list((Counter(was) - Counter(now)).elements()) for name, was, now in rows}
    facts = [name for name in FACTS if getattr(before, name) != getattr(after, name)]
    if before.deck in _blocks(after):  # the body says it again, so that one of the two is enough
        facts = [name for name in facts if name != "deck"]
    return missing | {"facts": [f"{name}: {getattr(before, name)!r} -> {getattr(after, name)!r}" for name in facts]}


def _blocks(article: Article) -> list[str]:
    """The lines of the markup, a line a block, whichever block that is."""
    tops = fragment_fromstring(article.html, create_parent="div")
    return [" ".join(line.text.split()) for line in lines(tops)]


def _told(article: Article, name: str) -> set[str]:
    """Each picture with what is told of it; the same picture twice with the same words is one."""
    return {f"{unquote(one.src)} {value}" for one in article.figures if (value := unquote(getattr(one, name)))}


def annotated(folder: Path) -> Iterator[dict[str, Any]]:
    """The annotated pages of the bench in ``folder``."""
    spec = importlib.util.spec_from_file_location("bench", folder / "bench.py")
    assert spec is not None
    assert spec.loader is not None
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    yield from (one for one in bench.load() if one.get("annotation"))


def main(folder: str) -> int:
    """Print what is lost, page by page, and the counts; 1 if anything is, else 0."""
    total: Counter[str] = Counter()
    for one in annotated(Path(folder)):
        url = one.get("url") or ""
        try:
            before = read_html(one["html"], url or None)
        except ReaderError:
            total["refused at first"] += 1
            continue
        total["pages"] += 1
        try:
            found = lost(before, again(before, url))
        except ReaderError as error:
            found = {"pages": [error.sentence]}
        total.update({f"{kind} lost": len(texts) for kind, texts in found.items()})
        for kind, texts in found.items():
            for text in texts:
                print(f"{one['id']}: {kind}: {text[:300]!r}")
    print("  ".join(f"{name} {count}" for name, count in total.items()))
    return 1 if any(count for name, count in total.items() if name.endswith("lost")) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
