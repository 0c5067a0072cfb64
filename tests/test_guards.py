"""Who is answered, how often, and what is left behind of it. Real workers, database, sockets."""
from __future__ import annotations

import http.client
import socket
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn
from urllib.parse import quote, urlencode

import pytest
from flask import Flask, request, session
from live import Make, Site, gunicorn, serving, site, story
from servers import Server, redirect, reply, routes, says
from test_web import HTMX, OPENED, OURS, post
from werkzeug.test import TestResponse

from reader.errors import BadAddress
from reader.settings import Settings

pytestmark = pytest.mark.security

HERE = "https://orrin.example/ferry"


def ask(address: str, path: str = "/", **headers: str) -> tuple[http.client.HTTPResponse, str]:
    """What the server at ``address`` answers over a real socket; ``x_y="…"`` is the header X-Y."""
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=20)
    connection.request("GET", path, headers={name.replace("_", "-").title(): value for name, value in headers.items()})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer, text


# Which names it answers to

OUR_NAMES = ["reader.example", "READER.example:8000", "reader.example.", "read.example", "xn--gr-yka.example"]
LOOPBACK = ["localhost:8000", "reader.localhost", "127.0.0.1", "127.0.0.2:8000", "[::1]:8000"]
FOREIGN = ["evil.example", "reader.example.evil.example", "evilreader.example", "10.0.0.1", "[2001:db8::1]",
           "localhost.evil.example", "reader.example@evil.example", "127.0.0.1.evil.example", "a b", ""]  # fmt: skip


def test_only_our_names_and_loopback_are_answered(make: Make) -> None:
    app = make(hosts="reader.example, Read.example.,grü.example")
    with serving(app) as address:
        for host in OUR_NAMES + LOOPBACK:
            assert ask(address, host=host)[0].status == 200, host
        for host in FOREIGN:
            for path in ("/", "/static/reader.css", "/nothing"):
                answer, text = ask(address, path, host=host)
                assert answer.status == 400, host
                assert "This reader does not answer to the name it was called by." in text
                assert "UNFEED_HOSTS" in text
                assert "evil" not in text


def test_without_a_list_of_names_every_name_is_answered(make: Make) -> None:
    with serving(make()) as address:
        assert {ask(address, host=host)[0].status for host in OUR_NAMES + LOOPBACK + FOREIGN} == {200}


def test_a_page_sent_to_a_foreign_name_is_neither_kept_nor_shown(make: Make) -> None:
    client = make(hosts="reader.example").test_client()
    for headers in (OURS, HTMX):
        answer = post(client, story(), {**headers, "Host": "evil.example"}, url=HERE)
        assert answer.status_code == 400
        assert "forty passengers" not in answer.text
        assert ("<html" in answer.text) is (headers is OURS)
        assert post(client, story(), {**headers, "Host": "reader.example"}, url=HERE).status_code < 400


def test_a_name_that_is_none_is_told_at_the_start(make: Make) -> None:
    with pytest.raises(BadAddress):
        make(hosts="reader.example, what is this")


# What proxies in front of it say


def seen_by(app: Flask) -> None:
    """Adds an address that tells who the app thinks has asked, by which scheme and name."""
    @app.get("/seen")
    def seen() -> str:
        return f"{request.remote_addr} {request.scheme} {request.host}"


FORWARDED = {
    "x_forwarded_for": "6.6.6.6, 198.51.100.7, 10.0.0.2", "x_forwarded_proto": "gopher, https, http",
    "x_forwarded_host": "evil.example, reader.example, inner.example",
}  # fmt: skip


@pytest.mark.parametrize(
    ("proxies", "seen"),
    [(0, "127.0.0.1 http"), (1, "10.0.0.2 http inner.example"), (2, "198.51.100.7 https reader.example")],
)
def test_as_many_proxies_are_believed_as_are_there(make: Make, proxies: int, seen: str) -> None:
    app = make(trusted_proxies=proxies)
    seen_by(app)
    with serving(app) as address:
        answer, text = ask(address, "/seen", **FORWARDED)
        assert text.startswith(seen)
        assert ("Strict-Transport-Security" in answer.headers) is ("https" in seen)


