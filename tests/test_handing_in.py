"""Handing in what one has, in a real Chromium: a file chosen or dropped, a page it saved itself, rich text pasted."""
# ruff: noqa: E501 - markup is data
from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from containers import data, mail, photo, single_file
from live import story
from playwright.sync_api import Page, expect
from samples import PARAGRAPHS, TITLE
from test_browser import DESKTOP, HERE, WAYS, Open, Origin, open_page, origin, reader  # noqa: F401
from test_clipboard import docs

pytestmark = pytest.mark.browser

FERRY = "Ferry returns to Orrin after nine years"
PASTED = "Pasted with its links and pictures."
# A file as an operating system hands it over while it is dragged.
DRAGGED = """([name, text]) => {
  const held = new DataTransfer();
  held.items.add(new File([text], name, { type: "application/octet-stream" }));
  return held;
}"""
COPIED = """([html, text]) => navigator.clipboard.write([new ClipboardItem({
  "text/html": new Blob([html], { type: "text/html" }), "text/plain": new Blob([text], { type: "text/plain" }),
})])"""


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    file = tmp_path / "ferry.html"
    file.write_text(story(f'<base href="{HERE}">'))
    return file


def read(page: Page, title: str) -> None:
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


@pytest.mark.parametrize("ways", WAYS)
def test_choose_a_file_and_read_it(open_page: Open, reader: str, page_file: Path, ways: dict[str, Any]) -> None:  # noqa: F811
    page = open_page(**ways)
    page.goto(reader)
    page.get_by_label("or choose a file").set_input_files(page_file)
    read(page, FERRY)
    expect(page.locator(".body figcaption")).to_contain_text("ties up at the old quay")
    expect(page.locator(".about")).to_contain_text("Read from a file")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_chosen_file_shows_its_name_and_can_be_taken_away(open_page: Open, reader: str, page_file: Path) -> None:  # noqa: F811
    page = open_page()
    page.goto(reader)
    chosen = page.locator("[data-chosen]")
    expect(chosen).to_be_hidden()
    page.get_by_label("or choose a file").set_input_files(page_file)
    expect(chosen).to_contain_text("ferry.html")
    expect(page.get_by_role("button", name="Read", exact=True)).to_be_focused()
    page.get_by_role("button", name="Take it away").click()
    expect(chosen).to_be_hidden()
    expect(page.get_by_label("or choose a file")).to_be_focused()
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("There is nothing to read yet.")


def test_the_chooser_opens_by_keyboard(open_page: Open, reader: str) -> None:  # noqa: F811
    page = open_page()
    page.on("filechooser", lambda chooser: None)  # asked for so early, it is heard of in time
    page.goto(reader)
    page.get_by_label("Paste a link").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_label("or choose a file")).to_be_focused()
    outline = page.locator(".file label").evaluate("label => getComputedStyle(label).outlineStyle")
    assert outline == "solid"
    with page.expect_file_chooser():
        page.keyboard.press("Space")


def test_a_file_that_is_dropped_is_the_chosen_one(open_page: Open, reader: str, page_file: Path) -> None:  # noqa: F811
    page = open_page()
    page.goto(reader)
    held = page.evaluate_handle(DRAGGED, ["ferry.html", page_file.read_text()])
    page.dispatch_event("h1", "dragover", {"dataTransfer": held})
    expect(page.locator("#paste")).to_have_class(re.compile("is-over"))
    page.dispatch_event("h1", "drop", {"dataTransfer": held})
    expect(page.locator("#paste")).not_to_have_class(re.compile("is-over"))
    expect(page.locator("[data-chosen]")).to_contain_text("ferry.html")
    read(page, FERRY)


def test_an_error_leaves_the_file_and_the_words_where_they_are(open_page: Open, reader: str, tmp_path: Path) -> None:  # noqa: F811
    page = open_page()
    page.goto(reader)
    (tmp_path / "story.pdf").write_bytes(b"%PDF-1.7 ...")
    page.get_by_label("or choose a file").set_input_files(tmp_path / "story.pdf")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("This file is a PDF, which cannot be read here.")
    expect(page.locator("[data-chosen]")).to_contain_text("story.pdf")
    page.get_by_label("Paste a link").fill("And some words.")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("There is a text and a file here.")
    expect(page.get_by_label("Paste a link")).to_have_value("And some words.")


