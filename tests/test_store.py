"""The store, on real SQLite files: what comes back, and what happens when the disk, a lock or a kill interferes."""
from __future__ import annotations

import dataclasses
import json
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.article import Article, Figure, Removal
from reader.errors import NotFound, StoreFailed
from reader.rules import BUILT_IN
from reader.settings import Settings
from reader.store import Received, Store, database
from reader.store.serial import pack, unpack

LINK = "https://paper.example/bridge"
ARTICLE = Article(
    title="Bridge reopens", deck="After two years 橋 \ud83d", byline="Ada Example",
    published="2026-11-02T08:00:00+00:00", updated="", site="The Paper", canonical=LINK, lang="en", dir="ltr", lead="https://paper.example/bridge.jpg",
    marked_html='<p>The bridge is open.</p><div data-r-place="0123456789ab"></div>',
    figures=(Figure("https://paper.example/bridge.jpg", "A bridge", "The bridge on Monday", "Jo Example"),),
    removed=(
        Removal("0123456789ab", "related-inline", "label", "It says so.", "Read more",
                (("Floods", "https://paper.example/floods"), ("Untitled", "")), "Read more: Floods", "inside",
                "<p>raw</p>"),
    ),
    furniture=3, coverage=0.97,
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(Settings(data_dir=str(tmp_path / "data")), patience=0.2)
    yield made
    made.close()


def file_of(tmp_path: Path) -> Path:
    return tmp_path / "data" / "unfeed.sqlite3"


def fetched(url: str = LINK, *further: str, minutes_ago: float = 0) -> Received:
    at = datetime.now(UTC) - timedelta(minutes=minutes_ago)
    return Received("fetched", b"<p>The bridge is open.</p>", url, (url, *further), "text/html; charset=utf-8", at)


def test_what_is_kept_comes_back_whole(store: Store) -> None:
    received = fetched("http://paper.example/b", LINK)
    kept = store.get(store.keep(received, ARTICLE))
    assert kept.article == ARTICLE
    assert kept.article.removed[0].raw == "<p>raw</p>"
    assert kept.article.html_with(["0123456789ab"]) == ARTICLE.html_with(["0123456789ab"])
    assert (kept.kind, kept.url, kept.final, kept.chain) == ("fetched", "http://paper.example/b", LINK, received.chain)
    assert (kept.content_type, kept.at) == (received.content_type, received.at)
    assert kept.expires - kept.at == timedelta(days=30)
    assert store.body(kept.id) == received.body


def test_bytes_are_kept_compressed(store: Store, tmp_path: Path) -> None:
    body = b"<p>The bridge is open.</p>" * 40_000
    name = store.keep(Received("pasted-html", body), ARTICLE)
    assert store.body(name) == body
    store.close()
    assert file_of(tmp_path).stat().st_size < 200_000


def test_it_outlives_the_process(store: Store, tmp_path: Path) -> None:
    name = store.keep(fetched(), ARTICLE)
    store.close()
    assert Store(Settings(data_dir=str(tmp_path / "data"))).get(name).article == ARTICLE


def test_ids_are_long_and_never_twice(store: Store) -> None:
    names = {store.keep(fetched(), ARTICLE) for _ in range(20)}
    assert len(names) == 20
    assert all(len(name) == 22 for name in names)


def test_what_is_not_there_is_not_found(store: Store) -> None:
    for ask in (store.get, store.body, store.delete):
        with pytest.raises(NotFound):
            ask("nothing-of-that-name")


def test_fresh_is_the_newest_fetch_of_that_address(store: Store) -> None:
    store.keep(fetched(minutes_ago=50), ARTICLE)
    newest = store.keep(fetched(minutes_ago=5), ARTICLE)
    store.keep(fetched(minutes_ago=20), ARTICLE)
    store.keep(fetched("https://paper.example/other"), ARTICLE)
    assert store.fresh(LINK, 60).id == newest
    with pytest.raises(NotFound):
        store.fresh(LINK, 5)


def test_fresh_knows_the_asked_and_the_final_address(store: Store) -> None:
    name = store.keep(fetched("http://short.example/x", "https://between.example/", LINK + "#top"), ARTICLE)
    assert store.fresh("http://short.example/x", 60).id == name
    assert store.fresh(LINK, 60).id == name
    assert store.fresh(LINK + "#comments", 60).id == name
    with pytest.raises(NotFound):
        store.fresh("https://between.example/", 60)


def test_a_pasted_page_is_never_fresh(store: Store) -> None:
    store.keep(Received("pasted-html", b"<p>secret</p>", LINK), ARTICLE)
    store.keep(Received("pasted-text", b"secret", LINK), ARTICLE)
    with pytest.raises(NotFound):
        store.fresh(LINK, 60)


def test_old_articles_are_gone_before_and_after_the_sweep(store: Store) -> None:
    old = store.keep(fetched(minutes_ago=30 * 24 * 60 + 1), ARTICLE)
    young = store.keep(fetched(minutes_ago=30 * 24 * 60 - 1), ARTICLE)
    for ask in (store.get, store.body):
        with pytest.raises(NotFound):
            ask(old)
    with pytest.raises(NotFound):
        store.fresh(LINK, 10**6) and store.get(old)
    assert store.sweep() == 1
    assert store.sweep() == 0
    assert store.get(young).article == ARTICLE


def test_keeping_sweeps_now_and_then(tmp_path: Path) -> None:
    settings = Settings(data_dir=str(tmp_path / "data"))
    Store(settings).keep(fetched(minutes_ago=31 * 24 * 60), ARTICLE)
    Store(settings).keep(fetched(), ARTICLE)
    with sqlite3.connect(file_of(tmp_path)) as raw:
        assert raw.execute("SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM bodies)").fetchone() == (1, 1)


def test_deleted_means_gone_from_the_disk(store: Store, tmp_path: Path) -> None:
    words = "only I could open this page"
    stays = store.keep(fetched(), ARTICLE)
    name = store.keep(Received("pasted-html", b"x"), dataclasses.replace(ARTICLE, deck=words))
    assert any(words.encode() in path.read_bytes() for path in (tmp_path / "data").iterdir())
    store.delete(name)
    with pytest.raises(NotFound):
        store.get(name)
    assert not any(words.encode() in path.read_bytes() for path in (tmp_path / "data").iterdir())
    assert store.get(stays).article == ARTICLE


def test_the_files_are_private(store: Store, tmp_path: Path) -> None:
    store.keep(fetched(), ARTICLE)
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "data").iterdir())


