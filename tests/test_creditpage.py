"""The credits sheet in the web: what it shows, what it asks for on request, and how it is copied, saved and printed."""
# ruff: noqa: E501 - pages are data
from __future__ import annotations

import html
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from live import Make, serving, story
from playwright.sync_api import Browser, Page, expect
from servers import Answer, Server, reply
from test_embedded import BYLINE, CREDIT, INSTRUCTIONS, WHOLE, iptc, jpeg
from test_pictures import as_file, flag
from test_web import HTMX, OURS, post
from werkzeug.test import TestResponse

from reader.web import creditsheet

CONFLICT = jpeg(iptc((BYLINE, b"John Roe"), (CREDIT, b"Reuters"), (INSTRUCTIONS, b"No Archiving")))
EVIL = "<img src=x onerror=alert(1)>{{7*7}}"
FILES = {
    "/img/quay.png": (CONFLICT, "image/jpeg"), "/xmp.webp": (as_file(flag(), "WEBP", xmp=WHOLE), "image/webp"),
    "/bare.png": (as_file(flag()), "image/png"), "/evil.jpg": (jpeg(iptc((BYLINE, EVIL.encode()), (CREDIT, b"=1+1"))), "image/jpeg"),
    "/page.jpg": (b"<!doctype html><p>no", "text/html"),
}  # fmt: skip
MORE = (
    '<figure><img src="/xmp.webp" alt="W"><figcaption>Passengers wait. <span class="credit">Jane Doe/AP</span></figcaption></figure>'
    "<p>It was the first time in nine years that anybody had waited on the quay for a ferry that came on time.</p>"
    '<figure><img src="/bare.png" alt="B"><figcaption>The piano is brought ashore. NO SALES</figcaption></figure>'
    "<p>The piano had been ordered for the school, and had been waiting on the mainland for all of those years.</p>"
    '<figure><img src="/evil.jpg" alt="E"><figcaption>&lt;script&gt;alert(1)&lt;/script&gt; <span class="credit">=1+1 Ray/AFP</span>'
    '</figcaption></figure><p>Two dogs were the first to come down, and sat beside the piano until it was fetched.</p>'
    '<figure><img src="/page.jpg" alt="P"><figcaption>Two dogs. <span class="credit">Jo Lee</span></figcaption></figure></article>'
)  # fmt: skip


def files() -> Answer:
    """Serves the images of ``FILES``, whatever may be asked behind their paths."""
    def answer(connection: Any, request: bytes) -> None:
        body, kind = FILES.get(request.split()[1].decode(), (b"", ""))
        connection.sendall(reply(body, content_type=kind) if body else reply(status="404 Not Found"))

    return answer


@contextmanager
def kept(app: Flask) -> Iterator[tuple[str, Server]]:
    """The address of a kept article with five images, and the server that has them."""
    with Server(files()) as server:
        page = story(f'<base href="{server.url("/")}">').replace("</article>", MORE)
        yield post(app.test_client(), page, url=server.url("/story")).headers["Location"], server


def ask(app: Flask, where: str, image: str, headers: dict[str, str] = OURS) -> TestResponse:
    return app.test_client().post(f"{where}/credits", data={"image": image}, headers=headers)


def rows(page: str) -> list[str]:
    """What is said of each image, as text."""
    parts = re.split(r'<li id="image-\d+"', page.split('<ol class="images">')[1].split("<textarea")[0])[1:]
    return [" ".join(html.unescape(re.sub(r"<[^>]+>", " ", part.partition(">")[2])).split()) for part in parts]