def test_what_a_person_writes_before_the_proxy_is_not_believed(make: Make) -> None:
    app = make(trusted_proxies=2)
    seen_by(app)
    with serving(app) as address:
        lie = {"x_forwarded_for": "6.6.6.6", "x_forwarded_proto": "https", "x_forwarded_host": "evil.example"}
        assert ask(address, "/seen", **lie)[1].startswith("127.0.0.1 http 127.0.0.1:")


def test_gunicorn_itself_believes_nobody(tmp_path: Path) -> None:
    """It would take such headers from loopback, where a proxy may hand on what a person wrote."""
    with gunicorn(tmp_path, 2) as host:
        connection = http.client.HTTPConnection(host, timeout=20)
        connection.request("GET", "/", headers={"X-Forwarded-Proto": "https", "SCRIPT_NAME": "/evil"})
        answer = connection.getresponse()
        page = answer.read().decode()
        connection.close()
    assert answer.status == 200
    assert "Strict-Transport-Security" not in answer.headers
    assert "/evil" not in page


def test_the_name_the_proxy_was_called_by_is_checked(make: Make) -> None:
    with serving(make(trusted_proxies=1, hosts="reader.example")) as address:
        assert ask(address, host="inner:8000", x_forwarded_host="reader.example")[0].status == 200
        assert ask(address, host="reader.example", x_forwarded_host="evil.example")[0].status == 400


def test_a_form_that_came_by_https_through_a_proxy_is_ours(make: Make) -> None:
    client = make(trusted_proxies=1).test_client()
    through = {"Host": "inner:8000", "X-Forwarded-Host": "reader.example", "X-Forwarded-Proto": "https"}
    assert post(client, story(), {**through, "Origin": "https://reader.example"}, url=HERE).status_code == 303
    assert post(client, story(), {**through, "Origin": "https://inner:8000"}, url=HERE).status_code == 403


# How often

PARAGRAPH = "The first ferry in nine years came into Orrin on Monday with forty passengers, two dogs and a piano. "
TEXT = f"Ferry returns to Orrin\n\n{PARAGRAPH * 3}\n\n{PARAGRAPH * 3}"


@pytest.fixture
def origin() -> Iterator[tuple[str, type[Site]]]:
    with site() as running:
        yield running


def test_a_client_that_asks_too_often_is_told_to_wait_and_loses_nothing(make: Make) -> None:
    client = make(client_limit="3/minute").test_client()
    kept = [post(client, TEXT).headers["Location"] for _ in range(3)]
    for headers in (OURS, HTMX):
        answer = post(client, TEXT, headers)
        assert answer.status_code == 429
        assert 40 <= int(answer.headers["Retry-After"]) <= 60
        assert "You have asked more than this reader does for one person at a time." in answer.text
        waiting = f"Wait {answer.headers['Retry-After']} seconds, then try again."
        assert waiting in answer.text.replace("a minute", "60 seconds")
        assert ("<html" in answer.text) is (headers is OURS)
        assert ("forty passengers" in answer.text) is (headers is OURS)  # htmx leaves the form as it is
    assert client.get("/").status_code == client.get(kept[0]).status_code == 200
    elsewhere = client.post("/read", data={"source": TEXT}, headers=OURS, environ_base={"REMOTE_ADDR": "198.51.100.7"})
    assert elsewhere.status_code == 303