def test_threads_keep_side_by_side(store: Store) -> None:
    with ThreadPoolExecutor(8) as threads:
        names = list(threads.map(lambda number: store.keep(fetched(f"{LINK}/{number}"), ARTICLE), range(80)))
    assert [store.get(name).url for name in names] == [f"{LINK}/{number}" for number in range(80)]


def test_a_thread_waits_for_the_one_before_it_longer_than_for_another_process(store: Store) -> None:
    with ThreadPoolExecutor(1) as threads:
        with store._database.writing():
            next_one = threads.submit(store.keep, fetched(), ARTICLE)
            time.sleep(0.6)  # three times as long as this store's patience
            assert not next_one.done()
        assert store.get(next_one.result()).article == ARTICLE


def test_a_turn_that_never_comes_is_a_clear_503(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "TURN_SECONDS", 0.1)
    with store._database.writing(), ThreadPoolExecutor(1) as threads:
        late = threads.submit(store.keep, fetched(), ARTICLE).exception()
    assert isinstance(late, StoreFailed)
    assert "locked" in str(late)
    assert store.get(store.keep(fetched(), ARTICLE)).article == ARTICLE


def test_two_stores_may_make_the_file_at_once(tmp_path: Path) -> None:
    for turn in range(20):  # once in a while two of them begin the log at the same moment
        stores = [Store(Settings(data_dir=str(tmp_path / f"data{turn}"))) for _ in range(6)]
        with ThreadPoolExecutor(6) as threads:
            names = list(threads.map(lambda one: one.keep(fetched(), ARTICLE), stores))
        assert all(stores[0].get(name).article == ARTICLE for name in names)


