"""All pictures of an article, for a file: which are had, how long that takes, and what the file says of the rest."""
from __future__ import annotations

import base64
import socket
import threading
import time

import pytest
from books import grey, unpacked
from flask import Flask
from flask.testing import FlaskClient
from live import Make, serving, site, story
from lxml.html import document_fromstring
from servers import Server, leaving, routes, says
from test_cli import unfeed
from test_gallery import image
from test_pictures import JPEG, as_file, flag, noise, seen
from test_web import post

from reader.album import AT_ONCE, gathered
from reader.drawn import Picture
from reader.errors import FetchFailed
from reader.export.images import image_addresses, with_images
from reader.pictures import redraw
from reader.sanitize import sanitize


def exported(app: Flask, page: str, url: str, suffix: str, back: str = "") -> bytes:
    client: FlaskClient = app.test_client()
    answer = client.get(f"{post(client, page, url=url).headers['Location']}.{suffix}{back}")
    assert answer.status_code == 200, answer.text
    return answer.data


def images(book: bytes) -> list[str]:
    return [name for name in unpacked(book) if "/images/" in name]


def with_more(*addresses: str) -> str:
    more = "".join(f'<figure><img src="{one}" alt="More"><figcaption>More.</figcaption></figure>' for one in addresses)
    return story().replace("</article>", f"{more}</article>")


# ---------------------------------------------------------------- kinds


@pytest.mark.parametrize(("given", "mode", "kind"), [
    ("WEBP", "RGB", "jpeg"), ("AVIF", "RGB", "jpeg"), ("WEBP", "RGBA", "jpeg"), ("PNG", "RGB", "png"),
    ("JPEG", "RGB", "jpeg"),
])  # fmt: skip
def test_what_leaves_the_house_is_shown_everywhere(given: str, mode: str, kind: str) -> None:
    picture = redraw(as_file(flag(mode=mode), given), portable=True)
    assert picture.kind == kind
    assert seen(picture.body, kind.upper()).size == (40, 20)


def test_what_is_clear_stays_clear() -> None:
    clear = flag(mode="RGBA")
    clear.putpixel((0, 0), (0, 0, 0, 0))
    picture = redraw(as_file(clear, "WEBP", lossless=True), portable=True)
    assert seen(picture.body, "PNG").getpixel((0, 0))[3] == 0  # type: ignore[index]


# ---------------------------------------------------------------- gathering


def test_in_order_several_at_a_time_and_what_fails_is_left_out() -> None:
    together = threading.Barrier(AT_ONCE)

    def waits(stop: object) -> Picture:
        together.wait(20)
        return grey("png")

    def fails(stop: object) -> Picture:
        raise FetchFailed("no")

    orders = {f"u{number}": waits for number in range(AT_ONCE)}
    assert list(gathered(orders, lambda: False)) == list(orders)
    assert list(gathered({"a": fails, "b": lambda stop: grey("png")}, lambda: False)) == ["b"]


def test_a_bug_is_no_missing_picture() -> None:
    with pytest.raises(ZeroDivisionError):
        gathered({"a": lambda stop: 1 / 0}, lambda: False)  # type: ignore[dict-item, return-value]


def test_the_first_have_the_bytes() -> None:
    orders = {f"u{number}": lambda stop: Picture(bytes(400), "png") for number in range(5)}
    assert list(gathered(orders, lambda: False, most_bytes=1000)) == ["u0", "u1"]


def test_none_is_begun_once_nobody_waits_or_the_time_is_over() -> None:
    begun = []

    def notes(stop: object) -> Picture:
        begun.append(1)
        return grey("png")

    assert gathered({"a": notes}, lambda: True) == {}
    assert gathered({"a": notes}, lambda: False, seconds=-1) == {}
    assert begun == []


def test_those_under_way_are_told() -> None:
    def waits(stop: object) -> Picture:
        while not stop():  # type: ignore[operator]
            time.sleep(0.01)
        raise FetchFailed("no")

    assert gathered({"a": waits, "b": waits}, lambda: False, seconds=0.2) == {}


# ---------------------------------------------------------------- in a page


