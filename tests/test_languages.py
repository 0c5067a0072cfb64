# ruff: noqa: E501 - rows of words
"""Small pages in fifteen languages: labels that must go with their links, and the same words where they must stay.

``tests/languages/<lang>.toml`` holds a paper of each language: its prose, and pages in whose markup $0, $1, … stand for
the paragraphs, $title for the headline and $by for the byline.
"""
from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

import pytest

import reader.names
from reader import dates, read_html
from reader.article import Article
from reader.credits import split
from reader.rules.labels import LABELS

FOLDER = Path(__file__).with_name("languages")
PAPERS = [tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))]
LANGUAGES = "ar de en es fr it ja ko nl pl pt ru sv tr zh".split()
KEYS = {"name", "html", "gone", "keep", "caption", "credit"}
SHELL = Template(
    '<!doctype html><html lang="$lang"><head><meta charset="utf-8"><title>$title | $site</title>'
    '<meta property="og:site_name" content="$site"></head><body><header><a href="/">$site</a></header>\n$html\n'
    "<footer><p>© 2026 $site</p></footer></body></html>"
)


@dataclass(frozen=True)
class Page:
    """One page of a paper, and what is expected of it."""

    paper: dict[str, Any]
    page: dict[str, Any]

    @property
    def html(self) -> str:
        """The whole page as it is served."""
        prose = {f"p{at}": text for at, text in enumerate(self.paper["prose"])}
        return SHELL.substitute(self.paper, html=Template(self.numbered).substitute(self.paper, **prose))

    @property
    def numbered(self) -> str:
        """The markup with $p0 for $0: a placeholder cannot be a number."""
        return re.sub(r"\$(\d)", r"$p\1", self.page["html"])

    @property
    def prose(self) -> list[str]:
        """The paragraphs of the paper that the page has."""
        return [text for at, text in enumerate(self.paper["prose"]) if f"$p{at}" in self.numbered]

    def read(self) -> Article:
        """The article in the page."""
        return read_html(self.html, f"https://{self.paper['lang']}.paper.example/2026/03/story-of-the-day/")


PAGES = [Page(paper, page) for paper in PAPERS for page in paper["page"]]
GOING = [one for one in PAGES if one.page["name"].startswith("go")]
STAYING = [one for one in PAGES if one.page["name"].startswith("stay")]


def ids(pages: list[Page]) -> list[str]:
    return [f"{one.paper['lang']} {one.page['name']}" for one in pages]


def test_every_language_has_its_pages() -> None:
    assert [paper["lang"] for paper in PAPERS] == LANGUAGES
    for lang in LANGUAGES:
        assert sum(one.paper["lang"] == lang for one in GOING) >= 3
        assert sum(one.paper["lang"] == lang for one in STAYING) >= 2
    assert all(set(one.page) <= KEYS and len(one.prose) == 4 for one in PAGES)
    assert len(GOING) + len(STAYING) == len(PAGES)


@pytest.mark.parametrize("page", PAGES, ids=ids(PAGES))
def test_the_story_stays_with_its_picture(page: Page) -> None:
    article = page.read()
    assert article.title == page.paper["title"]
    assert article.byline == (page.paper["byline"] if "$by" in page.numbered else "")
    assert page.paper["byline"] not in article.text or page.paper["byline"] in page.page["credit"]
    lost = [text for text in (*page.prose, *page.page.get("keep", ())) if text not in article.text]
    assert not lost
    assert [(row.caption, row.credit) for row in article.figures] == [(page.page["caption"], page.page["credit"])]


@pytest.mark.parametrize("page", GOING, ids=ids(GOING))
def test_what_stands_under_a_label_goes(page: Page) -> None:
    article = page.read()
    assert not [text for text in page.page["gone"] if text in article.text]
    receipts = "\n".join(one.text for one in article.removed)
    assert page.page["gone"][0] in receipts