def test_every_commit_is_on_the_disk(store: Store, tmp_path: Path) -> None:
    with store._database.reading() as connection:
        asked = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("synchronous", "journal_mode")]
    assert asked == [2, "wal"]


def test_a_newer_database_is_refused(store: Store, tmp_path: Path) -> None:
    store.keep(fetched(), ARTICLE)
    store.close()
    with sqlite3.connect(file_of(tmp_path)) as raw:
        raw.execute("PRAGMA user_version=99")
    with pytest.raises(StoreFailed, match="newer version"):
        Store(Settings(data_dir=str(tmp_path / "data"))).keep(fetched(), ARTICLE)


def test_an_article_packed_by_the_first_format_can_still_be_read() -> None:
    packed = json.loads(pack(ARTICLE)) | {"format": 1}
    packed["article"]["text"] = "The bridge is open."
    assert unpack(json.dumps(packed)) == ARTICLE
    assert ARTICLE.text == "The bridge is open."


def test_a_database_of_the_first_version_goes_on_with_what_it_kept(store: Store, tmp_path: Path) -> None:
    name = store.keep(fetched(), ARTICLE)
    store.close()
    with sqlite3.connect(file_of(tmp_path)) as raw:
        raw.execute("ALTER TABLE articles DROP COLUMN size")
        raw.execute("ALTER TABLE articles DROP COLUMN rules")
        raw.execute("PRAGMA user_version=1")
    again = Store(Settings(data_dir=str(tmp_path / "data")))
    old, new = again.get(name), again.get(again.keep(fetched(), ARTICLE))
    again.close()
    assert (old.capture.size, old.capture.rules) == (0, "")
    assert (new.capture.size, new.capture.rules) == (len(fetched().body), BUILT_IN.fingerprint)
    assert old.article == new.article


def test_an_article_packed_by_another_version_says_so(store: Store, tmp_path: Path) -> None:
    name = store.keep(fetched(), ARTICLE)
    with sqlite3.connect(file_of(tmp_path)) as raw:
        raw.execute("""UPDATE articles SET article = replace(article, '"format":2', '"format":99')""")
    with pytest.raises(StoreFailed, match="another version"):
        store.get(name)


def test_the_format_number_rises_when_the_fields_change() -> None:
    """If this fails, raise FORMAT in reader/store/serial.py, say how the old one is read, and list the fields anew."""
    assert [" ".join(field.name for field in dataclasses.fields(kind)) for kind in (Article, Figure, Removal)] == [
        "title deck byline published updated site canonical lang dir lead marked_html figures removed "
        "furniture coverage",
        "src alt caption credit",
        "id kind rule why heading items text place raw",
    ]


def test_a_locked_database_is_a_clear_503(store: Store, tmp_path: Path) -> None:
    before = store.keep(fetched(), ARTICLE)
    with sqlite3.connect(file_of(tmp_path), isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreFailed, match="locked") as caught:
            store.keep(fetched(), ARTICLE)
        assert caught.value.status == 503
        assert store.get(before).article == ARTICLE  # reading goes on
        other.execute("ROLLBACK")
    assert store.get(store.keep(fetched(), ARTICLE)).article == ARTICLE


def test_a_damaged_database_is_a_clear_503(store: Store, tmp_path: Path) -> None:
    file_of(tmp_path).parent.mkdir()
    file_of(tmp_path).write_bytes(b"This is no database. " * 500)
    with pytest.raises(StoreFailed, match="damaged"):
        store.keep(fetched(), ARTICLE)


