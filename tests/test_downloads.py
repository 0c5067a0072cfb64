"""An article as a file at an address of its own, and the proof of what arrived: real workers, database and browser."""
from __future__ import annotations

import hashlib
import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from live import Make, serving, settings, site, story
from playwright.sync_api import Browser
from test_web import HERE, OPENED, pasted, post, receipts

from reader.export import FORMATS
from reader.rules import BUILT_IN
from reader.store import Received
from reader.web import create_app
from reader.web.exports import disposition

PLAIN = [name for name, one in FORMATS.items() if one.is_text]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    made = create_app(settings(tmp_path_factory.mktemp("data")))
    yield made
    made.extensions["desk"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def origin() -> Iterator[str]:
    with site() as (address, _):
        yield address


def fetched(client: FlaskClient, origin: str) -> tuple[str, str]:
    """The page of an article fetched from ``origin``, and the address of its files without their ends."""
    page = client.get(f"/read?url={quote(origin + '/story', safe='')}", headers=OPENED).text
    return page, re.findall(r'href="(/a/[\w-]+)\.md"', page)[0]


@pytest.mark.parametrize("name", PLAIN)
def test_each_format_comes_as_a_harmless_attachment(client: FlaskClient, name: str) -> None:
    one = FORMATS[name]
    answer = client.get(f"{pasted(client)}.{one.suffix}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, one.media_type)
    named = f"Ferry returns to Orrin after nine years.{one.suffix}"
    assert answer.headers["Content-Disposition"] == f"attachment; filename=\"{named}\"; filename*=UTF-8''{quote(named)}"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    text = answer.get_data(as_text=True)
    for words in ("forty passengers", "Jonas Weir/Orrin Post", HERE, "You May Also Like"):
        assert (words in text) == (words != "You May Also Like" or name == "json"), words


def test_what_is_put_back_is_in_the_file_and_counts_as_removed_no_longer(client: FlaskClient) -> None:
    address = pasted(client)
    first, *others = receipts(client.get(address).text)
    for back, left in ((first, others), ("all", []), ("ffffffffffff", [first, *others])):
        told = json.loads(client.get(f"{address}.json?back={back}").text)
        assert [unit["id"] for unit in told["unfeed:removed"]] == left
    assert "outer pier cost twice" in client.get(f"{address}.txt?back=all").text
    assert "outer pier cost twice" not in client.get(f"{address}.txt").text


def test_the_links_carry_what_is_put_back_now(client: FlaskClient) -> None:
    address = pasted(client)
    first = receipts(client.get(address).text)[0]
    for asked, told in (("", ""), (f"?back={first}", f"?back={first}"), ("?back=all", "?back=all")):
        page = client.get(address + asked).text
        links = re.findall(r'<li><a href="(/a/[^"]+\.[^"]+)">', page)
        assert links == [f"{address}.{one.suffix}{told}" for one in FORMATS.values()]


def test_a_fetched_article_has_the_same_files(client: FlaskClient, origin: str) -> None:
    _, address = fetched(client, origin)
    text = client.get(f"{address}.md").text
    assert f'source: "{origin}/story"' in text
    assert re.search(r'^captured: "20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ"$', text, re.M)


@pytest.mark.parametrize("suffix", ["exe", "md.exe", "html.", "MD", "source.md"])
def test_no_other_file_is_there(client: FlaskClient, suffix: str) -> None:
    answer = client.get(f"{pasted(client)}.{suffix}")
    assert answer.status_code == 404
    assert "Content-Disposition" not in answer.headers


@pytest.mark.parametrize("end", [*(one.suffix for one in FORMATS.values()), "source"])
def test_an_unknown_article_has_no_files(client: FlaskClient, end: str) -> None:
    assert client.get(f"/a/no-such_article.{end}").status_code == 404


def test_a_deleted_article_leaves_no_files(client: FlaskClient) -> None:
    address = pasted(client)
    client.post(f"{address}/delete", headers={"Sec-Fetch-Site": "same-origin"})
    assert [client.get(f"{address}.{end}").status_code for end in ("md", "source")] == [404, 404]


@pytest.mark.parametrize(
    ("title", "plain", "full"),
    [
        ("", "article", "article"),
        ("Brücke: 5/6 «zu»", "Brucke 5 6 zu", "Brücke 5 6 «zu»"),
        ("橋が開通", "article", "橋が開通"),
        ('..\\..\\etc"\r\nSet-Cookie: a=b', "etc Set-Cookie a=b", "etc Set-Cookie a=b"),
        ("CON", "article", "article"),
        ("a\u202egpj.exe\u0000", "a gpj.exe", "a gpj.exe"),
        ("100%2e%2e", "100 2e 2e", "100%2e%2e"),
        ("x" * 500, "x" * 80, "x" * 80),
    ],
)
def test_files_are_named_after_the_headline_and_safely(title: str, plain: str, full: str) -> None:
    assert disposition(title, "md") == (
        f"attachment; filename=\"{plain}.md\"; filename*=UTF-8''{quote(full + '.md', safe='')}"
    )


@pytest.mark.security
@pytest.mark.parametrize("name", ["md", "text", "json"])  # HTML is the kept markup as it stands
def test_an_article_made_to_exhaust_the_writers_costs_only_itself(app: Flask, client: FlaskClient, name: str) -> None:
    """What takes long is written in a process that may be ended, never where pages are served."""
    address = pasted(client)
    kept = app.extensions["desk"].open(address.removeprefix("/a/"))
    deep = replace(kept.article, marked_html="<blockquote>" * 20_000 + "x")
    id = app.extensions["desk"]._store.keep(Received("pasted-html", b"x"), deep)
    assert client.get(f"/a/{id}.{FORMATS[name].suffix}").status_code == 422
    assert client.get(f"{address}.{FORMATS[name].suffix}").status_code == 200


# The proof


def proof(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.split('class="proof"')[1].split("</details>")[0]).split())


def check(text: str, source: bytes) -> None:
    """The proof names the bytes, by hash and by size, and what read them."""
    assert hashlib.sha256(source).hexdigest() in text
    assert f"{len(source):,} bytes" in text
    assert re.search(r"Time 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC", text)
    assert f"rules {BUILT_IN.fingerprint}" in text


def test_a_pasted_page_is_proved_by_what_was_pasted(client: FlaskClient) -> None:
    address = pasted(client)
    answer = client.get(f"{address}.source")
    assert answer.data.decode() == story()
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment; ")
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    text = proof(client.get(address).text)
    check(text, answer.data)
    assert f"Address, as given {HERE}" in text
    assert "Rules used " in text


def test_pasted_text_is_proved_too(client: FlaskClient) -> None:
    source = "Ferry returns\n\n" + "\n\n".join(re.findall(r"<p>([^<]{80,})</p>", story()))
    address = str(post(client, source).headers["Location"])
    assert client.get(f"{address}.source").data == source.encode()
    check(proof(client.get(address).text), source.encode())


def test_a_fetched_page_is_proved_with_the_addresses_on_the_way(client: FlaskClient, origin: str) -> None:
    page = client.get(f"/read?url={quote(origin + '/once', safe='')}", headers=OPENED).text
    address = re.findall(r'href="(/a/[\w-]+)\.source"', page)[0]
    text = proof(page)
    check(text, client.get(f"{address}.source").data)
    told = json.loads(client.get(f"{address}.json").text)["unfeed:capture"]
    assert told["chain"][0] == f"{origin}/once"
    assert all(one in text for one in told["chain"])
    assert "text/html" in text


@pytest.mark.browser
def test_saved_by_keyboard_and_checked_with_sha256sum(app: Flask, browser: Browser, tmp_path: Path) -> None:
    """Without JavaScript, as anybody would: open "Save as", choose, and compare what arrived with the proof."""
    with serving(app) as address, browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + pasted(app.test_client()))
        page.focus(".save summary")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        with page.expect_download() as saved:
            page.keyboard.press("Enter")
        assert saved.value.suggested_filename == "Ferry returns to Orrin after nine years.html"
        page.click(".proof summary")
        with page.expect_download() as arrived:
            page.click(".proof a")
        arrived.value.save_as(tmp_path / "source")
        shown = page.inner_text(".proof code")
    counted = subprocess.run(["sha256sum", tmp_path / "source"], capture_output=True, text=True, check=True)
    assert counted.stdout.split()[0] == shown


