"""What lies on the clipboard after a copy, read back in a real Chromium, and what comes of it where it is pasted."""
# ruff: noqa: E501 - pages are data
from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
import test_browser
from live import Make, serving, story
from lxml.html import HtmlElement, document_fromstring
from playwright.sync_api import Browser, Locator, Page, expect
from test_browser import DESKTOP, PHONE, STORY, Open, Origin, paste
from test_pages import PAGES
from test_pages import Page as Sample
from test_web import post

from reader.errors import ReaderError

pytestmark = pytest.mark.browser
open_page, origin, reader = test_browser.open_page, test_browser.origin, test_browser.reader

ALLOWED: dict[str, Any] = {**DESKTOP, "permissions": ["clipboard-read", "clipboard-write"]}
READ = """async () => {
    const [item] = await navigator.clipboard.read({ unsanitized: ["text/html"] });
    const said = async (type) => item.types.includes(type) ? await (await item.getType(type)).text() : "";
    return [await said("text/html"), await said("text/plain")];
}"""
CAPTION = "The Marigold ties up at the old quay on Monday morning. (Jonas Weir/Orrin Post)"
COPIED = re.compile(r"^Copied: ")
# What some extensions do: the event that a page could answer with its own words never comes.
SWALLOW = "addEventListener('copy', (event) => event.stopImmediatePropagation(), true)"
TAGS = set(
    "meta div h1 h2 h3 h4 h5 h6 p blockquote ul ol li table caption thead tbody tfoot tr th td pre hr figure figcaption "
    "img br a em strong b i u s del ins sub sup small mark code kbd samp var q cite ruby rt rp bdi bdo".split()
)
WEB = r"https?://[^\s<>\"']+"
VALUES = {
    ("*", "lang"): r"[A-Za-z0-9-]+", ("*", "dir"): r"ltr|rtl|auto", ("meta", "charset"): "utf-8",
    ("a", "href"): rf"{WEB}|mailto:.+", ("img", "src"): rf"{WEB}|data:image/.+", ("img", "alt"): r"(?s).*",
    ("img", "width"): r"\d{1,3}", ("img", "height"): r"\d+", ("p", "style"): r"font-style: italic;",
    ("table", "border"): "1", ("table", "style"): r"border-collapse: collapse;",
    ("td", "colspan"): r"\d+", ("td", "rowspan"): r"\d+", ("th", "colspan"): r"\d+", ("th", "rowspan"): r"\d+",
    ("ol", "start"): r"-?\d+", ("ol", "type"): "[1aAiI]", ("ol", "reversed"): "", ("li", "value"): r"-?\d+",
}  # fmt: skip


def clipboard(page: Page) -> tuple[HtmlElement, str, str]:
    """The rich text as a tree and as it is, and the plain text; nothing of either may be ours or run."""
    page.bring_to_front()
    html, text = page.evaluate(READ)
    tree = document_fromstring(html)
    assert html.startswith('<meta charset="utf-8"><div')
    assert unclean(tree) == []
    return tree, html, text


def unclean(tree: HtmlElement) -> list[str]:
    """What stands in ``tree`` and should not be pasted anywhere."""
    found = [f"<{el.tag}>" for el in tree.iter() if el.tag not in TAGS | {"html", "head", "body"}]
    for el in tree.iter(*TAGS):
        for name, value in el.items():
            pattern = VALUES.get((el.tag, name), VALUES.get(("*", name), "(?!)"))
            found += [] if re.fullmatch(pattern, value) else [f"<{el.tag} {name}={value!r}>"]
    return found


def copy_whole(page: Page) -> str:
    """Press Copy; what is said of it."""
    page.get_by_role("button", name="Copy", exact=True).click()
    status = page.locator(".copied")
    expect(status).to_have_text(COPIED)
    return status.inner_text()


def tagged(tree: HtmlElement) -> list[str]:
    """The outermost blocks by name."""
    return [el.tag for el in tree.find("body/div")]


def folded(text: str) -> str:
    return " ".join(text.split())


def body_of(page: Page, markup: str) -> None:
    """Show other sanitized markup as the article's body."""
    page.evaluate("markup => { document.querySelector('.body').innerHTML = markup }", markup)


