"""Mails: what their headers say, which of their parts is read, and what their makers get wrong."""
from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from email.message import EmailMessage

import pytest
from containers import illustrated, mail, photo
from live import settings
from samples import PARAGRAPHS, TITLE, page, prose

from reader.errors import NoArticle, ReaderError, TooComplex
from reader.files import open_file, read_file
from reader.work import Pool
from reader.worker import read_given

BARE = f"<html><body><table><tr><td>{prose()}</td></tr></table></body></html>"
TEXT = "\n\n".join(PARAGRAPHS)


def test_headers_fill_what_the_letter_does_not_say() -> None:
    article = read_file(mail(BARE, Subject="Fwd: Re: Größer als gedacht").as_bytes())
    assert (article.title, article.byline, article.site) == ("Größer als gedacht", "Ada Brook", "The Orrin Letter")
    assert article.published == "2026-03-02T08:15:00+00:00"


def test_what_the_letter_says_goes_before_its_headers() -> None:
    html = page(prose()).replace("<head>", '<head><meta name=author content="Ines Okoro">')
    article = read_file(mail(html, Subject="Your Monday letter").as_bytes())
    assert (article.title, article.byline) == (TITLE, "Ines Okoro")


@pytest.mark.parametrize(
    ("headers", "byline", "site"),
    [
        ({"From": "Ada Brook <a@b.example>"}, "Ada Brook", ""),
        ({"From": "The Orrin Post <a@b.example>", "List_Unsubscribe": "<https://b.example/u>"}, "", "The Orrin Post"),
        ({"From": "a@b.example"}, "", ""),
    ],
)
def test_a_list_is_a_paper_and_others_are_people(headers: dict[str, str], byline: str, site: str) -> None:
    article = read_file(mail(BARE, **headers).as_bytes())
    assert (article.byline, article.site) == (byline, site)


def test_a_letter_in_text_alone() -> None:
    opened = open_file(mail(text=TEXT).as_bytes())
    assert (opened.content_type, opened.article.title) == ("message/rfc822", TITLE)
    assert opened.article.text.split("\n\n") == list(PARAGRAPHS)


def test_of_two_forms_the_page_is_read() -> None:
    assert "<figure>" in read_file(mail(illustrated("https://a.example/b.jpg"), TEXT).as_bytes()).html


@pytest.mark.parametrize("delsp", ["no", "yes"])
def test_lines_that_flow_are_joined(delsp: str) -> None:
    whole = "\n\n".join(PARAGRAPHS)
    cut = re.sub(r"(.{60})(?=\S)", r"\1 \n", whole) if delsp == "yes" else re.sub(r"((?:\S+ ){9})", r"\1\n", whole)
    head = mail(text="x").as_bytes().partition(b"\n\n")[0].decode()
    head = head.replace('charset="utf-8"', f'charset="utf-8"; format=flowed; delsp={delsp}').replace("7bit", "8bit")
    body = f"{head}\n\n{cut}".encode()
    assert cut.count("\n") > 35
    assert read_file(body).text.split("\n\n") == list(PARAGRAPHS)


def test_a_letter_that_was_forwarded_whole_is_the_letter() -> None:
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"], outer["Message-ID"] = "B <b@x.example>", "c@x", "FYI", "<2@x>"
    outer.set_content("This one is worth a read, I think, and you will like the second part of it as well.")
    outer.add_attachment(mail(BARE, Subject="A year without a bridge"))
    article = read_file(outer.as_bytes())
    assert (article.title, article.byline) == ("A year without a bridge", "Ada Brook")


def test_pictures_come_with_the_letter() -> None:
    message = mail(illustrated("cid:b1"))
    message.add_related(photo(), "image", "jpeg", cid="<b1>")
    row = read_file(message.as_bytes()).figures[0]
    assert (row.src[:23], row.caption, row.credit) == ("data:image/jpeg;base64,", "The bridge at noon.", "Jo Weir")


