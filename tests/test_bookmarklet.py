"""The bookmarklet on other people's pages, in a real Chromium that blocks windows as people's own does."""
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from conftest import CHROMIUM, RESOLVING
from live import Make, serving, settings, story
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, expect
from policed import MEMBERS, POLICIES, path_of, policed
from servers import certificate

from reader.web import create_app

pytestmark = pytest.mark.browser

TITLE = "Ferry returns to Orrin after nine years"
WINDOW, FORM, LINK = "a message to a window", "a form into a slot", "the link alone"
SAID = {
    WINDOW: re.compile("Sent by a message from"),
    FORM: re.compile("Sent by a form from"),
    LINK: re.compile("Only the link came through"),
}
# What comes through under each policy, and why; a browser that changes its mind is to be noticed.
WAYS = {
    **dict.fromkeys(POLICIES, WINDOW),
    "COOP": FORM,
    "COOP, no referrer": FORM,
    "COOP and COEP": FORM,
    "COOP, 5 MB": FORM,
    "COOP, form-action 'none'": LINK,
    "COOP, form-action 'self'": LINK,
    "COOP, strict CSP": LINK,
    "sandbox": LINK,
}


@pytest.fixture(scope="module")
def strict_browser(playwright_driver: Playwright) -> Iterator[Browser]:
    """Chromium without the flag by which Playwright lets every page open windows."""
    chromium = playwright_driver.chromium.launch(
        executable_path=CHROMIUM, args=RESOLVING, ignore_default_args=["--disable-popup-blocking"]
    )
    yield chromium
    chromium.close()


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The origins of the same site over http and over https."""
    context, _ = certificate(tmp_path_factory.mktemp("tls"), "paper.test")
    with policed() as plain, policed(context) as secure:
        yield {"http": f"http://paper.test:{plain}", "https": f"https://paper.test:{secure}"}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    app = create_app(settings(tmp_path_factory.mktemp("data"), allowed_internal_hosts="127.0.0.1,localhost,paper.test"))
    with serving(app) as address:
        yield address
    app.extensions["desk"].close()


@pytest.fixture
def context(strict_browser: Browser) -> Iterator[BrowserContext]:
    made = strict_browser.new_context(ignore_https_errors=True)
    made.set_default_timeout(15_000)
    yield made
    made.close()


def bookmark(context: BrowserContext, reader: str) -> str:
    """What the browser puts into its bookmarks when the person drags the button there."""
    page = context.new_page()
    page.goto(reader)
    link = page.get_by_role("link", name="Unfeed this")
    link.hover()
    page.mouse.down()
    address = link.get_attribute("href")
    page.close()
    assert address is not None
    return unquote(address.removeprefix("javascript:"))


def click(page: Page, code: str, gesture: bool = True) -> None:
    """A click on the bookmark: not held back by the page's policy for scripts, and allowed to open one window."""
    session = page.context.new_cdp_session(page)
    answer = session.send("Runtime.evaluate", {"expression": code, "userGesture": gesture})
    assert "exceptionDetails" not in answer


def arrived(context: BrowserContext, first: Page) -> tuple[str, Page]:
    """By which way the page came to the reader, and the tab that says so. Fails when nothing is said for 12 seconds."""
    for _ in range(120):
        for page in context.pages:
            try:
                text = page.locator("main").inner_text(timeout=500) if "/receive" in page.url else ""
            except Error:
                continue  # on its way to the next page
            for way, said in SAID.items():
                if said.search(text):
                    return way, page
        first.wait_for_timeout(100)
    raise AssertionError(f"silent: {[page.url for page in context.pages]}")


def visit(context: BrowserContext, site: str, policy: str) -> Page:
    context.add_cookies([{"name": "member", "value": "yes", "url": site}])
    page = context.new_page()
    page.goto(site + path_of(policy))
    return page


def read(page: Page) -> None:
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


# COOP is for secure contexts: over plain http the site's wish is not heard, and one such site is enough.
SITES = [("https", policy) for policy in POLICIES]
SITES += [("http", policy) for policy in ("plain", "strict CSP", "COOP", "sandbox", "5 MB")]


@pytest.mark.parametrize(("scheme", "policy"), SITES)
def test_it_gets_through_under_each_policy(
    context: BrowserContext, reader: str, sites: dict[str, str], counts: dict[str, object], policy: str, scheme: str
) -> None:
    page = visit(context, sites[scheme], policy)
    click(page, bookmark(context, reader))
    way, window = arrived(context, page)
    counts[f"bookmarklet on {scheme}, {policy}"] = way
    assert way == (WINDOW if (scheme, policy) == ("http", "COOP") else WAYS[policy])
    if way == LINK:
        expect(window.get_by_text(sites[scheme] + path_of(policy))).to_be_visible()
        return
    read(window)
    body = window.locator(".body")
    expect(body).to_contain_text("forty passengers")
    expect(body.locator("figcaption .credit")).to_have_text("Jonas Weir/Orrin Post")
    expect(body.locator("img").first).to_have_attribute("src", f"{sites[scheme]}/img/quay.png")
    expect(body).to_contain_text(MEMBERS)