def test_the_whole_article_is_copied_with_figures_captions_credits_and_source(
    open_page: Open, reader: str, origin: Origin
) -> None:
    page = open_page(**ALLOWED)
    page.goto(f"{reader}/read?url={origin[0]}/story")
    assert copy_whole(page) == "Copied: 191 words, 1 image with caption and credit."
    tree, html, text = clipboard(page)
    assert tagged(tree) == ["h1", "p", "figure", "p", "p", "p", "p", "table", "p", "p"]
    assert re.search(r'<div lang="en" dir="ltr"><h1>Ferry returns to Orrin after nine years</h1>', html)
    line = "Lena Fuchs · 4 May 2026, 08:15 UTC · The Orrin Post"
    assert f"<p>{line}</p>" in html
    (image,) = tree.iter("img")
    assert image.get("src") == f"{origin[0]}/img/quay.png"
    assert (image.get("width"), image.get("height")) == ("600", "338")  # between Word's margins
    (caption,) = tree.iter("figcaption")
    assert caption.getprevious() is image
    assert [el.tag for el in caption] == ["p"]  # without it, Word sets the caption behind the image, in its line
    assert caption.text_content() == CAPTION
    source = f"{origin[0]}/story"
    assert html.endswith(f'<p>Source: <a href="{source}">{source}</a></p></div>')
    head = f"Ferry returns to Orrin after nine years\n\n{line}\n\n{CAPTION}\n\nThe first ferry in nine years"
    assert text.startswith(head)
    assert "\n\nSeason\tCrossings\nSummer\t3\nWinter\t1\n\n" in text
    assert text.endswith(f"under its old name.\n\nSource: {source}")


def test_what_was_put_back_is_copied_as_long_as_it_is_back(open_page: Open, reader: str) -> None:
    page = open_page(**ALLOWED)
    paste(page, reader)
    units = ("Why the outer pier cost twice", "School choir to sing")
    copy_whole(page)
    assert not [unit for unit in units if unit in clipboard(page)[2]]
    page.get_by_text("Put all back").click()
    expect(page.locator(".r-back")).to_have_count(2)
    said = copy_whole(page)
    tree, html, text = clipboard(page)
    assert [unit for unit in units if unit in text and unit in html] == list(units)
    assert "Remove again" not in html + text
    assert "Put back" not in html + text
    assert "https://orrin.example/pier" in [link.get("href") for link in tree.iter("a")]
    assert said.endswith("5 images, 1 with a caption, 1 with a credit.")
    page.get_by_text("Remove all again").click()
    expect(page.locator(".r-back")).to_have_count(0)
    copy_whole(page)
    assert not [unit for unit in units if unit in clipboard(page)[2]]


def test_a_paragraph_is_copied_by_the_button_that_the_pointer_finds_beside_it(open_page: Open, reader: str) -> None:
    page = open_page(**ALLOWED)
    paste(page, reader)
    page.mouse.move(5, 5)  # it lies where the form's button was: a paragraph may be there now
    expect(page.locator(".parts button")).to_have_count(0)
    paragraph = page.locator(".body > p").nth(2)
    paragraph.hover()
    button = page.get_by_role("button", name="Copy paragraph: “We kept the timetable")
    beside, inside = button.bounding_box(), paragraph.bounding_box()
    assert beside is not None
    assert inside is not None
    assert beside["x"] >= inside["x"] + inside["width"]
    assert abs(beside["y"] - inside["y"]) < 4
    button.click()
    expect(button).to_have_text("Copied")
    expect(page.locator(".copied")).to_have_text("Copied: 28 words.")
    tree, _, text = clipboard(page)
    assert tagged(tree) == ["p"]
    assert text == folded(paragraph.inner_text())
    page.locator(".wordmark").hover()
    expect(button).to_have_count(0)


def test_on_a_phone_each_part_has_its_button_when_asked_for(open_page: Open, reader: str) -> None:
    page = open_page(**{**ALLOWED, **PHONE})
    paste(page, reader)
    toggle = page.get_by_role("button", name="Copy parts")
    toggle.tap()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    buttons = page.locator(".parts button")
    parts = page.locator(".body > *:not(.r-gap)")
    assert buttons.count() == parts.count() == 7
    for button, block in zip(buttons.all(), parts.all(), strict=True):
        box, text = button.bounding_box(), block.bounding_box()
        assert box is not None
        assert text is not None
        assert abs(box["y"] - text["y"]) < 4
        assert box["height"] >= 36
        assert block.locator("img").count() or box["x"] >= text["x"] + text["width"], "it stands on the words"
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.get_by_role("button", name="Copy image: The Marigold").tap()
    expect(page.locator(".copied")).to_have_text("Copied: 14 words, 1 image with caption and credit.")
    tree, html, text = clipboard(page)
    assert tagged(tree) == ["figure"]
    assert 'src="https://orrin.example/img/quay.png"' in html
    assert tree.find(".//figcaption").text_content() == text == CAPTION
    toggle.tap()
    expect(buttons).to_have_count(0)