@pytest.mark.parametrize("page", STAYING, ids=ids(STAYING))
def test_the_same_words_of_the_writer_stay(page: Page) -> None:
    assert page.page["keep"]
    assert not page.read().removed


CAPTIONS = [
    ("Die Brücke am Morgen. Foto: Jan Dau/dpa", "Die Brücke am Morgen.", "Jan Dau/dpa"),
    ("Le pont au matin (photo Léa Roux)", "Le pont au matin", "Léa Roux"),
    ("Le pont au matin. Crédit photo : Léa Roux", "Le pont au matin.", "Léa Roux"),
    ("El puente al alba. Fotografía: Ana Ruiz", "El puente al alba.", "Ana Ruiz"),
    ("A ponte ao amanhecer. Foto: Rui Melo/Lusa", "A ponte ao amanhecer.", "Rui Melo/Lusa"),
    ("Il ponte all’alba (foto di Anna Neri)", "Il ponte all’alba", "Anna Neri"),
    ("De brug bij ochtend. Beeld: Jan Bos", "De brug bij ochtend.", "Jan Bos"),
    ("Most o świcie. Fot. Ewa Lis / PAP", "Most o świcie.", "Ewa Lis / PAP"),
    ("Bron i gryningen (foto Eva Ek)", "Bron i gryningen", "Eva Ek"),
    ("Мост на рассвете. Фото: Анна Лис / ТАСС", "Мост на рассвете.", "Анна Лис / ТАСС"),
    ("Şafakta köprü. Fotoğraf: Can Ak / AA", "Şafakta köprü.", "Can Ak / AA"),
    ("الجسر عند الفجر. تصوير: ليلى حسن", "الجسر عند الفجر.", "ليلى حسن"),
    ("夜明けの橋＝2日、港町、山本太郎撮影", "夜明けの橋＝2日、港町", "山本太郎撮影"),
    ("夜明けの橋（港町提供）", "夜明けの橋", "港町提供"),
    ("黎明的桥。新华社记者 王平 摄", "黎明的桥。", "新华社记者 王平 摄"),
    ("黎明的桥（受访者供图）", "黎明的桥", "受访者供图"),
    ("黎明的桥。图源：港口镇", "黎明的桥。", "港口镇"),
    ("새벽의 다리. 사진=김하나 기자", "새벽의 다리.", "김하나 기자"),
    ("새벽의 다리. 항구군청 제공", "새벽의 다리.", "항구군청 제공"),
    ("새벽의 다리. 자료사진=항구군청", "새벽의 다리.", "항구군청"),
]


@pytest.mark.parametrize(("line", "caption", "credit"), CAPTIONS)
def test_credit_words_of_each_language(line: str, caption: str, credit: str) -> None:
    cut = split(line)
    assert cut is not None
    assert (line[: cut.caption], line[cut.start : cut.end]) == (caption, credit)


@pytest.mark.parametrize("line", [
    "The bridge at dawn (photo booth on the left)", "Die Brücke (Bild von 1911 im Rathaus)", "Le pont (photo prise en mai)",
    "港の食堂、朝食を無料で提供", "다리 위에서 점심을 나누는 사람들", "Мост (фото сделано в мае)", "黎明的桥，桥上有人摄影",
])  # fmt: skip
def test_the_same_words_inside_a_caption_are_no_credit(line: str) -> None:
    assert split(line) is None