@pytest.mark.parametrize(
    ("headers", "link", "url"),
    [
        ({}, '<a href="https://letter.example/p/bridge?a=1&amp;b=2"><b>View in <i>browser</i></b></a>', "https://letter.example/p/bridge?a=1&b=2"),
        ({}, "<A HREF='https://letter.example/p/1'>Im Browser ansehen</A>", "https://letter.example/p/1"),
        ({}, '<a href="https://letter.example/p/1">Unsubscribe</a>', ""),
        ({}, '<a href="https://letter.example/fees">Read the full story on our website: harbour fees</a>', ""),
        ({}, '<a href="https://us1.campaign-archive.com/?e=A1&amp;u=aa11&amp;id=bb22">View it in your browser</a>',
         "https://us1.campaign-archive.com/?u=aa11&id=bb22"),
        ({}, '<a href="javascript:run()">View in browser</a>', ""),
        ({"Archived_At": "<https://lists.example/m/77>"}, "", "https://lists.example/m/77"),
        ({"List_Archive": "<https://letter.example/p/a-year-without-bridge>"}, "", "https://letter.example/p/a-year-without-bridge"),
        ({"List_Archive": "<https://lists.example/pipermail/bridges/>"}, "", ""),
        ({"List_Archive": "<mailto:x@lists.example>"}, "", ""),
    ],
)  # fmt: skip
def test_where_a_letter_stands_on_the_web(headers: dict[str, str], link: str, url: str) -> None:
    assert open_file(mail(f"{link}{BARE}", **headers).as_bytes()).url == url


def test_a_charset_that_is_none_and_base64_that_is_junk_stop_nothing() -> None:
    body = mail(BARE).as_bytes().replace(b'charset="utf-8"', b'charset="x-klingon"')
    assert PARAGRAPHS[0] in read_file(body).text
    junk = re.sub(rb"(?<=Content-Transfer-Encoding: )\S+", b"base64", body)
    assert junk != body
    with pytest.raises(ReaderError):
        read_file(junk)


@pytest.mark.parametrize("content_type", ["text/html; charset*=\0''x", "text/html; charset*0*=\0'x", "\0/\0"])
def test_a_type_that_is_none_stops_nothing(content_type: str) -> None:
    body = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: " + content_type.encode() + b"\n\n" + BARE.encode()
    with contextlib.suppress(ReaderError):
        assert PARAGRAPHS[0] in read_file(body).text


def test_an_address_that_is_none_is_not_taken() -> None:
    body = mail(illustrated("b.jpg"), Archived_At="LOCATION").as_bytes().replace(b"LOCATION", b"<https://a.example/\x01x>")
    assert open_file(body).url in ("", "https://a.example/%01x")


def test_a_mail_with_nothing_to_read_says_so() -> None:
    message = EmailMessage()
    message["From"], message["Subject"], message["Message-ID"] = "a@b.example", "Photos", "<3@x>"
    message.add_attachment(photo(), "image", "jpeg", filename="x.jpg")
    with pytest.raises(NoArticle, match="no text in this file"):
        read_file(message.as_bytes())


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pool]:
    made = Pool(settings(tmp_path_factory.mktemp("data")))
    yield made
    made.close()


HEAD = b"From: a@b.example\nMIME-Version: 1.0\nSubject: x\n"
BOMBS = {
    "mails in mails": HEAD + b"Content-Type: message/rfc822\n\n" * 200_000,
    "parts in parts": HEAD
    + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(9_999)),
    "parts": HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 500_000,
    "a long header": HEAD + b"To: " + b"(" * 2_000_000 + b"\n\n" + TEXT.encode(),
    "parameters": HEAD + b"Content-Type: text/html; " + b'a="b\\";;' * 200_000 + b"\n\n" + BARE.encode(),
    "headers": HEAD + b"X-A: b\n" * 300_000 + b"\n" + TEXT.encode(),
    "a long line": HEAD + b"Content-Transfer-Encoding: quoted-printable\n\n" + b"=20" * 1_000_000,
    "encoded words": HEAD.replace(b"Subject: x", b"Subject: " + b"=?utf-8?q?=41?= " * 100_000) + b"\n" + TEXT.encode(),
    "links": HEAD + b"Content-Type: text/html\n\n" + b"<a href=x " * 400_000 + BARE.encode(),
    "styles": HEAD + b"Content-Type: text/html\n\n" + b"<style" * 400_000,
}  # fmt: skip


@pytest.mark.security
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_costs_one_worker_some_seconds_at_most(name: str, pool: Pool) -> None:
    try:
        end = pool.run(read_given, BOMBS[name], "").article.text
    except ReaderError as error:
        end = type(error).__name__
    assert end in ("TooComplex", "NoArticle") or PARAGRAPHS[0] in end


@pytest.mark.parametrize("name", ["mails in mails", "parts in parts", "parts"])
def test_what_would_nest_or_multiply_is_not_even_begun(name: str) -> None:
    with pytest.raises(TooComplex, match="more parts"):
        read_file(BOMBS[name])