def test_the_article_leads_to_its_credits_and_they_lead_back(make: Make) -> None:
    app = make()
    with kept(app) as (where, _):
        page = app.test_client().get(where).text
        link = re.search(r'<a class="tool" href="([^"]+)">(.*?)</a>', page)
        assert link
        assert re.sub("<[^>]+>", "", link[2]) == "Credits: 5 images, 1 without, 1 restricted"
        sheet = app.test_client().get(link[1]).text
        assert f'href="{where}"' in sheet
        back = app.test_client().get(f"{where}?back=all").text
        (href,) = re.findall(r'<a class="tool" href="([^"]+)">', back)
        assert href.endswith("/credits?back=all")
        assert len(rows(app.test_client().get(href).text)) == 9
        assert "put back" in rows(app.test_client().get(href).text)[-1]
        assert f'href="{where}?back=all"' in app.test_client().get(href).text


def test_an_article_without_images_has_no_link_and_an_empty_sheet(make: Make) -> None:
    app = make()
    bare = re.sub(r"<figure>.*?</figure>", "", story(), flags=re.S)
    where = post(app.test_client(), bare, url="https://orrin.example/ferry").headers["Location"]
    assert "/credits" not in app.test_client().get(where).text
    assert "This article has no images." in app.test_client().get(f"{where}/credits").text
    assert app.test_client().get("/a/nothing/credits").status_code == 404


def test_an_image_whose_address_leads_nowhere_is_told_and_not_asked(make: Make) -> None:
    app = make()
    where = post(app.test_client(), story(), imageless="1").headers["Location"]
    page = app.test_client().get(f"{where}/credits").text
    assert rows(page)[0].startswith("? The Marigold")
    assert "Address Unknown" in rows(page)[0]
    assert "<img" not in page
    assert "Ask" not in rows(page)[0]


def test_opening_and_saving_ask_nobody(make: Make) -> None:
    app = make()
    with kept(app) as (where, server):
        page = app.test_client().get(f"{where}/credits")
        assert [app.test_client().get(f"{where}/credits.{ending}").status_code for ending in ("csv", "txt")] == [200, 200]
        assert server.connections == 0
    first, second, third, fourth, _ = rows(page.text)
    assert first.startswith("The Marigold ties up")
    assert "Declared size 640 × 360" in first
    assert "Agency AP Photographer Jane Doe" in second
    assert third.startswith("No credit The page does not say whose it is. Restricted: NO SALES")
    assert "<script>alert(1)</script>" in fourth
    assert "<script>alert" not in page.text
    assert page.text.count('loading="lazy" decoding="async" referrerpolicy="no-referrer"') == 5


def test_one_file_is_asked_once_and_a_conflict_is_shown_as_both_stand(make: Make) -> None:
    app = make()
    with kept(app) as (where, server):
        for _ in range(3):
            answer = ask(app, where, "1")
            assert answer.status_code == 200
        assert server.connections == 1
        (request,) = server.requests
        assert request.startswith(b"GET /img/quay.png")
        assert not re.search(rb"(?i)referer|cookie", request)
        said = rows(answer.text)[0]
        assert said.startswith("Conflict: John Roe; Reuters The file names others than the page. Restricted: No Archiving")
        assert "Jonas Weir/Orrin Post" in said
        assert "Creator John Roe IPTC Credit line Reuters IPTC" in said
        assert "JPEG, 40 × 20 pixels" in said
        assert rows(app.test_client().get(f"{where}/credits").text)[0] == said  # it stays


def test_all_are_asked_and_each_says_what_it_says_or_why_not(make: Make) -> None:
    app = make()
    with kept(app) as (where, server):
        answer = ask(app, where, "all", HTMX)
        assert server.connections == 5
        said = rows(answer.text)
        assert "The file says more than the page." in said[1]
        assert "No Archiving" in said[1]
        assert "The file says nothing about its makers." in said[2]
        assert "The file: There is no picture at this address." in said[4]
        assert EVIL in said[3]
        assert "<img src=x" not in answer.text
        ask(app, where, "all")
        assert server.connections == 5  # what failed is let be for a while
        table = app.test_client().get(f"{where}/credits.csv")
        assert "John Roe" in table.text
        assert ",'=1+1" in table.text
        assert "There is no picture at this address." in table.text
        assert "File, Creator: John Roe (IPTC)" in app.test_client().get(f"{where}/credits.txt").text


