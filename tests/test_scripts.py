"""Hostile pages as a real Chromium shows them: nothing runs, only pictures are asked for, with and without CSP."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
from conftest import CHROMIUM
from flask import Flask
from live import serving, settings
from samples import page, prose
from stage import Tab, stage
from test_vectors import PLACED, PLACES, VECTORS, everywhere, kept, middle

from reader.web import create_app

pytestmark = [pytest.mark.browser, pytest.mark.security]

MOST_UNSHOWN = 0.05
"""Of the vectors: the page is refused, whatever stands around them."""
FEWEST_RAW = 0.3
"""Of the vectors, what runs in Chromium 156 when nothing guards; less would mean that the browser does not tell."""
MARK = "hereitstands"
T = TypeVar("T")


def last(vector: str) -> str:
    """After the text, where a vector that swallows all that follows leaves an article."""
    return page(f"{prose()}<div>{vector}</div>")


Script = list[tuple[str, Callable[[str], str]]]
Kept = dict[str, list[str]]
"""Paths with the vectors that each shows."""


class House:
    """The app, with its policy and without, and the articles it keeps for both.

    Under /raw/NUMBER it shows the vector of that number as it is, on a page like its own.
    """

    def __init__(self, app: Flask) -> None:
        self.app = app
        app.add_url_rule("/raw/<int:number>", view_func=self.raw)
        app.add_url_rule("/alive/<int:number>", view_func=self.alive)
        self.empty = app.test_client().get(kept(app, middle(f"<p>{MARK}</p>"))).text
        assert self.empty.count(f"<p>{MARK}</p>") == 1

    def raw(self, number: int) -> str:
        return self.empty.replace(f"<p>{MARK}</p>", VECTORS[number].encode("utf-8", "replace").decode(), 1)

    def alive(self, number: int) -> str:
        return self.raw(number).replace(" hx-ignore", "", 1)

    def keep(self, script: Script) -> Kept:
        """Keep the articles, all units put back: of each page that is served, one path and all its vectors.

        Most vectors leave nothing behind, and a browser cannot tell apart what is the same to the last character.
        """
        with ThreadPoolExecutor(2) as readers:
            paths = list(readers.map(self._keep, script))
        alike: dict[str, tuple[str, list[str]]] = {}
        for path, (vector, _) in zip(paths, script, strict=True):
            if path:
                alike.setdefault(self._served(path), (path, []))[1].append(vector)
        return dict(alike.values())

    def _served(self, path: str) -> str:
        """The page at ``path`` without what tells it from the same page a moment later: its own id, and its time."""
        served = self.app.test_client().get(path).text
        return re.sub(r'datetime="[^"]*">[^<]*<', "", served.replace(path.split("/")[2].partition("?")[0], "ID"))

    def _keep(self, row: tuple[str, Callable[[str], str]]) -> str:
        vector, place = row
        return kept(self.app, place(vector)) or kept(self.app, last(vector))

    def without_policy(self, environ: dict[str, Any], start: Callable[..., Any]) -> Any:
        """The app (WSGI) without its Content-Security-Policy."""

        def start_without(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            return start(status, [one for one in headers if one[0].lower() != "content-security-policy"], *more)

        return self.app(environ, start_without)


class Side:
    """The house with its policy or without, in a Chromium of its own that a thread of its own drives."""

    def __init__(self, house: House, guarded: bool) -> None:
        self.house, self.guarded = house, guarded
        self.told = "with the policy" if guarded else "without a policy"
        self.thread = ThreadPoolExecutor(1)

    @contextmanager
    def opened(self, folder: Path) -> Iterator[Side]:
        """Without the policy foreign pictures fail; with it they load."""
        shown = stage(CHROMIUM, folder, pictures=self.guarded)
        with self.thread, serving(self.house.app if self.guarded else self.house.without_policy) as self.address:
            self.stage = self.thread.submit(shown.__enter__).result()
            yield self
            self.thread.submit(shown.__exit__, None, None, None).result()

    def visit(self, pages: Kept) -> Iterator[tuple[list[str], Tab, list[str]]]:
        """Show the pages: the vectors of each with its tab and what it did."""
        for tab, deeds in self.stage.visit(f"{self.address}{path}" for path in pages):
            assert tab.has_policy == self.guarded
            yield pages[tab.address.removeprefix(self.address)], tab, deeds

    def deeds(self, pages: Kept) -> dict[str, list[str]]:
        """What the vectors did, without those that did nothing."""
        return {vector: deeds for (vector,), _, deeds in self.visit(pages) if deeds}

    def play(self, pages: Kept) -> tuple[int, list[str]]:
        """How many vectors were shown, and what was done by those that did anything, or that htmx touched."""
        shown, done = 0, []
        for vectors, tab, deeds in self.visit(pages):
            untouched = tab.told == {"alive": True, "powered": 0}
            done += [] if untouched and not deeds else [f"{self.told}: {vectors} {deeds} {tab.told}"]
            shown += len(vectors)
        return shown, done


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    app = create_app(settings(tmp_path_factory.mktemp("data"), workers=2))
    yield House(app)
    app.extensions["desk"].close()


@pytest.fixture(scope="module")
def sides(house: House, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Side]]:
    """Without the policy, and with it."""
    with ExitStack() as undo:
        yield [
            undo.enter_context(Side(house, guarded).opened(tmp_path_factory.mktemp("papers")))
            for guarded in (False, True)
        ]


def side_by_side(sides: list[Side], deed: Callable[[Side], T]) -> list[T]:
    """What ``deed`` returns for each side; both go on at the same time."""
    return [going.result() for going in [side.thread.submit(deed, side) for side in sides]]


def play(sides: list[Side], script: Script, counts: dict[str, int], what: str) -> None:
    """Keep the articles of ``script``, show them on both sides, count, and expect that nothing is done."""
    pages = sides[0].house.keep(script)
    showable = sum(map(len, pages.values()))
    assert showable > (1 - MOST_UNSHOWN) * len(script)
    for side, (shown, done) in zip(sides, side_by_side(sides, lambda side: side.play(pages)), strict=True):
        counts[f"vectors tried in Chromium {side.told}, {what}"] = shown
        counts["vectors run"] = counts.get("vectors run", 0) + len(done)
        assert shown == showable
        assert done == []


def test_a_vector_in_the_text_does_nothing(sides: list[Side], counts: dict[str, int]) -> None:
    play(sides, [(one, middle) for one in VECTORS], counts, "in the text")


def test_a_vector_made_for_its_place_does_nothing(sides: list[Side], counts: dict[str, int]) -> None:
    play(sides, [(vector, PLACES[place]) for place, vector in PLACED], counts, "in places of their own")


def test_a_vector_in_titles_captions_credits_and_units_put_back_does_nothing(
    sides: list[Side], counts: dict[str, int]
) -> None:
    """A third of the vectors."""
    play(sides, [(vector, everywhere) for vector in VECTORS[::3]], counts, "everywhere else")


# What the browser does with the vectors themselves


def on_pages(kind: str, vectors: list[str]) -> Kept:
    return {f"/{kind}/{VECTORS.index(vector)}": [vector] for vector in vectors}


def those(done: dict[str, list[str]], *starts: str) -> list[str]:
    """The vectors of which a deed starts so."""
    return [vector for vector, deeds in done.items() if any(deed.startswith(starts) for deed in deeds)]


def test_what_nobody_guards_runs_and_the_policy_stops_it(sides: list[Side], counts: dict[str, int]) -> None:
    """Else the tests above would see nothing. With the policy, it stops them, and says so."""
    tried = VECTORS[::5]
    free, guarded = side_by_side(sides, lambda side: side.deeds(on_pages("raw", tried)))
    counts["vectors that run when nothing guards (a fifth tried)"] = len(those(free, "RAN", "DIALOG"))
    counts["vectors that the policy alone reports (a fifth tried)"] = len(those(guarded, "POLICY"))
    assert len(those(free, "RAN", "DIALOG")) >= FEWEST_RAW * len(tried)
    assert those(free, "POLICY") == []
    assert those(guarded, "RAN", "DIALOG") == []
    assert len(those(guarded, "POLICY")) >= FEWEST_RAW * len(tried)
    asked = [deed for deeds in free.values() for deed in deeds if deed.startswith("ASKED")]
    assert [deed for deed in asked if "https://b.example/" in deed and not deed.startswith("ASKED image")]


@pytest.mark.parametrize(("kind", "fewest", "most"), [("alive", 3, len(VECTORS)), ("raw", 0, 0)])
def test_only_hx_ignore_keeps_htmx_from_a_raw_vector(sides: list[Side], kind: str, fewest: int, most: int) -> None:
    pages = on_pages(kind, [vector for vector in VECTORS if re.match("<(p|div) .*hx-", vector, re.I)])
    for done in side_by_side(sides, lambda side: side.deeds(pages)):
        assert fewest <= len(those(done, "ASKED fetch")) <= most
