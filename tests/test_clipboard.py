"""What word processors put on the clipboard."""
# ruff: noqa: E501 - markup is data
from __future__ import annotations

from samples import PARAGRAPHS, TITLE, page, prose

from reader.article import Article
from reader.clipboard import tidied
from reader.files import open_file

BULLET = "<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>{}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]>"


def item(text: str, mark: str = "·", level: int = 1) -> str:
    return f"<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level{level} lfo1'>{BULLET.format(mark)}{text}<o:p></o:p></p>"


def word(body: str) -> str:
    """As Word writes it."""
    return f"""<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/ada/clip_filelist.xml"><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->
<style><!-- @font-face {{font-family:Calibri;}} p.MsoNormal {{mso-style-unhide:no; margin:0cm;}} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment--><p class=MsoTitle>{TITLE}<o:p></o:p></p>{body}
{"".join(f"<p class=MsoNormal><span lang=EN-GB>{text}<o:p></o:p></span></p>" for text in PARAGRAPHS)}<!--EndFragment--></body></html>"""


def docs(body: str) -> str:
    """As Google Docs writes it."""
    told = "".join(f'<p dir="ltr"><span style="font-size:11pt;font-weight:400">{text}</span></p>' for text in PARAGRAPHS)
    return f"""<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b3c4d-7fff-1234-abcd-0123456789ab"><h1 dir="ltr"><span style="font-weight:400;">{TITLE}</span></h1>{told}{body}</b><br class="Apple-interchange-newline">"""


def read(markup: str) -> Article:
    return open_file(markup).article


def test_words_paragraphs_and_title() -> None:
    article = read(word(""))
    assert article.title == TITLE
    assert article.text.split("\n\n") == list(PARAGRAPHS)


def test_words_bullets_become_a_list() -> None:
    html = read(word(item("The towers come down") + item("brick by brick", "o", 2) + item("The deck is welded"))).html
    assert "<ul><li>The towers come down</li><li>brick by brick</li><li>The deck is welded</li></ul>" in html


def test_words_numbers_become_a_list_of_their_own() -> None:
    html = read(word(item("The towers") + item("First the towers", "1.") + item("Then the deck", "2."))).html
    assert "<ul><li>The towers</li></ul><ol><li>First the towers</li><li>Then the deck</li></ol>" in html


def test_words_picture_on_a_disk_leaves_its_caption() -> None:
    shape = '<!--[if gte vml 1]><v:shape><v:imagedata src="file:///C:/clip_image001.png"/></v:shape><![endif]-->'
    picture = '<![if !vml]><img width=602 height=339 src="file:///C:/Users/ada/clip_image002.jpg"><![endif]>'
    article = read(word(f"<p class=MsoNormal>{shape}{picture}<o:p></o:p></p><p class=MsoCaption>The bridge at noon</p>"))
    assert [(row.src, row.caption) for row in article.figures] == [("", "The bridge at noon")]
    assert "file:" not in repr(article)


def test_docs_bold_is_told_by_style_and_its_wrapper_is_none() -> None:
    html = read(docs('<p><span style="font-weight:700">Bold</span> and <span style="font-style:italic">italic</span> words, and some others beside.</p>')).html
    assert "<b>Bold</b> and <i>italic</i> words" in html
    assert html.count("<b>") == 1


def test_docs_picture_and_the_credit_below_it() -> None:
    picture = '<p dir="ltr"><span style="border:none;display:inline-block"><img src="https://lh7.example/docsz/AD" width="602" height="339" /></span></p>'
    article = read(docs(f'{picture}<p dir="ltr"><span>The bridge at noon. Photo: Jo Weir</span></p><p>{PARAGRAPHS[0]} Again.</p>'))
    row = article.figures[0]
    assert (row.src, row.caption, row.credit) == ("https://lh7.example/docsz/AD", "The bridge at noon.", "Jo Weir")


def test_a_paragraph_below_a_picture_that_is_no_caption_stays_one() -> None:
    picture = '<p><span><img src="https://lh7.example/docsz/AD" width="602" height="339"></span></p>'
    article = read(docs(f"{picture}<p>The bridge was built by the masons of the town hall, and that is all that is known.</p>"))
    assert "that is all that is known" in article.text
    assert article.figures[0].caption == ""


def test_other_markup_is_left_alone() -> None:
    newsletter = page(prose()).replace("<html", '<html xmlns:o="urn:schemas-microsoft-com:office:office" style="mso-line-height-rule:exactly"')
    assert tidied(newsletter) is newsletter


def test_words_numbers_go_on_where_they_were_and_words_behind_them_stay() -> None:
    body = item("One", "1.") + item("Two", "2.") + "<p class=MsoNormal>Between</p>" + item("Three", "3.") + "Loose words" + item("Four", "4.")
    html = read(word(body)).html
    assert "<ol><li>One</li><li>Two</li></ol><p>Between</p><ol start=\"3\"><li>Three</li></ol>" in html
    assert html.index("Three") < html.index("Loose words") < html.index("Four")
    assert '<ol start="4">' in html
