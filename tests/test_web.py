"""The web floor: what is answered, what is refused, what every answer carries. Real workers, database, sockets."""
from __future__ import annotations

import base64
import hashlib
import html
import http.client
import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from live import Site, gunicorn, settings, site, story
from servers import Server, leaving
from test_languages import PAGES
from werkzeug.test import TestResponse

from reader import errors, read_html
from reader.article import Article, Removal
from reader.sniff import is_markup
from reader.store import Received
from reader.web import create_app, view
from reader.web.desk import FETCHES

ROOT = Path(__file__).parents[1]
OURS = {"Sec-Fetch-Site": "same-origin"}
HTMX = {**OURS, "HX-Request": "true", "Sec-Fetch-Dest": "empty"}
OPENED = {"Sec-Fetch-Site": "none", "Sec-Fetch-Dest": "document"}
HERE = "https://orrin.example/ferry"
Origin = tuple[str, type[Site]]
PARAGRAPHS = "\n\n".join(" ".join(text.split()) for text in re.findall(r"<p>([^<]{80,})</p>", story()))


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    made = create_app(settings(tmp_path_factory.mktemp("data"), max_bytes=1_000_000))
    yield made
    made.extensions["desk"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="module")
def origin() -> Iterator[Origin]:
    with site() as running:
        yield running


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with gunicorn(tmp_path_factory.mktemp("served"), threads=4) as host:
        yield host


def post(client: FlaskClient, source: str, headers: dict[str, str] = OURS, **fields: str) -> TestResponse:
    data = {"source": source, **fields}
    return client.post("/read", data=data, headers=headers, content_type="multipart/form-data")


def pasted(client: FlaskClient) -> str:
    """The address of a kept, pasted article."""
    return str(post(client, story(), url=HERE).headers["Location"])


def main_text(response: TestResponse) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", response.text.split("<main")[1])).split())


def wait_for(condition: Callable[[], object]) -> None:
    until = time.monotonic() + 3
    while not condition() and time.monotonic() < until:
        time.sleep(0.02)


def receipts(page: str) -> list[str]:
    return re.findall(r'id="r-receipt-([0-9a-f]{12})"', page)


# What goes in


@pytest.mark.parametrize("attributes", ['lang="ar" dir="rtl"', 'lang="ar"', ""])
def test_right_to_left_is_served_right_to_left(client: FlaskClient, attributes: str) -> None:
    page = next(one for one in PAGES if one.paper["lang"] == "ar").html.replace('lang="ar"', attributes)
    shown = client.get(str(post(client, page, url=HERE).headers["Location"])).text
    said = ' lang="ar" dir="rtl"' if attributes else ' dir="rtl"'
    assert f'<header class="head"{said}>' in shown
    assert f'<div class="body" hx-ignore{said}>' in shown


def test_pasted_html_is_read_and_has_an_address(client: FlaskClient) -> None:
    answer = post(client, story(), url=HERE)
    assert answer.status_code == 303
    assert re.fullmatch(r"/a/[\w-]{20,}", answer.headers["Location"])
    page = client.get(answer.headers["Location"])
    assert page.status_code == 200
    text = main_text(page)
    for words in (
        "Ferry returns to Orrin after nine years", "Lena Fuchs", "4 May 2026, 08:15 UTC",
        "The Orrin Post", "1 min read",
        "ties up at the old quay on Monday morning.", "Jonas Weir/Orrin Post", "forty passengers, two dogs and a piano",
    ):  # fmt: skip
        assert words in text
    body = page.text.split("hx-ignore")[1].split('id="removed"')[0]
    assert "outer pier cost twice" not in body
    assert "You May Also Like" not in body
    assert 'src="https://orrin.example/img/quay.png"' in body


def test_pasted_text_is_read(client: FlaskClient) -> None:
    answer = post(client, "Ferry returns to Orrin\n\n" + PARAGRAPHS)
    page = client.get(answer.headers["Location"])
    assert "Ferry returns to Orrin" in main_text(page)
    assert "forty passengers" in main_text(page)


def test_a_link_is_fetched_once_while_fresh_and_again_when_asked(client: FlaskClient, origin: Origin) -> None:
    link = origin[0] + "/story"
    before = origin[1].asked["/story"]
    answer = post(client, link)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/read?url=" + quote(link, safe=":/"))
    page = client.get(answer.headers["Location"], headers=OPENED)
    assert "forty passengers" in main_text(page)
    assert origin[1].asked["/story"] == before + 1
    post(client, link)
    assert origin[1].asked["/story"] == before + 1
    post(client, link, again="1")
    assert origin[1].asked["/story"] == before + 2


