"""What no reader sees leaves; what a script would show stays; loose text becomes paragraphs."""
# ruff: noqa: E501 - pages are data
from __future__ import annotations

import pytest
from lxml import html
from samples import PARAGRAPHS, lines_of, prose

from reader.held import Held
from reader.markers import HIDDEN
from reader.targets import text_of
from reader.tidy import paragraphs, tidy, unbox

AROUND = prose(0, 3)


def tidied(markup: str) -> html.HtmlElement:
    root = html.document_fromstring(f"<html><body><div>{markup}{AROUND}</div></body></html>")
    tidy(Held(root))
    return root


@pytest.mark.parametrize("markup", [
    "<script>GONE</script>", "<style>GONE</style>", "<template>GONE</template>", "<select><option>GONE</option></select>", "<button>GONE</button>",
    "<p hidden>GONE</p>", "<span style='color:red; Display : none'>GONE</span>", "<div style='visibility:hidden'>GONE</div>",
    "<span class='label sr-only'>GONE</span>", "<h2 class='visually-hidden'>GONE</h2>", "<svg><title>GONE</title></svg>",
])
def test_unseen_things_leave_and_the_text_after_them_stays(markup: str) -> None:
    root = tidied(f"<p>before {markup} after</p>" if "<div" not in markup and "<p" not in markup and "<h2" not in markup else f"{markup}<p>before after</p>")
    assert "GONE" not in text_of(root)
    assert "before after" in text_of(root)


@pytest.mark.parametrize("markup", [
    "<div class='field field--label-visually_hidden'><p>STAYS</p></div>", "<p style='background:none'>STAYS</p>", "<p class='hidden-gem'>STAYS</p>",
    "<p data-style='display:none'>STAYS</p>", "<figure style='display:none'><img src=a><figcaption>STAYS</figcaption></figure>",
    "<div class='sr-only'><img src=a>STAYS</div>", "<svg width=1>STAYS " + prose() + "</svg>",
])
def test_what_only_looks_unseen_stays(markup: str) -> None:
    assert "STAYS" in text_of(tidied(markup))


@pytest.mark.parametrize(("markup", "meant"), [
    ("<p>super<wbr>cali<wbr>fragile <b>words</b></p>", "<p>supercalifragile <b>words</b></p>"),
    ("<picture><source srcset=a><source srcset=b><img src=c></picture>", '<picture><source srcset="a"></source><source srcset="b"></source><img src="c"></picture>'),
    ("<video><source src=a>No <i>player</i></video>", '<video><source src="a"></source>No <i>player</i></video>'),
])
def test_elements_without_an_end_hold_nothing(markup: str, meant: str) -> None:
    assert meant in html.tostring(tidied(markup), encoding="unicode")


def test_the_picture_of_a_figure_stays_in_a_button_that_enlarges_it() -> None:
    root = tidied("<figure><div><button title='enlarge'><picture><img src=a></picture></button></div></figure><button><img src=b></button>")
    assert [img.get("src") for img in root.iter("img")] == ["a"]


def test_hidden_paragraphs_behind_read_more_stay_and_are_marked() -> None:
    root = tidied(f"<div class=rest style='display:none'>{prose(3, 4)}</div>")
    assert PARAGRAPHS[3] in text_of(root)
    assert root.find(".//div[@class='rest']").get(HIDDEN) is not None


def test_a_page_hidden_until_its_script_runs_stays() -> None:
    root = html.document_fromstring(f"<html><body><div style='visibility:hidden'>{'<h2>Words</h2>' * 9}</div></body></html>")
    tidy(Held(root))
    assert "Words" in text_of(root)


def wrapped(markup: str) -> list[tuple[str, str]]:
    root = html.document_fromstring(f"<html><body>{markup}</body></html>")
    paragraphs(root)
    return [(el.tag, text_of(el)) for el in root.iter("p", "ul", "h2") if text_of(el)]


LONG = PARAGRAPHS[0]