def test_saved_files_are_named_and_typed(make: Make) -> None:
    app = make()
    with kept(app) as (where, _):
        table, excel, text = (app.test_client().get(f"{where}/{name}") for name in ("credits.csv", "credits.csv?bom=1", "credits.txt"))
        assert table.content_type == "text/csv; charset=utf-8"
        assert table.headers["Content-Disposition"] == 'attachment; filename="credits.csv"'
        assert excel.data == b"\xef\xbb\xbf" + table.data
        assert text.content_type == "text/plain; charset=utf-8"
        assert text.text.startswith("Credits: Ferry returns to Orrin after nine years\nThe Orrin Post\nhttp://127.0.0.1")


@pytest.mark.security
def test_only_the_article_s_own_images_are_asked_and_only_for_ourselves(make: Make) -> None:
    app = make(allowed_internal_hosts="")
    with kept(app) as (where, server):
        for image in ("0", "6", "", "http://127.0.0.1/", server.url("/bare.png"), "-1", "٣"):
            assert ask(app, where, image).status_code == 404, image
        for headers in ({}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
            assert ask(app, where, "all", headers).status_code == 403
        assert "public" in rows(ask(app, where, "1").text)[0] or "inside" in rows(ask(app, where, "1").text)[0]
        assert server.connections == 0


@pytest.mark.security
def test_a_client_has_so_many_files_a_minute(make: Make) -> None:
    app = make(client_limit="1/hour")
    with kept(app) as (where, server):
        limits = app.extensions["limits"]
        with app.test_request_context(environ_base={"REMOTE_ADDR": "127.0.0.1"}):
            for _ in range(19):
                with limits.viewer:
                    pass
        said = rows(ask(app, where, "all").text)
        assert server.connections == 1
        assert "You have asked more" in said[1]


def test_what_takes_long_is_left_for_another_time(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make()
    monkeypatch.setattr(creditsheet, "ASKING_SECONDS", -1.0)
    with kept(app) as (where, server):
        assert "Ask all 5 files" in ask(app, where, "all").text
        assert server.connections == 0


def test_thumbnails_come_through_the_reader_when_pictures_do(make: Make) -> None:
    app = make(image_proxy=1)
    with kept(app) as (where, _):
        page = app.test_client().get(f"{where}/credits").text
        sources = re.findall(r'<img src="([^"]+)"', page)
        assert len(sources) == 5
        assert all(source.startswith("/picture/") for source in sources)
        assert app.test_client().get(sources[1]).status_code == 200


# ---------------------------------------------------------------- in a browser

PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True, "color_scheme": "dark"}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
WATCH = "addEventListener('securitypolicyviolation', e => console.error('CSP', e.violatedDirective, e.blockedURI))"
Open = Callable[..., Page]
ASKED = 20_000  # milliseconds: the first file waits for a worker to start, on a busy machine


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    made, complaints = [], []

    def new_page(**ways: Any) -> Page:
        made.append(browser.new_context(**{**DESKTOP, **ways}))
        page: Page = made[-1].new_page()
        page.set_default_timeout(15_000)
        page.add_init_script(WATCH)
        page.on("console", lambda said: complaints.append(said.text) if "CSP" in said.text else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield new_page
    for context in made:
        context.close()
    assert complaints == []


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False], ids=["js", "plain"])
@pytest.mark.parametrize("ways", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_from_the_article_to_what_the_files_say(make: Make, open_page: Open, ways: dict[str, Any], script: bool) -> None:
    app = make()
    with kept(app) as (where, _), serving(app) as reader:
        page = open_page(**ways, java_script_enabled=script)
        page.goto(reader + where)
        page.get_by_role("link", name="Credits: 5 images").click()
        first = page.locator("#image-1")
        page.get_by_role("button", name="Ask the file of image 1 who made it").click()
        expect(first.get_by_text("The file names others than the page.").first).to_be_visible(timeout=ASKED)
        expect(first).to_contain_text("Jonas Weir/Orrin Post")
        expect(first).to_contain_text("John Roe")
        assert urlpath(page) == f"{where}/credits"
        page.get_by_role("button", name="Ask all 4 files").click()
        expect(page.locator("#image-5")).to_contain_text("There is no picture at this address.", timeout=ASKED)
        expect(page.locator("#image-3")).to_contain_text("The file says nothing about its makers.")
        expect(page.get_by_role("button", name="Ask the file of image 3")).to_have_count(0)
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth") if script else True
        with page.expect_download() as saved:
            page.get_by_role("link", name="Download CSV").click()
        assert "John Roe" in saved.value.path().read_text()
        page.get_by_role("link", name="Back to the article").click()
        expect(page.locator(".body figure").first).to_be_visible()


def urlpath(page: Page) -> str:
    return re.sub(r"https?://[^/]+|[?#].*", "", page.url)


@pytest.mark.browser
def test_the_file_just_asked_has_the_focus_and_the_text_follows(make: Make, open_page: Open) -> None:
    app = make()
    with kept(app) as (where, _), serving(app) as reader:
        page = open_page()
        page.goto(f"{reader}{where}/credits")
        button = page.get_by_role("button", name="Ask the file of image 2 who made it")
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator("#image-2 .imprint")).to_be_visible(timeout=ASKED)
        expect(page.locator("#image-2")).to_be_focused()
        assert "File, Creator: Jane Doe (XMP)" in page.locator("#sheet-text").input_value()
        assert page.get_by_role("button", name="Copy as text").is_visible()


