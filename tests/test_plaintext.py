"""Plain text in, the same Article as from a page out."""

from __future__ import annotations

import contextlib
import cProfile
import pstats
import time
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import Article, ReaderError, read_text
from reader.errors import NoArticle, NothingGiven
from reader.plaincaptions import captioned
from reader.sanitize import MANY_ENTITIES, PIECE, sanitize

ONE = "The old harbour bridge was closed to all traffic on Friday morning after divers found cracks in two pillars."
TWO = (
    "The mayor said the town had asked the national roads agency for help, "
    "which will send a team of engineers to the harbour next week."
)
THREE = "“We are used to the ferry,” said a woman who has run the bakery on the far side for thirty years."
LONG = f"{TWO} A second inspection is planned for Monday. The result will be published later, the town said."
TITLE = "Harbour bridge closed after storm damages two pillars"

FEED = """You May Also Like
Ferry fares to rise for the third time this year

Ferry fares are going up again, the company says

The company that runs the ferries has announced that it will…
Bakery on the far side wins national prize

A bakery wins a prize. It is the first for the town.

The bread, which takes three days to make, was praised by…
Why the lighthouse will go dark in spring

The lighthouse, explained

Last updated on January 3, 2025 The lighthouse that has…"""


def bare(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def texts(article: Article) -> list[str]:
    return article.text.split("\n\n")


def items(article: Article, number: int = 0) -> list[str]:
    return [title for title, _ in article.removed[number].items]


def test_a_pasted_page_comes_out_as_the_article_with_one_receipt() -> None:
    article = read_text(
        bare(TITLE, ONE, "Harbour bridge at dawn", "The bridge at dawn. (Jane Doe/Pool/AP via Getty Images)", TWO, FEED)
    )
    assert article.title == TITLE
    assert texts(article) == [ONE, "The bridge at dawn. (Jane Doe/Pool/AP via Getty Images)", TWO]
    (figure,) = article.figures
    assert (figure.src, figure.alt) == ("", "Harbour bridge at dawn")
    assert (figure.caption, figure.credit) == ("The bridge at dawn.", "Jane Doe/Pool/AP via Getty Images")
    (unit,) = article.removed
    assert (unit.kind, unit.heading, unit.place) == ("related-end", "You May Also Like", "after")
    assert unit.rule
    assert "You May Also Like" in unit.why
    assert items(article) == [
        "Ferry fares to rise for the third time this year",
        "Bakery on the far side wins national prize",
        "Why the lighthouse will go dark in spring",
    ]
    assert "lighthouse" not in article.html
    assert "<img" not in article.html


def test_the_markup_is_that_of_the_other_path() -> None:
    html = read_text(bare(TITLE, ONE, "The bridge at dawn. (Jane Doe/AP)", TWO)).html
    assert (
        '<figure><figcaption>The bridge at dawn. <span class="credit">Jane Doe/AP</span></figcaption></figure>' in html
    )
    tagged = read_text(bare(TITLE, ONE, "A <b>bold</b> step & more <script>alert(1)</script>, she said.")).html
    assert tagged.endswith(
        "<p>A &lt;b&gt;bold&lt;/b&gt; step &amp; more &lt;script&gt;alert(1)&lt;/script&gt;, she said.</p>"
    )


def test_a_unit_is_put_back_in_its_place() -> None:
    article = read_text(bare(TITLE, ONE, "Related: Ferry fares to rise", TWO, FEED))
    inline, end = article.removed
    assert [unit.place for unit in article.removed] == ["inside", "after"]
    assert article.html.index(ONE) < article.html.index(TWO)
    back = article.html_with({inline.id, end.id})
    places = [back.index(text) for text in (ONE, "Related: Ferry fares to rise", TWO, "You May Also Like")]
    assert places == sorted(places)


def test_ids_are_of_content_and_place() -> None:
    text = bare(TITLE, ONE, "Related: Ferry fares to rise", TWO, "Related: Ferry fares to rise", LONG)
    ids = [unit.id for unit in read_text(text).removed]
    assert ids == [unit.id for unit in read_text(text).removed]
    assert len(set(ids)) == 2
    assert read_text(bare(TITLE, LONG, "Related: Ferry fares to rise", TWO)).removed[0].id == ids[0]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Lesen Sie auch: Fähren fahren die ganze Nacht", "related-inline"),
        ("À LIRE AUSSI : Le bac coûtera plus cher", "related-inline"),
        ("READ MORE Ferry fares to rise", "related-inline"),
        ("More: Ferry fares to rise again", "related-inline"),
    ],
)
def test_a_related_line_between_paragraphs_is_an_inline_unit(label: str, kind: str) -> None:
    article = read_text(bare(TITLE, ONE, label, TWO))
    assert [unit.kind for unit in article.removed] == [kind]
    assert texts(article) == [ONE, TWO]