def test_the_keyboard_finds_all_parts_behind_one_stop_of_tab(open_page: Open, reader: str) -> None:
    page = open_page(**ALLOWED)
    paste(page, reader)
    page.mouse.move(0, 0)
    page.get_by_role("button", name="Copy parts").focus()
    page.keyboard.press("Enter")
    page.locator(".tools :is(a, button, summary, input):visible").last.focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("toolbar", name="Copy a part of the article").locator(":focus")).to_have_count(1)
    expect(page.locator(":focus")).to_have_attribute("aria-label", re.compile("^Copy image: "))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(":focus")).to_have_attribute("aria-label", re.compile("^Copy paragraph: The line had been"))
    expect(page.locator(".is-part")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator(".copied")).to_have_text(COPIED)
    assert clipboard(page)[2].startswith("The line had been closed since the storm")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.parts')")
    page.keyboard.press("Shift+Tab")
    expect(page.locator(":focus")).to_have_attribute("aria-label", re.compile("^Copy paragraph: The line had been"))
    page.keyboard.press("End")
    expect(page.locator(":focus")).to_have_attribute("aria-label", re.compile("^Copy paragraph: The council"))
    page.keyboard.press("ArrowDown")
    expect(page.locator(":focus")).to_have_attribute("aria-label", re.compile("^Copy paragraph: The council"))
    page.keyboard.press("Escape")
    expect(page.locator(".parts button")).to_have_count(0)
    expect(page.get_by_role("button", name="Copy parts")).to_be_focused()


def test_putting_back_leaves_the_buttons_and_adds_one(open_page: Open, reader: str) -> None:
    page = open_page(**ALLOWED)
    paste(page, reader)
    page.get_by_role("button", name="Copy parts").click()
    expect(page.locator(".parts button")).to_have_count(7)
    page.get_by_text("Put back").first.click()
    expect(page.locator(".parts button")).to_have_count(8)
    expect(page.get_by_role("button", name="Copy parts")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Copy block put back").click()
    expect(page.locator(".copied")).to_have_text(COPIED)
    assert clipboard(page)[2] == "Read more: Why the outer pier cost twice what was promised"


def test_pictures_that_came_through_the_reader_are_copied_with_their_own_addresses(
    open_page: Open, make: Make, origin: Origin
) -> None:
    odd = "/img/Köln-%E6%BC%A2.png?a=1&amp;b=?/~"
    app = make(image_proxy=1)
    source = story(f'<base href="{origin[0]}/">').replace("/img/quay.png", odd)
    where = post(app.test_client(), source).headers["Location"]  # a worker that starts takes its time
    with serving(app) as reader:
        page = open_page(**ALLOWED)
        page.goto(reader + where)
        shown = page.locator(".body img").first
        assert urlsplit(str(shown.get_attribute("src"))).path.startswith("/picture/")
        copy_whole(page)
        src = next(clipboard(page)[0].iter("img")).get("src")
    assert src == f"{origin[0]}/img/K%C3%B6ln-%E6%BC%A2.png?a=1&b=?/~"


def test_under_plain_http_and_a_name_it_is_copied_too(open_page: Open, reader: str) -> None:
    """There browsers give a page no ``navigator.clipboard``; what was copied is read elsewhere."""
    page = open_page(**ALLOWED)
    named = f"http://reader.test:{urlsplit(reader).port}"
    paste(page, named)
    assert page.evaluate("[isSecureContext, typeof navigator.clipboard]") == [False, "undefined"]
    copy_whole(page)
    page.goto(reader)
    tree, _, text = clipboard(page)
    assert tree.find(".//figcaption").text_content() == CAPTION
    assert text.startswith("Ferry returns to Orrin after nine years\n\n")


def test_where_only_the_newer_way_is_open_it_is_taken(browser: Browser, reader: str) -> None:
    context = browser.new_context(**ALLOWED)
    page = context.new_page()
    page.add_init_script(SWALLOW)
    paste(page, reader)
    copy_whole(page)
    html, text = page.evaluate(READ)
    assert CAPTION in text
    assert f">{CAPTION.replace('Marigold', '<em>Marigold</em>')}</p></figcaption></figure>" in html
    context.close()


def test_a_browser_that_refuses_is_told_of_and_what_to_do_then(open_page: Open, reader: str) -> None:
    page = open_page()
    page.add_init_script(SWALLOW)
    paste(page, f"http://reader.test:{urlsplit(reader).port}")
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="press Ctrl+C")).to_be_in_viewport()
    selected = page.evaluate("getSelection().toString()")
    assert "The first ferry in nine years" in selected
    assert "under its old name." in selected
    page.get_by_role("button", name="Copy parts").click()
    button = page.get_by_role("button", name="Copy paragraph: There will be")
    button.click()
    expect(button).to_have_text("Failed")
    assert page.evaluate("getSelection().toString()").startswith("There will be three crossings")


