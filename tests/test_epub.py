"""The article as a book: epubcheck has nothing against it, it needs nothing from the web, and it lacks no word."""
from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from books import books_of, complaints, complaints_of, grey, unpacked
from lxml import etree
from lxml.etree import _Element as Element
from playwright.sync_api import Browser
from test_export import BODY, article
from test_strict import ODD, tangle

from reader import Article, Figure
from reader.capture import Capture
from reader.drawn import Picture
from reader.export.epub import epub
from reader.sanitize import sanitize

CAPTURE = Capture(
    "https://t.test/s", ("https://t.test/s", "https://a.test/story?a=1&b=2"),
    datetime(2026, 5, 4, 8, 15, 30, 99, tzinfo=UTC),
    "ab" * 32, "0.1.0",
)  # fmt: skip
LEAD, SECOND, THIRD = "https://a.test/1.jpg", "https://a.test/2.jpg?x=1&y=2", "data:image/png;base64,AAAA"
FIGURES = sanitize(f"""
<figure><img src="{LEAD}" srcset="https://a.test/3.jpg 2x" alt="A quay"><figcaption>Monday morning
<span class="credit">Jonas Weir/AP</span></figcaption></figure><p>words</p><h2>A "heading" &amp; more</h2>
<figure><img src="https://a.test/2.jpg?x=1&amp;y=2" alt="A boat"><figcaption>Noon <span class="credit">Ada Brook</span>
</figcaption></figure><p><img src="{THIRD}" alt="A dot"></p>""")
ROWS = (Figure(LEAD, "A quay", "Monday morning", "Jonas Weir/AP"), Figure(SECOND, "A boat", "Noon", "Ada Brook"))
PICTURES = {LEAD: grey("jpeg"), THIRD: grey("png"), "https://a.test/other.jpg": grey("jpeg")}
NASTY = {
    "title": "\x0b<T> \ud800 ]]>\n& \"U\"", "deck": "<i>D</i>\x00", "byline": "Ann, Bob & Co.,\nÉva\uffff",
    "site": "A\x1fB", "published": "2025-02-31T25:00", "updated": "soon", "lang": "en_x!",
    "canonical": "https://ü.test:1/<x> [y]?\x01%zz#a#b",
    "figures": (Figure("", "", "c", "\x02 <AP> & \ufffe"), Figure("", "", "", " "))}  # fmt: skip


def book(pictures: dict[str, Picture] | None = None, **told: object) -> bytes:
    return epub(article(**told), CAPTURE, pictures or {})


def told(package: bytes) -> dict[str, list[str]]:
    """The metadata, by name."""
    found: dict[str, list[str]] = {}
    for el in etree.fromstring(package).find("{*}metadata"):
        found.setdefault(el.get("property") or etree.QName(el).localname, []).append(el.text)
    return found


def said(el: Element) -> str:
    return " ".join("".join(el.itertext()).split())


# ---------------------------------------------------------------- by the letter


def all_books() -> Iterator[tuple[str, bytes]]:
    whole = "".join(markup for markup, _ in ODD.values())
    yield "every-kind-of-block", book()
    yield "nasty-words", book(marked_html=sanitize(whole), **NASTY)
    yield "nothing-known", book(**dict.fromkeys("title deck byline published site canonical lang".split(), ""))
    yield "empty", book(marked_html="")
    yield "right-to-left", book(PICTURES, marked_html=FIGURES, lang="ar", dir="rtl")
    yield "chinese", book(PICTURES, marked_html=FIGURES, lang="zh-Hant", lead=LEAD)
    yield from ((f"tangle-{seed}", book(marked_html=sanitize(tangle(Random(seed))))) for seed in range(60))


@pytest.mark.epubcheck
def test_epubcheck_has_nothing_against_any_book(counts: dict[str, int]) -> None:
    read = {name: body for name, body in books_of(Path(__file__).parent / "pages").items() if "with-pictures" in name}
    assert len(read) > 90
    books = dict(all_books()) | read
    assert complaints_of(books) == []
    counts["books that epubcheck has looked at"] = len(books)


@pytest.mark.epubcheck
def test_nor_against_one_by_itself(tmp_path: Path) -> None:
    (tmp_path / "book.epub").write_bytes(book(PICTURES, marked_html=FIGURES, **NASTY))
    assert complaints(tmp_path / "book.epub") == []


@pytest.mark.epubcheck
def test_epubcheck_looks_at_each_of_many_books() -> None:
    """What it must find is put into one of three."""
    spoilt = BytesIO()
    with zipfile.ZipFile(spoilt, "w") as packed:
        for name, body in unpacked(book()).items():
            packed.writestr(name, body.replace(b"</ul>", b"loose</ul>").replace(b"<h1>", b'<h1 id="toc" align="left">'))
    found = complaints_of({"one": book(), "two": spoilt.getvalue(), "three": book(title="Three")})
    assert found
    assert all("two/" in line for line in found if ".xhtml" in line)


# ---------------------------------------------------------------- what is in it


