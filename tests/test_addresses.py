"""One spelling for each address, what is inside, and what is a link."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import addresses
from reader.errors import BadAddress, ForbiddenAddress, ReaderError

pytestmark = pytest.mark.security


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("http://example.com", "http://example.com/"),
        (" HTTPS://Example.COM:443/A?b=c#d ", "https://example.com/A?b=c"),
        ("http://example.com:80/", "http://example.com/"),
        ("http://example.com:/", "http://example.com/"),
        ("http://example.com:8080", "http://example.com:8080/"),
        ("http://example.com.", "http://example.com/"),
        ("https:example.com/a", "https://example.com/a"),
        ("https:///example.com/a", "https://example.com/a"),
        ("https:\\\\example.com\\a", "https://example.com/a"),
        ("http://example.com\\@127.0.0.1/", "http://example.com/@127.0.0.1/"),
        ("http://exa\nmple.com/\ta", "http://example.com/a"),
        ("https://bücher.example/straße?q=ü", "https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%BC"),
        ("https://faß.example/", "https://xn--fa-hia.example/"),
        ("https://ＥＸＡＭＰＬＥ。com/", "https://example.com/"),
        ("https://exam%70le.com/", "https://example.com/"),
        ("https://example.com/a b%20c?d e", "https://example.com/a%20b%20c?d%20e"),
        ("https://example.com?q", "https://example.com/?q"),
        ("https://my_host.example/", "https://my_host.example/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://0177.0.0.01/", "http://127.0.0.1/"),
        ("http://127.1/", "http://127.0.0.1/"),
        ("http://0x/", "http://0.0.0.0/"),
        ("http://１２７.0.0.1/", "http://127.0.0.1/"),
        ("http://127.0.0.1./", "http://127.0.0.1/"),
        ("http://[0:0:0:0:0:FFFF:7f00:1]:8080/", "http://[::ffff:7f00:1]:8080/"),
    ],
)
def test_every_address_has_one_spelling(given: str, url: str) -> None:
    assert addresses.parse(given).url == url
    assert addresses.parse(url).url == url


@pytest.mark.parametrize(
    "url",
    [
        "", "example.com", "//example.com/", "ftp://example.com/", "file:///etc/passwd", "gopher://example.com/",
        "javascript:alert(1)", "data:text/html,x", "http://", "http:///", "http://:80/", "http://user@example.com/",
        "http://user:secret@example.com/", "http://example.com:70000/", "http://example.com:0/", "http://example.com:x/",
        "http://example.com:８０/", "http://[::1/", "http://::1/", "http://[::1]x/", "http://[1.2.3.4]/", "http://a..b/",
        "http://256.1.1.1/", "http://1.2.3.4.5/", "http://08.1.1.1/", "http://1.2.3.0x100/", "http://1_0.0.0.1/",
        "http://-1.0.0.1/", "http://4294967296/", "http://exa mple.com/", "http://a%00b.com/", "http://a%2fb.com/",
        "http://a／b.com/", "http://a＠b.com/", "http://example%ff.com/", "http://" + "a" * 64 + ".com/",
        "http://example.com/" + "a" * 8000, "http://example.com/\x01", "http://<script>/",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(BadAddress):
        addresses.parse(url)


def test_a_user_name_is_said_to_be_the_reason() -> None:
    with pytest.raises(BadAddress, match="user name"):
        addresses.parse("https://example.com@127.0.0.1/")


def test_a_zone_is_inside_whatever_stands_before_it() -> None:
    for url in ("http://[fe80::1%25eth0]/", "http://[::1%lo]/", "http://[2606:4700::1111%251]/"):
        with pytest.raises(ForbiddenAddress):
            addresses.parse(url)


@given(
    st.one_of(st.text(), st.text().map("http://".__add__), st.text("0123456789.x%[]:@/\\abcf").map("http://".__add__))
)
def test_parsing_anything_gives_a_settled_spelling_or_a_sentence(text: str) -> None:
    try:
        url = addresses.parse(text).url
    except ReaderError:
        return
    assert url.isascii()
    assert addresses.parse(url).url == url


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b?c", "https://example.com:8080/b?c"),
        ("b", "https://example.com:8080/a/b"),
        ("//other.example/", "https://other.example/"),
        ("http://other.example/ü", "http://other.example/%C3%BC"),
        ("\\\\other.example\\b", "https://other.example/b"),
        ("///other.example/b", "https://other.example/b"),
        ("", "https://example.com:8080/a/x"),
    ],
)
def test_redirects_are_read_relative_to_where_they_come_from(location: str, url: str) -> None:
    assert addresses.follow(addresses.parse("https://example.com:8080/a/x"), location).url == url


INSIDE = (
    "0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1 127.255.255.254 "
    "168.63.129.16 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 "
    "198.19.255.255 198.51.100.7 203.0.113.7 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 "
    ":: ::1 ::127.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:0:127.0.0.1 64:ff9b::127.0.0.1 "
    "64:ff9b::10.0.0.1 64:ff9b::169.254.169.254 64:ff9b:1::1 100::1 2001::1 2001:0:7f00:1::1 2001:2::1 2001:10::1 "
    "2001:20::1 2001:db8::1 2002:7f00:1:: 2002:808:808::1 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 "
    "fec0::1 ff02::1 ffff::1"
).split()
OUTSIDE = (
    "1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 128.0.0.1 126.255.255.255 168.63.129.17 "
    "169.253.255.255 172.15.255.255 172.32.0.0 192.0.1.1 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 "
    "223.255.255.255 2001:200::1 2003::1 2606:4700:4700::1111 2a00:1450:4001:830::200e 64:ff9b::8.8.8.8"
).split()


@pytest.mark.parametrize("ip", INSIDE)
def test_inside_is_inside(ip: str) -> None:
    assert addresses.inside(ip)


@pytest.mark.parametrize("ip", OUTSIDE)
def test_outside_is_outside(ip: str) -> None:
    assert addresses.inside(ip) == ""


@given(st.ip_addresses())
def test_whatever_the_standard_library_calls_not_global_is_inside(
    ip: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if not ip.is_global or ip.is_multicast or ip.is_reserved:
        assert addresses.inside(str(ip)) or ip in addresses.NAT64


@given(st.text(max_size=20))
def test_what_is_no_address_counts_as_inside(text: str) -> None:
    try:
        ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        assert addresses.inside(text)


def test_ports_of_other_protocols_are_odd() -> None:
    assert all(map(addresses.odd_port, (1, 21, 22, 25, 81, 110, 993, 1023, 2049, 6000, 6667)))
    assert not any(map(addresses.odd_port, (80, 443, 1024, 8000, 8080, 8443, 49152, 65535)))


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://example.com/a", "https://example.com/a"),
        ("  https://example.com/a\n", "https://example.com/a"),
        ("HTTP://EXAMPLE.COM", "http://example.com/"),
        ("example.com", "https://example.com/"),
        ("example.com/x", "https://example.com/x"),
        ("www.example.co.uk:8443/x?y=1", "https://www.example.co.uk:8443/x?y=1"),
        ("bücher.example/neu", "https://xn--bcher-kva.example/neu"),
        ("//example.com/x", "https://example.com/x"),
        ("localhost:8000/story", "http://localhost:8000/story"),
        ("staging:8000/story", "http://staging:8000/story"),
        ("127.0.0.1/x", "http://127.0.0.1/x"),
        ("[::1]:8000/x", "http://[::1]:8000/x"),
        ("<https://example.com/a>", "https://example.com/a"),
        ("“https://example.com/a”", "https://example.com/a"),
        ("https://example.com/Washington,_D.C.", "https://example.com/Washington,_D.C."),
        ("https://archive.example/2020/https://example.com/a", "https://archive.example/2020/https://example.com/a"),
        ("Mayor opens bridge https://example.com/a via @daily", "https://example.com/a"),
        (
            "Mayor opens bridge – The Daily\n\nhttps://example.com/a?utm=1\n\nSent from my phone",
            "https://example.com/a?utm=1",
        ),
        ("Look at this: https://example.com/a.", "https://example.com/a"),
        ("Mayor opens bridge (https://example.com/a)", "https://example.com/a"),
        ("See https://example.com/a_(bridge).", "https://example.com/a_(bridge)"),
        ("[Mayor opens bridge](https://example.com/a)", "https://example.com/a"),
        ("Mayor opens bridge <https://example.com/a>", "https://example.com/a"),
        ("Mayor opens bridge www.example.com/a", "https://www.example.com/a"),
        ("https://example.com/a Mayor opens bridge https://example.com/a", "https://example.com/a"),
        ("新しい橋「https://example.com/a」を市長が開通", "https://example.com/a"),
        ("市长开通新桥。https://example.com/a，来自新闻", "https://example.com/a"),
        ("x < y, says the mayor https://example.com/a", "https://example.com/a"),
    ],
)
def test_links_as_people_give_them(text: str, link: str) -> None:
    assert addresses.link_in(text) == link


PARAGRAPH = "The mayor opened the bridge on Wednesday, and more than three hundred guests walked over it in the rain. "


@pytest.mark.parametrize(
    "text",
    [
        "", "   \n", "Hello", "Hello there", "3.14", "12:30", "mayor@example.com", "Hello.", "and/or",
        "Read more at example.com/story",
        "https://example.com/a and https://example.com/b",
        "see https:// for details",
        "log in at http://user:secret@example.com/ now",
        PARAGRAPH * 5 + "https://example.com/a",
        f"Mayor opens bridge\n\n{PARAGRAPH * 2}\n\n{PARAGRAPH * 2}\n\nMore: https://example.com/a",
        "One\nTwo\nThree\nFour\nFive\nhttps://example.com/a",
        "<p>https://example.com/a</p>",
        "<a href='https://example.com/a'>Mayor opens bridge</a>",
        "<!doctype html><title>https://example.com/a</title>",
        "Mayor opens bridge<br>https://example.com/a",
        "Mayor opens <b>bridge</b> https://example.com/a",
        "https://example.com/a\n" + "word " * 4_000_000,
    ],
)  # fmt: skip
def test_text_and_html_are_no_links(text: str) -> None:
    assert addresses.link_in(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "https://user@example.com/", "http://", "file:///etc/passwd", "ftp://example.com/a", "javascript:alert(1)",
        "http://example..com",
    ],
)  # fmt: skip
def test_a_link_that_cannot_be_followed_is_said_to_be_one(text: str) -> None:
    with pytest.raises(BadAddress):
        addresses.link_in(text)


@given(st.one_of(st.text(), st.text("ahtps:/w.<>()[]@ \n1", max_size=40)))
def test_any_text_is_a_link_or_none(text: str) -> None:
    try:
        link = addresses.link_in(text)
    except ReaderError:
        return
    assert link == "" or addresses.parse(link).url == link