def test_a_link_shared_with_words_around_it_is_that_link(client: FlaskClient, origin: Origin) -> None:
    answer = post(client, f"Ferry returns to Orrin {origin[0]}/story via The Orrin Post")
    assert answer.headers["Location"] == f"/read?url={origin[0]}/story"


def test_a_link_too_long_for_an_address_of_ours_is_read_under_its_id(client: FlaskClient, origin: Origin) -> None:
    link = f"{origin[0]}/story?" + "a=1&" * 1_900  # three bytes each for "=" and "&" in a query
    for headers, header in ((OURS, "Location"), (HTMX, "HX-Push-Url")):
        answer = post(client, link, headers=headers)
        assert answer.headers[header].startswith("/a/")
        assert "forty passengers" in client.get(answer.headers[header]).text


def test_without_fresh_copies_the_kept_one_is_shown_and_not_fetched_twice(tmp_path: Path, origin: Origin) -> None:
    app = create_app(settings(tmp_path, fresh_minutes=0))
    before = origin[1].asked["/story"]
    answer = post(app.test_client(), origin[0] + "/story")
    assert answer.headers["Location"].startswith("/a/")
    assert app.test_client().get(answer.headers["Location"]).status_code == 200
    assert origin[1].asked["/story"] == before + 1
    app.extensions["desk"].close()


@pytest.mark.parametrize(
    ("source", "markup"),
    [
        (" <!DOCTYPE html><p>x", True), ("<p>one</p><p>two</p>", True), ("<!-- saved --><html>", True),
        ("Intro\n<p>x</p>", True),
        ("<?xml version='1.0'?><html/>", True), ("Use the <p> tag, they said; 3 < 4 and 5 > 2.", False),
        ("<https://example.org/a>", False), ("https://example.org/?q=<b>", False), ("", False),
    ],
)  # fmt: skip
def test_markup_is_told_from_prose(source: str, markup: bool) -> None:
    assert is_markup(source) is markup


def test_what_was_pasted_is_never_served_as_a_fetched_page(client: FlaskClient, origin: Origin) -> None:
    link = origin[0] + "/only-here"
    post(client, story().replace("forty passengers", "SECRET passengers"), url=link)
    page = client.get("/read", query_string={"url": link}, headers=OPENED)
    assert "forty passengers" in main_text(page)
    assert "SECRET" not in page.text


# An address for pasted HTML


def test_html_with_relative_images_needs_an_address_and_nothing_typed_is_lost(client: FlaskClient) -> None:
    answer = post(client, story())
    assert answer.status_code == 422
    assert "Give the address the page came from" in main_text(answer)
    assert html.escape("<title>Ferry returns to Orrin", quote=False) in answer.text
    assert 'name="url"' in answer.text
    address = answer.text.split('id="address"')[1].split(">")[0]
    assert "hidden" not in address


def test_one_may_go_on_without_images(client: FlaskClient) -> None:
    answer = post(client, story(), imageless="1")
    assert answer.status_code == 303
    page = client.get(answer.headers["Location"])
    assert "forty passengers" in main_text(page)
    assert "/img/quay.png" not in page.text.split("hx-ignore")[1].split('id="removed"')[0]


@pytest.mark.parametrize(
    "head",
    [
        '<base href="https://orrin.example/news/">',
        '<link rel="canonical" href="https://orrin.example/ferry">',
        '<meta property="og:url" content="https://orrin.example/ferry">',
    ],
)
def test_a_page_that_says_its_address_is_not_asked(client: FlaskClient, head: str) -> None:
    answer = post(client, story(head))
    assert answer.status_code == 303
    assert "https://orrin.example/img/quay.png" in client.get(answer.headers["Location"]).text


def test_a_page_with_absolute_images_or_none_is_not_asked(client: FlaskClient) -> None:
    absolute = story().replace('src="/img/', 'src="https://orrin.example/img/')
    assert post(client, absolute).status_code == 303
    assert post(client, re.sub(r"<img[^>]*>", "", story())).status_code == 303


# What was removed, and putting it back


def test_each_removal_is_listed_with_its_reason(client: FlaskClient) -> None:
    page = client.get(pasted(client)).text
    listed = page.split('id="removed"')[1]
    assert "2 blocks removed" in listed
    assert "You May Also Like" in listed
    assert 'href="https://orrin.example/s/3"' in listed
    assert "School choir to sing on the mainland in autumn" in listed
    assert listed.count('class="why"') == 2
    assert not re.search(r'class="why">\s*<', listed)


