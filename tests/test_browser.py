"""What a person does, in a real Chromium: with and without JavaScript, on a desktop and on a phone."""
from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from live import Site, serving, settings, site, story
from playwright.sync_api import Browser, Page, expect
from servers import Server, leaving

from reader.web import create_app

pytestmark = pytest.mark.browser

HERE = "https://orrin.example/ferry"
LAZY = 'src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/img/'
STORY = story(f'<base href="{HERE}">').replace('src="/img/', LAZY)
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
WAYS = [
    pytest.param({**DESKTOP, "java_script_enabled": True}, id="desktop-js"),
    pytest.param({**DESKTOP, "java_script_enabled": False}, id="desktop-plain"),
    pytest.param({**PHONE, "java_script_enabled": True}, id="phone-js"),
    pytest.param({**PHONE, "java_script_enabled": False}, id="phone-plain"),
]
# The policy must never have had to stop anything of ours.
WATCH = "addEventListener('securitypolicyviolation', e => console.error('CSP', e.violatedDirective, e.blockedURI))"

# A true status, a server that tests take away, and a header that is for https only.
EXPECTED = re.compile(r"Failed to load resource|htmx:error: Failed to fetch|^The Cross-Origin-Opener-Policy header")

Origin = tuple[str, type[Site]]
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def origin() -> Iterator[Origin]:
    with site() as running:
        yield running


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    app = create_app(settings(tmp_path_factory.mktemp("data")))
    with serving(app) as address:
        yield address
    app.extensions["desk"].close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Opens pages in a context of their own; when the test ends, none of them may have complained."""
    complaints: list[str] = []

    def complain(kind: str, text: str) -> None:
        if kind in ("error", "warning") and not EXPECTED.search(text):
            complaints.append(text)

    with _contexts(browser) as new_context:

        def new_page(**ways: Any) -> Page:
            page: Page = new_context(**{**DESKTOP, **ways}).new_page()
            page.add_init_script(WATCH)
            page.on("console", lambda message: complain(message.type, message.text))
            page.on("pageerror", lambda error: complain("error", str(error)))
            page.route(re.compile(r"https?://orrin\.example/"), lambda route: route.abort())
            return page

        yield new_page
    assert complaints == []


@contextmanager
def _contexts(browser: Browser) -> Iterator[Callable[..., Any]]:
    made: list[Any] = []

    def make(**ways: Any) -> Any:
        made.append(browser.new_context(**ways))
        made[-1].set_default_timeout(10_000)
        return made[-1]

    yield make
    for context in made:
        context.close()


def paste(page: Page, reader: str, source: str = STORY) -> None:
    page.goto(reader)
    page.get_by_label("Paste a link").fill(source)
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ferry returns to Orrin after nine years")


def in_view(page: Page, selector: str) -> bool:
    return bool(page.evaluate(
        "s => { const r = document.querySelector(s).getBoundingClientRect();"
        "       return r.bottom > 0 && r.top < innerHeight }",
        selector,
    ))  # fmt: skip


@pytest.mark.parametrize("ways", WAYS)
def test_paste_read_put_back_and_remove_again(open_page: Open, reader: str, ways: dict[str, Any]) -> None:
    page = open_page(**ways)
    paste(page, reader)
    assert urlsplit(page.url).path.startswith("/a/")
    expect(page.get_by_role("link", name="Read another")).to_be_visible()
    expect(page).to_have_title("Ferry returns to Orrin after nine years · Unfeed")
    body = page.locator(".body")
    expect(body.locator("figcaption")).to_contain_text("ties up at the old quay")
    expect(body.locator("figcaption .credit")).to_have_text("Jonas Weir/Orrin Post")
    expect(body).not_to_contain_text("outer pier cost twice")
    listed = page.get_by_role("region", name="2 blocks removed")
    row = listed.get_by_role("listitem").filter(has_text="Related links").first
    row.get_by_text("Put back").click()
    unit = body.get_by_label("Put back: Related links")
    expect(unit).to_contain_text("Why the outer pier cost twice what was promised")
    assert "?back=" in page.url
    assert in_view(page, ".r-back")
    unit.get_by_text("Remove again").click()
    expect(unit).to_have_count(0)
    assert "?back=" not in page.url
    listed.get_by_text("Put all back").click()
    expect(body.locator(".r-back")).to_have_count(2)
    assert page.url.split("#")[0].endswith("?back=all")
    expect(body).to_contain_text("School choir to sing on the mainland in autumn")
    row.get_by_text("Remove again").click()
    expect(body.locator(".r-back")).to_have_count(1)
    listed.get_by_text("Put all back").click()
    listed.get_by_text("Remove all again").click()
    expect(body.locator(".r-back")).to_have_count(0)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.parametrize("ways", WAYS)
def test_back_and_forward_go_where_one_was(open_page: Open, reader: str, ways: dict[str, Any]) -> None:
    page = open_page(**ways)
    paste(page, reader)
    article = page.url
    page.get_by_text("Put all back").click()
    expect(page.locator(".r-back")).to_have_count(2)
    page.go_back()
    expect(page.locator(".r-back")).to_have_count(0)
    assert page.url == article
    page.go_back()
    expect(page.get_by_label("Paste a link")).to_be_visible()
    expect(page).to_have_title("Unfeed")
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ferry returns to Orrin after nine years")
    page.get_by_text("Put all back").click()  # what was brought back is alive
    expect(page.locator(".r-back")).to_have_count(2)


@pytest.mark.parametrize("ways", WAYS)
def test_a_link_gets_an_address_that_can_be_opened_again(
    open_page: Open, reader: str, origin: Origin, ways: dict[str, Any]
) -> None:
    page = open_page(**ways)
    link = f"{origin[0]}/story"
    page.goto(reader)
    page.get_by_label("Paste a link").fill(link)
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ferry returns to Orrin after nine years")
    assert page.url == f"{reader}/read?url={link}"
    picture = page.locator(".body img").first
    assert picture.evaluate("i => i.decode().then(() => i.naturalWidth)") == 64
    other = open_page(**ways)
    other.goto(page.url)
    expect(other.get_by_role("heading", level=1)).to_have_text("Ferry returns to Orrin after nine years")
    asked = origin[1].asked["/story"]
    with other.expect_response(f"{reader}/read"):
        other.get_by_role("button", name="Fetch again").click()
    expect(other.get_by_role("heading", level=1)).to_be_visible()
    assert origin[1].asked["/story"] == asked + 1
    assert origin[1].referrers == []


def test_the_focus_goes_to_what_was_read(open_page: Open, reader: str) -> None:
    page = open_page()
    paste(page, reader)
    expect(page.locator("#main")).to_be_focused()
    assert page.evaluate("scrollY") == 0


def test_enter_sends_a_link_and_breaks_a_line_of_text(open_page: Open, reader: str, origin: Origin) -> None:
    page = open_page()
    page.goto(reader)
    field = page.get_by_label("Paste a link")
    expect(field).to_be_focused()
    page.keyboard.type("Two words")
    page.keyboard.press("Enter")
    expect(field).to_have_value("Two words\n")
    field.fill(f"{origin[0]}/story")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ferry returns to Orrin after nine years")


def test_a_slow_fetch_shows_progress_and_can_be_cancelled(open_page: Open, reader: str, origin: Origin) -> None:
    page = open_page()
    page.goto(reader)
    link = f"{origin[0]}/slow?s=1.5"
    page.get_by_label("Paste a link").fill(link)
    expect(page.get_by_role("button", name="Cancel")).to_be_hidden()
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Fetching the page…")
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("button", name="Cancel")).to_be_hidden()
    expect(page.get_by_label("Paste a link")).to_be_focused()
    page.wait_for_timeout(2500)  # the answer that nobody waits for any more changes nothing
    expect(page.get_by_label("Paste a link")).to_have_value(link)
    assert page.url == f"{reader}/"
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ferry returns to Orrin after nine years")


def test_cancel_ends_the_fetch_too(open_page: Open, reader: str) -> None:
    page = open_page()
    page.goto(reader)
    gone = threading.Event()
    with Server(leaving(gone)) as silent:
        page.get_by_label("Paste a link").fill(silent.url())
        with page.expect_request(f"{reader}/read"):
            page.get_by_role("button", name="Read", exact=True).click()
        expect(page.get_by_role("status")).to_have_text("Still waiting for the other site…")
        assert silent.requests
        assert not gone.is_set()
        page.get_by_role("button", name="Cancel").click()
        assert gone.wait(4)


def test_a_very_slow_fetch_says_whom_we_wait_for(open_page: Open, reader: str, origin: Origin) -> None:
    page = open_page()
    page.goto(reader)
    page.get_by_label("Paste a link").fill(f"{origin[0]}/slow?s=5.5")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Still waiting for the other site…")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ferry returns to Orrin after nine years")


@pytest.mark.parametrize("ways", WAYS)
def test_an_error_is_said_and_nothing_typed_is_lost(
    open_page: Open, reader: str, origin: Origin, ways: dict[str, Any]
) -> None:
    page = open_page(**ways)
    page.goto(reader)
    link = f"{origin[0]}/pdf"
    page.get_by_label("Paste a link").fill(link)
    with page.expect_response(f"{reader}/read") as answer:
        page.get_by_role("button", name="Read", exact=True).click()
    assert answer.value.status == 415
    expect(page.get_by_role("alert")).to_contain_text("Only web pages and plain text can be read.")
    expect(page.get_by_label("Paste a link")).to_have_value(link)
    page.get_by_label("Paste a link").fill(f"{origin[0]}/story")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ferry returns to Orrin after nine years")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_fetch_again_that_fails_leaves_the_article_where_it_is(open_page: Open, reader: str, origin: Origin) -> None:
    page = open_page(**PHONE)
    page.goto(f"{reader}/read?url={origin[0]}/once")
    page.get_by_role("button", name="Fetch again").click()
    expect(page.get_by_role("alert")).to_contain_text("Check the link in your browser")
    expect(page.get_by_role("alert")).to_be_in_viewport()
    expect(page.locator(".body")).to_contain_text("forty passengers")
    assert page.url == f"{reader}/read?url={origin[0]}/once"


@pytest.mark.parametrize("ways", WAYS)
def test_html_without_an_address_is_asked_for_it(open_page: Open, reader: str, ways: dict[str, Any]) -> None:
    page = open_page(**ways)
    page.goto(reader)
    expect(page.get_by_label("Address of the page")).to_be_hidden()
    page.get_by_label("Paste a link").fill(story())
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Give the address the page came from")
    expect(page.get_by_label("Paste a link")).to_have_value(story())
    expect(page.get_by_label("Address of the page")).to_be_focused()
    page.get_by_label("Address of the page").fill(HERE)
    page.keyboard.press("Enter")
    expect(page.locator(".body img").first).to_have_attribute("src", "https://orrin.example/img/quay.png")
    page.goto(reader)
    page.get_by_label("Paste a link").fill(story())
    page.get_by_role("button", name="Read", exact=True).click()
    page.get_by_role("button", name="Go on without images").click()
    expect(page.locator(".body")).to_contain_text("forty passengers")
    expect(page.locator(".body img:visible")).to_have_count(0)


def test_a_reader_that_is_gone_is_said(open_page: Open, reader: str) -> None:
    page = open_page()
    page.goto(reader)
    page.route("**/read", lambda route: route.abort())
    page.get_by_label("Paste a link").fill("Some words")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("The reader itself did not answer.")
    expect(page.get_by_label("Paste a link")).to_have_value("Some words")


@pytest.mark.parametrize("ways", WAYS)
def test_a_pasted_page_can_be_deleted(open_page: Open, reader: str, ways: dict[str, Any]) -> None:
    page = open_page(**ways)
    paste(page, reader)
    article = page.url
    page.get_by_text("Delete", exact=True).click()
    page.get_by_role("button", name="Delete it for good").click()
    expect(page.get_by_text("The page was deleted.")).to_be_visible()
    answer = page.goto(article)
    assert answer is not None
    assert answer.status == 404


@pytest.mark.parametrize("scripts", [True, False])
def test_plain_http_under_a_name(open_page: Open, reader: str, origin: Origin, scripts: bool) -> None:
    """Browsers send no Sec-Fetch-* there: posting stands on Origin, and opening a link asks with a button."""
    named = f"http://reader.test:{urlsplit(reader).port}"
    page = open_page(java_script_enabled=scripts)
    with page.expect_request(re.compile("/read$")) as sent:
        paste(page, named)
    headers = sent.value.all_headers()
    assert "sec-fetch-site" not in headers
    assert headers["origin"] == named
    page.get_by_text("Put all back").click()
    expect(page.locator(".r-back")).to_have_count(2)
    page.goto(f"{named}/read?url={origin[0]}/named-{scripts}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Read this page?")
    assert origin[1].asked[f"/named-{scripts}"] == 0
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ferry returns to Orrin after nine years")
    assert page.url == f"{named}/read?url={origin[0]}/named-{scripts}"
    assert origin[1].asked[f"/named-{scripts}"] == 1


@pytest.mark.parametrize("host", ["127.0.0.1", "reader.test"])
def test_another_site_can_neither_post_nor_embed(open_page: Open, reader: str, origin: Origin, host: str) -> None:
    target = f"http://{host}:{urlsplit(reader).port}"
    page = open_page()
    page.goto(f"http://evil.test:{urlsplit(origin[0]).port}/story")
    page.evaluate(
        """([target, link]) => new Promise((done) => {
            const image = new Image(); image.onerror = done; image.src = `${target}/read?url=${link}`;
        })""",
        [target, f"{origin[0]}/embedded"],
    )
    page.evaluate(
        "([target, link]) => fetch(`${target}/read?url=${link}`, { mode: 'no-cors' }).catch(() => 0)",
        [target, f"{origin[0]}/embedded"],
    )
    assert origin[1].asked["/embedded"] == 0
    with page.expect_navigation() as arrived:
        page.evaluate(
            """([target, link]) => {
                const form = document.createElement("form");
                form.method = "post"; form.action = `${target}/read`; form.enctype = "multipart/form-data";
                const field = document.createElement("input");
                field.name = "source"; field.value = link;
                form.append(field); document.body.append(form); form.submit();
            }""",
            [target, f"{origin[0]}/embedded"],
        )
    assert arrived.value.status == 403
    assert origin[1].asked["/embedded"] == 0


def test_nothing_of_htmx_lives_inside_an_article(open_page: Open, reader: str) -> None:
    page = open_page()
    paste(page, reader)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.evaluate(
        """() => {
            const link = document.createElement("button");
            link.setAttribute("hx-get", "/inside"); link.setAttribute("data-hx-get", "/inside");
            document.querySelector(".body").append(link);
            htmx.process(document.body); link.click();
        }"""
    )
    page.wait_for_timeout(300)
    assert not [url for url in requests if "inside" in url]


def test_put_back_moves_the_focus_and_keeps_the_pictures(open_page: Open, reader: str) -> None:
    page = open_page()
    paste(page, reader)
    page.evaluate("document.querySelector('.body img').kept = true")
    details = page.locator(".removed details").last
    details.locator("summary").click()
    page.get_by_text("Put back").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".r-back")).to_be_focused()
    assert page.evaluate("document.querySelector('.body img').kept")
    assert details.evaluate("d => d.open")
    page.keyboard.press("Tab")
    expect(page.locator(".r-back").get_by_text("Remove again")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".r-back")).to_have_count(0)
    expect(page.locator(".r-gap")).to_be_focused()


def test_the_keyboard_can_skip_to_the_text(open_page: Open, reader: str) -> None:
    page = open_page()
    paste(page, reader)
    page.goto(page.url)
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to the text")).to_be_focused()
    assert in_view(page, ".skip")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_can_be_read_on_their_ground(open_page: Open, reader: str, scheme: str) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1, for every element that holds text, on both pages."""
    page = open_page(color_scheme=scheme)
    page.goto(reader)
    assert page.evaluate(CONTRAST) == []
    paste(page, reader)
    page.get_by_text("Put all back").click()
    expect(page.locator(".r-back")).to_have_count(2)
    assert page.evaluate(CONTRAST) == []


