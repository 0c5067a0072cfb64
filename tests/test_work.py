"""The worker processes, with real ones: what they cost, what a bad page can do to them, and who outlives whom."""
from __future__ import annotations

import hashlib
import os
import resource
import signal
import statistics
import subprocess
import sys
import textwrap
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Listener
from pathlib import Path

import growth
import pytest

from reader import read_html
from reader.errors import Busy, NoArticle, ReaderError, TooComplex
from reader.settings import Settings
from reader.work import Limits, Pool
from reader.worker import read_page

Hiring = Callable[..., Pool]
SHORT_NAP = "__import__('time').sleep(0.01)"
SPIN = "[0 for _ in iter(int, 1)]"  # evaluated, it never ends
PAGE = (
    "<html><head><title>Bridge reopens</title></head><body><article><h1>Bridge reopens</h1>"
    + "<p>The bridge over the river reopened on Monday, two years after the flood; a baker crossed it first.</p>" * 8
    + "</article></body></html>"
)


@pytest.fixture
def hire() -> Iterator[Hiring]:
    """Makes pools that are closed afterwards: hire(workers=…, **limits)."""
    made: list[Pool] = []

    def make(workers: int = 2, **limits: float) -> Pool:
        made.append(Pool(Settings(workers=workers), Limits(**limits)))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for pool in made:
        pool.close()


def nap(seconds: float, ballast: int = 0) -> tuple[object, ...]:
    """A task that sleeps, with so many bytes of page to carry."""
    return eval, f"__import__('time').sleep({seconds})", {"page": b"x" * ballast}


def gone(pid: int, seconds: float = 5.0) -> bool:
    """Whether the process ends (or is a zombie) within that time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z":
                return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.02)
    return False


def test_the_article_is_the_same_and_read_elsewhere(hire: Hiring) -> None:
    pool = hire()
    assert pool.read_html(PAGE, "https://paper.example/bridge") == read_html(PAGE, "https://paper.example/bridge")
    assert pool.run(os.getpid) != os.getpid()


def test_bytes_are_decoded_by_their_content_type(hire: Hiring) -> None:
    page = PAGE.replace("a baker", "пекарь Иван").encode("koi8-r")
    article = hire().read_html(page, "https://paper.example/bridge", "text/html; charset=koi8-r")
    assert "пекарь Иван" in article.text


def test_plain_text_is_read_too(hire: Hiring) -> None:
    text = "Bridge reopens\n\n" + "The bridge over the river, la liaison préférée, is open again.\n\n" * 5
    article = hire().read_text(text.encode("cp1252"), "", "text/plain; charset=windows-1252")
    assert "liaison préférée" in article.text


def test_crossing_over_costs_five_milliseconds_at_most(hire: Hiring) -> None:
    pool = hire()
    here, there = [], []
    for _ in range(60):
        here.append(_timed(lambda: read_html(PAGE, "https://paper.example/")))
        there.append(_timed(lambda: pool.read_html(PAGE, "https://paper.example/")))
    assert statistics.median(there) - statistics.median(here) <= 0.005


def _timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def test_errors_come_back_whole(hire: Hiring) -> None:
    with pytest.raises(NoArticle) as caught:
        hire().run(_refuse)
    assert (caught.value.sentence, caught.value.hint) == ("This is a list of pages.", "Pick one of them.")


def _refuse() -> None:
    raise NoArticle("This is a list of pages.", "Pick one of them.")


def test_a_bug_costs_one_page_and_its_words_are_not_logged(hire: Hiring, capfd: pytest.CaptureFixture[str]) -> None:
    pool = hire(workers=1)
    before = pool.run(os.getpid)
    with pytest.raises(ReaderError) as caught:
        pool.run(int, "the secret words of a page")
    assert caught.value.status == 500
    assert pool.run(os.getpid) == before
    logged = capfd.readouterr().err
    assert "ValueError" in logged
    assert "secret" not in logged


@pytest.mark.parametrize(
    "task", [(eval, SPIN), (hashlib.pbkdf2_hmac, "sha256", b"", b"", 10**9)], ids=["in Python", "inside one C call"]
)
def test_too_much_cpu_costs_that_one_page(hire: Hiring, task: tuple[object, ...]) -> None:
    pool = hire(workers=1, cpu_seconds=0.4)
    before, start = pool.run(os.getpid), time.monotonic()
    with pytest.raises(TooComplex):
        pool.run(*task)
    assert time.monotonic() - start < 3
    assert pool.run(os.getpid) != before
    assert gone(before)


def test_cpu_is_counted_for_each_page_anew(hire: Hiring) -> None:
    pool = hire(workers=1, cpu_seconds=0.4, patience_seconds=5)
    pids = {pool.run(_burn, 0.15) for _ in range(5)}
    assert len(pids) == 1


def _burn(seconds: float) -> int:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return os.getpid()


def test_waiting_is_limited_too(hire: Hiring) -> None:
    pool = hire(workers=1, wall_seconds=0.5)
    before = pool.run(os.getpid)
    with pytest.raises(TooComplex):
        pool.run(*nap(30))
    assert gone(before)


def test_too_much_memory_costs_that_one_page(hire: Hiring) -> None:
    pool = hire()
    assert pool.run(eval, "len(bytearray(400 * 2**20))") == 400 * 2**20
    with pytest.raises(TooComplex):
        pool.run(eval, "len(bytearray(513 * 2**20))")


def test_a_large_page_leaves_a_fresh_worker_below_200_megabytes(hire: Hiring) -> None:
    """Two megabytes, of which an article with pictures is a part and a script's state most; imports included."""
    state = "<script>window.state = [" + "{'a': 1, 'b': 'the quick brown fox'}, " * 48_000 + "]</script>"
    markup = growth.page("figures", 150_000, 1).replace("<body>", f"<body>{state}")
    assert 1_900_000 < len(markup) < 2_100_000
    pool = hire(cpu_seconds=60, wall_seconds=120, patience_seconds=60, large_bytes=10_000_000)
    assert 30 * 2**20 < pool.run(_peak, "") < pool.run(_peak, markup) < 200 * 2**20