def test_a_get_counts_only_when_it_fetches(make: Make, origin: tuple[str, type[Site]]) -> None:
    client = make(client_limit="2/minute").test_client()

    def get(path: str, headers: dict[str, str] = OPENED) -> TestResponse:
        return client.get("/read", query_string={"url": origin[0] + path}, headers=headers)

    assert [get("/story").status_code for _ in range(4)] == [200] * 4  # one fetch, and three times the copy
    assert get("/button", {}).status_code == 200  # asks first
    assert get("/second").status_code == 200
    for headers in (OPENED, HTMX):
        answer = get("/third", headers)
        assert answer.status_code == 429
        assert int(answer.headers["Retry-After"]) > 0
    assert get("/story").status_code == 200
    assert (origin[1].asked["/button"], origin[1].asked["/third"]) == (0, 0)
    assert post(client, TEXT).status_code == 429  # one count for both ways in


def test_a_site_is_asked_so_often_whoever_wants_it(make: Make, origin: tuple[str, type[Site]]) -> None:
    client = make(target_limit="2/minute").test_client()
    host, port = origin[0].rsplit(":", 1)

    def read(link: str, address: str) -> TestResponse:
        return client.post("/read", data={"source": link}, headers=OURS, environ_base={"REMOTE_ADDR": address})

    assert read(f"{host}:{port}/1", "198.51.100.1").status_code == 303
    assert read(f"http://127.1:{port}/2", "198.51.100.2").status_code == 303
    for spelling in (host, "http://2130706433", "http://127.0.0.1."):
        answer = read(f"{spelling}:{port}/3", "198.51.100.3")
        assert answer.status_code == 429
        assert "This reader has asked 127.0.0.1 for as many pages as is polite just now." in answer.text
        assert 0 < int(answer.headers["Retry-After"]) <= 60
        assert f"{spelling}:{port}/3</textarea>" in answer.text
    assert read(f"http://localhost:{port}/4", "198.51.100.3").status_code == 303
    assert read(f"{host}:{port}/1", "198.51.100.3").status_code == 303  # a fresh copy
    assert post(client, TEXT).status_code == 303
    assert origin[1].asked == {"/1": 1, "/2": 1, "/4": 1}


def test_a_site_that_is_sent_on_to_is_asked_no_more_often(make: Make, origin: tuple[str, type[Site]]) -> None:
    client = make(target_limit="2/minute", allowed_internal_hosts="127.0.0.1,127.0.0.5,127.0.0.6").test_client()
    sends_on = says(redirect(f"{origin[0]}/target"))
    with Server(sends_on, "127.0.0.5") as first, Server(sends_on, "127.0.0.6") as second:
        assert [post(client, server.url()).status_code for server in (first, second)] == [303, 303]
        answer = post(client, first.url("/again"))
        assert answer.status_code == 429
        assert "This reader has asked 127.0.0.1 for as many pages as is polite just now." in answer.text
    assert origin[1].asked == {"/target": 2}
    assert first.connections == 2


def test_a_site_that_sends_on_to_itself_is_counted_once(make: Make) -> None:
    client = make(target_limit="2/minute").test_client()
    with Server(routes(index=redirect("/a"), a=redirect("/b"), b=reply(story().encode()))) as server:
        assert [post(client, server.url(query)).status_code for query in ("/", "/?2", "/?3")] == [303, 303, 429]


def test_waiting_as_long_as_told_is_enough(make: Make) -> None:
    client = make(client_limit="1 per 2 second").test_client()
    assert post(client, TEXT).status_code == 303
    told = post(client, TEXT)
    assert told.status_code == 429
    time.sleep(int(told.headers["Retry-After"]))
    assert post(client, TEXT).status_code == 303


