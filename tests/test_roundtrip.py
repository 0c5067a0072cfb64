# ruff: noqa: E501 - pages are data
"""What the reader once kept it keeps when it reads it again; and the command that says so."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from roundtrip import again, lost
from samples import HOMES, URL, cut, page, part, prose

from reader import read_html
from reader.facts import Facts
from reader.names import people
from reader.notes import shorten
from reader.targets import story_shaped
from reader.trim import trim
from reader.units import Units

SCRIPT = Path(__file__).with_name("roundtrip.py")
NAMES = "<a href='/bridge/players/4711/ann-mason'>Ann Mason</a>", "<a href='/bridge/players/4712/bo-carter'>Bo Carter</a>"
SENTENCES = (
    f"<ul><li>The survey of both of the towers was finished a month early, as {NAMES[0]} had been asked to leave the ferry to others for as long as it took.</li>"
    f"<li>Whoever goes by the tunnel was told early in the week to ask for {NAMES[1]}, who knows each of its doors and both of its keepers by name.</li></ul>"
)


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        (prose() + SENTENCES, "The survey of both of the towers"),
        (prose(0, 4) + "<div><span>Best by far</span><h5>The tunnel</h5><a href='#two'>Read More</a></div>" + "<h2 id=two>The towers</h2>" + prose(4), "Read More"),
        (prose(0, 2) + "<p><a href='/contact'>Contact Us</a></p><p><a href='#two'>Repairs: what people ask</a></p><h2 id=two>The towers</h2>" + prose(2), "Repairs: what people ask"),
        (prose(0, 4) + f"<h3><a href='{URL}#gone'>Best way over the harbour bridge</a></h3><h2><a href='https://shop.example/lamp'>A lamp</a></h2>" + prose(4), "Best way over the harbour bridge"),
    ],
    ids=["closing list of sentences", "link to a place", "places under a label", "own address"],
)
def test_kept_once_is_kept_again(body: str, kept: str) -> None:
    before = read_html(page(body), URL)
    assert kept in before.text
    assert {kind: texts for kind, texts in lost(before, again(before, URL)).items() if texts} == {}


def test_a_heading_over_icons_that_are_not_shown_goes_at_once() -> None:
    content = part(f"<div>{prose()}<h6>Follow:</h6><a href='https://social.example/x'><i class=icon></i></a></div>")
    units = Units(Facts(content))
    trim(units, HOMES)
    assert [text for _, _, text in cut(units)] == ["Follow:"]


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        (URL + "#x", "#x"), ("/2026/03/harbour-bridge-closes/#x", "#x"), ("#x", "#x"), (URL, URL), (URL + "#", URL + "#"),
        (URL + "?page=2#x", URL + "?page=2#x"), ("https://gazette.example/#x", "https://gazette.example/#x"),
        ("http://[x#y", "http://[x#y"),
    ],
)  # fmt: skip
def test_links_to_the_page_itself_are_places(href: str, expected: str) -> None:
    link = part(f'<a href="{href}">a</a>')
    shorten([link], URL + "#top")
    assert link.get("href") == expected


def test_an_authors_page_is_no_story_in_any_language() -> None:
    assert [story_shaped(f"/{word}/5631-ada-brook") for word in ("auteur", "autor", "autore", "autoren", "stories")] == [
        False, False, False, False, True
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("", []), ("Ann Lee", ["Ann Lee"]), ("Ann Lee, Mycle and Bo Dahl", ["Ann Lee", "Mycle", "Bo Dahl"]),
        ("Ann Lee, PhD, Bo Dahl", ["Ann Lee, PhD", "Bo Dahl"]), ("Tax & Accounting", ["Tax & Accounting"]),
        ("Ada Brook et Lena Fuchs", ["Ada Brook", "Lena Fuchs"]),
    ],
)  # fmt: skip
def test_the_people_of_a_byline(byline: str, expected: list[str]) -> None:
    assert people(byline) == expected


BENCH = '''
import sys
sys.path.insert(0, {tests!r})
from samples import URL, page, prose
def load():
    return [{{"id": "one", "url": URL, "html": page(prose()), "annotation": {{"keep": []}}}}, {{"id": "two", "html": "<p>x", "annotation": {{}}}}]
'''


def test_the_command_counts_the_annotated_pages_and_what_they_lose(tmp_path: Path) -> None:
    (tmp_path / "bench.py").write_text(BENCH.format(tests=str(SCRIPT.parent)))
    done = subprocess.run([sys.executable, SCRIPT, tmp_path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "pages 1  paragraphs lost 0  captions lost 0  credits lost 0  images lost 0  facts lost 0\n"
