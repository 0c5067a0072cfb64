"""Charsets, declared truly, wrongly or not at all."""

from __future__ import annotations

import codecs
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.decode import HEAD, decode

# A sentence each, with the letters that tell charsets apart.
WORDS = {
    "de": "Die Bürgermeisterin eröffnete am Mittwoch die Brücke. „Das hätte früher geschehen müssen“, sagte sie.",
    "fr": "Le maire a inauguré mercredi le nouveau pont. « C’était nécessaire », a-t-elle déclaré à l’hôtel de ville.",
    "es": "La alcaldesa inauguró el miércoles el puente. «Debería haberse hecho años atrás», señaló después.",
    "pl": "Burmistrz otworzyła w środę nowy most. Powinno to się stać wcześniej, powiedziała. Przyszły też dzieci.",
    "cs": "Starostka ve středu otevřela nový most přes řeku. Mělo se to stát dříve, řekla. Přišlo přes tři sta hostů.",
    "ru": "Мэр города в среду открыла новый мост через реку. Это следовало сделать раньше, сказала она. Пришли гости.",
    "el": "Η δήμαρχος εγκαινίασε την Τετάρτη τη νέα γέφυρα. Έπρεπε να είχε γίνει νωρίτερα, είπε. Ήρθαν τριακόσιοι.",
    "tr": "Belediye başkanı çarşamba günü yeni köprüyü açtı. Daha önce yapılması gerekirdi, dedi. Üç yüz konuk geldi.",
    "he": "ראש העיר חנכה ביום רביעי את הגשר החדש. זה היה צריך לקרות קודם, אמרה. הגיעו יותר משלוש מאות אורחים.",
    "ar": "افتتحت رئيسة البلدية الجسر الجديد يوم الأربعاء. كان يجب أن يحدث ذلك من قبل، قالت. حضر أكثر من ثلاثمئة.",
    "ja": "市長は水曜日に新しい橋を開通させた。もっと早く実現するべきだったと話した。三百人以上の来賓が集まった。",
    "ko": "시장은 수요일에 새 다리를 개통했다. 더 일찍 이루어졌어야 한다고 그는 말했다. 삼백 명이 넘는 손님이 모였다.",
    "zh": "市长星期三主持了新桥的通车仪式。她说这件事早就应该完成。有三百多名来宾参加了活动，学校的孩子们也来了。",
    "zh-TW": "市長星期三主持了新橋的通車儀式。她說這件事早就應該完成。有三百多名來賓參加了活動，學校的孩子們也來了。",
}
CHARSETS = (
    ("de", "windows-1252", "cp1252"), ("fr", "windows-1252", "cp1252"), ("es", "windows-1252", "cp1252"),
    ("pl", "windows-1250", "cp1250"), ("pl", "iso-8859-2", "iso8859_2"), ("cs", "windows-1250", "cp1250"),
    ("cs", "iso-8859-2", "iso8859_2"), ("ru", "windows-1251", "cp1251"), ("ru", "koi8-r", "koi8_r"),
    ("el", "windows-1253", "cp1253"), ("tr", "windows-1254", "cp1254"), ("he", "windows-1255", "cp1255"),
    ("ar", "windows-1256", "cp1256"), ("ja", "shift_jis", "cp932"), ("ja", "euc-jp", "euc_jp"),
    ("ko", "euc-kr", "cp949"), ("zh", "gb18030", "gb18030"), ("zh-TW", "big5", "big5"),
)  # fmt: skip


def page(words: str, head: str = "", lang: str = "") -> str:
    html = f'<html lang="{lang}">' if lang else "<html>"
    return f"<!DOCTYPE html>\n{html}<head>{head}<title>x</title></head><body><p>{words}</p>\n</body></html>"


@pytest.mark.parametrize(("language", "label", "codec"), CHARSETS)
def test_declared_in_the_header(language: str, label: str, codec: str) -> None:
    text = page(WORDS[language])
    assert decode(text.encode(codec), f"text/html; Charset = '{label.upper()}'") == text