@pytest.mark.parametrize(("scheme", "policy"), [("http", "plain"), ("https", "plain"), ("https", "COOP")])
def test_a_reader_behind_tls_gets_it_too(
    context: BrowserContext, make: Make, sites: dict[str, str], tmp_path: Path, counts: dict[str, object],
    scheme: str, policy: str,
) -> None:  # fmt: skip
    tls, _ = certificate(tmp_path, "reader.test")
    with serving(make(), tls) as address:
        page = visit(context, sites[scheme], policy)
        click(page, bookmark(context, address.replace("127.0.0.1", "reader.test")))
        way, window = arrived(context, page)
        counts[f"bookmarklet of a reader behind TLS on {scheme}, {policy}"] = way
        read(window)
    assert way == WAYS[policy]


def test_a_window_that_was_cut_off_says_so(context: BrowserContext, reader: str, sites: dict[str, str]) -> None:
    page, code = visit(context, sites["https"], "COOP"), bookmark(context, reader)
    with context.expect_page() as opened:
        click(page, code)
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("The site keeps this window apart from its page.")
    way, tab = arrived(context, page)
    assert (way, tab) == (FORM, page)
    expect(tab.locator("main")).to_contain_text("The site keeps other windows apart from its pages")


@pytest.mark.parametrize(("policy", "way"), [("plain", FORM), ("COOP, form-action 'none'", LINK)])
def test_without_a_window_it_goes_another_way(
    context: BrowserContext, reader: str, sites: dict[str, str], policy: str, way: str
) -> None:
    page = visit(context, sites["https"], policy)
    click(page, bookmark(context, reader), gesture=False)  # the browser blocks what nobody clicked for
    came, tab = arrived(context, page)
    assert (came, tab) == (way, page)
    if way == FORM:
        expect(tab.locator("main")).to_contain_text("Your browser did not let the bookmarklet open a window.")


def test_the_link_alone_is_read_from_its_site(context: BrowserContext, reader: str, sites: dict[str, str]) -> None:
    near = f"http://127.0.0.1:{urlsplit(sites['http']).port}"
    page = visit(context, near, "sandbox")
    click(page, bookmark(context, reader))
    way, tab = arrived(context, page)
    assert way == LINK
    read(tab)
    expect(tab.locator(".body")).not_to_contain_text(MEMBERS)


def test_a_page_behind_a_login_comes_as_its_reader_sees_it(
    context: BrowserContext, reader: str, sites: dict[str, str]
) -> None:
    context.add_cookies([{"name": "member", "value": "yes", "url": sites["https"]}])
    page = context.new_page()
    answer = page.goto(f"{sites['https']}/login")
    assert answer is not None
    assert answer.status == 200
    click(page, bookmark(context, reader))
    way, window = arrived(context, page)
    assert way == WINDOW
    expect(window.locator("[data-sender]")).to_have_text(sites["https"])
    expect(window.locator("[data-title]")).to_have_text(f"{TITLE} - The Orrin Post")
    read(window)
    expect(window.locator(".body")).to_contain_text(MEMBERS)
    expect(window.locator(".about .original a")).to_have_attribute("href", f"{sites['https']}/login")


def test_an_approved_site_is_read_at_once_until_that_is_taken_back(
    context: BrowserContext, reader: str, sites: dict[str, str]
) -> None:
    code = bookmark(context, reader)
    page = visit(context, sites["https"], "plain")
    click(page, code)
    _, window = arrived(context, page)
    window.get_by_label("Read pages of this site at once from now on").check()
    read(window)
    with context.expect_page() as opened:
        click(page, code)
    expect(opened.value.get_by_role("heading", level=1)).to_have_text(TITLE)
    other = visit(context, sites["http"], "plain")
    click(other, code)
    way, asking = arrived(context, other)
    assert way == WINDOW  # another origin of the same name is asked about
    asking.get_by_text("Sites whose pages are read at once").click()
    asking.get_by_role("button", name=f"Ask again before reading pages of {sites['https']}").click()
    asking.close()
    click(page, code)
    assert arrived(context, page)[0] == WINDOW


