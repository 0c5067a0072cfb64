"""Hostile pages as a real Chromium shows them: nothing runs, only pictures are asked for, with and without CSP."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest
from conftest import CHROMIUM
from flask import Flask
from live import serving, settings
from playwright.sync_api import Browser
from samples import page, prose
from stage import Stage, stage
from test_vectors import PLACED, PLACES, VECTORS, everywhere, kept, middle

from reader.web import create_app

pytestmark = pytest.mark.browser

MOST_UNSHOWN = 0.05
"""Of the vectors: the page is refused, whatever stands around them."""
FEWEST_RAW = 0.3
"""Of the vectors, what runs in Chromium 156 when nothing guards; less would mean that the browser does not tell."""
MARK = "hereitstands"


def last(vector: str) -> str:
    """After the text, where a vector that swallows all that follows leaves an article."""
    return page(f"{prose()}<div>{vector}</div>")


Script = list[tuple[str, Callable[[str], str]]]


class House:
    """The app behind a real server, with its policy or without, and the articles it keeps.

    Under /raw/NUMBER it shows the vector of that number as it is, on a page like its own.
    """

    def __init__(self, app: Flask, guarded: bool) -> None:
        self.app, self.address = app, ""
        app.add_url_rule("/raw/<int:number>", view_func=self.raw)
        app.add_url_rule("/alive/<int:number>", view_func=self.alive)
        self.empty = app.test_client().get(kept(app, middle(f"<p>{MARK}</p>"))).text
        assert self.empty.count(f"<p>{MARK}</p>") == 1
        if not guarded:
            app.wsgi_app = partial(without_policy, app.wsgi_app)  # type: ignore[method-assign]

    def raw(self, number: int) -> str:
        return self.empty.replace(f"<p>{MARK}</p>", VECTORS[number].encode("utf-8", "replace").decode(), 1)

    def alive(self, number: int) -> str:
        return self.raw(number).replace(" hx-ignore", "", 1)

    def keep(self, script: Script) -> dict[str, str]:
        """The addresses of the articles, all units put back, each with its vector."""
        with ThreadPoolExecutor(2) as readers:
            paths = readers.map(self._keep, script)
            return {f"{self.address}{path}": vector for path, (vector, _) in zip(paths, script, strict=True) if path}

    def _keep(self, row: tuple[str, Callable[[str], str]]) -> str:
        vector, place = row
        return kept(self.app, place(vector)) or kept(self.app, last(vector))


def without_policy(app: Callable[..., Any], environ: dict[str, Any], start: Callable[..., Any]) -> Any:
    """The app (WSGI) without its Content-Security-Policy."""

    def start_without(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
        return start(status, [one for one in headers if one[0].lower() != "content-security-policy"], *more)

    return app(environ, start_without)


@pytest.fixture(scope="module", params=[False, True], ids=["without-policy", "with-policy"])
def guarded(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(scope="module")
def house(guarded: bool, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    app = create_app(settings(tmp_path_factory.mktemp("data"), workers=2))
    opened = House(app, guarded)
    with serving(app) as opened.address:
        yield opened
    app.extensions["desk"].close()


@pytest.fixture(scope="module")
def scene(browser: Browser, guarded: bool, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """Without the policy foreign pictures fail; with it they load."""
    with stage(browser, CHROMIUM, tmp_path_factory.mktemp("papers"), pictures=guarded) as opened:
        yield opened


def deeds_of(scene: Stage, pages: dict[str, str], guarded: bool) -> dict[str, list[str]]:
    """What the vectors did, without those that did nothing."""
    done: dict[str, list[str]] = {}
    for tab, deeds in scene.visit(pages):
        assert tab.has_policy == guarded
        if deeds:
            done[pages[tab.address]] = deeds
    return done


def played(scene: Stage, house: House, script: Script, guarded: bool) -> int:
    """Show all articles of ``script``, which may do nothing, and none of which htmx may touch: how many were shown."""
    pages = house.keep(script)
    shown = 0
    for tab, deeds in scene.visit(pages):
        vector = pages[tab.address]
        assert deeds == [], vector
        assert tab.has_policy == guarded
        assert tab.told == {"alive": True, "powered": 0}, vector
        shown += 1
    assert shown == len(pages) > (1 - MOST_UNSHOWN) * len(script)
    return shown


def test_a_vector_in_the_text_does_nothing(
    scene: Stage, house: House, guarded: bool, counts: dict[str, int]
) -> None:
    told = "with the policy" if guarded else "without a policy"
    counts[f"vectors tried in Chromium {told}"] = played(scene, house, [(one, middle) for one in VECTORS], guarded)


def test_a_vector_made_for_its_place_does_nothing(
    scene: Stage, house: House, guarded: bool, counts: dict[str, int]
) -> None:
    script = [(vector, PLACES[place]) for place, vector in PLACED]
    told = "with the policy" if guarded else "without a policy"
    counts[f"vectors in their places tried in Chromium {told}"] = played(scene, house, script, guarded)


def test_a_vector_in_titles_captions_credits_and_units_put_back_does_nothing(
    scene: Stage, house: House, guarded: bool
) -> None:
    """A quarter of the vectors without the policy, and another with it."""
    played(scene, house, [(vector, everywhere) for vector in VECTORS[guarded::4]], guarded)


# What the browser does with the vectors themselves


def on_pages(house: House, kind: str, vectors: list[str]) -> dict[str, str]:
    return {f"{house.address}/{kind}/{VECTORS.index(vector)}": vector for vector in vectors}


def test_what_nobody_guards_runs_and_the_policy_stops_it(
    scene: Stage, house: House, guarded: bool, counts: dict[str, int]
) -> None:
    """Else the tests above would see nothing. With the policy, it stops them, and says so."""
    tried = VECTORS[::3]
    done = deeds_of(scene, on_pages(house, "raw", tried), guarded)
    ran = [vector for vector, deeds in done.items() if any(deed.startswith(("RAN", "DIALOG")) for deed in deeds)]
    told = [vector for vector, deeds in done.items() if any(deed.startswith("POLICY") for deed in deeds)]
    if guarded:
        counts["vectors that the policy alone reports (a third tried)"] = len(told)
        assert ran == []
        assert len(told) >= FEWEST_RAW * len(tried)
    else:
        counts["vectors that run when nothing guards (a third tried)"] = len(ran)
        assert told == []
        assert len(ran) >= FEWEST_RAW * len(tried)
        asked = [deed for deeds in done.values() for deed in deeds if deed.startswith("ASKED")]
        assert [deed for deed in asked if "https://b.example/" in deed and not deed.startswith("ASKED image")]


def test_only_hx_ignore_keeps_htmx_from_a_raw_vector(scene: Stage, house: House, guarded: bool) -> None:
    attributes = [vector for vector in VECTORS if re.match("<(p|div) .*hx-", vector, re.I)]
    asking = [
        [vector for vector, deeds in deeds_of(scene, on_pages(house, kind, attributes), guarded).items()
         if any(deed.startswith("ASKED fetch") for deed in deeds)]
        for kind in ("alive", "raw")
    ]  # fmt: skip
    assert len(asking[0]) >= 3
    assert asking[1] == []
