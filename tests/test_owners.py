"""Captions that only name an owner are credits; names of what is seen stay captions."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement, fragment_fromstring

from reader.figures import rows
from reader.owners import tell


def content(*captions: str) -> HtmlElement:
    figure = '<figure data-r-figure=""><img src="/p.jpg"><figcaption>{}</figcaption></figure>'
    return fragment_fromstring("".join(map(figure.format, captions)), create_parent="div")


def told(*captions: str, site: str = "Weekly Moss") -> list[tuple[str, str]]:
    root = content(*captions)
    tell(root, site)
    return [(row.caption, row.credit) for row in rows(root)]


def test_bare_names_mostly_of_houses_under_all_pictures_are_their_owners() -> None:
    assert told("Moss Studios", "EKRA", "Wexley <em>Animation</em>", "Lund Films") == [
        ("", "Moss Studios"),
        ("", "EKRA"),
        ("", "Wexley Animation"),
        ("", "Lund Films"),
    ]


@pytest.mark.parametrize(
    "captions",
    [
        ("Ann Ray", "Jo Day", "Tam Orrin", "Edda Lund"),  # who is seen
        ("Ann Ray", "Moss Studios", "Tam Orrin", "Edda Lund"),
        ("Moss Studios", "Lund Films"),  # too few to tell
        ("Moss Studios", "Lund Films", "Wexley Animation", "The studio stands by the river since the war."),
        ("Moss Studios.", "Lund Films.", "Wexley Animation."),  # sentences
    ],
)
def test_names_of_what_is_seen_stay_captions(captions: tuple[str, ...]) -> None:
    assert told(*captions) == [(words, "") for words in captions]


def test_the_name_of_the_site_is_the_credit() -> None:
    assert told("Weekly Moss", "The river at dawn") == [("", "Weekly Moss"), ("The river at dawn", "")]
    assert told("Weekly Moss", site="") == [("Weekly Moss", "")]


def test_a_caption_with_a_credit_is_left_alone() -> None:
    assert told('Weekly Moss <span class="credit">Ann Ray</span>') == [("Weekly Moss", "Ann Ray")]