@pytest.mark.parametrize(("language", "label", "codec"), CHARSETS)
@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="{}">',
        "<META CHARSET={}>",
        '<meta http-equiv="Content-Type" content="text/html; charset={}">',
        "<meta content='text/html;charset={}' http-equiv=content-type />",
        '<!-- <meta charset="utf-8"> --><meta name="description" content="charset=utf-8"><meta charset="{}">',
        "<script>" + "var a = 1;\n" * 200 + '</script><meta charset="{}">',
    ],
)
def test_declared_in_the_page(language: str, label: str, codec: str, head: str) -> None:
    text = page(WORDS[language], head.format(label))
    assert decode(text.encode(codec), "text/html") == text


@pytest.mark.parametrize(("language", "label", "codec"), CHARSETS)
def test_declared_in_the_xml_declaration(language: str, label: str, codec: str) -> None:
    text = f'<?xml version="1.0" encoding="{label}"?>\n' + page(WORDS[language])
    assert decode(text.encode(codec), "application/xhtml+xml") == text


@pytest.mark.parametrize(("language", "label", "codec"), CHARSETS)
def test_not_declared_but_the_language_is(language: str, label: str, codec: str) -> None:
    text = page(WORDS[language], lang=language)
    assert decode(text.encode(codec), "text/html") == text


@pytest.mark.parametrize(("language", "label", "codec"), [row for row in CHARSETS if row[0] != "cs"])
def test_not_declared_at_all(language: str, label: str, codec: str) -> None:
    text = page(WORDS[language], "<script>" + "var a = 1;\n" * 5000 + "</script>")
    assert decode(text.encode(codec)) == text


@pytest.mark.parametrize(("language", "label", "codec"), [row for row in CHARSETS if row[0] != "cs"])
def test_declared_utf_8_and_not_in_it(language: str, label: str, codec: str) -> None:
    text = page(WORDS[language], '<meta charset="utf-8">')
    assert decode(text.encode(codec), "text/html; charset=utf-8") == text


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize(
    "content_type", ["text/html", "text/html; charset=iso-8859-1", "text/html; charset=gb2312", "x; charset=nonsense"]
)
def test_utf_8_is_utf_8_whatever_is_declared(language: str, content_type: str) -> None:
    text = page(WORDS[language], '<meta charset="shift_jis">')
    assert decode(text.encode(), content_type) == text


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        pytest.param(codecs.BOM_UTF8 + "ü".encode(), "text/html; charset=gbk", "ü", id="mark of utf-8"),
        pytest.param("\ufeffü".encode("utf-16-le"), "text/html; charset=utf-8", "ü", id="mark of utf-16-le"),
        pytest.param("\ufeffü".encode("utf-16-be"), "", "ü", id="mark of utf-16-be"),
        pytest.param("<p>ü".encode("utf-16-le"), "", "<p>ü", id="utf-16 without a word"),
        pytest.param("<p>ü".encode("utf-16-be"), "text/html", "<p>ü", id="utf-16-be without a word"),
        pytest.param("<p>ü".encode("utf-16-le"), "text/html; charset=utf-16", "<p>ü", id="utf-16 in the header"),
        pytest.param(b"<p>plain", "text/html; charset=utf-16", "<p>plain", id="utf-16 in the header, wrongly"),
        pytest.param('<meta charset="utf-16">ü'.encode(), "", '<meta charset="utf-16">ü', id="utf-16 in meta is utf-8"),
        pytest.param('<meta charset="utf-16">ü\0'.encode(), "", '<meta charset="utf-16">ü', id="with a zero"),
        pytest.param(b"\x93\x80\x94", "text/html; charset=iso-8859-1", "“€”", id="latin 1 is windows-1252"),
        pytest.param(b"\x93\x80\x94", "text/html; charset=LATIN-1", "“€”", id="a label the standard does not know"),
        pytest.param(b"\x93\x80\x94", "text/html; charset=us-ascii", "“€”", id="ascii is windows-1252"),
        pytest.param("①㈱髙".encode("cp932"), "text/html; charset=shift_jis", "①㈱髙", id="shift_jis is windows-31j"),
        pytest.param(b"\xad\xa1", "text/html; charset=euc-jp", "①", id="euc-jp with NEC's row"),
        pytest.param("똠".encode("cp949"), "text/html; charset=ks_c_5601-1987", "똠", id="ks_c_5601 is windows-949"),
        pytest.param("똠".encode("cp949"), "text/html; charset=ks_c_5601", "똠", id="ks_c_5601 cut short"),
        pytest.param("镕€".encode("gb18030"), "text/html; charset=gb2312", "镕€", id="gb2312 is gb18030"),
        pytest.param("橋".encode("iso2022_jp"), "text/html; charset=iso-2022-jp", "橋", id="iso-2022-jp"),
        pytest.param(b"\xe8\xaa\x9e", "text/html; charset=shift_jis", "隱\ufffd", id="a few bytes that may be utf-8"),
        pytest.param(b"+ADw-script+AD4-", "text/html; charset=utf-7", "+ADw-script+AD4-", id="utf-7 is none"),
        pytest.param(b"a\0b", "", "ab", id="zeros"),
        pytest.param(b"", "text/html; charset=gbk", "", id="nothing"),
        pytest.param(b"<meta charset=koi8-r>\xc0", "text/plain", "<meta charset=koi8-r>À", id="text has no meta"),
        pytest.param(
            b" " * HEAD + b"<meta charset=koi8-r>\xc0", "", " " * HEAD + "<meta charset=koi8-r>À", id="too late"
        ),
        pytest.param(b"\xc0", "text/html; charset=nonsense", "À", id="a label nobody knows"),
        pytest.param("\xed\xa0\x80".encode("latin-1"), "text/html; charset=utf-8", "í\xa0€", id="half a pair"),
    ],
)
def test_single_cases(body: bytes, content_type: str, text: str) -> None:
    assert decode(body, content_type) == text