def test_put_back_shows_the_unit_in_its_place_and_remove_again_takes_it_out(client: FlaskClient) -> None:
    address = pasted(client)
    first = receipts(client.get(address).text)[0]
    page = client.get(f"{address}?back={first}").text
    body = page.split("hx-ignore")[1].split('id="removed"')[0]
    before, unit = body.split(f'id="r-back-{first}"')
    assert "least of all those who had run it" in before
    assert "outer pier cost twice" in unit.split("</aside>")[0]
    assert "timetable on the wall" in unit.split("</aside>")[1]
    assert len(re.findall(r">Remove again</a>", page)) == 2  # in its place, and in the list
    assert f'href="{address}#r-gap-{first}"' in unit


def test_all_can_be_put_back(client: FlaskClient) -> None:
    address = pasted(client)
    page = client.get(f"{address}?back=all").text
    assert page.count('class="r-back"') == 2
    assert "Remove all again" in page
    both = ",".join(receipts(page))
    assert client.get(f"{address}?back={both}").text == page


def test_unknown_and_hostile_back_values_change_nothing(client: FlaskClient) -> None:
    address = pasted(client)
    plain = client.get(address).text
    for value in ("000000000000", '"><script>alert(1)</script>', "ALL", "," * 5000):
        assert client.get(address, query_string={"back": value}).text == plain


def test_putting_back_writes_nothing(client: FlaskClient, app: Flask) -> None:
    address = pasted(client)
    folder = Path(app.extensions["desk"].settings.data_dir)
    client.get(address)
    before = {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.endswith("-shm")}
    assert client.get(f"{address}?back=all").status_code == 200
    assert before == {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.endswith("-shm")}


# Addresses


def test_a_get_that_fetches_is_only_for_navigations_and_our_own_htmx(client: FlaskClient, origin: Origin) -> None:
    link = origin[0] + "/navigations"
    ask = {"url": link}
    for destination in ("image", "iframe", "script", "empty"):
        for where in ("cross-site", "same-site", "same-origin"):
            headers = {"Sec-Fetch-Site": where, "Sec-Fetch-Dest": destination}
            assert client.get("/read", query_string=ask, headers=headers).status_code == 403
    foreign = {**HTMX, "Sec-Fetch-Site": "cross-site"}
    assert client.get("/read", query_string=ask, headers=foreign).status_code == 403
    asking = client.get("/read", query_string=ask)
    assert asking.status_code == 200
    assert f'name="source" value="{link}"' in asking.text
    assert origin[1].asked["/navigations"] == 0
    assert "forty" in client.get("/read", query_string=ask, headers=HTMX).text
    assert origin[1].asked["/navigations"] == 1
    from_elsewhere = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "document"}
    assert "forty" in client.get("/read", query_string={"url": link + "?2"}, headers=from_elsewhere).text
    assert "forty" in client.get("/read", query_string=ask).text  # a fresh copy needs no fetching, so no button


def test_a_deleted_page_is_gone_and_only_pasted_ones_can_be_deleted(client: FlaskClient, origin: Origin) -> None:
    address = pasted(client)
    assert "Delete it for good" in client.get(address).text
    assert client.post(f"{address}/delete", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.get(address).status_code == 200
    answer = client.post(f"{address}/delete", headers=OURS)
    assert answer.status_code == 303
    assert "The page was deleted." in client.get(answer.headers["Location"]).text
    assert client.get(address).status_code == 404
    assert client.post(f"{address}/delete", headers=OURS).status_code == 404
    fetched = post(client, origin[0] + "/story", headers=HTMX).text
    kept = re.search(r"/a/[\w-]+", fetched)
    assert kept is not None
    assert "Delete it for good" not in fetched
    assert client.post(f"{kept[0]}/delete", headers=OURS).status_code == 403


def test_htmx_gets_the_page_at_once_and_the_address_beside_it(client: FlaskClient) -> None:
    answer = post(client, story(), headers=HTMX, url=HERE)
    assert answer.status_code == 200
    assert answer.headers["HX-Push-Url"].startswith("/a/")
    assert 'id="main"' in answer.text
    assert client.get(answer.headers["HX-Push-Url"]).status_code == 200


# Who may write


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://reader.example:8000"}, 403),
        ({"Origin": "http://reader.example:8000"}, 303),
        ({"Origin": "http://reader.example"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://reader.example:8000.evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({}, 403),
    ],
)
def test_only_our_own_pages_may_post(client: FlaskClient, headers: dict[str, str], status: int) -> None:
    answer = post(client, story(), headers={"Host": "reader.example:8000", **headers}, url=HERE)
    assert answer.status_code == status
    if status == 403:
        assert "forty passengers" not in answer.text  # nothing a foreign page sent is shown as if it were typed here


# Headers


def test_every_answer_carries_the_policy(client: FlaskClient) -> None:
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; "
        "manifest-src 'self'; form-action 'self'; img-src http: https: data:; base-uri 'none'; frame-ancestors 'none'"
    )
    for address in ("/", pasted(client), "/nothing", "/static/reader.css", "/read?url=x"):
        headers = client.get(address, headers=OPENED).headers
        assert headers["Content-Security-Policy"] == policy
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "camera=()" in headers["Permissions-Policy"]
        assert "Strict-Transport-Security" not in headers
        assert "Set-Cookie" not in headers
    assert "max-age" in client.get("/", base_url="https://reader.example").headers["Strict-Transport-Security"]