def test_without_scripts_there_is_no_button_that_does_nothing(open_page: Open, reader: str) -> None:
    page = open_page(java_script_enabled=False)
    paste(page, reader)
    expect(page.get_by_role("button", name=re.compile("^Copy"))).to_have_count(0)


def test_hostile_words_stay_words(open_page: Open, reader: str) -> None:
    evil = "&lt;img src=x onerror=alert(1)&gt; &lt;/figcaption&gt;&lt;script&gt;alert(2)&lt;/script&gt;"
    source = STORY.replace("Jonas Weir/Orrin Post", f"Jonas Weir/{evil}").replace("A quay", f"A quay {evil}")
    source = source.replace("the old quay", f'the <b onclick="alert(3)" style="x" class="r-note" id="main">{evil}</b>')
    source = source.replace("dogs and a piano", 'dogs and <a href="javascript:alert(4)">a piano</a> <svg onload=alert(5)>')
    page = open_page(**ALLOWED)
    paste(page, reader, source.replace("Lena Fuchs", "Lena &quot;&gt;&lt;script&gt;alert(6)&lt;/script&gt; Fuchs"))
    copy_whole(page)
    tree, html, _ = clipboard(page)
    assert "<script" not in html
    assert "onerror=alert(1)" in tree.find(".//figcaption").text_content()  # it was seen, and is text
    assert all("javascript" not in link.get("href") for link in tree.iter("a"))


def test_pasted_by_keyboard_it_is_the_article(open_page: Open, reader: str) -> None:
    page = open_page(**ALLOWED)
    paste(page, reader)
    copy_whole(page)
    page.goto("about:blank")
    page.set_content('<div contenteditable id="cms" style="font: 20px fantasy"></div>')
    page.locator("#cms").click()
    page.keyboard.press("Control+V")
    cms = page.locator("#cms")
    expect(cms.locator("h1")).to_have_text("Ferry returns to Orrin after nine years")
    expect(cms.locator("figure > img")).to_have_attribute("src", "https://orrin.example/img/quay.png")
    expect(cms.locator("figure > img + figcaption")).to_have_text(CAPTION)
    expect(cms.locator("table td")).to_have_count(4)
    assert cms.locator("figure").evaluate("f => f.nextElementSibling.textContent").startswith("The first ferry")
    assert page.evaluate("[...document.querySelectorAll('#cms [class], #cms [id]')].length") == 0


def select(page: Page, start: Locator, end: Locator) -> None:
    """Select from the third character of ``start`` to the third but last of ``end``, and copy."""
    page.evaluate(
        """([start, end]) => {
            const walk = (el) => { const w = document.createTreeWalker(el, NodeFilter.SHOW_TEXT), all = [];
                                   while (w.nextNode()) all.push(w.currentNode); return all; };
            const first = walk(start)[0], last = walk(end).at(-1);
            getSelection().setBaseAndExtent(first, 2, last, last.data.length - 2);
        }""",
        [start.element_handle(), end.element_handle()],
    )
    page.keyboard.press("Control+C")


def test_a_selection_across_parts_is_copied_clean(open_page: Open, reader: str) -> None:
    page = open_page(**ALLOWED)
    paste(page, reader)
    select(page, page.locator(".body figcaption"), page.locator(".body > p").nth(1))
    tree, _, text = clipboard(page)
    assert tagged(tree) == ["p", "p", "p"]
    assert text.startswith("e Marigold ties up at the old quay on Monday morning. (Jonas Weir/Orrin Post)\n\nThe first")
    assert text.endswith("those who had run i")


def test_a_selection_that_holds_the_picture_keeps_it_with_caption_and_credit(open_page: Open, reader: str) -> None:
    page = open_page(**ALLOWED)
    paste(page, reader)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.body > figure'))")
    page.keyboard.press("Control+C")
    tree, _, text = clipboard(page)
    assert tagged(tree) == ["figure"]
    assert tree.find(".//figcaption").text_content() == text == CAPTION


def test_words_selected_inside_one_paragraph_are_left_to_the_browser(open_page: Open, reader: str) -> None:
    page = open_page(**ALLOWED)
    paste(page, reader)
    paragraph = page.locator(".body > p").first
    select(page, paragraph, paragraph)
    page.bring_to_front()
    html, text = page.evaluate(READ)
    assert text == folded(paragraph.inner_text())[2:-2]
    assert '<meta charset="utf-8"><div' not in html