@pytest.mark.parametrize(
    "line",
    [
        "Background: The bridge was built in 1931 and has been closed twice before.",
        "Read more about how the bridge was built in our report.",
        "Read more: that is what I was told to do. So I read on until the boat came.",
        "Related costs have doubled since the spring, the report says.",
        "Watch: he has none. He tells the time by the ferry, and has done so all his life.",
    ],
)
def test_the_same_words_in_a_sentence_stay(line: str) -> None:
    article = read_text(bare(TITLE, ONE, line, TWO))
    assert texts(article) == [ONE, line, TWO]
    assert not article.removed


def test_a_feed_between_paragraphs_ends_where_the_story_goes_on() -> None:
    article = read_text(
        "\n".join([TITLE, ONE, "Read more", "Fishermen count their boats", "School trips cancelled", TWO, LONG])
    )
    assert texts(article) == [ONE, TWO, LONG]
    assert items(article) == ["Fishermen count their boats", "School trips cancelled"]
    assert article.removed[0].kind == "related-inline"


def test_a_label_between_paragraphs_takes_few_of_the_short_lines_below_it() -> None:
    talk = [
        f"And what did the {who} say?" for who in ("mayor", "baker", "keeper", "diver", "priest", "doctor", "clerk")
    ]
    article = read_text(bare(TITLE, ONE, "Read more", *talk, TWO, LONG))
    assert len(items(article)) == 5
    assert texts(article)[1:3] == talk[5:]


def test_a_note_after_the_feed_stays() -> None:
    note = "Editor's note: An earlier version gave the wrong year."
    article = read_text(bare(TITLE, ONE, FEED, note))
    assert texts(article) == [ONE, note]
    assert len(items(article)) == 3


def test_feeds_of_plain_headlines_and_of_whole_sentences() -> None:
    plain = read_text(bare(TITLE, ONE, TWO, "Most read\n1. Cat rescued\n2. Bakery wins\n3. Ferry late"))
    assert plain.removed[0].kind == "most-read"
    assert items(plain) == ["Cat rescued", "Bakery wins", "Ferry late"]
    teased = read_text(
        bare(
            TITLE,
            ONE,
            TWO,
            "Recommended for you",
            "Cat rescued",
            "The cat sat in a chimney for two days before anyone heard it.",
            "Ferry late",
            "The ferry was late again on Monday, and nobody on the pier was much surprised.",
        )
    )
    assert items(teased) == ["Cat rescued", "Ferry late"]
    assert texts(teased) == [ONE, TWO]


def test_two_feeds_are_two_receipts() -> None:
    article = read_text(bare(TITLE, ONE, TWO, FEED, "Most read\nCat rescued from chimney\nFerry late again"))
    assert [(unit.kind, len(unit.items)) for unit in article.removed] == [("related-end", 3), ("most-read", 2)]


def test_a_sub_heading_that_reads_like_a_label_stays() -> None:
    article = read_text(bare(TITLE, ONE, "Up next", TWO, "Recommendations", LONG))
    assert "<h2>Up next</h2>" in article.html
    assert "<h2>Recommendations</h2>" in article.html
    assert not article.removed


def test_the_japanese_feed() -> None:
    one = "港の古い橋は金曜日の朝、潜水士が柱に亀裂を見つけたため、交通が止められた。町は技術者を呼ぶ予定だ。"
    article = read_text(
        bare(
            "橋が嵐で閉鎖、柱2本に損傷",
            one,
            "関連記事：フェリー料金、今年3度目の値上げへ",
            one,
            "あわせて読みたい\n漁師たち、船を数える\n風が強まり遠足が中止に",
        )
    )
    assert article.title == "橋が嵐で閉鎖、柱2本に損傷"
    assert texts(article) == [one, one]
    assert [len(unit.items) for unit in article.removed] == [1, 2]


def test_the_head_is_read_off() -> None:
    article = read_text(
        "\n".join(
            [
                "NEWS",
                TITLE,
                "Repairs may take until spring, and ferries will run all night.",
                "By Ann Lee and Tom Ek",
                "Published January 3, 2025 Updated January 4, 2025",
                "5 min read",
                "Share",
                ONE,
                TWO,
            ]
        )
    )
    assert article.title == TITLE
    assert article.deck == "Repairs may take until spring, and ferries will run all night."
    assert article.byline == "Ann Lee and Tom Ek"
    assert (article.published, article.updated) == ("2025-01-03", "2025-01-04")
    assert texts(article) == [ONE, TWO]
    assert article.furniture == 2  # the section's name and the button