def _peak(markup: str) -> int:
    """The most bytes of memory that this process has had, after reading the page."""
    if markup:
        assert len(read_page(markup, growth.URL, "").text) > 75_000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT], ids=lambda number: number.name)
def test_a_worker_that_dies_costs_one_request_and_is_replaced(hire: Hiring, number: signal.Signals) -> None:
    pool = hire(workers=1)
    before = pool.run(os.getpid)
    with pytest.raises(Busy) as caught:
        pool.run(eval, f"__import__('os').kill({before}, {int(number)})")
    assert caught.value.status == 503
    assert pool.run(os.getpid) != before


def test_a_worker_that_dies_idle_costs_nobody_anything(hire: Hiring) -> None:
    pool = hire(workers=1)
    before = pool.run(os.getpid)
    os.kill(before, signal.SIGKILL)
    assert gone(before)
    assert pool.run(os.getpid) != before


def test_a_dead_nursery_is_replaced(hire: Hiring) -> None:
    pool = hire(workers=1)
    worker, nursery = pool.run(os.getpid), pool.run(os.getppid)
    os.kill(nursery, signal.SIGKILL)
    assert gone(nursery)
    assert gone(worker)
    assert pool.run(os.getppid) != nursery


NO_ROOM = """
    import os, resource
    from multiprocessing import Pipe
    from multiprocessing.reduction import send_handle
    from reader.worker import nurse

    if os.getuid() == 0:
        os.setgroups([]); os.setgid(65534); os.setuid(65534)  # root has no limit of processes
    control, theirs = Pipe()
    if (nursery := os.fork()) == 0:
        control.close()
        nurse(theirs.fileno(), 3.0, 2**29)
        os._exit(0)
    for room in (0, 1000):
        resource.prlimit(nursery, resource.RLIMIT_NPROC, (room, 1000))
        line, other = Pipe()
        send_handle(control, other.fileno(), nursery)
        other.close()
        try:
            print(line.recv() > 0)
        except EOFError:
            print("cut")
"""


def test_the_nursery_goes_on_when_there_is_no_room_for_another_process() -> None:
    script = textwrap.dedent(NO_ROOM)
    done = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, check=True, timeout=30)
    assert done.stdout.splitlines() == ["cut", "True"]


