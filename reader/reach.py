"""From a link to its article: wrappers taken off, pages that lead on followed, the better of two forms chosen.

Each step asks the one guarded door, with what is left of the time and the redirects that one fetch may take.
"""
from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from reader.article import Article
from reader.errors import FetchFailed, NoArticle, ReaderError
from reader.fetch import LIMITS, Fetched, Limits
from reader.leading import NOWHERE, Sight
from reader.shims import way

Get = Callable[[str, Limits], Fetched]
"""``fetch`` with everything but the address and the limits told."""
See = Callable[[Fetched], Sight]

STEPS = 3
"""Pages that lead on, one to the other: a shim, a notice, a frame."""

LOOK_SECONDS = 5.0
"""How long a page is waited for that only might be better than what is there already."""

ENOUGH = 0.9
"""A form of the page with less than this share of the other's text lacks something of the story."""

MEASURED = 500_000
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Reached:
    """The ``article`` read from ``page``.

    ``asked`` is the address first asked, clean; ``chain`` holds the wrappers it was in, then all addresses that were
    asked on the way, the last that of ``page``.
    """

    article: Article
    page: Fetched
    asked: str
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Stop:
    """One page on the way, and the way to it."""

    page: Fetched
    sight: Sight
    chain: tuple[str, ...]


def reach(url: str, get: Get, see: See, limits: Limits = LIMITS) -> Reached:
    """The article behind ``url``.

    A page that surely leads on is followed, a few times; of one that might have a better form, that form is looked at,
    once. An article that is there is not lost when a further page fails. Raises what ``get`` and ``see`` do, and
    NoArticle.
    """
    trip = _Trip(get, see, limits)
    stop = trip.go(url)
    for _ in range(STEPS):
        if stop.sight.lead == NOWHERE:
            break
        stop = trip.onward(stop)
    if isinstance(stop.sight.found, NoArticle):
        raise stop.sight.found
    return Reached(stop.sight.found, stop.page, way(url)[-1], stop.chain)


class _Trip:
    """What is left of the time and of the redirects, for all pages of one link."""

    def __init__(self, get: Get, see: See, limits: Limits) -> None:
        self._get, self._see, self._limits = get, see, limits
        self._end = time.monotonic() + limits.total
        self._pages = limits.redirects + 1
        self._looks = 1

    def go(self, url: str, passed: tuple[str, ...] = (), seconds: float = float("inf")) -> _Stop:
        """Fetch and see one page; ``passed`` is the way so far."""
        *shims, target = way(url)
        if target in passed:
            raise FetchFailed("The site sends its readers in circles.")
        left = min(seconds, max(0.0, self._end - time.monotonic()))
        # With none left of the pages, the door asks for nothing, and says that it goes on and on.
        page = self._get(target, replace(self._limits, total=left, redirects=self._pages - 1))
        self._pages -= len(page.chain)
        return _Stop(page, self._see(page), (*passed, *shims, *page.chain))

    def onward(self, stop: _Stop) -> _Stop:
        """The page that ``stop`` leads to, if it is the better; else ``stop``, leading nowhere."""
        lead, stay = stop.sight.lead, replace(stop, sight=Sight(stop.sight.found, NOWHERE))
        is_lost = lead.sure and isinstance(stop.sight.found, NoArticle)
        try:
            further = self._further(stop)
        except ReaderError:
            if is_lost:
                raise
            return stay
        return further if is_lost or _is_better(further.sight.found, stop.sight.found, lead.sure) else stay

    def _further(self, stop: _Stop) -> _Stop:
        lead = stop.sight.lead
        if not lead.sure:
            if not self._looks:
                raise FetchFailed("Another form of the page was looked at already.")
            self._looks -= 1
        return self.go(lead.url, stop.chain, float("inf") if lead.sure else LOOK_SECONDS)


def _is_better(new: Article | NoArticle, old: Article | NoArticle, sure: bool) -> bool:
    """Is ``new`` worth more than ``old``: an article, the whole one, with no fewer captions and credits?"""
    if isinstance(new, NoArticle):
        return False
    if isinstance(old, NoArticle) or sure:
        return True
    lengths = _length(new), _length(old)
    if min(lengths) < ENOUGH * max(lengths):
        return lengths[0] > lengths[1]
    return (_told(new), new.coverage) >= (_told(old), old.coverage)


def _length(article: Article) -> int:
    """Characters of text. ``Article.text`` is not asked: it costs much on pages made for that."""
    return len(_TAG.sub("", article.marked_html[:MEASURED]))


def _told(article: Article) -> int:
    return sum(bool(row.caption) + bool(row.credit) for row in article.figures)