def test_many_at_once_get_no_more_than_their_share(make: Make) -> None:
    app = make(client_limit="10/minute")
    with ThreadPoolExecutor(24) as hands:
        answers = Counter(hands.map(lambda _: post(app.test_client(), "").status_code, range(60)))
    assert answers == {422: 10, 429: 50}


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("198.51.100.7", "198.51.100.8", False), ("198.51.100.7:4001", "198.51.100.7:4002", True),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True), ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("[2001:db8:1:2::1]:4001", "2001:db8:1:2::2", True), ("::ffff:198.51.100.7", "198.51.100.7", True),
        ("::ffff:198.51.100.7", "::ffff:198.51.100.8", False), ("unknown", "[", True),
    ],
)  # fmt: skip
def test_people_behind_a_proxy_are_counted_one_by_one(make: Make, first: str, second: str, same: bool) -> None:
    client = make(client_limit="1/minute", trusted_proxies=1).test_client()
    assert post(client, TEXT, {**OURS, "X-Forwarded-For": f"6.6.6.6, {first}"}).status_code == 303
    # What a person writes there themselves gives them no new share.
    answer = post(client, TEXT, {**OURS, "X-Forwarded-For": f"7.7.7.7, {second}"})
    assert answer.status_code == (429 if same else 303)


def test_without_a_trusted_proxy_nobody_gets_a_new_share_by_a_header(make: Make) -> None:
    client = make(client_limit="1/minute").test_client()
    answers = [post(client, TEXT, {**OURS, "X-Forwarded-For": f"6.6.6.{n}"}).status_code for n in range(3)]
    assert answers == [303, 429, 429]


def test_what_is_too_large_is_said_so_also_when_it_comes_too_often(make: Make) -> None:
    client = make(client_limit="1/minute", max_bytes=1000).test_client()
    assert [post(client, "x" * 600_000).status_code for _ in range(2)] == [413, 413]
    assert post(client, TEXT).status_code == 429


def test_limits_are_on_until_a_setting_is_empty() -> None:
    assert (Settings().client_limit, Settings().target_limit) == ("60/minute", "30/minute")
    off = Settings.from_env({"UNFEED_CLIENT_LIMIT": "", "UNFEED_TARGET_LIMIT": " ", "UNFEED_DATA_DIR": ""})
    assert (off.client_limit, off.target_limit, off.data_dir) == ("", "", "instance")


def test_without_limits_nobody_is_counted(make: Make) -> None:
    client = make().test_client()
    assert {post(client, "").status_code for _ in range(200)} == {422}


@pytest.mark.parametrize("name", ["client_limit", "target_limit"])
@pytest.mark.parametrize("limit", ["many", "60", "60/fortnight", "-1/minute"])
def test_a_limit_that_is_none_is_told_at_the_start(make: Make, name: str, limit: str) -> None:
    with pytest.raises(ValueError, match=f"UNFEED_{name.upper()} must be like 60/minute"):
        make(**{name: limit})


# Cookies


def test_no_answer_sets_a_cookie(make: Make) -> None:
    client = make(client_limit="3/minute", hosts="reader.example").test_client()
    kept = post(client, TEXT)
    answers = [kept, post(client, TEXT, HTMX), post(client, ""), post(client, TEXT), post(client, TEXT, {})]
    article = kept.headers["Location"]
    answers += [client.get(path) for path in ("/", article, "/nothing", "/static/reader.css", "/read?url=x")]
    answers += [client.get("/", headers={"Host": "evil.example"}), client.post(f"{article}/delete", headers=OURS)]
    assert {answer.status_code for answer in answers} == {200, 303, 400, 403, 404, 422, 429}
    assert [answer.headers.getlist("Set-Cookie") for answer in answers] == [[]] * len(answers)


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_session_would_be_held_to_this_site_and_to_https(make: Make, scheme: str) -> None:
    app = make(trusted_proxies=1)
    app.secret_key = "for this test alone"

    @app.get("/session")
    def begin() -> str:
        session["begun"] = True
        return ""

    with serving(app) as address:
        cookie = ask(address, "/session", x_forwarded_proto=scheme)[0].headers["Set-Cookie"]
    flags = {flag.strip() for flag in cookie.split(";")[1:]}
    assert flags == {"HttpOnly", "SameSite=Lax", "Path=/"} | ({"Secure"} if scheme == "https" else set())