def test_a_nursery_that_cannot_start_is_a_clear_503(hire: Hiring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    pool = hire()
    with pytest.raises(Busy):
        pool.run(os.getpid)
    monkeypatch.undo()
    assert pool.run(os.getpid)


class Held:
    """A task that ends when it is told to, and so for certain goes on beside whatever is done before: no clock says."""

    def __init__(self, folder: Path, ballast: int = 0) -> None:
        self._begun, self._end = folder / "begun", folder / "end"
        code = f"begun.touch() or [None for _ in iter(end.exists, True) if {SHORT_NAP}] or __import__('os').nice(0)"
        self.task = eval, code, {"begun": self._begun, "end": self._end, "page": b"x" * ballast}

    def wait(self) -> None:
        """Until it has begun."""
        while not self._begun.exists():
            time.sleep(0.01)

    def release(self) -> None:
        self._end.touch()


def test_large_pages_have_a_lane_of_their_own(hire: Hiring, tmp_path: Path) -> None:
    pool = hire(workers=1, patience_seconds=30)
    resident = pool.run(os.getpid)
    held = Held(tmp_path, ballast=1_500_000)
    with ThreadPoolExecutor(2) as threads:
        large = [threads.submit(pool.run, *held.task) for _ in range(2)]
        held.wait()
        assert pool.run(os.getpid) == resident
        assert not any(one.done() for one in large)
        held.release()
        assert [one.result() for one in large] == [os.nice(0) + 10] * 2
    assert pool.run(os.getpid) == resident


def test_a_small_page_that_takes_long_steps_aside(hire: Hiring, tmp_path: Path) -> None:
    pool = hire(workers=1, patience_seconds=0.1)
    held = Held(tmp_path)
    with ThreadPoolExecutor(1) as threads:
        slow = threads.submit(pool.run, *held.task)
        held.wait()
        pool.run(os.getpid)  # there is but one worker for both
        assert not slow.done()
        held.release()
        assert slow.result() == os.nice(0) + 10
    assert pool.run(os.nice, 0) == os.nice(0)


def test_ordinary_pages_go_on_beside_pages_that_burn(hire: Hiring) -> None:
    pool = hire(workers=2, cpu_seconds=1.5)
    idle = sorted(_timed(lambda: pool.read_html(PAGE, "https://paper.example/")) for _ in range(40))
    with ThreadPoolExecutor(4) as threads:
        burning = [threads.submit(pool.run, eval, SPIN) for _ in range(4)]
        time.sleep(1.0)
        beside = sorted(_timed(lambda: pool.read_html(PAGE, "https://paper.example/")) for _ in range(40))
    assert beside[-1] <= max(3 * idle[-1], 0.5)
    assert all(isinstance(one.exception(), TooComplex) for one in burning)


def test_too_many_waiting_are_turned_away(hire: Hiring) -> None:
    pool = hire(workers=1, queue=1, aside=0)
    with ThreadPoolExecutor(2) as threads:
        taken = [threads.submit(pool.run, *nap(0.8)) for _ in range(2)]
        time.sleep(0.3)
        start = time.monotonic()
        with pytest.raises(Busy):
            pool.run(os.getpid)
        assert time.monotonic() - start < 0.2
        assert [one.result() for one in taken] == [None, None]
    assert pool.run(os.getpid)


def test_waiting_for_a_place_has_an_end(hire: Hiring) -> None:
    pool = hire(workers=1, aside=0, queue_seconds=0.2)
    with ThreadPoolExecutor(1) as threads:
        taken = threads.submit(pool.run, *nap(0.8))
        time.sleep(0.2)
        with pytest.raises(Busy):
            pool.run(os.getpid)
        assert taken.result() is None


def test_workers_are_replaced_after_so_many_pages(hire: Hiring) -> None:
    pool = hire(workers=1, pages=3)
    pids = [pool.run(os.getpid) for _ in range(7)]
    assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [3, 3, 1]
    assert gone(pids[0])


def test_many_threads_each_get_their_own_answer(hire: Hiring) -> None:
    pool = hire(workers=2)
    questions = [f"{number}: " + "x" * (number * 37 % 5000) for number in range(300)]
    with ThreadPoolExecutor(12) as threads:
        assert list(threads.map(lambda text: pool.run(str.upper, text), questions)) == [q.upper() for q in questions]


def test_a_forked_server_process_hires_its_own(hire: Hiring) -> None:
    pool = hire(workers=1)
    before = pool.run(os.getpid)
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        os.write(writing, str(pool.run(os.getpid)).encode())
        pool.close()
        os._exit(0)
    os.close(writing)
    with open(reading) as answer:
        theirs = int(answer.read())
    os.waitpid(child, 0)
    assert theirs != before
    assert pool.run(os.getpid) == before


def test_closed_is_closed(hire: Hiring) -> None:
    pool = hire()
    worker, nursery = pool.run(os.getpid), pool.run(os.getppid)
    with ThreadPoolExecutor(1) as threads:
        reading = threads.submit(pool.run, *nap(5))
        time.sleep(0.2)
        pool.close()
        assert isinstance(reading.exception(), Busy)
    assert gone(worker)
    assert gone(nursery)
    with pytest.raises(Busy):
        pool.run(os.getpid)


SERVER = """
    import os, sys, threading, time
    from reader.settings import Settings
    from reader.work import Pool

    if __name__ == "__main__":
        pool = Pool(Settings(workers=1))
        print(pool.run(os.getpid), pool.run(os.getppid), flush=True)
        try:
            pool.run(eval, sys.argv[1])
        except KeyboardInterrupt:
            sys.exit(130)
"""


def serve(tmp_path: Path, busy_with: str) -> tuple[subprocess.Popen[str], int, int]:
    """A server process, its worker and its nursery."""
    script = tmp_path / "server.py"
    script.write_text(textwrap.dedent(SERVER))
    server = subprocess.Popen(
        [sys.executable, str(script), busy_with],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )
    assert server.stdout is not None
    worker, nursery = map(int, server.stdout.readline().split())
    return server, worker, nursery


@pytest.mark.parametrize("busy_with", [SPIN, "__import__('time').sleep(60)"], ids=["computing", "sleeping"])
def test_workers_die_with_their_server(tmp_path: Path, busy_with: str) -> None:
    server, worker, nursery = serve(tmp_path, busy_with)
    time.sleep(0.2)
    server.kill()
    assert gone(nursery, 1.0)
    assert gone(worker, 1.0)
    server.communicate()


def test_ctrl_c_prints_no_tracebacks(tmp_path: Path) -> None:
    server, worker, nursery = serve(tmp_path, "__import__('time').sleep(60)")
    time.sleep(0.2)
    os.killpg(server.pid, signal.SIGINT)
    _, errors = server.communicate(timeout=10)
    assert (server.returncode, errors) == (130, "")
    assert gone(worker)
    assert gone(nursery)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda number: number.name)