@pytest.mark.parametrize("policy", ["5 MB", "COOP, 5 MB"])
def test_a_page_that_is_too_large_is_told_so(
    context: BrowserContext, make: Make, sites: dict[str, str], policy: str
) -> None:
    with serving(make(max_bytes=1_000_000)) as small:
        page, code = visit(context, sites["https"], policy), bookmark(context, small)
        with context.expect_page() as opened:
            click(page, code)
        if policy == "5 MB":
            expect(opened.value.get_by_role("heading", level=1)).to_have_text(
                "This page is larger than this reader takes."
            )
        else:
            expect(page.get_by_role("alert")).to_contain_text("more than this reader takes", timeout=10_000)


def test_clicked_where_it_stands_it_explains_itself(context: BrowserContext, reader: str) -> None:
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(reader)
    page.get_by_role("link", name="Unfeed this").click()
    expect(page.locator("[data-said]")).to_contain_text("drag it to your bookmarks bar")
    assert page.url == f"{reader}/"
    assert len(context.pages) == 1
    assert complaints == []


def test_it_leads_to_where_the_browser_finds_the_reader(context: BrowserContext, reader: str) -> None:
    """A proxy may have told the server another name."""
    page = context.new_page()
    page.goto(reader)
    link = page.get_by_role("link", name="Unfeed this")
    link.evaluate(
        """a => {
            a.href = a.href.replace(location.origin, "http://inner:1");
            a.dataset.bookmarklet = "http://inner:1";
        }"""
    )
    link.hover()
    page.mouse.down()
    assert f'reader = "{reader}"' in unquote(link.get_attribute("href") or "")


def test_nothing_the_page_typed_comes_along(context: BrowserContext, reader: str, sites: dict[str, str]) -> None:
    page = visit(context, sites["https"], "plain")
    page.evaluate(
        """() => document.querySelector("article").insertAdjacentHTML("beforeend",
            "<form><input type=hidden value=token-1><input value=token-2><textarea>token-3</textarea></form>" +
            "<script>'token-4'</script><script type='application/ld+json'>{}</script>")"""
    )
    click(page, bookmark(context, reader))
    _, window = arrived(context, page)
    sent = window.locator("[name=source]").input_value()
    assert "token-" not in sent
    assert "application/ld+json" in sent
    assert page.locator("input").last.input_value() == "token-2"  # and the page itself is as it was


def test_a_window_nobody_speaks_to_says_so(context: BrowserContext, reader: str, sites: dict[str, str]) -> None:
    page = visit(context, sites["http"], "plain")
    with context.expect_page() as opened:
        click(page, f"window.open('{reader}/receive?from=bookmarklet', '', 'popup')")
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Nothing has come in.", timeout=8000)
    by_hand = context.new_page()
    by_hand.goto(f"{reader}/receive")
    expect(by_hand.get_by_role("heading", level=1)).to_have_text("Here the bookmarklet hands in pages.")


def test_only_its_opener_is_heard_and_no_address_of_another_site(
    context: BrowserContext, reader: str, sites: dict[str, str]
) -> None:
    page = visit(context, sites["http"], "plain")
    with context.expect_page() as opened:
        click(page, f"window.w = window.open('{reader}/receive?from=bookmarklet', '', 'popup')")
    window = opened.value
    window.wait_for_load_state()
    window.evaluate("postMessage({ unfeed: 'page', html: '<p>from itself', url: '', title: '' })")
    page.evaluate("w.postMessage({ unfeed: 'other', html: '<p>no' }, '*')")
    page.evaluate("w.postMessage({ unfeed: 'page', html: 7 }, '*')")
    window.wait_for_timeout(300)
    expect(window.locator("#received")).to_be_hidden()
    page.evaluate("w.postMessage({ unfeed: 'page', html: '<p>a', url: 'https://bank.test/', title: '<b>x</b>' }, '*')")
    expect(window.locator("[data-title]")).to_have_text("<b>x</b>")
    expect(window.locator("[data-sender]")).to_have_text(sites["http"])
    assert window.locator("[name=url]").input_value() == ""


def test_a_page_on_the_persons_own_disk_is_read_without_an_address(
    context: BrowserContext, reader: str, tmp_path: Path
) -> None:
    (tmp_path / "saved.html").write_text(story())
    code, page = bookmark(context, reader), context.new_page()
    page.goto((tmp_path / "saved.html").as_uri())
    click(page, code)
    way, window = arrived(context, page)
    assert way == WINDOW
    expect(window.locator("[data-sender]")).to_have_text("a page that does not say where it is")
    read(window)


def test_a_reader_that_does_not_answer_in_time_is_told_so(
    context: BrowserContext, reader: str, sites: dict[str, str]
) -> None:
    code, page = bookmark(context, reader), visit(context, sites["https"], "plain")
    context.route("**/receive?from=bookmarklet", lambda route: None)  # the window waits for ever
    click(page, code)
    assert arrived(context, page) == (FORM, page)
    expect(page.locator("main")).to_contain_text("did not answer in time")
