"""Exhaustion: what is made to stall the server costs the sender an answer in words, and nobody else anything."""
from __future__ import annotations

import contextlib
import functools
import json
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bombs
import growth
import pytest
from baits import baits, patterns
from live import below, site, started

from reader import read_html
from reader.capture import captured
from reader.errors import ReaderError
from reader.export import FORMATS
from reader.export.creditsheet import sheet
from reader.totext import text_of
from reader.web.view import MEASURED, minutes

pytestmark = pytest.mark.security

READER = Path(__file__).parents[1] / "reader"
BAIT, SECONDS, HOPELESS = 1000, 0.25, 5.0
"""Characters of bait, and what a pattern may take for it: squares stay below a fifth of that, cubes are above."""
CLIENTS, IDLE, PAUSE = 2, 10.0, 0.02
"""People who read ordinary articles, the seconds in which they do so undisturbed, and between two articles."""
ORDINARY = growth.page("figures", 40_000, 1)
STATUSES = {200, 400, 403, 413, 415, 422, 502, 503, 504}
"""What a bomb may be answered with: an article, or why there is none."""
MOST_SECONDS, MOST_MEMORY = 240, 900_000_000
"""For the whole set (165 on two cores that have nothing else to do), and for any process of the
server in bytes: a worker may have 512 MB above its imports."""
DEEP = 2000
USE = r"\b{}\.(search|match|fullmatch|sub|split|finditer|findall)\b"


@functools.cache
def _sources() -> str:
    return "\n".join(path.read_text() for path in sorted(READER.rglob("*.py")))


def _uses(where: str) -> set[str]:
    """How the reader asks a pattern; one in a table is matched."""
    used = re.findall(USE.format(where.rpartition(".")[2]), _sources_of(where)) or ["match"]
    return {name if name in ("match", "fullmatch") else "search" for name in used}


def _sources_of(where: str) -> str:
    room, _, name = where.removeprefix("reader.").rpartition(".")
    own = (READER / f"{room.replace('.', '/')}.py")
    text = own.read_text() if own.exists() else ""
    return text if re.search(USE.format(name), text) else _sources()


def test_no_pattern_takes_long_on_its_bait(counts: dict[str, int]) -> None:
    found = patterns()
    assert len(found) > 300
    counts["patterns baited"], counts["baits tried"] = len(found), 0
    slow = []
    for pattern, where in found.items():
        for bait in baits(pattern, BAIT):
            text: Any = bait.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else bait
            counts["baits tried"] += 1
            asked = [functools.partial(getattr(pattern, use), text) for use in _uses(where)]
            slow += [where for ask in asked if _cpu(ask) > SECONDS]
    assert not slow


def _cpu(call: Callable[[], object]) -> float:
    """Seconds; ``HOPELESS`` for what takes longer, and might take days."""
    def give_up(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, HOPELESS)
    start = time.process_time()
    with contextlib.suppress(TimeoutError):
        call()
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - start


@pytest.mark.parametrize("tag", bombs.NESTED)
def test_no_station_walks_by_recursion(tag: str) -> None:
    """What is nested as no page is comes out whole, in every format, on Python's usual stack."""
    for page in (f"<{tag}><p>one two</p>" * DEEP, f"<{tag}>" * DEEP + "deep"):
        with contextlib.suppress(ReaderError):  # from there on all may be a drawing or a script
            article = read_html(bombs.story(page), growth.URL)
            assert all(one.write(article, captured(b""), {}) for one in FORMATS.values())
            sheet(article, [unit.id for unit in article.removed])
            assert all(unit.html for unit in article.removed)


def test_numbers_before_a_caption_are_read_one_after_the_other() -> None:
    caption = "[1/3] " * 3000 + "A harbour at dawn, seen from the old quay."
    figure = f"<figure><img src=/a.jpg><figcaption>{caption}</figcaption></figure>"
    assert read_html(bombs.story(figure), growth.URL).figures


def test_a_hundred_thousand_readings_of_a_sign_are_written_at_once() -> None:
    assert _cpu(lambda: text_of("<p>" + "<rt></rt>" * 100_000 + "</p>")) < 3


