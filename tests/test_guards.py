"""Who is answered, how often, and what is left behind of it. Real workers, database, sockets."""
from __future__ import annotations

import http.client
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask, request
from live import serving, settings, story
from test_web import HTMX, OURS, post

from reader.errors import BadAddress
from reader.web import create_app

HERE = "https://orrin.example/ferry"
Make = Callable[..., Flask]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """Makes apps with the settings that are given, and closes them."""
    made: list[Flask] = []

    def make_one(**changes: object) -> Flask:
        made.append(create_app(settings(tmp_path, **changes)))
        return made[-1]

    yield make_one
    for app in made:
        app.extensions["desk"].close()


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


def test_the_name_the_proxy_was_called_by_is_checked(make: Make) -> None:
    with serving(make(trusted_proxies=1, hosts="reader.example")) as address:
        assert ask(address, host="inner:8000", x_forwarded_host="reader.example")[0].status == 200
        assert ask(address, host="reader.example", x_forwarded_host="evil.example")[0].status == 400


def test_a_form_that_came_by_https_through_a_proxy_is_ours(make: Make) -> None:
    client = make(trusted_proxies=1).test_client()
    through = {"Host": "inner:8000", "X-Forwarded-Host": "reader.example", "X-Forwarded-Proto": "https"}
    assert post(client, story(), {**through, "Origin": "https://reader.example"}, url=HERE).status_code == 303
    assert post(client, story(), {**through, "Origin": "https://inner:8000"}, url=HERE).status_code == 403
