"""The collector of cycles: off while an article is read, and as it was before and after."""
from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from reader import pipeline, read_html
from reader.errors import NothingGiven
from reader.pause import paused

PAGE = "<p>The harbour bridge was closed on Monday, and nobody could say for how long it would stay so.</p>" * 5


@pytest.fixture(autouse=True)
def _enabled() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_the_collector_waits_while_an_article_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []
    parse = pipeline.parse
    monkeypatch.setattr(pipeline, "parse", lambda text: (seen.append(gc.isenabled()), parse(text))[1])
    assert read_html(PAGE).text
    assert seen == [False]
    assert gc.isenabled()


def test_it_goes_on_after_a_page_that_cannot_be_read() -> None:
    with pytest.raises(NothingGiven):
        read_html(" ")
    assert gc.isenabled()


def test_it_stays_off_for_a_caller_who_switched_it_off() -> None:
    gc.disable()
    assert read_html(PAGE).text
    assert not gc.isenabled()


def test_pauses_within_one_another_end_with_the_outer_one() -> None:
    with paused():
        with paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
