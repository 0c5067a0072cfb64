"""Pictures through the reader: signed addresses, the guarded door, what an answer carries, and what goes wrong."""
from __future__ import annotations

import html
import re
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from live import Make, serving, site, story
from playwright.sync_api import Browser
from servers import Server, chunked, endless, reply, says, silent
from test_pictures import JPEG, SVG, as_file, flag, seen
from test_web import OURS, post, wait_for
from werkzeug.test import TestResponse

from reader.web.gallery import PLACES, WAITING
from reader.web.pictures import through_us

pytestmark = pytest.mark.security
HERE = "https://orrin.example/ferry"


@pytest.fixture
def make(make: Make) -> Make:
    """The same, with pictures coming through the reader."""
    return partial(make, image_proxy=1)


def ours(app: Flask, url: str) -> str:
    """The address under which ``app`` serves the picture at ``url``."""
    with app.test_request_context():
        found = re.search(r'src="([^"]+)"', through_us(f'<img src="{html.escape(url)}">'))
    assert found
    return html.unescape(found[1])


def asked(app: Flask, url: str) -> TestResponse:
    return app.test_client().get(ours(app, url))


def image(body: bytes, kind: str = "image/jpeg", **headers: str) -> bytes:
    return reply(body, content_type=kind, **headers)


def images(page: str) -> list[str]:
    return [html.unescape(found) for found in re.findall(r'<img[^>]* src="([^"]+)"', page)]


def read(app: Flask, page: str, back: str = "") -> str:
    client: FlaskClient = app.test_client()
    return client.get(post(client, page, url=HERE).headers["Location"] + back).text


def test_without_the_setting_images_come_lazily_from_their_servers_without_a_referrer(make: Make) -> None:
    app = make(image_proxy=0)
    page = read(app, story())
    every = re.findall(r"<img[^>]*>", page)
    assert images(page) == ["https://orrin.example/img/quay.png"]
    assert all('loading="lazy"' in one and 'referrerpolicy="no-referrer"' in one for one in every)
    assert app.test_client().get("/picture/a/b").status_code == 404


def test_a_picture_comes_through_drawn_anew_and_is_asked_for_once(make: Make) -> None:
    app = make()
    with Server(says(image(as_file(flag(), "JPEG", comment=b"UNFEED"), etag="x", set_cookie="a=b"))) as server:
        for _ in range(3):
            answer = asked(app, server.url("/a.jpg?b=1&c=2"))
            assert answer.status_code == 200
            assert seen(answer.data, "JPEG").size == (40, 20)
            assert b"UNFEED" not in answer.data
        (request,) = server.requests
    assert request.startswith(b"GET /a.jpg?b=1&c=2 HTTP/1.1\r\n")
    assert not re.search(rb"(?i)cookie|referer|unfeed-", request)
    headers = answer.headers
    assert headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Type"] == "image/jpeg"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Content-Disposition"] == 'inline; filename="picture.jpeg"'
    assert re.fullmatch(r"private, max-age=\d{6,}, immutable", headers["Cache-Control"])
    assert "Set-Cookie" not in headers
    assert "ETag" not in headers


def test_every_image_of_a_page_leads_here_and_none_anywhere_else(make: Make) -> None:
    app = make()
    more = (
        '<p>The quay has been rebuilt from the ground, with stone that was brought by sea from the north.</p>'
        '<figure><img src="/b.jpg?x=1&amp;y=2" alt="B"></figure></article>'
    )
    page = read(app, story().replace("</article>", more), "?back=all")
    assert len(images(page)) >= 6  # those of the units put back are among them
    assert {one.split("/")[1] for one in images(page)} == {"picture"}
    assert not re.search(r'(?:src|srcset)="https?:', page)


def test_each_candidate_of_a_srcset_leads_here(make: Make) -> None:
    app = make()
    given = "https://orrin.example/b-1.jpg?x=1&amp;y=2 640w, https://orrin.example/b,2.jpg 1280w"
    with app.test_request_context():
        image = through_us(f'<p>srcset="x"</p><img alt="> src=" srcset="{given}" src="data:image/gif;base64,AA==">')
    (srcset,) = re.findall(r'<img alt="> src=" srcset="([^"]+)" src="data:image/gif;base64,AA==">', image)
    first, second = (part.split(" ") for part in html.unescape(srcset).split(", "))
    assert first == [ours(app, "https://orrin.example/b-1.jpg?x=1&y=2"), "640w"]
    assert second == [ours(app, "https://orrin.example/b,2.jpg"), "1280w"]