def run(script: str, *args: object) -> subprocess.Popen[str]:
    """Another process of ours, with this file's names at hand."""
    code = "import sys; sys.path[:0] = [sys.argv[1]]; from test_store import *\n" + textwrap.dedent(script)
    here = str(Path(__file__).parent)
    return subprocess.Popen(
        [sys.executable, "-c", code, here, *map(str, args)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    )


FULL = """
    import os, resource
    store = Store(Settings(data_dir=sys.argv[2]))
    print(store.keep(fetched(), ARTICLE), flush=True)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
    try:
        while True:
            print(store.keep(Received("pasted-html", os.urandom(30_000)), ARTICLE), flush=True)
    except StoreFailed as error:
        print(error.status, error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print(store.keep(fetched(), ARTICLE), flush=True)  # there is room again
"""


def test_a_full_disk_is_a_clear_503_and_nothing_is_half_written(tmp_path: Path) -> None:
    *names, error, last = run(FULL, tmp_path / "data").communicate(timeout=60)[0].splitlines()
    assert error == "503 The reader's disk does not take what is written to it."
    assert len(names) > 3
    _everything_is_there(tmp_path, [*names, last])


FILLED = """
    import os
    from sqlalchemy import event
    store = Store(Settings(data_dir=sys.argv[2]))
    event.listen(store._database._engine, "connect", lambda line, _: line.execute("PRAGMA max_page_count=60"))
    try:
        while True:
            print(store.keep(Received("pasted-html", os.urandom(30_000)), ARTICLE), flush=True)
    except StoreFailed as error:
        print(error.status, error)
"""


def test_a_database_that_may_not_grow_says_there_is_no_room(tmp_path: Path) -> None:
    *names, error = run(FILLED, tmp_path / "data").communicate(timeout=60)[0].splitlines()
    assert error == "503 There is no room left on the reader's disk."
    assert names
    _everything_is_there(tmp_path, names)


def _everything_is_there(tmp_path: Path, names: list[str]) -> None:
    """These and no others, each whole, in a database that opens clean."""
    with sqlite3.connect(file_of(tmp_path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        assert {name for (name,) in raw.execute("SELECT id FROM articles")} >= set(names)
        assert raw.execute("SELECT id FROM articles EXCEPT SELECT id FROM bodies").fetchall() == []
    store = Store(Settings(data_dir=str(tmp_path / "data")))
    assert all(store.get(name).article == ARTICLE and store.body(name) for name in names)


READ_ONLY = """
    import os
    if os.getuid() == 0:
        os.setgroups([]); os.setgid(65534); os.setuid(65534)  # for root nothing is read-only
    store = Store(Settings(data_dir=sys.argv[2]))
    try:
        print(store.keep(fetched(), ARTICLE))
    except StoreFailed as error:
        print(error.status, error)
"""


@pytest.mark.parametrize("kept", [True, False], ids=["with a database", "empty"])
def test_a_read_only_folder_is_a_clear_503(open_folder: Path, kept: bool) -> None:
    data = open_folder / "data"
    data.mkdir()
    if kept:
        store = Store(Settings(data_dir=str(data)))
        store.keep(fetched(), ARTICLE)
        store.close()
        (data / "unfeed.sqlite3").chmod(0o444)
    data.chmod(0o555)
    out, _ = run(READ_ONLY, data).communicate(timeout=60)
    assert out == "503 The reader may not write to its own folder.\n"
    assert {path.name for path in data.iterdir()} == ({"unfeed.sqlite3"} if kept else set())


BURST = """
    import threading
    import os
    store = Store(Settings(data_dir=sys.argv[2]))
    def keep():
        while True:
            name = store.keep(Received("pasted-html", os.urandom(5_000)), ARTICLE)
            os.write(1, f"{name}\\n".encode())  # at once, so that threads do not print into each other's line
    for _ in range(4):
        threading.Thread(target=keep, daemon=True).start()
    threading.Event().wait()
"""


@pytest.mark.parametrize("answered", [1, 40, 150])
def test_kill_9_in_a_burst_loses_nothing_that_was_answered(tmp_path: Path, answered: int) -> None:
    writer = run(BURST, tmp_path / "data")
    assert writer.stdout is not None
    names = [writer.stdout.readline() for _ in range(answered)]
    writer.kill()
    names += writer.communicate()[0].splitlines(keepends=True)
    whole = [name.strip() for name in names if name.endswith("\n") and len(name) == 23]
    assert len(whole) >= answered
    _everything_is_there(tmp_path, whole)
    store = Store(Settings(data_dir=str(tmp_path / "data")))
    assert store.get(store.keep(fetched(), ARTICLE)).article == ARTICLE