def test_the_minutes_of_a_huge_article_are_told_at_once() -> None:
    huge = "<blockquote>" * 100 + "<p>" + "word<br>" * 1_000_000
    assert _cpu(lambda: minutes(huge)) < 0.5
    assert minutes("<p>word</p> " * (MEASURED // 4)) == pytest.approx(MEASURED / 4 / 238, rel=0.02)


class Ordinary:
    """People who read ordinary articles, pasted and fetched, one after the other."""

    def __init__(self, host: str, link: str, go_on: Callable[[], bool]) -> None:
        self.replies: list[dict[str, Any]] = []
        self._host, self._link, self._go_on = host, link, go_on

    def run(self) -> Ordinary:
        """Until nobody wants them to go on."""
        threads = [threading.Thread(target=self._read) for _ in range(CLIENTS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return self

    def _read(self) -> None:
        while self._go_on():
            for source, url in ((ORDINARY, growth.URL), (self._link, "")):
                self.replies.append(bombs.send(self._host, source, url))
                time.sleep(PAUSE)

    @property
    def lost(self) -> list[dict[str, Any]]:
        """What was not answered with an article."""
        return [reply for reply in self.replies if reply["status"] != 200 or not reply["article"]]

    @property
    def p99(self) -> float:
        """Seconds in which all but one in a hundred were answered."""
        return float(sorted(reply["seconds"] for reply in self.replies)[int(len(self.replies) * 0.99)])


class Scales:
    """The most memory that any process of a server was ever seen to have, in bytes."""

    def __init__(self, pid: int) -> None:
        self._pid, self.most = pid, 0

    def look(self) -> bool:
        """Weigh all that run now; always True."""
        for pid in (self._pid, *below(self._pid)):
            with contextlib.suppress(OSError):  # it ended meanwhile
                pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
                self.most = max(self.most, pages * 4096)
        return True


def _is_answered(told: dict[str, Any]) -> bool:
    """An article, or a sentence with a status of its own."""
    said = told["article"] if told["status"] == 200 else len(told["sentence"]) > 15
    return told["status"] in STATUSES and bool(said)


def test_bombs_cost_ordinary_articles_nothing(tmp_path: Path, counts: dict[str, int]) -> None:
    host, server = started(tmp_path, 48, UNFEED_WORKERS="2")
    with site() as (address, _):
        link, scales = f"{address}/story", Scales(server.pid)
        for _ in range(5):
            bombs.send(host, ORDINARY, growth.URL)
        begin = time.monotonic()
        idle = Ordinary(host, link, lambda: time.monotonic() < begin + IDLE).run()
        begin = time.monotonic()
        with (tmp_path / "told").open("w") as told, subprocess.Popen(
            [sys.executable, bombs.__file__, host], stdout=told
        ) as thrower:
            beside = Ordinary(host, link, lambda: scales.look() and thrower.poll() is None).run()
        took = time.monotonic() - begin
        after = bombs.send(host, ORDINARY, growth.URL)
    server.terminate()
    assert server.wait(20) == 0
    answers = [json.loads(line) for line in (tmp_path / "told").read_text().splitlines()]
    failed = [one for one in answers if not _is_answered(one)]
    counts |= {"bombs tried": len(answers), "bombs survived": len(answers) - len(failed)}
    counts |= {"requests beside bombs": len(beside.replies), "requests lost": len(beside.lost)}
    counts |= {"p99 idle, ms": int(idle.p99 * 1000), "p99 beside bombs, ms": int(beside.p99 * 1000)}
    counts |= {"bombs took, s": int(took), "most memory of a process, MB": scales.most // 10**6}
    assert not failed
    assert len({one["name"] for one in answers}) == len(bombs.bombs()) >= 200
    assert not idle.lost
    assert not beside.lost
    assert beside.p99 <= max(3 * idle.p99, 0.5)
    assert after["article"]
    assert scales.most < MOST_MEMORY
    assert took < MOST_SECONDS
