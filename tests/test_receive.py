"""What other sites may hand in, how long it is held, and who may open it. Real workers and database."""
from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from live import Make, settings, story

from reader.store import HandedIn, slots
from reader.web import create_app

OURS = {"Sec-Fetch-Site": "same-origin"}
FROM = {"Sec-Fetch-Site": "cross-site", "Origin": "https://paper.example"}
PAGE = {"html": story(), "url": "https://paper.example/ferry", "title": "Ferry", "why": "cut"}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    made = create_app(settings(tmp_path_factory.mktemp("data"), max_bytes=1_000_000))
    yield made
    made.extensions["desk"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def hold(client: FlaskClient, headers: dict[str, str] = FROM, **changes: str) -> str:
    answer = client.post("/receive", data=PAGE | changes, headers=headers, content_type="multipart/form-data")
    assert answer.status_code == 303, answer.text
    return str(answer.headers["Location"])


def test_what_another_site_hands_in_is_held_and_read_when_we_say_so(client: FlaskClient) -> None:
    slot = hold(client)
    shown = client.get(slot)
    assert "https://paper.example" in shown.text
    assert "keeps other windows apart" in shown.text
    address = slot.partition("?")[0]
    read = client.post(address, headers=OURS)
    article = client.get(read.headers["Location"])
    assert "forty passengers" in article.text
    assert "https://paper.example/img/quay.png" in article.text
    again = client.post(address, headers=OURS)
    assert again.status_code == 404
    assert "This page is no longer held." in again.text


def test_another_site_may_hand_in_but_open_nothing(client: FlaskClient) -> None:
    slot = hold(client).partition("?")[0]
    assert client.post(slot, headers=FROM).status_code == 403
    assert client.post("/read", data={"source": "words"}, headers=FROM).status_code == 403
    assert client.get(slot).status_code == 200  # it is still there


@pytest.mark.parametrize(
    ("origin", "url", "shown"),
    [
        ("https://paper.example", "https://other.example/x", ""),
        ("https://paper.example", "javascript:alert(1)", ""),
        ("https://paper.example", "", ""),
        ("https://paper.example", "https://paper.example:443/x", "https://paper.example/x"),
        ("null", "https://paper.example/x", "https://paper.example/x"),
        ("", "https://paper.example/x", "https://paper.example/x"),
    ],
)
def test_a_page_keeps_an_address_of_its_sender_alone(app: Flask, origin: str, url: str, shown: str) -> None:
    slot = hold(app.test_client(), {"Sec-Fetch-Site": "cross-site", "Origin": origin}, url=url)
    name = slot.partition("?")[0].rpartition("/")[2]
    assert app.extensions["desk"].slots.get(name).url == shown


def test_a_page_that_does_not_say_where_it_is_says_that(client: FlaskClient) -> None:
    shown = client.get(hold(client, {"Sec-Fetch-Site": "cross-site", "Origin": "null"})).text
    assert "a page that says it is <strong>paper.example</strong>" in shown
    shown = client.get(hold(client, {"Sec-Fetch-Site": "cross-site", "Origin": "null"}, url="")).text
    assert "a page that does not say where it is" in shown


def test_nothing_in_it_is_markup_where_it_is_shown(client: FlaskClient) -> None:
    shown = client.get(hold(client, title="<script>alert(1)</script>", why="<b>")).text
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert" in shown


@pytest.mark.parametrize(("changes", "status"), [({"html": " "}, 422), ({"html": "<p>" + "a" * 1_000_000}, 413)])
def test_nothing_or_too_much_is_refused_in_words(client: FlaskClient, changes: dict[str, str], status: int) -> None:
    answer = client.post("/receive", data=PAGE | changes, headers=FROM)
    assert answer.status_code == status
    assert 'role="alert"' in answer.text


def test_what_is_no_article_stays_held(client: FlaskClient) -> None:
    slot = hold(client, html="<title>Log in</title><form><input type=password></form>").partition("?")[0]
    answer = client.post(slot, headers=OURS)
    assert answer.status_code == 422
    assert client.get(slot).status_code == 200


def test_its_time_is_ten_minutes(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    client = app.test_client()
    slot = hold(client)
    begun = slots.time.time()
    monkeypatch.setattr(slots.time, "time", lambda: begun + 599)
    assert client.get(slot).status_code == 200
    monkeypatch.setattr(slots.time, "time", lambda: begun + 601)
    assert client.get(slot).status_code == 404
    hold(client)
    with app.extensions["desk"].slots._database.reading() as connection:
        assert connection.exec_driver_sql("select count(*) from slots").scalar_one() == 1


def test_no_site_can_fill_the_disk(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    client = make().test_client()
    monkeypatch.setattr(slots, "MOST_BYTES", 5_000)
    statuses = [
        client.post("/receive", data=PAGE, headers=FROM).status_code for _ in range(5)
    ]
    assert statuses[0] == 303
    assert statuses[-1] == 503


def test_an_id_cannot_be_guessed_and_is_never_twice_the_same(app: Flask) -> None:
    held = app.extensions["desk"].slots
    names = {held.hold(HandedIn("", "", "", "<p>a")) for _ in range(20)}
    assert len(names) == 20
    assert all(re.fullmatch(r"[\w-]{22}", name) for name in names)


def test_handing_in_counts_as_reading_does(make: Make) -> None:
    client = make(client_limit="2/minute").test_client()
    assert [client.post("/receive", data=PAGE, headers=FROM).status_code for _ in range(3)] == [303, 303, 429]


@pytest.mark.parametrize(
    ("path", "policy"),
    [("/receive", "unsafe-none"), ("/receive?from=bookmarklet", "unsafe-none"), ("/", "same-origin"),
     ("/receive/link?url=https://paper.example/", "same-origin"), ("/receive/none", "same-origin")],
)  # fmt: skip
def test_only_the_window_that_must_hear_is_not_cut_off(client: FlaskClient, path: str, policy: str) -> None:
    assert client.get(path).headers["Cross-Origin-Opener-Policy"] == policy


def test_the_link_alone_asks_nobody_before_the_click(client: FlaskClient) -> None:
    shown = client.get("/receive/link", query_string={"url": "https://paper.example/a?b=1&c"})
    assert shown.status_code == 200
    assert 'value="https://paper.example/a?b=1&amp;c"' in shown.text
    assert client.get("/receive/link?url=javascript:alert(1)").status_code == 400
    assert client.get("/receive/link").status_code == 400


def test_what_nobody_opens_is_deleted_though_nobody_comes_by(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slots, "SECONDS", 0.3)
    app = make()
    hold(app.test_client())
    database = app.extensions["desk"].slots._database
    for _ in range(100):
        with database.reading() as connection:
            left = connection.exec_driver_sql("select count(*) from slots").scalar_one()
        if not left:
            return
        time.sleep(0.05)
    raise AssertionError(left)