def test_no_template_runs_or_styles_anything_inline() -> None:
    texts = {path.name: path.read_text() for path in (ROOT / "templates").glob("*.html")}
    assert sum(len(re.findall(r"\|\s*safe\b", text)) for text in texts.values()) == 1
    for name, text in texts.items():
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|hx-on|hx-vals|javascript:", text), name
        assert not re.search(r"<script(?![^>]*\ssrc=)", text), name
        assert not re.search(r"https?://[a-z]", text), name


def test_htmx_is_the_version_we_think_and_untouched() -> None:
    source = (ROOT / "static/vendor/htmx-4.0.1.min.js").read_bytes()
    digest = base64.b64encode(hashlib.sha384(source).digest()).decode()
    assert digest == "Qp9rdC8H7EqOoX+nR0P3RPG2Noji+qdwJlGpfzwQJsfOpp3sGwIdSP9xO3+UlEhn"
    assert b'version="4.0.1"' in source
    assert digest in (ROOT / "static/vendor/htmx.LICENSE.txt").read_text()


# Errors


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/broken", 502, "Check the link in your browser"), ("/pdf", 415, "Only web pages and plain text"),
        ("/gone", 502, "Check the link in your browser"),
    ],
)  # fmt: skip
def test_a_failed_fetch_says_what_happened_with_its_status(
    client: FlaskClient, origin: Origin, path: str, status: int, words: str
) -> None:
    for headers in (OURS, HTMX):
        answer = post(client, origin[0] + path, headers=headers)
        assert answer.status_code == status
        assert words in html.unescape(answer.text)
        assert ("<html" in answer.text) is (headers is OURS)


def test_every_status_of_the_family_has_a_page_and_a_partial(app: Flask) -> None:
    family = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.ReaderError)]
    assert {kind.status for kind in family} >= {400, 403, 404, 413, 415, 422, 429, 502, 503, 504}
    made = create_app(app.extensions["desk"].settings)

    @made.get("/raise/<code>")
    def fail(code: str) -> str:
        raise next(kind for kind in family if kind.code == code)("It <b>broke</b>.")

    for kind in family:
        page = made.test_client().get(f"/raise/{kind.code}", headers=OPENED)
        partial = made.test_client().get(f"/raise/{kind.code}", headers=HTMX)
        assert page.status_code == partial.status_code == kind.status
        assert "It &lt;b&gt;broke&lt;/b&gt;." in page.text
        assert html.escape(kind.hint) in page.text or kind.hint in html.unescape(page.text)
        assert partial.text.lstrip().startswith('<div id="error"')
        assert "<html" in page.text
    made.extensions["desk"].close()