# What is written down

SAID = "Marigold-said-this"
TOKEN = "token-8f2c"
BROKEN = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nno colon here\r\n\r\n<p>x"


def leave(host: str, request: str) -> None:
    """Sends ``request`` and hangs up without waiting for an answer."""
    with socket.create_connection(("127.0.0.1", int(host.partition(":")[2])), 5) as half:
        half.sendall(request.encode())


def paste(host: str, source: str, **fields: str) -> int:
    """Pastes ``source`` at a running server: the status."""
    headers = {**OURS, "Content-Type": "application/x-www-form-urlencoded"}
    connection = http.client.HTTPConnection(host, timeout=20)
    connection.request("POST", "/read", urlencode({"source": source, **fields}), headers)
    status = connection.getresponse().status
    connection.close()
    return status


def test_nothing_of_a_page_or_its_address_is_logged(tmp_path: Path, origin: tuple[str, type[Site]]) -> None:
    query, opened = f"?key={TOKEN}", {"sec_fetch_site": "none", "sec_fetch_dest": "document"}
    page = story().replace("forty passengers", SAID)
    limits = {"UNFEED_CLIENT_LIMIT": "9/minute", "UNFEED_MAX_BYTES": "100000"}
    with (
        Server(says(BROKEN)) as broken,
        (tmp_path / "log").open("w") as log,
        gunicorn(tmp_path / "data", 4, log, **limits) as host,
    ):
        assert paste(host, page, url=HERE + query) == 303
        assert paste(host, f"{TEXT} {SAID}", url=HERE + query) == 303
        assert paste(host, page) == 422
        assert paste(host, f"{SAID} " * 20_000) == 413
        assert paste(host, f"http://user:{TOKEN}@orrin.example/") == 400
        for path, status in (("/story", 303), ("/broken", 502), ("/pdf", 415)):
            assert paste(host, origin[0] + path + query) == status
        assert ask(host, f"/read?url={quote(broken.url('/x' + query))}", **opened)[0].status < 503
        assert ask(host, f"/read?url={quote(origin[0] + '/late' + query)}", **opened)[0].status == 429
        assert ask(host, f"/read?url={HERE}{query}{'x' * 9_000}", **opened)[0].status >= 400
        leave(host, f"POST /read{query} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 90000\r\n\r\nsource={SAID}")
        leave(host, f"GET /read{query} HTTP/1.1\r\nHost: {host}\r\n\r\n")
        assert ask(host)[0].status == 200
    logged = (tmp_path / "log").read_text()
    assert "Listening at" in logged
    for word in (SAID, TOKEN, "orrin", "Orrin", origin[0], "/read"):
        assert word not in logged, logged


@pytest.mark.parametrize("where", ["in a route", "in the answer to an error"])
def test_an_error_is_logged_by_place_and_kind_without_its_words(
    make: Make, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, where: str
) -> None:
    app = make()

    def stumble(*_: object, **__: object) -> NoReturn:
        try:
            {}[SAID]
        except KeyError as error:
            raise ValueError(f"{SAID} {HERE}?{TOKEN}") from error

    client = app.test_client()
    kept = post(client, TEXT).headers["Location"]
    monkeypatch.setattr("reader.web.routes._page", stumble)
    if where != "in a route":
        monkeypatch.setattr("reader.web.errors.render_template", stumble)
    answer = client.get(kept, headers=OPENED)
    assert answer.status_code == 500
    assert "Something went wrong here" in answer.text
    for word in ("Traceback", "ValueError", "KeyError", SAID, TOKEN):
        assert word not in answer.text
    for word in ("unexpected ValueError", "KeyError", "test_guards.py", "in stumble", "reader/web/routes.py"):
        assert word in caplog.text
    for word in (SAID, TOKEN, HERE, kept):
        assert word not in caplog.text
