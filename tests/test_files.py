"""Files and pastes handed in: through the app as a browser sends them, on the command line, and broken on purpose."""
# ruff: noqa: E501 - markup is data
from __future__ import annotations

import io
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from containers import SAVED, chrome, complete, data, illustrated, mail, mhtml, photo, single_file
from fuzz import faults
from live import settings
from samples import PARAGRAPHS, TITLE, URL, page, prose
from served import intruders
from test_cli import unfeed
from test_clipboard import word
from test_vectors import PLACED, VECTORS, middle, words
from test_web import HTMX, OURS
from werkzeug.test import TestResponse

from reader.article import Article
from reader.files import read_file
from reader.store import Kept
from reader.web import create_app
from reader.web.view import minutes

MAX = 2_000_000


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator:
    made = create_app(settings(tmp_path_factory.mktemp("data"), max_bytes=MAX))
    yield made
    made.extensions["desk"].close()


def sent(app, body: bytes = b"", name: str = "page.html", headers=OURS, **fields: str) -> TestResponse:
    """The answer to a form with this file; a browser that has none sends one without a name."""
    file = {"file": (io.BytesIO(body), name, "application/x-whatever")}
    form = {"source": "", "url": "", **fields, **file}
    return app.test_client().post("/read", data=form, headers=headers, content_type="multipart/form-data")


def kept(app, answer: TestResponse) -> Kept:
    assert answer.status_code == 303, answer.text
    return app.extensions["desk"].open(answer.headers["Location"].rpartition("/")[2])


def served(app, answer: TestResponse) -> str:
    return app.test_client().get(answer.headers["Location"] + "?back=all").text