@pytest.mark.browser
def test_links_follow_what_is_put_back_without_a_new_page(app: Flask, browser: Browser) -> None:
    with serving(app) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address + pasted(app.test_client()))
        page.click(".save summary")
        page.click("#r-toggle-all")
        page.wait_for_selector(".save a[href$='.md?back=all']")
        with page.expect_download() as saved:
            page.click(".save a[href*='.md']")
        assert "outer pier cost twice" in Path(saved.value.path()).read_text("utf-8")


FIGURE = """<figure><img src="https://orrin.example/i.jpg" alt=""><figcaption>Seals <span class="credit">Ann
Ray/AP</span></figcaption></figure>"""


def test_images_that_were_put_back_are_among_the_others(client: FlaskClient) -> None:
    inside = story(f'<base href="{HERE}">').replace("<h2>You May Also Like</h2>", f"<h2>You May Also Like</h2>{FIGURE}")
    address = post(client, source=inside).headers["Location"]
    credits = [[one["creditText"] for one in json.loads(client.get(f"{address}.json?back={back}").text)["image"]
                if "creditText" in one] for back in ("", "all")]  # fmt: skip
    assert credits == [["Jonas Weir/Orrin Post"], ["Jonas Weir/Orrin Post", "Ann Ray/AP"]]


def test_no_other_page_can_make_us_write_files(client: FlaskClient) -> None:
    address = pasted(client)
    embedded = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "image"}
    assert client.get(f"{address}.epub", headers=embedded).status_code == 403
    for allowed in ({"Sec-Fetch-Dest": "document"}, {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Dest": "empty"}):
        assert client.get(f"{address}.epub", headers=embedded | allowed).status_code == 200


def test_writing_files_counts_as_reading_does(make: Make) -> None:
    client = make(client_limit="3/minute").test_client()
    address = pasted(client)
    assert [client.get(f"{address}.md").status_code for _ in range(3)] == [200, 200, 429]