def test_the_type_comes_first_and_unpacked_and_the_same_article_is_the_same_bytes() -> None:
    whole = book(PICTURES, marked_html=FIGURES)
    assert whole[30:58] == b"mimetypeapplication/epub+zip"[:28]
    assert whole == book(dict(reversed(PICTURES.items())), marked_html=FIGURES)
    with zipfile.ZipFile(BytesIO(whole)) as packed:
        assert {one.date_time[0] for one in packed.infolist()} == {1980}


def test_metadata() -> None:
    names = "Ann Lee, Bob Ray"
    inside = unpacked(book(PICTURES, marked_html=FIGURES, lead=LEAD, figures=ROWS, byline=names, lang="de_AT"))
    found = told(inside["book/package.opf"])
    assert found["title"] == ['A "title": *one*']
    assert found["creator"] == ["Ann Lee", "Bob Ray"]
    assert (found["publisher"], found["language"], found["date"]) == (["The Daily"], ["de-AT"], ["2025-01-03"])
    assert found["source"] == ["https://a.test/story?a=1&b=2"]
    assert found["dcterms:modified"] == ["2026-05-04T08:15:30Z"]
    assert found["rights"] == ["Image credits: Jonas Weir/AP; Ada Brook"]
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", found["identifier"][0])
    assert b'href="images/1.jpeg" media-type="image/jpeg" properties="cover-image"' in inside["book/package.opf"]


def test_another_capture_is_another_book() -> None:
    other = Capture(CAPTURE.url, CAPTURE.chain, CAPTURE.at, "cd" * 32, "0.1.0")
    names = {told(unpacked(epub(article(), one, {}))["book/package.opf"])["identifier"][0] for one in (CAPTURE, other)}
    assert len(names) == 2


def test_images_captions_and_credits_stand_in_the_text() -> None:
    inside = unpacked(book(PICTURES, marked_html=FIGURES, figures=ROWS))
    assert inside["book/images/1.jpeg"] == PICTURES[LEAD].body
    assert {name for name in inside if "images" in name} == {"book/images/1.jpeg", "book/images/2.png"}
    tree = etree.fromstring(inside["book/article.xhtml"])
    assert [(el.get("src"), el.get("alt")) for el in tree.iter("{*}img")] == [
        ("images/1.jpeg", "A quay"), ("images/2.png", "A dot")
    ]  # fmt: skip
    first, second = (said(el) for el in tree.iter("{*}figure"))
    assert first == "Monday morning Jonas Weir/AP"
    assert second == f"[Image not included: A boat – {SECOND}]Noon Ada Brook"
    colophon = said(etree.fromstring(inside["book/source.xhtml"]).find("{*}body"))
    for words in ("Sourcehttps://a.test/story?a=1&b=2", "Captured2026-05-04 08:15:30 UTC", "ab" * 32, "Unfeed 0.1.0",
                  "Jonas Weir/AP", "Ada Brook", "Images not included1"):  # fmt: skip
        assert words in colophon


def test_nothing_comes_from_the_web() -> None:
    for body in dict(all_books()).values():
        for name, page in unpacked(body).items():
            if name.endswith("html"):
                sources = etree.fromstring(page).xpath("//@src | //@srcset | //*[local-name()='link']/@href")
                assert all(re.match(r"images/|style\.css$", source) for source in sources)


def test_the_contents_lead_to_each_heading() -> None:
    inside = unpacked(book(marked_html=FIGURES))
    rows = [(el.get("href"), said(el)) for el in etree.fromstring(inside["book/nav.xhtml"]).iter("{*}a")]
    assert rows == [("article.xhtml", 'A "title": *one*'), ("article.xhtml#heading-1", 'A "heading" & more'),
                    ("source.xhtml", "About this copy")]  # fmt: skip


def test_a_book_that_reads_from_the_right_turns_its_pages_so() -> None:
    inside = unpacked(book(dir="rtl", lang="ar"))
    assert b'page-progression-direction="rtl"' in inside["book/package.opf"]
    root = etree.fromstring(inside["book/article.xhtml"])
    assert (root.get("dir"), root.get("lang")) == ("rtl", "ar")


def test_pictures_of_a_kind_that_old_readers_lack_are_left_out() -> None:
    inside = unpacked(book({LEAD: grey("webp")}, marked_html=FIGURES))
    assert not [name for name in inside if "images" in name]


@pytest.mark.browser
def test_in_a_browser_all_is_seen(browser: Browser, tmp_path: Path) -> None:
    whole = book({LEAD: grey("jpeg", (2000, 900)), THIRD: grey("png")}, marked_html=FIGURES + BODY)
    with zipfile.ZipFile(BytesIO(whole)) as packed:
        packed.extractall(tmp_path)
    page = browser.new_page(viewport={"width": 600, "height": 800})
    page.goto((tmp_path / "book" / "article.xhtml").as_uri())
    shown = "[...document.images].map(image => image.naturalWidth > 0 && image.width <= innerWidth)"
    assert page.evaluate(shown) == [True, True]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.inner_text("h1") == 'A "title": *one*'
    page.close()


def test_articles_are_taken_as_they_are() -> None:
    """A book of an article with a unit put back holds that unit."""
    given: Article = article()
    (unit,) = given.removed
    back = article(marked_html=given.html_with({unit.id}), removed=())
    assert "A title" in said(etree.fromstring(unpacked(epub(back, CAPTURE, {}))["book/article.xhtml"]))
