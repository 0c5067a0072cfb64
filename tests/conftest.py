"""What all rooms' tests share: a real Chromium and a real epubcheck, or a clear word that there is none."""
from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from books import epubcheck
from flask import Flask
from live import Make, settings
from playwright.sync_api import Browser, Playwright, sync_playwright

from reader.web import create_app

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
# Its sandbox does not start for root, and the pages are our own. Names under .test lead to loopback servers.
RESOLVING = ["--no-sandbox", "--host-resolver-rules=MAP *.test 127.0.0.1"]
MISSING = {"browser": not CHROMIUM, "epubcheck": not epubcheck()}
TOOLS = {"browser": "Chromium (get it: apt-get install chromium)",
         "epubcheck": "epubcheck (get it: apt-get install epubcheck default-jre-headless)"}
NOT_RUN = pytest.StashKey[dict[str, int]]()
UNDER_CI = os.environ.get("CI", "").lower() not in ("", "0", "false")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without a tool, leave out the tests that run it; never without saying so."""
    config.stash[NOT_RUN] = {}
    for marker in (marker for marker, is_missing in MISSING.items() if is_missing):
        driving = [item for item in items if item.get_closest_marker(marker)]
        if driving:
            config.hook.pytest_deselected(items=driving)
            items[:] = [item for item in items if item not in driving]
            config.stash[NOT_RUN][marker] = len(driving)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Under CI, what was not run is a failure."""
    if UNDER_CI and session.config.stash.get(NOT_RUN, {}):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """The very last lines."""
    verdict = " Under CI this is a failure." if UNDER_CI else ""
    for marker, left_out in config.stash.get(NOT_RUN, {}).items():
        print(f"NOT RUN: {left_out} {marker} tests, for lack of {TOOLS[marker]}.{verdict}")


@pytest.fixture(scope="session")
def playwright_driver() -> Iterator[Playwright]:
    """What starts browsers."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright_driver: Playwright) -> Iterator[Browser]:
    """One Chromium for all tests; each makes a context of its own."""
    chromium = playwright_driver.chromium.launch(executable_path=CHROMIUM, args=RESOLVING)
    yield chromium
    chromium.close()


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """Makes apps with the settings that are given, and closes them."""
    made: list[Flask] = []

    def make_one(**changes: object) -> Flask:
        made.append(create_app(settings(tmp_path / "data", **changes)))
        return made[-1]

    yield make_one
    for app in made:
        for name in {"desk", "gallery"} & set(app.extensions):
            app.extensions[name].close()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder whose parents anybody may enter, unlike those of ``tmp_path``."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    (folder / "data").chmod(0o700)
    shutil.rmtree(folder)


COUNTS = pytest.StashKey[dict[str, int]]()


@pytest.fixture(scope="session")
def counts(pytestconfig: pytest.Config) -> dict[str, int]:
    """How much was tried, by name: said at the end of the run."""
    return pytestconfig.stash.setdefault(COUNTS, {})


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """What was counted, so that a check that shrank is seen."""
    for name, count in sorted(config.stash.get(COUNTS, {}).items()):
        terminalreporter.write_line(f"{name}: {count}")