@pytest.mark.browser
@pytest.mark.parametrize("host", ["127.0.0.1", "reader.test"], ids=["clipboard", "plain http"])
def test_the_text_is_copied(make: Make, open_page: Open, host: str) -> None:
    """On plain http, but for the machine itself, browsers have no navigator.clipboard."""
    app = make()
    with kept(app) as (where, _), serving(app) as reader:
        page = open_page()
        if host == "127.0.0.1":
            page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.goto(f"{reader.replace('127.0.0.1', host)}{where}/credits")
        assert page.evaluate("isSecureContext") is (host == "127.0.0.1")
        page.get_by_role("button", name="Copy as text").click()
        expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
        expect(page.locator("#sheet-text")).to_be_hidden()
        wanted = page.locator("#sheet-text").input_value()
        assert "! No credit" in wanted
        assert pasted(page).rstrip("\n") == wanted.rstrip("\n")
        page.get_by_role("button", name="Copy as CSV").click()
        expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
        table = pasted(page)
        assert table.startswith("Number,Kind,Flags,Caption,Credit,Agency")
        assert table == page.locator("#sheet-table").input_value()


def pasted(page: Page) -> str:
    """What a person gets who pastes now, into a field as any other."""
    page.evaluate("""() => {
        document.getElementById('here')?.remove();
        const field = document.createElement('textarea');
        field.id = 'here';
        document.body.append(field);
        field.focus();
    }""")
    page.keyboard.press("Control+V")
    time.sleep(0.2)
    return page.locator("#here").input_value()


@pytest.mark.browser
def test_without_scripts_nothing_is_offered_that_needs_them_and_print_has_no_buttons(make: Make, open_page: Open) -> None:
    app = make()
    with kept(app) as (where, _), serving(app) as reader:
        plain = open_page(java_script_enabled=False)
        plain.goto(f"{reader}{where}/credits")
        expect(plain.get_by_role("button", name="Copy as text")).to_have_count(0)
        expect(plain.get_by_role("link", name="Download .txt")).to_be_visible()
        plain.emulate_media(media="print")
        expect(plain.get_by_role("button")).to_have_count(0)
        expect(plain.get_by_role("link", name="Download CSV")).to_have_count(0)
        expect(plain.locator("#image-3")).to_contain_text("NO SALES")
        expect(plain.locator("#image-3 img")).to_be_visible()