def test_a_page_with_its_images_inside_keeps_the_address_of_one_that_is_missing() -> None:
    html = sanitize(
        '<p><img src="https://a.test/1.jpg?a=1&amp;b=2" srcset="https://a.test/3.jpg 2x" '
        'alt="&lt;img src=&quot;x&quot;>"><img src="https://a.test/2.jpg" alt="b"></p>'
    )
    assert image_addresses(html) == ["https://a.test/1.jpg?a=1&b=2", "https://a.test/2.jpg"]
    picture = grey("png")
    first, second = document_fromstring(with_images(html, {"https://a.test/1.jpg?a=1&b=2": picture})).iter("img")
    kind, _, body = first.get("src").partition(",")
    assert (kind, base64.b64decode(body)) == ("data:image/png;base64", picture.body)
    assert (first.get("alt"), first.get("srcset")) == ('<img src="x">', None)
    assert (second.get("src"), second.get("alt")) == ("https://a.test/2.jpg", "b")


# ---------------------------------------------------------------- through the web


def test_a_book_holds_the_pictures_with_units_put_back_too(make: Make) -> None:
    app = make()
    with site() as (origin, handler):
        assert images(exported(app, story(), f"{origin}/story", "epub")) == ["book/images/1.png"]
        assert len(images(exported(app, story(), f"{origin}/story", "epub", "?back=all"))) == 5
        assert handler.asked["/img/quay.png"] == 1  # kept


def test_a_page_of_files_holds_them_as_well(make: Make) -> None:
    webp = f"data:image/webp;base64,{base64.b64encode(as_file(noise(128, 96).convert('RGB'), 'WEBP')).decode()}"
    with Server(routes(**{"img/quay.png": image(as_file(flag(), "WEBP"), "image/webp")})) as server:
        page = exported(make(), with_more(webp, server.url("/gone.jpg")), server.url("/story"), "full.html")
    sources = [one.get("src") for one in document_fromstring(page).iter("img")]
    assert [source[:22] for source in sources[:2]] == ["data:image/jpeg;base64"] * 2
    assert sources[2] == server.url("/gone.jpg")


def test_without_any_picture_there_is_still_a_book(make: Make) -> None:
    with Server(says(image(b"<p>no", "text/html"))) as server:
        book = unpacked(exported(make(), story(), server.url("/story"), "epub"))
    text = book["book/article.xhtml"].decode()
    assert "[Image not included: A quay" in text
    assert "Jonas Weir/Orrin Post" in text
    assert b"<dt>Images not included</dt><dd>1</dd>" in book["book/source.xhtml"]


def test_no_inside_address_is_asked_for_a_book(make: Make) -> None:
    with Server(says(image(JPEG)), host="127.0.0.2") as server:
        assert images(exported(make(), with_more(server.url("/a.jpg")), "http://10.0.0.1/", "epub")) == []
        assert server.connections == 0


def test_pictures_of_a_book_count_for_who_wants_it(make: Make) -> None:
    with Server(says(image(JPEG))) as server:
        page = with_more(*(server.url(f"/{number}.jpg") for number in range(45)))
        book = exported(make(client_limit="2/minute"), page, server.url("/story"), "epub")
        assert len(images(book)) == server.connections == 40
        assert b"<dt>Images not included</dt><dd>6</dd>" in unpacked(book)["book/source.xhtml"]


def test_who_hangs_up_ends_the_fetches(make: Make) -> None:
    app, gone = make(), threading.Event()
    with Server(leaving(gone)) as server, serving(app) as reader:
        where = post(app.test_client(), story(), url=server.url("/story")).headers["Location"]
        host, port = reader.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as line:
            line.sendall(f"GET {where}.epub HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
            while not server.connections:
                time.sleep(0.02)
        begun = time.monotonic()
        assert gone.wait(4)
        assert time.monotonic() - begun < 4


def test_on_the_command_line() -> None:
    with Server(routes(**{"img/quay.png": image(JPEG)})) as server:
        allowed = {"UNFEED_ALLOWED_INTERNAL_HOSTS": "127.0.0.1"}
        arguments = ("-", "--url", server.url("/story"), "--format")
        assert images(unfeed(*arguments, "epub", given=story().encode(), **allowed).stdout) == ["book/images/1.jpeg"]
        assert b'src="data:image/jpeg' in unfeed(*arguments, "full", given=story().encode(), **allowed).stdout
    assert images(unfeed(*arguments, "epub", given=story().encode(), **allowed).stdout) == []
