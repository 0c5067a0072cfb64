"""Small pages in folders, each with one habit of publishers: what must stay, what must go, and what comes out.

``python tests/test_pages.py --accept NAME …`` writes ``expected.html`` from what comes out today: look at it first.
"""
from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reader import read_html
from reader.article import Article, Removal
from reader.errors import ReaderError
from reader.totext import text_of

PAGES = Path(__file__).parent / "pages"
DEFAULT_URL = "https://gazette.example/2026/03/harbour-bridge/"
KEYS = {"url", "title", "keep", "gone", "figures", "removed", "receipts", "error"}
UNIT_KEYS = {"kind", "heading", "titles"}
ATTRIBUTE = re.compile(r'[\w-]+="[^"]*"')
BLOCK_END = re.compile(r"(?<=>)(?=<(?:p|h[1-6]|ul|ol|li|figure|blockquote|table|tr|details|div|section|dl)\b)")


@dataclass(frozen=True)
class Page:
    """One folder: the page as a publisher serves it and what is expected of it."""

    folder: Path

    def expected(self) -> dict[str, Any]:
        """The facts of expected.json, with every key known."""
        facts: dict[str, Any] = json.loads((self.folder / "expected.json").read_text("utf-8"))
        assert set(facts) <= KEYS, f"unknown keys: {set(facts) - KEYS}"
        assert "error" in facts or {"title", "keep", "gone"} <= set(facts), "title, keep and gone are asked for"
        for unit in facts.get("removed", []):
            assert {"kind", "titles"} <= set(unit) <= UNIT_KEYS, f"unknown or missing keys: {unit}"
        return facts

    def read(self) -> Article:
        """The article in the page; raises ReaderError."""
        return read_html((self.folder / "source.html").read_bytes(), self.expected().get("url", DEFAULT_URL))


def folded(text: str) -> str:
    """Runs of white space as one space."""
    return " ".join(text.split())


def level(html: str) -> str:
    """Markup without the white space between its tags, each tag's attributes by name: their order means nothing."""
    def by_name(tag: re.Match[str]) -> str:
        return "<" + " ".join([tag[1], *sorted(ATTRIBUTE.findall(tag[2]))]) + ">"

    return re.sub(r"<(\w+)((?: [\w-]+=\"[^\"]*\")+)>", by_name, re.sub(r">\s+<", "><", html)).strip()


def check_text(article: Article, facts: dict[str, Any]) -> None:
    """The kept sentences stand in the text in the order given; nothing of what must go is left."""
    text, at = folded(article.text), 0
    for sentence in facts["keep"]:
        found = text.find(folded(sentence), at)
        assert found >= 0, f"lost, or out of order: {sentence}"
        at = found + len(folded(sentence))
    html = folded(article.html)
    left = [string for string in facts["gone"] if folded(string) in text or folded(string) in html]
    assert not left, f"leaked: {left}"


def fits(receipt: Removal, unit: dict[str, Any]) -> bool:
    """Whether a receipt is the one expected: its kind, its heading where one is named, and all its titles."""
    said = folded(receipt.text + " " + " ".join(title for title, _ in receipt.items))
    return (receipt.kind == unit["kind"] and receipt.heading == unit.get("heading", receipt.heading)
            and all(folded(title) in said for title in unit["titles"]))


def check_receipts(article: Article, facts: dict[str, Any]) -> None:
    """Every unit expected has a receipt of its own, and a unit put back stands in the article with its titles."""
    free = list(article.removed)
    for unit in facts.get("removed", []):
        receipt = next((one for one in free if fits(one, unit)), None)
        assert receipt, f"no receipt for {unit} among {[(one.kind, one.heading, one.text[:80]) for one in free]}"
        free.remove(receipt)
    assert len(article.removed) == facts.get("receipts", len(article.removed)), f"receipts: {article.removed}"
    for receipt in article.removed:
        back = folded(text_of(article.html_with({receipt.id})))
        lost = [title for title, _ in receipt.items if receipt.place == "inside" and folded(title) not in back]
        assert not lost, f"not put back: {lost}"


def check_figures(article: Article, facts: dict[str, Any]) -> None:
    """The article's figures are just those expected, in order, each with its caption and its credit."""
    rows = [{"src": row.src, "alt": row.alt, "caption": row.caption, "credit": row.credit} for row in article.figures]
    assert rows == facts.get("figures", rows)


FOLDERS = sorted(folder for folder in PAGES.iterdir() if folder.is_dir())


@pytest.mark.parametrize("page", [Page(folder) for folder in FOLDERS], ids=[folder.name for folder in FOLDERS])
def test_page(page: Page) -> None:
    facts = page.expected()
    if "error" in facts:
        with pytest.raises(ReaderError) as refused:
            page.read()
        assert refused.value.code == facts["error"]
        return
    article = page.read()
    assert article.title == facts["title"]
    check_text(article, facts)
    check_figures(article, facts)
    check_receipts(article, facts)
    assert level(article.html) == level((page.folder / "expected.html").read_text("utf-8"))


def accept(folder: Path) -> None:
    """Write what comes out of a page today as what is expected, one block a line."""
    (folder / "expected.html").write_text(BLOCK_END.sub("\n", level(Page(folder).read().html)) + "\n", "utf-8")


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] != "--accept":
        sys.exit("usage: python tests/test_pages.py --accept NAME …")
    for name in sys.argv[2:]:
        accept(PAGES / name)