@pytest.mark.parametrize(("line", "caption", "credit"), [
    ("Pie de foto, El puente al alba", "El puente al alba", ""),
    ("Legenda da foto, A ponte ao amanhecer", "A ponte ao amanhecer", ""),
    ("Подпись к фото, Мост на рассвете", "Мост на рассвете", ""),
    ("التعليق على الصورة، الجسر عند الفجر", "الجسر عند الفجر", ""),
    ("图像加注文字，黎明的桥", "黎明的桥", ""),
    ("사진 설명, 새벽의 다리", "새벽의 다리", ""),
    ("Fuente de la imagen, Ana Ruiz", "", "Ana Ruiz"),
    ("Crédit photo, Léa Roux", "", "Léa Roux"),
    ("Автор фото, Анна Лис", "", "Анна Лис"),
    ("صدر الصورة، ليلى حسن", "", "ليلى حسن"),
    ("사진 출처, 항구군청", "", "항구군청"),
])  # fmt: skip
def test_what_screen_readers_are_told_comes_off(line: str, caption: str, credit: str) -> None:
    paper = PAPERS[0]
    figure = f'<figure><img src="/p.jpg" alt=""><figcaption>{line}</figcaption></figure>'
    article = read_html(f"<h1>{paper['title']}</h1><p>{'</p><p>'.join(paper['prose'])}</p>{figure}")
    assert [(row.caption, row.credit) for row in article.figures] == [(caption, credit)]


@pytest.mark.parametrize(("line", "names"), [
    ("Av Elin Sandberg", ["Elin Sandberg"]), ("Автор: Ольга Северцева", ["Ольга Северцева"]), ("Yazan: Defne Aksoy", ["Defne Aksoy"]),
    ("بقلم سلمى الحداد", ["سلمى الحداد"]), ("كتب: كريم منصور", ["كريم منصور"]), ("记者：陈晓岚", ["陈晓岚"]),
    ("윤서진 기자", ["윤서진"]), ("글=윤서진 선임기자", ["윤서진"]), ("Av Elin Sandberg och Nils Ahlgren", ["Elin Sandberg", "Nils Ahlgren"]),
    ("Ольга Северцева, корреспондент", ["Ольга Северцева"]), ("文：森田あかね", ["森田あかね"]),
])  # fmt: skip
def test_bylines_of_each_language(line: str, names: list[str]) -> None:
    assert reader.names.names(line) == names


@pytest.mark.parametrize(("line", "day"), [
    ("Publicerad 3 mars 2026", "2026-03-03"), ("Опубликовано 3 марта 2026", "2026-03-03"), ("3 Mart 2026, 10:20", "2026-03-03T10:20:00"),
    ("3 مارس 2026", "2026-03-03"), ("2026年3月3日 10:20", "2026-03-03T10:20:00"), ("입력 2026년 3월 3일", "2026-03-03"),
])  # fmt: skip
def test_dates_of_each_language(line: str, day: str) -> None:
    assert dates.iso(line) == day
    assert dates.alone(line)


SHAPES = {
    "a line": "<p><strong>{0}:</strong> {1}</p>",
    "a line break": "<p>{0}<br>{1}</p>",
    "an item": "<ul><li>{0}: {1}</li></ul>",
    "a heading": "<h3>{0}</h3><ul><li>{1}</li><li>{1}</li></ul>",
    "a box": "<div><span>{0}</span><ul><li>{1}</li><li>{1}</li></ul></div>",
    "a row": "<p><b>{0}</b></p><p>{1}</p>",
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("paper", PAPERS, ids=LANGUAGES)
def test_a_label_goes_in_every_shape_and_takes_no_paragraph_along(paper: dict[str, Any], shape: str) -> None:
    rows = [row for row in LABELS if row.lang == paper["lang"] and row.where == "prefix" and not row.weak]
    link = '<a href="/2026/03/another-story-of-that-day/">Zq wx yv, kj</a>'
    for row in rows[:: max(len(rows) // 8, 1)]:
        parts = [f"<p>{text}</p>" for text in paper["prose"]]
        parts.insert(2, SHAPES[shape].format(row.text, link))
        body = SHELL.substitute(paper, html=f"<article><h1>{paper['title']}</h1>{''.join(parts)}</article>")
        article = read_html(body, "https://paper.example/2026/03/story-of-the-day/")
        assert "Zq wx" not in article.text, row
        assert not [text for text in paper["prose"] if text not in article.text], row