FILES = {
    "mhtml": (chrome(illustrated("cid:b"), ("Content-ID: <b>", "image/jpeg", photo())), URL, "multipart/related"),
    "mail": (mail(illustrated("https://a.example/b.jpg")).as_bytes(), "", "message/rfc822"),
    "single file": (single_file(data(photo())).encode(), SAVED, "text/html"),
    "saved complete": (complete("./Bridge_files/bridge.jpg").encode(), SAVED, "text/html"),
    "page in another charset": (page(prose()).replace("“", '"').replace("”", '"').encode("utf-16"), "", "text/html"),
    "text": ("\r\n\r\n".join([TITLE, *PARAGRAPHS]).encode("cp1252"), "", "text/plain"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_and_kept_as_it_came(app, name: str) -> None:
    body, url, content_type = FILES[name]
    answer = sent(app, body, "C:\\fakepath\\whatever.bin")
    found = kept(app, answer)
    assert (found.kind, found.url, found.content_type, found.article.title) == ("file", url, content_type, TITLE)
    assert app.extensions["desk"]._store.body(found.id) == body
    shown = served(app, answer)
    assert "has eaten deeper into" in shown
    assert "Read from a file" in shown
    assert intruders(shown) == []


def test_what_was_read_from_a_file_can_be_deleted(app) -> None:
    answer = sent(app, *FILES["text"][:1])
    assert app.test_client().post(answer.headers["Location"] + "/delete", headers=OURS).status_code == 303
    assert app.test_client().get(answer.headers["Location"]).status_code == 404


def test_pictures_stand_in_the_page_that_is_served_and_add_no_minutes(app) -> None:
    large = photo(1_300, 700)
    answer = sent(app, single_file(data(large)).encode())
    shown = served(app, answer)
    assert re.search(r'<img [^>]*src="data:image/jpeg;base64,[A-Za-z0-9+/=]{200000,}"', shown)
    assert minutes(kept(app, answer).article.marked_html) == minutes(prose())


def test_the_link_in_the_field_is_the_address_of_the_file(app) -> None:
    assert kept(app, sent(app, illustrated("/b.jpg").encode(), source=URL)).url == URL
    assert kept(app, sent(app, illustrated("/b.jpg").encode(), url=URL)).url == URL
    assert kept(app, sent(app, FILES["single file"][0], url=URL)).url == URL


@pytest.mark.parametrize("headers", [OURS, HTMX])
def test_a_page_without_address_asks_for_it_and_for_the_file_again(app, headers) -> None:
    answer = sent(app, illustrated("/b.jpg").encode(), "bridge <1>.html", headers)
    assert answer.status_code == 422
    assert "Address of the page" in answer.text
    assert ("choose <bdi>bridge &lt;1&gt;.html</bdi> again" in answer.text) is (headers == OURS)
    answer = sent(app, illustrated("/b.jpg").encode(), imageless="1")
    assert kept(app, answer).article.title == TITLE


@pytest.mark.parametrize(
    ("body", "status", "says"),
    [
        (b"", 415, "This file is empty."),
        (b" \r\n\t", 415, "This file is empty."),
        (b"%PDF-1.7 x", 415, "This file is a PDF"),
        (photo(), 415, "This file is an image"),
        (bytes(500), 415, "neither a web page nor a text"),
        (b"x" * (MAX + 1), 413, "more than this reader takes"),
        (b"Only a few words.", 422, "too short"),
        (b"From: a@b.example\nMessage-ID: <1@x>\n\n", 422, "no text in this file"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(app, body: bytes, status: int, says: str) -> None:
    answer = sent(app, body)
    assert (answer.status_code, says in answer.text) == (status, True), answer.text


def test_a_text_and_a_file_at_once_lose_nothing(app) -> None:
    answer = sent(app, FILES["text"][0], "bridge.txt", source="What I had begun to type.")
    assert answer.status_code == 422
    assert "There is a text and a file here." in answer.text
    assert "What I had begun to type." in answer.text


def test_a_form_without_a_file_is_as_ever(app) -> None:
    answer = sent(app, b"", "", source="\n\n".join([TITLE, *PARAGRAPHS]))
    assert kept(app, answer).kind == "pasted-text"
    assert sent(app, b"", "").status_code == 422


# Pasted


def test_what_was_pasted_with_its_markup_is_read_by_it(app) -> None:
    found = kept(app, sent(app, b"", "", source="\n\n".join(PARAGRAPHS), rich=word("")))
    assert (found.kind, found.article.title) == ("pasted-html", TITLE)


def test_markup_that_shows_no_article_gives_way_to_the_text(app) -> None:
    found = kept(app, sent(app, b"", "", source="\n\n".join([TITLE, *PARAGRAPHS]), rich="<p>Bridge</p>"))
    assert (found.kind, found.article.title) == ("pasted-text", TITLE)


def test_a_mail_can_be_pasted_as_its_source(app) -> None:
    source = mail(text="\n\n".join(PARAGRAPHS), From="Ada Brook <a@b.example>").as_bytes().decode()
    assert kept(app, sent(app, b"", "", source=source)).article.byline == "Ada Brook"


# On the command line


@pytest.mark.parametrize("name", FILES)
def test_the_command_reads_the_same_files(tmp_path: Path, name: str) -> None:
    file = tmp_path / "saved.mhtml"
    file.write_bytes(FILES[name][0])
    done = unfeed(str(file))
    assert done.returncode == 0, done.stderr
    assert "has eaten deeper into" in done.stdout.decode()


# Broken on purpose, and hostile


WHOLE = [body for body, _, _ in FILES.values()] + [
    mhtml(illustrated("file:///C:/x_files/a.jpg"), ("Content-Location: file:///C:/x_files/a.jpg", "image/jpeg", photo())),
    mail(page(prose()), "\n\n".join(PARAGRAPHS), List_Archive="<https://a.example/p/1-2-3>").as_bytes(),
]  # fmt: skip
BRICKS = (
    b"--edge--of--parts\r\n", b"\r\n\r\n", b"\n", b"Content-Type: message/rfc822\r\n\r\n", b"Content-Type: text/html; charset=",
    b"utf-7", b'boundary="', b"Content-Transfer-Encoding: base64\r\n", b"Content-Transfer-Encoding: uuencode\n", b"cid:", b"=?utf-8?b?",
    b"?=", b"\0", b"\xff\xfe", b"\x80", b"format=flowed", b"=\r\n", b"=3D", b"Content-ID: <", b"Content-Location: //[\r\n",
    b"From: (((\n", b"Date: Mon, 99 Zzz 9999999 99:99:99 +9999\n", b"src=data:image/png;base64,", b"_files/", b"var(--sf-img-1)",
    b"<!-- saved from url=(1)http://[ -->", b"<a href=http://[>view in browser</a>", b"multipart/", b"charset*0*=", b"%PDF-",
)  # fmt: skip


def mutant(choose: random.Random) -> bytes:
    body = choose.choice(WHOLE)
    for _ in range(choose.randint(1, 6)):
        at, size = choose.randrange(len(body) or 1), choose.randrange(1, 400)
        if choose.random() < 0.5:  # most of what tells one container from another stands at its start
            at %= 600
        other = choose.choice(WHOLE)
        start = choose.randrange(len(other))
        piece = choose.choice([b"", choose.choice(BRICKS), other[start : start + size], choose.randbytes(8)])
        body = body[:at] + piece + body[at + choose.choice([0, size]) :]
    return body


@pytest.mark.security
def test_a_few_hundred_broken_files_are_read_or_refused_in_words() -> None:
    choose = random.Random(20261127)
    found = []
    for _ in range(300):
        body = mutant(choose)

        def read(_: str, url: str, body: bytes = body) -> Article:
            return read_file(body)

        found += [(body, fault) for fault in faults("", read) if "once more" not in fault]
    assert found == []


SOME = [*VECTORS[::9], *(vector for _, vector in PLACED[::9])]


@pytest.mark.security
@pytest.mark.parametrize("vector", SOME)
def test_a_vector_in_a_container_is_served_to_nobody(app, vector: str) -> None:
    vector = vector.encode("utf-8", "replace").decode()
    line = " ".join(vector.split())
    cid = ("Content-ID: <b>", "image/jpeg", photo())
    headed = mail(words(vector), Subject="SUBJECT").as_bytes()
    for body in (
        chrome(middle(vector).replace("<p>", '<p><img src="cid:b">', 1), cid, location=f"{URL}{line[:300]}"),
        headed.replace(b"SUBJECT", line[:900].encode()).replace(b"Ada Brook", line[:200].encode()),
        single_file(data(photo()), url=line).replace("</article>", f"{vector}</article>").encode(),
    ):
        answer = sent(app, body)
        shown = served(app, answer) if answer.status_code == 303 else answer.text
        assert answer.status_code in (303, 415, 422), shown
        assert intruders(shown) == []