def test_the_policy_lets_no_other_image_in(make: Make) -> None:
    on, off = (make(image_proxy=one).test_client().get("/").headers["Content-Security-Policy"] for one in (1, 0))
    assert "img-src 'self' data:;" in on
    assert "img-src http: https: data:;" in off


@pytest.mark.parametrize("spoil", [
    lambda sign, target: (sign[:-1] + ("A" if sign[-1] != "A" else "E"), target), lambda sign, target: ("", target),
    lambda sign, target: (sign[:-1], target), lambda sign, target: (sign + "A", target),
    lambda sign, target: (sign, target[:-4] + "LnBu"), lambda sign, target: (sign, target[:-4]),
    lambda sign, target: (sign, target + "AAAA"), lambda sign, target: ("é", target), lambda sign, target: (sign, "é"),
    lambda sign, target: (target, sign), lambda sign, target: (sign, "%FF"), lambda sign, target: (sign, "A"),
    lambda sign, target: (sign.lower(), target), lambda sign, target: ("A" * 43, target),
])  # fmt: skip
def test_a_forged_address_is_refused_and_nobody_is_asked(
    make: Make, spoil: Callable[[str, str], tuple[str, str]], counts: dict[str, int]
) -> None:
    app = make()
    with Server(says(image(JPEG))) as server:
        _, _, signature, target = ours(app, server.url("/a.jpg")).split("/")
        forged = "/".join(spoil(signature, target))
        assert app.test_client().get(f"/picture/{forged}").status_code in (403, 404)
        assert server.connections == 0
    counts["forged addresses of pictures tried"] = counts.get("forged addresses of pictures tried", 0) + 1


def test_a_signature_is_of_this_reader_and_outlives_its_process(make: Make, tmp_path: Path) -> None:
    with Server(says(image(JPEG))) as server:
        address = ours(make(), server.url("/a.jpg"))
        assert make().test_client().get(address).status_code == 200
        other = make(data_dir=str(tmp_path / "other"))
        assert other.test_client().get(address).status_code == 403
        assert server.connections == 1


def test_another_site_cannot_make_the_reader_fetch(make: Make) -> None:
    app = make()
    with Server(says(image(JPEG))) as server:
        for where in ("cross-site", "same-site"):
            headers = {"Sec-Fetch-Site": where, "Sec-Fetch-Dest": "image"}
            assert app.test_client().get(ours(app, server.url()), headers=headers).status_code == 403
        assert server.connections == 0
        assert app.test_client().get(ours(app, server.url()), headers=OURS).status_code == 200


BAD = {
    "a page": (image(b"<!doctype html><p>x", "text/html"), 415), "SVG": (image(SVG, "image/svg+xml"), 415),
    "SVG under another name": (image(SVG, "image/png"), 415), "a page as well": (image(b"<p>x", "image/png"), 415),
    "a TIFF": (image(as_file(flag(), "TIFF"), "image/tiff"), 415), "half": (image(JPEG[:300]), 415),
    "a PDF": (image(b"%PDF-1.7", "application/pdf"), 415), "nothing": (image(b""), 502),
    "not there": (image(JPEG, status="404 Not Found"), 502), "no answer": (b"\0\0\r\n\r\n", 502),
    "longer than may be": (image(JPEG, content_length="30000000"), 413),
    "packed wrongly": (chunked(b"4\r\nabcd\r\n0\r\n\r\n", content_encoding="gzip", content_type=""), 502),
}  # fmt: skip


@pytest.mark.parametrize(("sent", "status"), BAD.values(), ids=list(BAD))
def test_what_is_no_picture_is_a_small_text_and_not_asked_for_again(make: Make, sent: bytes, status: int) -> None:
    app = make()
    with Server(says(sent)) as server:
        for _ in range(3):
            answer = asked(app, server.url("/secret-name.png"))
            assert answer.status_code == status
            assert answer.content_type == "text/plain; charset=utf-8"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert len(answer.text) < 300
            assert "secret-name" not in answer.text
            assert "<" not in answer.text
        assert server.connections == 1


def test_a_body_of_30_megabytes_or_without_end_is_let_go(make: Make) -> None:
    app = make()
    start = image(b"", content_length="") + JPEG
    with Server(endless(start, bytes(65_536))) as server:
        assert asked(app, server.url("/endless.jpg")).status_code == 413