CONTRAST = """() => {
    const channels = (color) => color.match(/[\\d.]+/g).map(Number);
    const luminance = ([r, g, b]) => [r, g, b].map((c) => c / 255)
        .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const ground = (e) => {
        for (; e; e = e.parentElement) {
            const color = channels(getComputedStyle(e).backgroundColor);
            if (color.length < 4 || color[3] > 0) return color;
        }
        return [255, 255, 255];
    };
    const found = [];
    for (const e of document.querySelectorAll("body *")) {
        if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || !e.checkVisibility()) continue;
        const [a, b] = [channels(getComputedStyle(e).color), ground(e)].map(luminance).sort((x, y) => y - x);
        if ((a + 0.05) / (b + 0.05) < 4.5) found.push([e.tagName, e.className, e.textContent.slice(0, 30)]);
    }
    return found;
}"""


def test_print_holds_the_text_the_captions_and_the_address_once(open_page: Open, reader: str, origin: Origin) -> None:
    page = open_page()
    page.goto(f"{reader}/read?url={origin[0]}/story")
    page.emulate_media(media="print")
    printed = page.locator("body").inner_text()
    assert printed.count(f"{origin[0]}/story") == 1
    assert "JONAS WEIR/ORRIN POST" in printed.upper()
    assert "forty passengers" in printed
    for control in ("Put back", "Fetch again", "Read another", "removed", "Skip"):
        assert control not in printed
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_caption_begins_where_its_picture_does(open_page: Open, reader: str) -> None:
    """Pictures narrower than the column stand in its middle, and most captions are longer than they are wide."""
    page = open_page()
    paste(page, reader, STORY.replace('width="640" height="360"', 'width="400" height="225"'))
    picture, caption = (page.locator(f".body figure {tag}").bounding_box() for tag in ("img", "figcaption"))
    assert picture is not None
    assert caption is not None
    assert picture["width"] == caption["width"] == 400
    assert picture["x"] == caption["x"] == (DESKTOP["viewport"]["width"] - 400) / 2