def test_the_header_counts_before_the_page() -> None:
    text = page(WORDS["ru"], '<meta charset="koi8-r">')
    assert decode(text.encode("cp1251"), "text/html; charset=windows-1251") == text


def test_what_the_header_says_wrongly_the_page_may_say_rightly() -> None:
    text = page(WORDS["ja"], '<meta charset="euc-jp">')
    assert decode(text.encode("euc_jp"), "text/html; charset=utf-8") == text


@pytest.mark.parametrize("content_type", ["", "text/html; charset=utf-8", "text/html; charset=iso-8859-1"])
def test_a_torn_byte_does_not_spoil_the_rest(content_type: str) -> None:
    body = page(WORDS["de"] + " Se").encode().replace(b" Se", b" Se\xc3 ")
    assert decode(body, content_type) == page(WORDS["de"] + " Se\ufffd ")


def test_bytes_of_the_declared_charset_may_be_broken_too() -> None:
    body = page(WORDS["ja"], '<meta charset="shift_jis">').encode("cp932")
    assert WORDS["ja"][:20] in decode(body.replace(b"</p>", b"\xff</p>"))


LABELS = (
    "utf-8 utf-16 utf-16be gbk big5 shift_jis euc-jp iso-2022-jp euc-kr macintosh x-user-defined replacement "
    "hz-gb-2312 utf-7 idna punycode rot13 base64 zip unicode_escape"
).split()
PAIRS = st.text().map(lambda text: text.encode("utf-16-le", "surrogatepass"))


@given(
    st.one_of(st.binary(), st.text().map(str.encode), PAIRS),
    st.one_of(st.text(), st.sampled_from(LABELS).map("charset={}".format)),
)
def test_any_bytes_become_text(body: bytes, content_type: str) -> None:
    text = decode(body, content_type)
    assert "\0" not in text
    text.encode()  # would fail on half a pair


@pytest.mark.parametrize(
    "piece",
    [
        b"a",
        b"\x81",
        b"\xff",
        b"<",
        b"<meta ",
        b"<!--",
        b"\x1b$B",
        b"\xc3\xbc",
        b"gr\xfc\xdfe <b>",
        bytes(range(256)),
        b"<?xml ",
        b"\0<",
    ],
)
@pytest.mark.parametrize("label", ["", "utf-8", "windows-1252", "gb18030", "iso-2022-jp", "utf-16"])
def test_ten_megabytes_of_anything_take_no_second(piece: bytes, label: str) -> None:
    body = piece * (10_000_000 // len(piece))
    start = time.process_time()
    decode(body, f"text/html; charset={label}" if label else "")
    assert time.process_time() - start < 1