def test_text_that_begins_with_prose_has_no_headline() -> None:
    article = read_text(bare(ONE, TWO))
    assert article.title == ""
    assert texts(article) == [ONE, TWO]


@pytest.mark.parametrize(
    "first",
    [
        "By the time the divers came up again, the whole town had gathered on the pier.",
        "By Friday, Ann Lee and Tom Ek had left town.",
    ],
)
def test_a_first_paragraph_that_begins_with_by_is_no_byline(first: str) -> None:
    assert texts(read_text(bare(TITLE, first, TWO))) == [first, TWO]


def test_hard_wrapped_lines_are_joined_and_short_ones_are_not() -> None:
    wrapped = """The Keeper's Last Winter

It was in the winter of that year that the keeper wrote his last
letter home, and he wrote it by the light of the great lamp, which
he had been told never to use for such a thing. The letter was not
found until the spring.

He had been a careful man all his life and he kept to his hours as
though somebody were watching. Nobody was."""
    assert [len(line) for line in texts(read_text(wrapped))] == [222, 109]
    assert len(texts(read_text("\n".join([TITLE, ONE, TWO, LONG])))) == 3


def test_lists_and_sub_headings() -> None:
    html = read_text(
        bare(TITLE, ONE, "What happens next", TWO, "- the pillars\n- the deck", LONG, "1. pay\n2. wait")
    ).html
    assert "<h2>What happens next</h2>" in html
    assert "<ul><li>the pillars</li><li>the deck</li></ul>" in html
    assert "<ol><li>pay</li><li>wait</li></ol>" in html


def test_the_copyright_line_of_the_page_is_furniture() -> None:
    article = read_text(bare(TITLE, ONE, TWO, "© 2025 The Daily Example. All rights reserved."))
    assert texts(article) == [ONE, TWO]
    assert article.furniture == 1


def test_arabic_reads_from_the_right() -> None:
    one = "أغلقت السلطات الجسر القديم في الميناء صباح يوم الجمعة بعد أن عثر الغواصون على شقوق عميقة في أعمدته."
    assert read_text(bare("إغلاق جسر الميناء بعد العاصفة", one)).dir == "rtl"
    assert read_text(bare(TITLE, ONE)).dir == "ltr"


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("The bridge at dawn. (Jane Doe/AP)", "The bridge at dawn.", "Jane Doe/AP"),
        ("Die Brücke am Morgen [Foto: Jan Dau/dpa]", "Die Brücke am Morgen", "Jan Dau/dpa"),
        ("The bridge at dawn. Photo: Jane Doe/Reuters", "The bridge at dawn.", "Jane Doe/Reuters"),
        ("Photo: Jane Doe/AP", "", "Jane Doe/AP"),
        ("Photo: The mayor arrives on the pier on Friday.", "The mayor arrives on the pier on Friday.", ""),
        ("Image source, Getty Images", "", "Getty Images"),
        ("Image caption, The bridge at dawn", "The bridge at dawn", ""),
    ],
)
def test_captions(line: str, caption: str, credit: str) -> None:
    assert captioned(line) == (caption, credit)


@pytest.mark.parametrize(
    "line",
    [
        "He works for the Associated Press (AP).",
        "(Reporting by Jane Doe; Editing by John Roe)",
        "She came back (and he did not)",
        "The photo was taken by a neighbour who had heard the noise.",
        "© 2025",
    ],
)
def test_what_is_no_caption(line: str) -> None:
    assert not captioned(line)


def test_caption_and_credit_in_two_lines() -> None:
    article = read_text(
        bare(
            TITLE,
            ONE,
            "The bridge at dawn on Friday.\nPhoto: Jane Doe/AP",
            TWO,
            "Image source, Getty Images\nImage caption, The pier",
            LONG,
        )
    )
    assert [(figure.caption, figure.credit) for figure in article.figures] == [
        ("The bridge at dawn on Friday.", "Jane Doe/AP"),
        ("The pier", "Getty Images"),
    ]
    assert article.html.count("<figure>") == 2


def test_an_agency_that_signs_the_story_is_no_credit() -> None:
    article = read_text(bare(TITLE, ONE, f"{TWO} (dpa)"))
    assert not article.figures
    assert texts(article)[-1].endswith("(dpa)")


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff\u200b"])
def test_nothing_given(text: str) -> None:
    with pytest.raises(NothingGiven):
        read_text(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [("hello there", "too short"), ("Bakery wins prize\nCat rescued\nFerry late\nMayor speaks", "list of headlines")],
)
def test_no_article(text: str, says: str) -> None:
    with pytest.raises(NoArticle, match=says):
        read_text(text)