def test_without_javascript_the_page_says_that_the_file_is_gone(open_page: Open, reader: str, tmp_path: Path) -> None:  # noqa: F811
    page = open_page(java_script_enabled=False)
    page.goto(reader)
    (tmp_path / "ferry.html").write_text(story())
    page.get_by_label("or choose a file").set_input_files(tmp_path / "ferry.html")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("without its address")
    expect(page.locator("#file-again")).to_have_text("The browser does not keep a file: choose ferry.html again.")
    page.get_by_label("Address of the page").fill(HERE)
    page.get_by_label("or choose a file").set_input_files(tmp_path / "ferry.html")
    read(page, FERRY)
    expect(page.locator(".original")).to_contain_text(HERE)


def test_a_page_that_asks_for_its_address_keeps_the_file(open_page: Open, reader: str, tmp_path: Path) -> None:  # noqa: F811
    page = open_page()
    page.goto(reader)
    (tmp_path / "ferry.html").write_text(story())
    page.get_by_label("or choose a file").set_input_files(tmp_path / "ferry.html")
    page.get_by_role("button", name="Read", exact=True).click()
    page.get_by_label("Address of the page").fill(HERE)
    read(page, FERRY)
    expect(page.locator(".original")).to_contain_text(HERE)


def test_what_chromium_saves_itself_is_read(open_page: Open, reader: str, origin: Origin, tmp_path: Path) -> None:  # noqa: F811
    page = open_page()
    page.goto(f"{origin[0]}/ferry?from=here")
    saved = page.context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})["data"]
    assert "Snapshot-Content-Location" in saved
    (tmp_path / "ferry.mhtml").write_bytes(saved.encode())
    page.goto(reader)
    page.get_by_label("or choose a file").set_input_files(tmp_path / "ferry.mhtml")
    read(page, FERRY)
    expect(page.locator(".original")).to_contain_text(f"{origin[0]}/ferry?from=here")
    shown = page.locator(".body figure img").first
    shown.scroll_into_view_if_needed()
    expect(shown).to_have_js_property("naturalWidth", 64)
    expect(page.locator(".body figcaption .credit")).to_have_text("Jonas Weir/Orrin Post")
    expect(page.get_by_role("region", name="2 blocks removed")).to_be_visible()


@pytest.mark.parametrize("kind", ["single file", "mail"])
def test_pictures_that_came_inside_are_seen(open_page: Open, reader: str, tmp_path: Path, kind: str) -> None:  # noqa: F811
    page = open_page()
    message = mail(single_file("cid:b").partition("-->")[2])
    message.add_related(photo(900, 500), "image", "jpeg", cid="<b>")
    file = tmp_path / "page.txt"  # told by content
    file.write_bytes(message.as_bytes() if kind == "mail" else single_file(data(photo(900, 500))).encode())
    page.goto(reader)
    page.get_by_label("or choose a file").set_input_files(file)
    read(page, TITLE)
    shown = page.locator(".body figure img")
    shown.scroll_into_view_if_needed()
    expect(shown).to_have_js_property("naturalWidth", 900)


# The clipboard


@pytest.fixture
def pasting(open_page: Open, origin: Origin) -> Page:  # noqa: F811
    """A page on the site, whose clipboard is the real one."""
    page = open_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{origin[0]}/ferry")
    return page


def paste(page: Page, reader: str, html: str, text: str, keys: str = "Control+V") -> None:  # noqa: F811
    page.evaluate(COPIED, [html, text])  # on the site: it parses what it writes, and would hold styles against our policy
    page.goto(reader)
    page.get_by_label("Paste a link").focus()
    page.keyboard.press(keys)
    if text:
        expect(page.get_by_label("Paste a link")).not_to_have_value("")