def test_words_are_counted_where_no_space_parts_them(open_page: Open, reader: str) -> None:
    page = open_page(**ALLOWED)
    paste(page, reader)
    head = 17  # of the headline, the byline and the date
    for words, least, most in (("Don’t stop — now.", 3, 3), ("新しい橋が月曜日に開通した。", 6, 12), ("", 0, 0)):
        body_of(page, f"<p>{words}</p>")
        said = re.fullmatch(r"Copied: (\d+) words\.", copy_whole(page))
        assert said
        assert least <= int(said[1]) - head <= most


MIXED = """<h2 id="r-h-1">One <a href="#r-h-1">two</a></h2><p>A note<sup><a id="r-fn-1" href="#r-fn-2">1</a></sup>,
a&nbsp;<abbr title="x">word</abbr> and <a class="x" title="t" rel="nofollow" href="https://a.example/x?a=1&amp;b">a link</a>.</p>
<dl><dt>Term</dt><dd>Its sense</dd></dl><details><summary>More</summary><p>Hidden</p></details><ol start="3"><li>three<ul>
<li>inner</li></ul></li></ol><pre><code>a
  b</code></pre><figure><a href="https://v.example/1">Video, v.example</a><figcaption>A film <span class="credit">Studio</span>
</figcaption></figure><figure><a href="https://a.example/big"><img src="https://a.example/1.png" alt=""></a><img
src="https://a.example/2.png" alt="b" width="200" height="100" loading="lazy" srcset="https://a.example/3.png 2x"><figcaption><p>Two
pictures</p><span class="credit">Ann Lee</span></figcaption></figure><blockquote cite="https://a.example/"><p>Said</p></blockquote>
<div class="r-scroll"><table><tr><td></td><td colspan="2">b</td></tr></table></div><p> </p><hr><p dir="rtl" lang="ar">سلام</p>"""
CLEAN = """<h2>One two</h2><p>A note<sup>1</sup>, a&nbsp;word and <a href="https://a.example/x?a=1&amp;b">a link</a>.</p>
<p><strong>Term</strong></p><p>Its sense</p><p><strong>More</strong></p><p>Hidden</p><ol start="3"><li>three<ul>
<li>inner</li></ul></li></ol><pre><code>a
  b</code></pre><p><a href="https://v.example/1">Video, v.example</a></p><p style="font-style: italic;">A film (Studio)</p>
<p><img src="https://a.example/1.png" alt=""></p><figure><img src="https://a.example/2.png" alt="b" width="200"
height="100"><figcaption><p style="font-style: italic;">Two pictures (Ann Lee)</p></figcaption></figure><blockquote><p>Said</p></blockquote>
<table border="1" style="border-collapse: collapse;"><tbody><tr><td></td><td colspan="2">b</td></tr></tbody></table><hr>
<p lang="ar" dir="rtl">سلام</p>"""


def test_each_kind_of_block_becomes_what_others_understand(open_page: Open, reader: str) -> None:
    page = open_page(**ALLOWED)
    page.route(re.compile(r"https://a\.example/"), lambda route: route.abort())
    paste(page, reader)
    body_of(page, MIXED)
    said = copy_whole(page)
    _, html, text = clipboard(page)
    assert said == "Copied: 48 words, 2 images with captions and credits."
    body = html.partition("The Orrin Post</p>")[2].removesuffix("</div>")
    assert re.sub(r"\s+", " ", body.replace("> <", "><")) == re.sub(r"\s+", " ", re.sub(r">\n<", "><", CLEAN))
    assert "a\n  b" in body
    assert "\n\n3. three\n   - inner\n\na\n  b\n\n" in text


def test_the_plain_text_is_what_the_export_says_on_every_page_of_the_tests(
    open_page: Open, reader: str, counts: dict[str, int]
) -> None:
    """It is written a second time, by the browser; the two may differ in nothing but space."""
    page = open_page(**ALLOWED)
    page.route(re.compile(r"^https?://(?!127\.0\.0\.1)"), lambda route: route.abort())
    paste(page, reader)
    copied = 0
    for folder in sorted(PAGES.iterdir()):
        try:
            article = Sample(folder).read()
        except ReaderError:
            continue  # what is no article
        body_of(page, article.html)
        page.get_by_role("button", name="Copy", exact=True).click()
        text = clipboard(page)[2].partition("The Orrin Post")[2]
        assert folded(text) == folded(article.text), folder.name
        copied += 1
    assert copied > 90
    counts["pages copied"] = copied