LINES = st.lists(
    st.sampled_from(
        [
            TITLE,
            ONE,
            TWO,
            LONG,
            "",
            "Read more",
            "You May Also Like",
            "Share",
            "Related: A bridge",
            "A cut teaser…",
            "The pier. (Jane Doe/AP)",
            "By Ann Lee",
            "- one",
            "1. one",
            "Advertisement",
            "Cat rescued",
            "Editor's note: Yes.",
        ]
    ),
    max_size=30,
)


@given(LINES)
@settings(deadline=None, max_examples=80)
def test_no_line_is_lost(chosen: list[str]) -> None:
    """Every paragraph of prose is in the body, in the deck or on a receipt; markers and receipts agree."""
    try:
        article = read_text("\n".join(chosen))
    except ReaderError:
        return
    told = " ".join([article.title, article.deck, article.text, *(unit.text for unit in article.removed)])
    told += " ".join(figure.alt for figure in article.figures)
    assert all(line in told for line in chosen if line in (ONE, TWO, LONG, TITLE))
    inside = [unit.id for unit in article.removed if unit.place == "inside"]
    assert article.marked_html.count("data-r-place") == len(inside)
    assert all(identity in article.marked_html for identity in inside)


@pytest.mark.parametrize(
    "line",
    [
        "Read more\nA headline of some words\n",
        "word " * 20,
        "(",
        "a\n",
        "title\n…\n",
        "You May Also Like\n",
        f"{ONE}\n",
        "Read more\n",
    ],
)
def test_twice_the_text_takes_no_more_than_about_twice_the_time(line: str) -> None:
    def seconds(size: int) -> float:
        text = line * (size // len(line))
        start = time.process_time()
        with contextlib.suppress(ReaderError):
            read_text(f"{ONE}\n{text}")
        return time.process_time() - start

    seconds(2_000)
    small, large = (min(seconds(size) for _ in range(3)) for size in (20_000, 80_000))
    assert large < 0.1 or large < 10 * small  # quadratic would be sixteen times as much


@pytest.mark.parametrize("line", [LONG, TWO.replace("o", "ö"), "A short line of verse"])
def test_a_line_costs_few_calls(line: str) -> None:
    """Seconds tell little on a busy machine; ten megabytes must fit in the three that a worker has."""
    many, profile = 600, cProfile.Profile()
    text = "\n\n".join((TITLE, ONE, *(f"{number} {line}" for number in range(many))))
    profile.enable()
    read_text(text)
    profile.disable()
    assert pstats.Stats(profile).total_calls / many < 250


@pytest.mark.parametrize(
    "word", ["fish & chips", "a < b > c", "<b>bold</b>", "&amp; &#x27; &nbsp", "\x7f", "\ufffe\x9d", "it’s “so”"]
)
def test_words_are_sanitized_many_at_a_time_as_they_would_be_alone(word: str) -> None:
    html = read_text("\n\n".join((TITLE, ONE, *[f"{word} {TWO} {word}", word] * 3, ONE))).html
    assert html.count(f"<p>{sanitize(escape(f'{word} {TWO} {word}'))}</p>") == 3
    assert sanitize(html) == html


@pytest.mark.parametrize("line", ["&" * (MANY_ENTITIES // 2), "word " * (PIECE // 8), "& " * (MANY_ENTITIES + 9)])
def test_more_than_the_sanitizer_reads_at_once_is_all_there(line: str) -> None:
    html = read_text("\n\n".join((TITLE, ONE, *[f"{line} {TWO}"] * 5))).html
    assert html.count("<p>") == 6
    assert html.count(TWO) == 5


@pytest.mark.parametrize("label", ["More stories", "Redakcja poleca", "看过本文的人还看了"])
def test_a_caption_between_paragraphs_is_no_card_of_the_feed_above(label: str) -> None:
    feed, caption = ("The baker wins a prize", "A bell comes home"), ("The old bridge", "Photo: Jane Doe/AP")
    article = read_text(bare(TITLE, ONE, label, *feed, TWO, *caption, THREE, "Share this article"))
    assert {ONE, TWO, THREE} <= set(texts(article))
    assert "A bell comes home" not in article.text


@pytest.mark.parametrize("heading", ["Background", "Il caso", "特集", "مختارات"])
def test_a_sub_heading_right_below_the_headline_stays(heading: str) -> None:
    article = read_text(bare(TITLE, heading, ONE, TWO))
    assert article.title == TITLE
    assert heading in article.text