def test_few_links_of_a_removed_block_are_seen_at_once(open_page: Open, reader: str) -> None:
    page = open_page()
    paste(page, reader)
    listed = page.get_by_role("region", name="2 blocks removed")
    expect(listed.get_by_role("link", name=re.compile("^Why the outer pier cost twice"))).to_be_visible()
    many = listed.get_by_role("link", name="School choir to sing")
    expect(many).to_be_hidden()
    listed.get_by_text("4 links").click()
    expect(many).to_be_visible()


def test_words_from_right_to_left_stay_beside_their_kind_in_the_list(open_page: Open, reader: str) -> None:
    page = open_page()
    paste(page, reader, STORY.replace("You May Also Like", "اقرأ أيضا"))
    gap = """e => {
        const words = document.createRange();
        words.selectNodeContents(e);
        return words.getBoundingClientRect().left - e.getBoundingClientRect().left;
    }"""
    assert page.locator(".removed .heading", has_text="اقرأ").evaluate(gap) < 1


def test_wide_tables_scroll_in_their_own_box(open_page: Open, reader: str) -> None:
    page = open_page(**PHONE)
    wide = "<tr>" + "<td>Nebelschlussleuchte</td>" * 12 + "</tr>"
    paste(page, reader, STORY.replace("<tbody>", "<tbody>" + wide))
    box = page.locator(".r-scroll").first
    assert box.evaluate("b => b.scrollWidth > b.clientWidth")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
