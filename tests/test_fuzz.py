"""What the mutator found is read again each time; and it finds what is wrong."""
from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from fuzz import FINDS, faults, mutants, smallest
from samples import page, prose
from test_properties import SENTENCE

from reader import read_html
from reader.article import Article

pytestmark = pytest.mark.security


@pytest.mark.parametrize("find", sorted(FINDS.glob("*.html")), ids=lambda path: path.stem)
def test_what_was_found_once_is_not_found_again(find: Path) -> None:
    assert faults(find.read_text(errors="surrogatepass")) == []


def test_a_few_hundred_mutants_find_nothing() -> None:
    assert [fault for mutant in islice(mutants(20261127), 300) for fault in faults(mutant)] == []


def test_mutants_are_the_same_for_one_seed_and_others_for_another() -> None:
    assert list(islice(mutants(1), 5)) == list(islice(mutants(1), 5)) != list(islice(mutants(2), 5))


def test_an_exception_is_a_find() -> None:
    def broken(html: str, url: str) -> Article:
        raise KeyError(url)

    assert "KeyError" in faults("<p>x", broken)[0]


def test_a_script_that_is_served_is_a_find() -> None:
    def careless(html: str, url: str) -> Article:
        object.__setattr__(article := read_html(html, url), "marked_html", "<p onclick=x>a</p>")
        return article

    assert any("onclick" in fault for fault in faults(page(prose()), careless))


def test_what_hypothesis_finds_is_made_small() -> None:
    def frail(html: str, url: str) -> Article:
        if "<s" in html:
            raise KeyError(url)
        return read_html(html, url)

    assert "<s" not in page(prose())
    (find,) = smallest(1, frail)
    assert "<s" in find
    assert len(find) < len(page(f"{prose()}{SENTENCE}")) + 10
