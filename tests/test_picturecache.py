"""The pictures on the disk: what comes back, how many stay, and what a bad disk or a kill does."""
from __future__ import annotations

import os
import random
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from test_store import run

from reader.drawn import Picture
from reader.errors import NotFound, StoreFailed
from reader.settings import Settings
from reader.store.pictures import LIFE_SECONDS, ORPHAN_SECONDS, Pictures
from reader.store.secret import secret

pytestmark = pytest.mark.security
LINK = "https://paper.example/bridge.jpg"
ROOM = 1_000_000


def cache(folder: Path, room: int = ROOM) -> Pictures:
    return Pictures(Settings(data_dir=str(folder), image_cache_bytes=room))


@pytest.fixture
def kept(tmp_path: Path) -> Pictures:
    return cache(tmp_path)


def picture(size: int = 50_000, seed: int = 0) -> Picture:
    return Picture(random.Random(seed).randbytes(size), "webp")


def files(folder: Path) -> list[Path]:
    return list((folder / "pictures").iterdir())


def is_kept(kept: Pictures, url: str) -> bool:
    try:
        return bool(kept.get(url).body)
    except NotFound:
        return False


def test_a_picture_comes_back_as_it_was(kept: Pictures, tmp_path: Path) -> None:
    assert not is_kept(kept, LINK)
    for one in (picture(), Picture(b"\n\0\n", "jpeg"), picture(seed=2)):  # the later one counts
        kept.keep(LINK, one)
        assert kept.get(LINK) == one
        assert cache(tmp_path).get(LINK) == one
    assert not is_kept(kept, LINK + "?")
    assert len(files(tmp_path)) == 1
    assert files(tmp_path)[0].stat().st_mode & 0o077 == 0


def test_an_old_one_is_not_shown_and_goes(kept: Pictures, tmp_path: Path) -> None:
    kept.keep(LINK, picture())
    os.utime(files(tmp_path)[0], (time.time(), time.time() - LIFE_SECONDS - 1))
    assert not is_kept(kept, LINK)
    cache(tmp_path).keep(LINK + "2", picture())
    assert len(files(tmp_path)) == 1


def test_the_longest_unused_go_first_and_the_room_is_never_exceeded(kept: Pictures, tmp_path: Path) -> None:
    for number in range(200):
        kept.keep(f"{LINK}/{number}", picture(seed=number))
        assert is_kept(kept, f"{LINK}/0"), number  # looked at all the time
        assert sum(path.stat().st_size for path in files(tmp_path)) <= ROOM
        time.sleep(0.001)
    left = [number for number in range(200) if is_kept(kept, f"{LINK}/{number}")]
    assert 10 <= len(left) <= 20
    assert left == [0, *range(200 - len(left) + 1, 200)]


def test_many_small_ones_count_as_what_they_take_on_a_disk(kept: Pictures, tmp_path: Path) -> None:
    for number in range(600):
        kept.keep(f"{LINK}/{number}", picture(10))
    assert len(files(tmp_path)) <= ROOM // 4_096 + 1


def test_what_takes_a_tenth_of_the_room_is_not_kept_nor_anything_where_there_is_none(tmp_path: Path) -> None:
    cache(tmp_path).keep(LINK, picture(ROOM // 10 + 1))
    cache(tmp_path, 0).keep(LINK, picture(1))
    assert not (tmp_path / "pictures").exists()


def test_threads_and_processes_that_keep_the_same_pictures_never_show_half_of_one(tmp_path: Path) -> None:
    every = [picture(90_000, seed) for seed in range(4)]
    caches = [cache(tmp_path) for _ in range(4)]

    def work(number: int) -> None:
        one = caches[number % 4]
        one.keep(LINK, every[number % 4])
        assert one.get(LINK) in every

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(work, range(200)))
    assert len(files(tmp_path)) == 1


@pytest.mark.parametrize("spoil", [
    lambda whole: whole[:-1], lambda whole: whole[:20], lambda whole: b"",
    lambda whole: whole[:99] + bytes(9) + whole[108:],
])  # fmt: skip
def test_what_a_power_cut_spoiled_is_not_shown(kept: Pictures, tmp_path: Path, spoil: object) -> None:
    kept.keep(LINK, picture())
    path = files(tmp_path)[0]
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator]
    assert not is_kept(kept, LINK)
    kept.keep(LINK, picture(seed=5))
    assert kept.get(LINK) == picture(seed=5)


KILLED = """
    import os, signal
    from test_picturecache import *
    os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
    cache(Path(sys.argv[2])).keep(LINK, picture())
"""


def test_killed_before_it_had_its_name_it_is_not_shown_and_goes(kept: Pictures, tmp_path: Path) -> None:
    writer = run(KILLED, tmp_path)
    assert writer.wait(60) == -9
    (orphan,) = files(tmp_path)
    assert not is_kept(kept, LINK)
    kept.keep(LINK, picture())
    assert is_kept(kept, LINK)
    assert orphan.exists()  # somebody may still be writing it
    os.utime(orphan, (0, time.time() - ORPHAN_SECONDS - 1))
    cache(tmp_path).keep(LINK + "2", picture())
    assert not orphan.exists()
    assert len(files(tmp_path)) == 2


FULL = """
    import resource, signal
    from test_picturecache import *
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    kept = cache(Path(sys.argv[2]))
    kept.keep(LINK, picture(10))
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
    for number in range(20):
        kept.keep(LINK + "2", picture())
    print(is_kept(kept, LINK), is_kept(kept, LINK + "2"), len(files(Path(sys.argv[2]))))
"""


def test_a_full_disk_costs_no_error_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    assert run(FULL, tmp_path).communicate(timeout=60)[0] == "True False 1\n"


READ_ONLY = """
    import os
    from test_picturecache import *
    if os.getuid() == 0:
        os.setgroups([]); os.setgid(65534); os.setuid(65534)
    kept = cache(Path(sys.argv[2]))
    kept.keep(LINK, picture())
    print(is_kept(kept, LINK))
    try:
        secret(Settings(data_dir=sys.argv[2]))
    except StoreFailed as error:
        print(error.status)
"""


def test_a_read_only_disk_costs_no_picture_but_without_a_secret_a_503(open_folder: Path) -> None:
    (open_folder / "data").mkdir(mode=0o555)
    assert run(READ_ONLY, open_folder / "data").communicate(timeout=60)[0] == "False\n503\n"


def test_all_who_make_the_secret_at_once_get_the_same(tmp_path: Path) -> None:
    for turn in range(20):
        ours = Settings(data_dir=str(tmp_path / str(turn)))
        with ThreadPoolExecutor(8) as threads:
            made = set(threads.map(lambda _, ours=ours: secret(ours), range(8)))
        assert len(made) == 1
        assert len(made.pop()) == 32
        (path,) = (tmp_path / str(turn)).iterdir()
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_secret_that_is_too_short_is_none(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"short")
    with pytest.raises(StoreFailed, match="damaged"):
        secret(Settings(data_dir=str(tmp_path)))