def test_what_nobody_foresaw_is_a_page_without_a_trace(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    made = create_app(app.extensions["desk"].settings)

    @made.get("/raise")
    def fail() -> str:
        raise KeyError("the-secret-detail")

    answer = made.test_client().get("/raise")
    assert answer.status_code == 500
    assert "Something went wrong here" in answer.text
    assert "the-secret-detail" not in answer.text
    assert "Traceback" not in answer.text
    assert "KeyError" in caplog.text
    made.extensions["desk"].close()


def test_when_nothing_can_be_kept_that_is_said_and_nothing_typed_is_lost(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    app = create_app(settings(tmp_path / "file"))
    assert app.test_client().get("/").status_code == 200
    answer = post(app.test_client(), story(), url=HERE)
    assert answer.status_code == 503
    assert "Nothing was kept." in answer.text
    assert "forty passengers" in answer.text.split("<textarea")[1]
    app.extensions["desk"].close()


def test_more_fetches_than_there_is_room_for_are_turned_away(client: FlaskClient, app: Flask, origin: Origin) -> None:
    room = app.extensions["desk"]._fetching
    for _ in range(FETCHES):
        assert room.acquire(blocking=False)
    answer = post(client, f"{origin[0]}/crowded")
    assert answer.status_code == 503
    assert client.get("/").status_code == 200
    assert post(client, story(), url=HERE).status_code == 303
    for _ in range(FETCHES):
        room.release()
    assert post(client, f"{origin[0]}/crowded").status_code == 303


@pytest.mark.parametrize("source", ["", "  \n "])
def test_nothing_typed_is_422(client: FlaskClient, source: str) -> None:
    assert post(client, source).status_code == 422
    assert client.post("/read", headers=OURS).status_code == 422


@pytest.mark.parametrize("link", ["ftp://example.org/x", "http://", "javascript:alert(1)", "http://user@example.org/"])
def test_a_link_that_is_none_is_400(client: FlaskClient, link: str) -> None:
    assert post(client, link).status_code == 400
    assert client.get("/read", query_string={"url": link}, headers=OPENED).status_code == 400


def test_an_inside_address_is_403_and_stays_in_the_field(client: FlaskClient) -> None:
    answer = post(client, "http://10.0.0.1/x")
    assert answer.status_code == 403
    assert "http://10.0.0.1/x</textarea>" in answer.text


def test_no_article_keeps_what_was_typed(client: FlaskClient) -> None:
    answer = post(client, "<html><body><form><input name=user><input type=password name=p></form></body></html>")
    assert answer.status_code == 422
    assert "&lt;input name=user&gt;" in answer.text


def test_other_methods_and_unknown_addresses_are_said_in_words(client: FlaskClient) -> None:
    answer = client.put("/read", headers=OURS)
    assert (answer.status_code, answer.headers["Allow"].split(", ")[0] != "") == (405, True)
    assert "There is nothing at this address." in client.get("/nothing").text
    assert client.get("/a/nothing").status_code == 404
    assert client.get("/read", headers=OPENED).status_code == 400


# Size


def test_a_page_up_to_the_limit_is_taken_and_one_over_it_refused(client: FlaskClient, app: Flask) -> None:
    limit = app.extensions["desk"].settings.max_bytes
    full = story() + "<!--" + "x" * (limit - len(story().encode()) - 7) + "-->"
    assert len(full.encode()) == limit  # far more than flask takes in a field by default
    assert post(client, full, url=HERE).status_code == 303
    for source in (full + "x", "ä" * (limit // 2 + 1), "x" * (2 * limit)):
        for headers in (OURS, HTMX):
            answer = post(client, source, headers=headers)
            assert answer.status_code == 413
            assert "Paste the text of the article instead" in answer.text


def test_other_routes_take_no_pages(client: FlaskClient) -> None:
    big = {"x": "y" * 200_000}
    answer = client.post("/a/abc/delete", data=big, headers=OURS)
    assert answer.status_code in (404, 413)


def test_a_browser_that_is_still_sending_gets_to_see_the_413(served: str) -> None:
    connection = http.client.HTTPConnection(served, timeout=20)
    body = b'--b\r\nContent-Disposition: form-data; name="source"\r\n\r\n' + b"x" * 15_000_000 + b"\r\n--b--\r\n"
    connection.request("POST", "/read", body, {**OURS, "Content-Type": "multipart/form-data; boundary=b"})
    answer = connection.getresponse()
    assert answer.status == 413
    assert b"Paste the text of the article instead" in answer.read()
    connection.close()


# A check of its own work


@pytest.mark.parametrize("coverage", [0.84, 0.86])
def test_the_reader_says_when_something_may_be_missing(client: FlaskClient, app: Flask, coverage: float) -> None:
    article = replace(read_html(story(), HERE), coverage=coverage)
    id = app.extensions["desk"]._store.keep(Received("pasted-html", b"", HERE), article)
    page = client.get(f"/a/{id}").text
    said = f'Something may be missing here: <a href="{HERE}" rel="noopener noreferrer nofollow">see the original</a>.'
    assert (said in page) is (coverage < 0.85)


@pytest.mark.parametrize("origin", ["http://[", "http://[x]/", "null", "", "http://localhost.example", "http://localhost/"])
def test_a_write_from_no_origin_of_ours_is_refused(client: FlaskClient, origin: str) -> None:
    assert client.post("/read", data={"source": "x"}, headers={"Origin": origin}).status_code == 403


# What strangers write


def test_hostile_words_stay_words(client: FlaskClient, app: Flask) -> None:
    evil = '"><script>alert(1)</script><hx-partial hx-target="#main">'
    items = ((evil, "javascript:alert(1)"), (evil, ""))
    raw = f"<p title='{evil}'>{evil}</p>"
    unit = Removal("abcdefabcdef", "sponsored", evil, evil, evil, items, evil, "inside", raw)
    article = Article(
        title=evil, deck=evil, byline=evil, published=evil, updated=evil, site=evil, canonical="javascript:alert(2)",
        lang=evil, dir=evil, lead=evil, marked_html='<p>Body</p><div data-r-place="abcdefabcdef"></div>',
        figures=(), removed=(unit,), furniture=1, coverage=0.1,
    )  # fmt: skip
    id = app.extensions["desk"]._store.keep(Received("pasted-html", b"", ""), article)
    page = client.get(f"/a/{id}?back=all").text
    assert "<script>alert" not in page
    assert "javascript:" not in page
    assert "<hx-" not in page  # htmx turns such tags into templates, in attributes too, before it parses
    assert "Something may be missing" in page


def test_an_attribute_cannot_smuggle_a_tag_of_htmx(client: FlaskClient) -> None:
    page = story().replace('alt="A quay"', 'alt="&lt;hx-partial hx-target=#main onclick=x&gt;"')
    text = client.get(post(client, page, url=HERE).headers["Location"]).text
    assert "&lt;hx-partial" in text
    assert "<hx-" not in text


def test_pictures_and_links_of_the_article_tell_nobody_where_they_are_read(client: FlaskClient) -> None:
    page = client.get(pasted(client) + "?back=all").text
    for tag in re.findall(r"<img[^>]*>", page):
        assert 'referrerpolicy="no-referrer"' in tag
    outgoing = re.findall(r'<a[^>]*href="https?:[^>]*>', page)
    assert len(outgoing) >= 6
    for tag in outgoing:
        assert "noreferrer" in tag


# Words


def test_dates_are_written_for_people() -> None:
    assert view.when("2026-05-04T08:15:00+00:00") == "4 May 2026, 08:15 UTC"
    assert view.when("2026-05-04T08:15:00Z") == "4 May 2026, 08:15 UTC"
    assert view.when("2026-05-04T08:15:00+02:00") == "4 May 2026, 08:15 UTC+02:00"
    assert view.when("2026-05-04") == "4 May 2026"
    assert view.when("last Tuesday") == "last Tuesday"


def test_minutes_count_words_and_signs() -> None:
    assert view.minutes("") == 1
    assert view.minutes("word " * 2380) == 10
    assert view.minutes("記" * 2500) == 5


# At the same time


def test_slow_links_do_not_stop_the_app(served: str, origin: Origin) -> None:
    def get(path: str) -> int:
        connection = http.client.HTTPConnection(served, timeout=20)
        connection.request("GET", path, headers=OPENED)
        return connection.getresponse().status

    def read_slowly(seconds: float) -> None:
        answers.append(get(f"/read?url={quote(f'{origin[0]}/slow?s={seconds}')}"))

    assert get(f"/read?url={origin[0]}/warm") == 200
    answers: list[int] = []
    waiting = [threading.Thread(target=read_slowly, args=(4 + n / 10,)) for n in range(2)]
    for thread in waiting:
        thread.start()
    wait_for(lambda: origin[1].asked["/slow"] == 2)
    began = time.monotonic()
    assert get("/") == 200
    assert get(f"/read?url={origin[0]}/quick") == 200
    assert time.monotonic() - began < 2
    assert answers == []
    for thread in waiting:
        thread.join()
    assert answers == [200, 200]


def test_a_fetch_goes_on_while_somebody_waits_and_ends_when_they_hang_up(served: str) -> None:
    gone = threading.Event()
    with Server(leaving(gone)) as silent:
        connection = http.client.HTTPConnection(served, timeout=20)
        connection.request("GET", f"/read?url={silent.url()}", headers=OPENED)
        wait_for(lambda: silent.requests)
        assert not gone.wait(0.8)
        connection.close()
        assert gone.wait(5)  # the site itself would have had 10 seconds to begin its answer
