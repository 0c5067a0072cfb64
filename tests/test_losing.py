"""Nothing that was answered is lost, and what cannot be kept is said: the app killed, full, locked, sent home."""
from __future__ import annotations

import contextlib
import html
import http.client
import os
import re
import resource
import signal
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import pytest
from live import below, children, gunicorn, site, started
from samples import PARAGRAPHS
from test_store import run
from test_web import OURS

pytestmark = pytest.mark.security

KILLED_AFTER = (1, 30, 90)
"""Answers to a burst of pastes, before the kill."""


class Answer(NamedTuple):
    """What came back, whole."""

    status: int
    text: str
    location: str


def ask(host: str, path: str, **form: str) -> Answer:
    """A request to a running server, a POST if there is a ``form``. Raises OSError or HTTPException when none comes."""
    connection = http.client.HTTPConnection(host, timeout=30)
    with contextlib.closing(connection):
        if form:
            headers = {**OURS, "Content-Type": "application/x-www-form-urlencoded"}
            connection.request("POST", path, urlencode(form), headers)
        else:
            connection.request("GET", path)
        reply = connection.getresponse()
        text = reply.read().decode()
        return Answer(reply.status, text, reply.headers.get("Location", ""))


def paste(host: str, word: str, more: str = "") -> Answer:
    """Pastes an article that nobody else pastes."""
    return ask(host, "/read", source="\n\n".join([f"The {word} bridge", *PARAGRAPHS, f"It was called {word}. {more}"]))


def all_there(folder: Path, pasted: dict[str, str]) -> None:
    """Every article of ``pasted`` (addresses by word) is shown by a new server, out of a database that opens clean."""
    with sqlite3.connect(folder / "unfeed.sqlite3") as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("SELECT id FROM articles EXCEPT SELECT id FROM bodies").fetchall() == []
    with gunicorn(folder, 4) as host:
        for word, address in pasted.items():
            shown = ask(host, address)
            assert shown.status == 200
            assert f"It was called {word}." in shown.text


def gone(pids: list[int], seconds: float = 5.0) -> bool:
    end = time.monotonic() + seconds
    while any(_runs(pid) for pid in pids):
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.parametrize("answered", KILLED_AFTER)
def test_kill_9_in_a_burst_of_pastes_loses_none_that_was_answered(
    tmp_path: Path, counts: dict[str, int], answered: int
) -> None:
    host, server = started(tmp_path, 8, UNFEED_WORKERS="2")
    pasted: dict[str, str] = {}
    burst = [threading.Thread(target=_paste_on, args=(host, f"{name}", pasted)) for name in "abcd"]
    for one in burst:
        one.start()
    _wait(lambda: len(pasted) >= answered)
    family = [server.pid, *below(server.pid)]
    os.killpg(server.pid, signal.SIGKILL)
    for one in burst:
        one.join()
    server.wait()
    assert len(family) >= 4  # master, server, nursery, a worker or two
    assert gone(family)
    all_there(tmp_path, pasted)
    counts["pastes answered before kill -9"] = counts.get("pastes answered before kill -9", 0) + len(pasted)


def _paste_on(host: str, name: str, pasted: dict[str, str]) -> None:
    """Paste one article after the other until nobody answers."""
    number = 0
    with contextlib.suppress(OSError, http.client.HTTPException):
        while True:
            number += 1
            answer = paste(host, f"{name}{number}")
            assert answer.status == 303
            pasted[f"{name}{number}"] = answer.location


def _wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