def test_no_inside_address_is_reached_not_by_a_redirect_either(make: Make, counts: dict[str, int]) -> None:
    with Server(says(image(JPEG)), host="127.0.0.2") as inside:
        app = make()
        targets = [inside.url("/a.png"), f"http://[::1]:{inside.port}/", "http://169.254.169.254/a", "http://0x7f000002/",
                   "http://10.0.0.1/", f"http://[::ffff:127.0.0.2]:{inside.port}/"]  # fmt: skip
        for target in targets:
            assert asked(app, target).status_code in (400, 403), target
            with Server(says(reply(b"", status="302 Found", location=target))) as outside:
                assert asked(app, outside.url("/r.png")).status_code in (400, 403), target
        for target in ("file:///etc/passwd", "gopher://127.0.0.2/", "data:image/png;base64,AAAA"):
            with Server(says(reply(b"", status="302 Found", location=target))) as outside:
                assert asked(app, outside.url("/r.png")).status_code == 400
        assert inside.connections == 0
    counts["inside addresses of pictures tried"] = 2 * len(targets) + 3


def test_a_page_of_fifty_pictures_is_no_crowd_and_kept_ones_count_for_nobody(make: Make) -> None:
    app = make(client_limit="3/minute", target_limit="3/minute")
    with Server(says(image(JPEG))) as server:
        answers = [asked(app, server.url(f"/{number}.jpg")) for number in range(60)]
        assert {answer.status_code for answer in answers} == {200}
        late = asked(app, server.url("/61.jpg"))
        assert late.status_code == 429
        assert int(late.headers["Retry-After"]) > 0
        assert asked(app, server.url("/5.jpg")).status_code == 200
        assert server.connections == 60


def test_slow_pictures_take_no_more_than_their_places(make: Make) -> None:
    """All places and all who may wait are taken: who comes then is told at once, and pages are served as ever."""
    app = make()
    with Server(silent) as server:
        threads = [
            threading.Thread(target=asked, args=(app, server.url(f"/{number}")), daemon=True)
            for number in range(PLACES + WAITING)
        ]
        for thread in threads:
            thread.start()
        wait_for(lambda: server.connections == PLACES)
        time.sleep(0.3)  # until the others wait, too
        begun = time.monotonic()
        assert asked(app, server.url("/late")).status_code == 503
        assert post(app.test_client(), story(), url=HERE).status_code == 303
        assert time.monotonic() - begun < 4
        assert server.connections == PLACES
    for thread in threads:
        thread.join(30)


def test_a_disk_that_is_full_costs_no_picture(make: Make, tmp_path: Path) -> None:
    app = make()
    address = ours(app, "http://127.0.0.1:1/")  # the secret is there
    (tmp_path / "data" / "pictures").write_text("in the way")
    assert address
    with Server(says(image(JPEG))) as server:
        assert [asked(app, server.url("/a.jpg")).status_code for _ in range(2)] == [200, 200]
        assert server.connections == 2


VIOLATIONS = """
    window.violated = [];
    addEventListener('securitypolicyviolation', e => violated.push(e.violatedDirective + ' ' + e.blockedURI));
"""
SHOWN = "[...document.images].map(image => image.complete && image.naturalWidth > 0)"


@pytest.mark.browser
def test_in_a_browser_every_picture_is_shown_and_only_the_reader_is_asked(make: Make, browser: Browser) -> None:
    more = '<figure><img src="/img/b.png?x=1&amp;y=2" alt="A boat"></figure></article>'
    app = make()
    with site() as (origin, handler), serving(app) as reader:
        page_text = story(f'<base href="{origin}/">').replace("</article>", more)
        where = post(app.test_client(), page_text, url=origin + "/story").headers["Location"]
        context = browser.new_context()
        context.add_init_script(VIOLATIONS)
        page = context.new_page()
        requested: list[str] = []
        page.on("request", lambda request: requested.append(request.url))
        page.goto(reader + where + "?back=all")
        for one in page.locator("img").all():
            one.scroll_into_view_if_needed()
        wait_for(lambda: all(page.evaluate(SHOWN)))
        assert page.evaluate(SHOWN) == [True] * 6  # the lead, one more, and four of a unit put back
        assert page.evaluate("violated") == []
        assert all(url.startswith(reader) for url in requested)
        assert handler.asked["/img/quay.png"] == 1
        assert handler.referrers == []
        context.close()