def test_text_divided_by_two_breaks_becomes_paragraphs() -> None:
    assert wrapped(f"<div>{LONG}<br><br>{PARAGRAPHS[1]}<br> <br>Short</div>") == [("p", LONG), ("p", PARAGRAPHS[1]), ("p", "Short")]


def test_a_single_break_divides_nothing() -> None:
    assert wrapped(f"<div>{LONG}<br><br>one<br>two</div>") == [("p", LONG), ("p", "onetwo")]
    assert wrapped(f"<p>{LONG}<br>{PARAGRAPHS[1]}</p>") == [("p", LONG + PARAGRAPHS[1])]


def test_loose_text_beside_blocks_is_wrapped_with_its_inline_elements() -> None:
    assert wrapped(f"<div><h2>Head</h2>{LONG} <b>bold</b> end<ul><li>x</li></ul>{PARAGRAPHS[1]}</div>") == [
        ("h2", "Head"), ("p", f"{LONG} bold end"), ("ul", "x"), ("p", PARAGRAPHS[1])]


def test_short_loose_text_and_plain_items_are_left_alone() -> None:
    assert wrapped("<div>Tag<h2>Head</h2></div>") == [("h2", "Head")]
    assert wrapped(f"<ul><li>{LONG}<ul><li>x</li></ul></li></ul>") == [("ul", LONG + "x"), ("ul", "x")]


def test_nothing_is_lost_in_wrapping() -> None:
    root = html.document_fromstring(f"<html><body><div>a<br><br>{LONG}<i>b</i><br>c<p>d</p>e<!-- x -->f<br><br><br>g</div></body></html>")
    before = "".join("".join(lines_of(root)).split())
    paragraphs(root)
    assert "".join("".join(lines_of(root)).split()) == before


def unboxed(markup: str) -> html.HtmlElement:
    root = tidied(markup)
    unbox(root)
    return root


def test_a_table_with_one_filled_cell_is_a_box_and_one_of_data_is_not() -> None:
    root = unboxed("<table><tr><td><nobr>Rate this</nobr></td><td><div class=stars></div></td></tr></table>")
    assert root.find(".//table") is None
    root = unboxed("<table>" + "<tr><td>One</td><td></td></tr>" + "<tr><td></td><td></td></tr>" * 2 + "</table>")
    assert root.find(".//table") is not None
    root = unboxed("<table><tr><td>One</td><td><img src=/a.jpg></td></tr></table>")
    assert root.find(".//table") is not None


MENU = "<{0} class=menu><ul><li><a href=/a>News</a></li><li><a href=/b>Sport</a></li></ul></{0}>"


@pytest.mark.parametrize("tag", ["nav", "ul"])
def test_the_menus_of_the_site_leave(tag: str) -> None:
    root = html.document_fromstring(f"<html><body><header>{MENU.format(tag)}</header><main>{AROUND}</main></body></html>")
    tidy(Held(root))
    assert "Sport" not in text_of(root)
    assert all(text in text_of(root) for text in PARAGRAPHS[:3])


@pytest.mark.parametrize("page", [
    f"<main>{MENU.format('nav')}{AROUND}</main>", f"<article><div>{MENU.format('ul')}</div>{AROUND}</article>",
    f"<div>{AROUND}{MENU.format('nav')}</div>", f"<nav><p>{PARAGRAPHS[3]}</p>{MENU.format('div')}</nav>{AROUND}",
    f"<header><nav><h3>Most read</h3>{MENU.format('div')}</nav></header>{AROUND}",
    f"<header><nav>{MENU.format('div').replace('Sport', 'Sport: the long way round the bridge, and why it is longer than ever')}</nav></header>{AROUND}",
    f"<div><nav><a href='#a'>Sport</a> <a href='#b'>News</a></nav><div>{AROUND}</div></div>",
    f"<div><ul class=menu><li>Sport of the day: eel</li><li>Soup</li></ul></div>{AROUND}",
])
def test_what_may_belong_to_the_article_or_tell_of_stories_is_left(page: str) -> None:
    root = html.document_fromstring(f"<html><body>{page}</body></html>")
    tidy(Held(root))
    assert "Sport" in text_of(root)