def test_a_signal_to_all_of_us_lets_workers_finish(hire: Hiring, number: signal.Signals) -> None:
    pool = hire(workers=1, patience_seconds=30)
    worker, nursery = pool.run(os.getpid), pool.run(os.getppid)
    with ThreadPoolExecutor(1) as threads:
        reading = threads.submit(pool.run, eval, "__import__('time').sleep(0.5) or 'finished'")
        time.sleep(0.2)
        os.kill(worker, number)
        os.kill(nursery, number)
        assert reading.result() == "finished"


APP = """
    import os
    from reader.settings import Settings
    from reader.work import Pool

    pool = Pool(Settings(workers=1))

    def app(environ, start_response):
        answer = pool.run(eval, "__import__('time').sleep(0.7) or str(__import__('os').getpid())")
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [answer.encode()]
"""


def free_port() -> int:
    with Listener(("127.0.0.1", 0)) as listener:
        return int(listener.address[1])  # type: ignore[index]


def test_under_gunicorn_sigterm_drains(tmp_path: Path) -> None:
    (tmp_path / "served.py").write_text(textwrap.dedent(APP))
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread",
         "--threads", "4", "--no-control-socket", "served:app"],
        cwd=tmp_path, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        pid = int(_get(port))
        answers: list[bytes] = []
        reading = threading.Thread(target=lambda: answers.append(_get(port)))
        reading.start()
        time.sleep(0.3)
        server.terminate()
        reading.join(10)
        assert len(answers) == 1
        assert server.wait(10) == 0
        assert gone(pid)
        assert gone(int(answers[0]))
    finally:
        server.kill()
        _, errors = server.communicate()
    assert "Traceback" not in errors


def _get(port: int) -> bytes:
    end = time.monotonic() + 15
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as reply:
                return bytes(reply.read())
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