@contextlib.contextmanager
def full(server: subprocess.Popen[bytes], folder: Path) -> Iterator[None]:
    """The server's files cannot grow any more, as on a full disk."""
    (worker,) = children(server.pid)
    size = max(path.stat().st_size for path in folder.iterdir())
    was = resource.prlimit(worker, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    yield
    resource.prlimit(worker, resource.RLIMIT_FSIZE, was)


def test_a_full_disk_is_a_503_that_gives_back_what_was_pasted(tmp_path: Path) -> None:
    host, server = started(tmp_path, 4)
    with _ending(server):
        pasted = {"before": paste(host, "before").location}
        bulk = " ".join(map(str, range(60_000)))
        with full(server, tmp_path):
            refused = paste(host, "meanwhile", bulk)
            assert refused.status == 503
            assert "Nothing was kept." in refused.text
            assert "It was called meanwhile." in _typed(refused)
            assert ask(host, pasted["before"]).status == 200
        pasted["after"] = paste(host, "after", bulk).location
    all_there(tmp_path, pasted)


READ_ONLY = """
    import os
    from live import settings
    from test_losing import Answer, _typed
    from test_web import OURS
    from reader.web import create_app
    folder, text = sys.argv[2:]
    app = create_app(settings(folder))
    def paste(source):
        return app.test_client().post("/read", data={"source": source}, headers=OURS)
    first, _ = paste(text), paste("")  # all is imported, the workers are there, the templates compiled
    app.extensions["desk"]._store = Store(settings(folder + "/read-only"))
    os.chmod(folder + "/read-only", 0o555)
    if os.getuid() == 0:
        os.setgroups([]); os.setgid(65534); os.setuid(65534)  # for root nothing is read-only
    answer = paste(text)
    typed = _typed(Answer(answer.status_code, answer.text, ""))
    print(first.status_code, answer.status_code, "Nothing was kept." in answer.text, text in typed, flush=True)
    os._exit(0)  # the workers are no longer ours to end; they go by themselves
"""


def test_a_read_only_disk_is_a_503_that_gives_back_what_was_pasted(open_folder: Path) -> None:
    data = open_folder / "data"
    (data / "read-only").mkdir(parents=True)
    told, _ = run(READ_ONLY, data, " ".join(PARAGRAPHS)).communicate(timeout=60)
    assert told == "303 503 True True\n"
    assert list((data / "read-only").iterdir()) == []


def test_a_locked_database_is_a_503_until_it_is_free(tmp_path: Path) -> None:
    host, server = started(tmp_path, 4)
    with _ending(server):
        pasted = {"before": paste(host, "before").location}
        with contextlib.closing(sqlite3.connect(tmp_path / "unfeed.sqlite3")) as other:
            other.execute("BEGIN EXCLUSIVE")
            refused = paste(host, "meanwhile")
            assert refused.status == 503
            assert "locked by another program" in html.unescape(refused.text)
            assert "It was called meanwhile." in _typed(refused)
            assert ask(host, "/").status == 200
            assert ask(host, pasted["before"]).status == 200
        pasted["after"] = paste(host, "after").location
    all_there(tmp_path, pasted)


def _typed(answer: Answer) -> str:
    found = re.search(r"<textarea[^>]*>(.*?)</textarea>", answer.text, re.DOTALL)
    return html.unescape(found[1]) if found else ""


@contextlib.contextmanager
def _ending(server: subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        yield
    finally:
        server.terminate()
        assert server.wait(20) == 0


@pytest.mark.parametrize("everybody", [False, True], ids=["the server", "all its processes"])
def test_sigterm_lets_everybody_have_their_answer(tmp_path: Path, everybody: bool) -> None:
    """A process manager sends it to the server, some to every process of it."""
    host, server = started(tmp_path, 8)
    with site() as (address, _), ThreadPoolExecutor(8) as people:
        pasted = {"before": paste(host, "before").location}
        waiting = [people.submit(ask, host, "/read", source=f"{address}/slow?s=1.5&n={number}") for number in range(3)]
        pasting = {f"p{number}": people.submit(paste, host, f"p{number}") for number in range(3)}
        time.sleep(0.5)
        family = [server.pid, *below(server.pid)]
        for pid in family if everybody else [server.pid]:
            os.kill(pid, signal.SIGTERM)
        assert [answer.result().status for answer in waiting] == [303] * 3
        pasted |= {word: answer.result().location for word, answer in pasting.items()}
    assert server.wait(20) == 0
    assert gone(family)
    with pytest.raises(ConnectionRefusedError):
        ask(host, "/")
    all_there(tmp_path, pasted)
