"""What the templates say about an article."""
from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from urllib.parse import urlsplit

from flask import Flask, url_for
from markupsafe import Markup

from reader.article import Article, Kind, Place, Removal
from reader.body import on_the_web
from reader.export import FORMATS
from reader.export.origin import address, shown
from reader.store import Kept
from reader.web.pictures import through_us

KINDS: dict[Kind, str] = {
    "related-inline": "Related links",
    "related-end": "Recommendations",
    "most-read": "Most read",
    "sponsored": "Sponsored",
    "newsletter": "Sign-up",
    "share": "Share buttons",
    "comments": "Comments",
    "furniture": "Page furniture",
}
# Silent reading of English non-fiction: 238 words a minute (Brysbaert 2019). Japanese readers: around 500 characters.
WORDS_A_MINUTE = 238
SIGNS_A_MINUTE = 500
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_TAG = re.compile(r"<[^>]*>")
_PICTURE = re.compile(r' src="data:[^"]*"')  # may have more characters than all the text
MEASURED = 500_000  # characters of markup: ten times a long article's
# Below this share of what the page calls its article, the person is told that something may be missing; the README
# says how often that is right.
DOUBTFUL = 0.85
BACK = Markup(
    '<aside class="r-back" id="r-back-{id}" tabindex="-1" aria-label="Put back: {label}">'
    '<p class="r-note" lang="en" dir="ltr"><span>Put back: {label}</span> '
    '<a href="{href}" data-toggle="r-toggle-{id}">Remove again</a></p>'
    "{unit}</aside>"
)
# Where the person stands after removing a unit again: what is left of its place.
LANDING: dict[Place, str] = {"before": "main", "inside": "r-gap-{}", "after": "removed"}
GAP = Markup('<div class="r-gap" id="r-gap-{id}" tabindex="-1"></div>')


def register(app: Flask) -> None:
    """Make the words of this module known to the templates."""
    app.add_template_filter(on_the_web)
    app.add_template_filter(when)
    app.add_template_filter(host)


def host(url: str) -> str:
    """The site's name in an address, without the www."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def when(moment: str | datetime) -> str:
    """A date (and time, if it has one) for people; what is no ISO 8601 date is left as it is."""
    try:
        at = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    except ValueError:
        return str(moment)
    day = f"{at.day} {at:%B %Y}"
    has_time = isinstance(moment, datetime) or len(moment) > len("2026-01-31")
    return f"{day}, {at:%H:%M} {at.tzname() or ''}".rstrip() if has_time else day


def minutes(markup: str) -> int:
    """Minutes to read ``markup``, at least 1; what is longer than ``MEASURED`` is taken to go on as it begins.

    ``Article.text`` is not asked: it would be written on every view, here where all pages are served, and a page made
    for the purpose makes that take minutes.
    """
    markup = _PICTURE.sub("", markup)
    text = _TAG.sub(" ", markup[:MEASURED])
    signs = len(UNSPACED.findall(text))
    words = len(UNSPACED.sub(" ", text).split())
    share = min(1.0, MEASURED / max(1, len(markup)))
    return max(1, round((words / WORDS_A_MINUTE + signs / SIGNS_A_MINUTE) / share))


@dataclass(frozen=True)
class Receipt:
    """One row of the list of removals: the unit, whether it is back, and where its link leads."""

    unit: Removal
    label: str
    is_back: bool
    toggle: str


@dataclass(frozen=True)
class Reading:
    """One kept article with some of its removed units put back. Writes nothing: the choice is in the address."""

    kept: Kept
    wanted: Collection[str]

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.kept.article

    @property
    def original(self) -> str:
        """Where the page stands on the web, or ""."""
        return address(self.article, self.kept.capture)

    @property
    def site(self) -> str:
        """The name of the site, or its host, or ""."""
        return self.article.site or host(self.original)

    @property
    def minutes(self) -> int:
        """Minutes to read."""
        return minutes(self.article.marked_html)

    @property
    def is_doubtful(self) -> bool:
        """Whether something of the article may be missing."""
        return self.article.coverage < DOUBTFUL

    @cached_property
    def back(self) -> frozenset[str]:
        """The ids of the units that stand in their places."""
        every = frozenset(unit.id for unit in self.article.removed)
        return every if "all" in self.wanted else every & frozenset(self.wanted)

    @cached_property
    def receipts(self) -> list[Receipt]:
        """The rows of the list of removals."""
        return [
            Receipt(unit, KINDS[unit.kind], unit.id in self.back, self.with_back(self.back ^ {unit.id}))
            for unit in self.article.removed
        ]

    @property
    def all_back(self) -> str:
        """The address with everything put back, or removed again when everything is back."""
        every = frozenset(unit.id for unit in self.article.removed)
        return self.with_back(frozenset() if self.back == every else every)

    def with_back(self, back: Collection[str]) -> str:
        """The address of this article with just the units of ``back`` put back."""
        return url_for("web.article", id=self.kept.id, back=self.told(back))

    @property
    def files(self) -> list[tuple[str, str]]:
        """What the article can be saved as, with just what is put back now: names of formats, and their addresses."""
        back = self.told(self.back)
        return [
            (one.label, url_for("exports.file", id=self.kept.id, suffix=one.suffix, back=back))
            for one in FORMATS.values()
        ]

    @property
    def captured(self) -> str:
        """When the page was there, to the second."""
        return shown(self.kept.capture)

    @property
    def rules_used(self) -> list[str]:
        """The names of the rules that took something out."""
        return sorted({unit.rule for unit in self.article.removed})

    def told(self, back: Collection[str]) -> str | None:
        """The units of ``back`` as an address has them; None, which leaves the parameter out, for none."""
        ids = [unit.id for unit in self.article.removed if unit.id in back]
        return "all" if ids and len(ids) == len(self.article.removed) else ",".join(ids) or None

    @property
    def body(self) -> str:
        """The article's markup, its units framed, each table in a box of its own to scroll in. Sanitized throughout."""
        markup = through_us(self.article.html_with(self.back, self._frame))
        return markup.replace("<table", '<div class="r-scroll"><table').replace("</table>", "</table></div>")

    def _frame(self, unit: Removal, is_back: bool) -> str:
        gap = GAP.format(id=unit.id) if unit.place == "inside" else ""
        if not is_back:
            return gap
        href = f"{self.with_back(self.back - {unit.id})}#{LANDING[unit.place].format(unit.id)}"
        # Markup() vouches for what the sanitizer returned; everything else is escaped by format().
        return gap + BACK.format(id=unit.id, label=KINDS[unit.kind], href=href, unit=Markup(unit.html))
