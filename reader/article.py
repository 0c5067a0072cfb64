"""The frozen types that travel between the stations and out to the callers."""
from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from typing import Literal

from reader.sanitize import sanitize
from reader.totext import text_of

Kind = Literal[
    "related-inline", "related-end", "most-read", "sponsored", "newsletter", "share", "comments", "furniture"
]
Place = Literal["before", "inside", "after"]

# What stands in ``Article.marked_html`` where an inside unit was cut; written by the last station only.
PLACE = re.compile(r'<div data-r-place="([0-9a-f]{12})"></div>')


@dataclass(frozen=True, slots=True)
class Figure:
    """One image (or video card) of the article. All fields are text without markup; "" where the page says nothing."""

    src: str
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class Removal:
    """The receipt of one unit taken out.

    ``id`` is a hash of content and place (12 hex digits); ``items`` are (title, absolute address or "") rows;
    ``place`` is "inside" when ``Article.marked_html`` holds its place, else "before" or "after" the article.
    ``raw`` is the fragment as the page had it: never render it, ask for ``html``.
    """

    id: str
    kind: Kind
    rule: str
    why: str
    heading: str
    items: tuple[tuple[str, str], ...]
    text: str
    place: Place
    raw: str = field(repr=False, default="")

    @property
    def html(self) -> str:
        """The unit's markup through the sanitizer, for putting it back."""
        return sanitize(self.raw)


def _bare(unit: Removal, is_back: bool) -> str:
    return unit.html if is_back else ""


@dataclass(frozen=True, slots=True)
class Article:
    """What the journalist wrote, with its images. Text fields hold no markup and are "" where the page says nothing.

    ``published`` and ``updated`` are ISO 8601; ``dir`` is "ltr" or "rtl"; ``lead`` is the lead image's address;
    ``marked_html`` is the sanitized body with an empty ``div[data-r-place]`` for each unit cut from inside it;
    ``furniture`` counts the navigation bars, footers and the like that were left behind outside the article;
    ``coverage`` (0..1) is how much of what the page itself calls the article survived.
    """

    title: str
    deck: str
    byline: str
    published: str
    updated: str
    site: str
    canonical: str
    lang: str
    dir: str
    lead: str
    marked_html: str
    figures: tuple[Figure, ...]
    removed: tuple[Removal, ...]
    furniture: int
    coverage: float

    @property
    def text(self) -> str:
        """The body as plain text (see ``totext``), written anew at each call."""
        return text_of(self.marked_html)

    @property
    def html(self) -> str:
        """The sanitized body, lead figure first, without headline, deck, byline or date."""
        return self.html_with(())

    def put_back(self, back: Collection[str], figures: tuple[Figure, ...] = ()) -> Article:
        """The article with the units of ``back`` in their places for good, and counted as removed no longer.

        ``figures`` are those in the units.
        """
        left = tuple(unit for unit in self.removed if unit.id not in back)
        if len(left) == len(self.removed):
            return self
        return replace(self, marked_html=self.html_with(back), removed=left, figures=self.figures + figures)

    def html_with(self, back: Collection[str], frame: Callable[[Removal, bool], str] = _bare) -> str:
        """The sanitized body with the removed units whose ids are in ``back`` standing in their places again.

        Units from before and after the article are put at its start and end; unknown ids are passed over.
        ``frame(unit, is_back)`` gives the markup for each unit's place; if not given, the unit itself or nothing.
        """
        framed = {unit.id: frame(unit, unit.id in back) for unit in self.removed}
        before = "".join(framed[unit.id] for unit in self.removed if unit.place == "before")
        after = "".join(framed[unit.id] for unit in self.removed if unit.place == "after")
        return before + PLACE.sub(lambda match: framed.get(match[1], ""), self.marked_html) + after
