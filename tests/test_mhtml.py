"""Pages saved as MHTML, each with a habit of the browser that wrote it."""
from __future__ import annotations

from containers import chrome, illustrated, mhtml, photo
from samples import PARAGRAPHS, TITLE, URL, page, prose

from reader.article import Article
from reader.files import open_file, read_file


def shown(article: Article) -> tuple[str, str, str]:
    row = article.figures[0]
    return row.src[:24], row.caption, row.credit


WORDS = ("The bridge at noon.", "Jo Weir")
DATA = "data:image/jpeg;base64,/"


def test_chromes_page_has_its_address_and_its_pictures_theirs() -> None:
    body = chrome(
        illustrated("https://cdn.example/b.jpg"), ("Content-Location: https://cdn.example/b.jpg", "image/jpeg", photo())
    )
    opened = open_file(body)
    assert (opened.url, opened.content_type, opened.waiting) == (URL, "multipart/related", ())
    assert opened.article.title == TITLE
    assert opened.article.figures[0].src == "https://cdn.example/b.jpg"
    assert opened.article.published == ""  # the day it was saved is not the day it was written


def test_a_picture_that_has_only_a_name_inside_is_kept() -> None:
    picture = ("Content-ID: <pic 1@mhtml.blink>", "image/jpeg", photo())
    article = read_file(chrome(illustrated("cid:pic%201@mhtml.blink"), picture))
    assert shown(article) == (DATA, *WORDS)
    assert article.marked_html.count("data:image") == 1


def test_a_name_inside_gives_way_to_the_address_on_the_web() -> None:
    headers = "Content-ID: <p@x>\r\nContent-Location: https://cdn.example/b.jpg"
    article = read_file(chrome(illustrated("cid:p@x"), (headers, "image/jpeg", photo())))
    assert article.figures[0].src == "https://cdn.example/b.jpg"


def test_words_file_on_a_disk_is_the_picture_of_the_part() -> None:
    top = 'From: "Saved by Windows Internet Explorer 8"\r\n'
    picture = ("Content-Location: file:///C:/D0C/bridge_files/image001.jpg", "image/jpeg", photo())
    body = mhtml(illustrated("bridge_files/image001.jpg"), picture, top=top, location="file:///C:/D0C/bridge.htm")
    article = read_file(body)
    assert article.figures[0].src == ""  # "bridge_files" stands nowhere on the web, and the part is called otherwise
    body = mhtml(illustrated("file:///C:/D0C/bridge_files/image001.jpg"), picture, top=top, location="")
    assert shown(read_file(body)) == (DATA, *WORDS)


def test_internet_explorers_page_in_its_charset() -> None:
    html = page(f"{prose(0, 2)}<p>Größe und Führung über alles, sagte Herr Süß gestern.</p>")
    body = mhtml(html, charset="iso-8859-1", top="From: <Saved by Microsoft Internet Explorer 5>\r\n")
    assert "Größe und Führung" in read_file(body).text


def test_the_part_that_start_names_is_the_page() -> None:
    other = page("<p>A frame with an advertisement, which is longer than nothing at all.</p>").encode()
    root = ("Content-ID: <root@x>", "text/html", illustrated("/b.jpg").encode())
    body = mhtml("<p>x", root, ("", "text/html", other))
    body = body.replace(b'type="text/html";', b'type="text/html"; start="<root@x>";', 1)
    assert read_file(body).title == TITLE


def test_an_article_in_a_frame_is_found() -> None:
    shell = "<html><head><title>Mail</title></head><body><iframe src='cid:f@mhtml.blink'></iframe></body></html>"
    article = read_file(chrome(shell, ("Content-ID: <f@mhtml.blink>", "text/html", page(prose()).encode())))
    assert PARAGRAPHS[0] in article.text


def test_relative_addresses_are_relative_to_where_the_page_stood() -> None:
    assert read_file(chrome(illustrated("b.jpg"))).figures[0].src == f"{URL}b.jpg"
    assert open_file(chrome(illustrated("b.jpg")), "https://given.example/a/").url == "https://given.example/a/"