def test_what_is_copied_from_a_page_keeps_its_picture_and_links(pasting: Page, reader: str, origin: Origin) -> None:  # noqa: F811
    pasting.evaluate("getSelection().selectAllChildren(document.querySelector('article'))")
    pasting.keyboard.press("Control+C")
    pasting.goto(reader)
    pasting.get_by_label("Paste a link").focus()
    pasting.keyboard.press("Control+V")
    expect(pasting.get_by_text(PASTED)).to_be_visible()
    expect(pasting.get_by_label("Paste a link")).to_have_value(re.compile("^" + FERRY))
    read(pasting, FERRY)
    expect(pasting.locator(".body figure img")).to_have_attribute("src", f"{origin[0]}/img/quay.png")
    expect(pasting.locator(".body figcaption .credit")).to_have_text("Jonas Weir/Orrin Post")
    expect(pasting.locator(".body")).not_to_contain_text("outer pier cost twice")


def test_what_is_copied_from_docs_keeps_its_bold(pasting: Page, reader: str) -> None:  # noqa: F811
    bold = f'<p dir="ltr"><span style="font-weight:700">Bold words</span><span>, {PARAGRAPHS[0]}</span></p>'
    paste(pasting, reader, docs(bold), "\n\n".join([TITLE, *PARAGRAPHS]))
    expect(pasting.get_by_text(PASTED)).to_be_visible()
    read(pasting, TITLE)
    expect(pasting.locator(".body b")).to_have_text("Bold words")


def test_plain_text_can_be_had_instead(pasting: Page, reader: str) -> None:  # noqa: F811
    plain = "\n\n".join(["A plain headline for it", *PARAGRAPHS])
    paste(pasting, reader, docs(""), plain)
    pasting.get_by_role("button", name="Use the plain text").click()
    expect(pasting.get_by_text(PASTED)).to_be_hidden()
    expect(pasting.get_by_label("Paste a link")).to_be_focused()
    read(pasting, "A plain headline for it")


def test_editing_the_text_lets_go_of_its_markup(pasting: Page, reader: str) -> None:  # noqa: F811
    paste(pasting, reader, docs(""), "\n\n".join(PARAGRAPHS))
    expect(pasting.get_by_text(PASTED)).to_be_visible()
    pasting.keyboard.press("Control+Home")
    pasting.keyboard.type("My own headline\n\n")
    expect(pasting.get_by_text(PASTED)).to_be_hidden()
    read(pasting, "My own headline")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<a href="https://orrin.example/ferry">A long headline of a story</a>', "https://orrin.example/ferry"),
        (f"<span>{PARAGRAPHS[0]}{PARAGRAPHS[1]}</span>", PARAGRAPHS[0] + PARAGRAPHS[1]),
        (f"<pre><span style='color:red'>&lt;p&gt;</span>{PARAGRAPHS[0]}</pre><a href='https://a.example/'>x</a>", f"<p>{PARAGRAPHS[0]}</p>"),
    ],
    ids=["a link", "a line", "code"],
)  # fmt: skip
def test_a_link_plain_words_and_code_are_pasted_as_ever(pasting: Page, reader: str, html: str, text: str) -> None:  # noqa: F811
    paste(pasting, reader, html, text)
    expect(pasting.get_by_label("Paste a link")).to_have_value(text)
    expect(pasting.get_by_text(PASTED)).to_be_hidden()
    assert pasting.locator("#rich").input_value() == ""


def test_nothing_in_what_is_pasted_runs_or_loads(pasting: Page, reader: str, origin: Origin) -> None:  # noqa: F811
    origin[1].asked.clear()
    hostile = f'<img src="{origin[0]}/img/seen.png" onerror="document.title=1"><script>document.title=2</script>'
    pasting.goto(reader)
    pasting.evaluate(
        """([html, text]) => {
          const held = new DataTransfer();
          held.setData("text/html", html);
          held.setData("text/plain", text);
          const field = document.getElementById("source");
          field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: held, bubbles: true }));
          field.value = text;
        }""",
        [docs(hostile), "\n\n".join([TITLE, *PARAGRAPHS])],
    )
    expect(pasting.get_by_text(PASTED)).to_be_visible()
    read(pasting, TITLE)
    assert origin[1].asked["/img/seen.png"] <= 1  # the article may show it, lazily; the form did not
    expect(pasting).to_have_title(re.compile(f"^{re.escape(TITLE)}"))
    expect(pasting.get_by_role("heading", level=1)).to_be_in_viewport()
