"""The article as Markdown (CommonMark with GFM tables), for a notebook or a CMS."""
from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from markdownify import MarkdownConverter

from reader.article import Article
from reader.capture import Capture
from reader.drawn import Picture
from reader.export.origin import address, moment

_FENCE = re.compile("`{3,}")
_BLANK = re.compile(r"\n{3,}")
_UNSAFE = re.compile(r"[()<>\s]")


def markdown(article: Article, capture: Capture, pictures: Mapping[str, Picture]) -> str:
    """Front matter (YAML whose values are JSON strings), the headline, the deck and the body; ends with a newline."""
    facts = {"title": article.title, "byline": article.byline, "site": article.site, "date": article.published,
             "updated": article.updated, "source": address(article, capture), "captured": moment(capture),
             "sha256": capture.sha256}
    front = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in facts.items() if value)
    writer = _Writer()
    head = [f"# {writer.words(article.title)}" if article.title else "", writer.words(article.deck)]
    return "\n\n".join(filter(None, [f"---\n{front}---", *head, writer.body(article.html)])) + "\n"


class _Writer(MarkdownConverter):
    """markdownify with figures, and without its gaps: brackets in addresses, fences in code, "!" before a link."""

    def __init__(self) -> None:
        super().__init__(heading_style="ATX", bullets="-", escape_misc=True, sub_symbol="<sub>", sup_symbol="<sup>",
                         newline_style="BACKSLASH", bs4_options="lxml")

    def words(self, text: str) -> str:
        """One line of text, escaped."""
        return str(self.escape(" ".join(text.split()), set()))

    def body(self, html: str) -> str:
        """The body's Markdown, without blank lines at its ends."""
        return _BLANK.sub("\n\n", str(self.convert(html)) if html else "").strip()

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """A "!" that ends a text may stand before a link, which it would turn into an image."""
        escaped = str(super().escape(text, parent_tags))  # type: ignore[misc]  # missing in the library's stubs
        return f"{escaped[:-1]}\\!" if escaped.endswith("!") and "_noformat" not in parent_tags else escaped

    def convert_a(self, el: Any, text: str, parent_tags: set[str]) -> str:
        href = el.get("href")
        words = text.strip()
        if not href or not words or "_noformat" in parent_tags:
            return text
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return f"{before}[{words}]({_address(href)}){after}"

    def convert_img(self, el: Any, text: str, parent_tags: set[str]) -> str:
        return f"![{self.words(el.get('alt') or '')}]({_address(el.get('src') or '')})"

    def convert_figure(self, el: Any, text: str, parent_tags: set[str]) -> str:
        """The image, and in the next line of the same paragraph its words: caption, then credit in brackets."""
        lines = [line for line in (line.strip() for line in text.split("\n")) if line]
        return "\n\n" + "\\\n".join(lines) + "\n\n"

    def convert_figcaption(self, el: Any, text: str, parent_tags: set[str]) -> str:
        return "\n\n" + " ".join(text.split()) + "\n\n"

    def convert_span(self, el: Any, text: str, parent_tags: set[str]) -> str:
        return f"({text.strip()})" if "credit" in (el.get("class") or ()) and text.strip() else text

    def convert_pre(self, el: Any, text: str, parent_tags: set[str]) -> str:
        """A fence longer than any inside."""
        code = el.get_text().strip("\n")
        fence = "`" * (1 + max((len(run) for run in _FENCE.findall(code)), default=2))
        return f"\n\n{fence}\n{code}\n{fence}\n\n"

    def convert_summary(self, el: Any, text: str, parent_tags: set[str]) -> str:
        return f"\n\n**{text.strip()}**\n\n" if text.strip() else ""

    def convert_dt(self, el: Any, text: str, parent_tags: set[str]) -> str:
        return self.convert_summary(el, text, parent_tags)

    def convert_dd(self, el: Any, text: str, parent_tags: set[str]) -> str:
        return f"\n\n{text.strip()}\n\n"

    def convert_rt(self, el: Any, text: str, parent_tags: set[str]) -> str:
        beside = (el.find_previous_sibling(True), el.find_next_sibling(True))
        return text if any(near is not None and near.name == "rp" for near in beside) else f"({text})"


def _address(url: str) -> str:
    """``url`` as a link's target; in angle brackets where it would end early."""
    return f"<{url}>" if _UNSAFE.search(url) else url
