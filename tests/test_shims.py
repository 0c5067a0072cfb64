"""Wrappers are taken off links without asking anybody; what is none stays as it is."""
from __future__ import annotations

import base64
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.addresses import link_in, parse
from reader.errors import BadAddress, ReaderError
from reader.rules.shims import COMPILED
from reader.shims import NESTED, plain, way

STORY = "https://www.paper.example/2026/a-b_c?id=3"
Q = quote(STORY, safe="")
BASE64 = base64.urlsafe_b64encode(STORY.encode()).decode().rstrip("=")
WRAPPED = [
    f"https://www.google.com/url?sa=t&url={Q}&usg=A1", f"https://www.google.co.uk/url?q={Q}&ust=1",
    f"https://www.google.com/imgres?imgurl=x.jpg&imgrefurl={Q}", f"https://scholar.google.com/scholar_url?url={Q}&hl=en",
    f"https://googleweblight.com/?lite_url={Q}", "https://www.google.com/amp/s/www.paper.example/2026/a-b_c?id=3",
    "https://www-paper-example.cdn.ampproject.org/c/s/www.paper.example/2026/a-b_c?id=3&usqp=mq331",
    "https://www.bing.com/amp/s/www.paper.example/2026/a-b_c?id=3",
    "https://www-paper-example.bing-amp.com/c/s/www.paper.example/2026/a-b_c?id=3",
    f"https://www.bing.com/ck/a?!&&p=1&u=a1{BASE64}&ntb=1",
    f"https://r.search.yahoo.com/_ylt=A;_ylu=B/RV=2/RE=1/RO=10/RU={Q}/RK=2/RS=x-", f"https://duckduckgo.com/l/?uddg={Q}&rut=1",
    f"https://yandex.com/turbo?text={Q}", f"https://l.facebook.com/l.php?u={Q}%26fbclid%3DIwAR&h=AT0&s=1",
    f"https://lm.facebook.com/l.php?u={Q}", f"https://l.messenger.com/l.php?u={Q}", f"https://l.instagram.com/?u={Q}&e=AT",
    f"https://l.threads.com/?u={Q}", f"https://out.reddit.com/t3_x?url={Q}&token=A&app_name=ios",
    f"https://t.umblr.com/redirect?z={Q}&t=A", f"https://href.li/?{STORY}",
    f"https://www.youtube.com/redirect?event=video_description&redir_token=A&q={Q}&v=abc",
    f"https://www.linkedin.com/redir/redirect?url={Q}&urlhash=1", f"https://www.linkedin.com/safety/go?url={Q}&trk=x",
    f"https://vk.com/away.php?to={Q}&cc_key=", f"https://t.me/iv?url={Q}&rhash=1", f"https://weibo.cn/sinaurl?u={Q}",
    f"https://link.zhihu.com/?target={Q}", f"https://www.douban.com/link2/?url={Q}", f"https://c.pc.qq.com/middlem.html?pfurl={Q}",
    f"https://medium.com/r/?url={Q}", f"https://exit.sc/?url={Q}", f"https://steamcommunity.com/linkfilter/?u={Q}",
    f"https://slack-redir.net/link?url={Q}&v=3",
    f"https://eur03.safelinks.protection.outlook.com/?url={Q}&data=05%7C02%7Cada%40paper.example%7C1&sdata=x&reserved=0",
    f"https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url={Q}&locale=en",
    f"https://urldefense.proofpoint.com/v1/url?u={Q}&k=x",
    "https://urldefense.proofpoint.com/v2/url?u=https-3A__www.paper.example_2026_a-2Db-5Fc-3Fid-3D3&d=Dw&c=x",
    "https://urldefense.com/v3/__https://www.paper.example/2026/a-b_c?id=3__;!!TOKEN!x$",
    f"https://linkprotect.cudasvc.com/url?a={Q}&c=E", f"https://secure-web.cisco.com/1abc/{Q}",
    f"https://clicktime.symantec.com/15siK?u={Q}", f"https://deref-gmx.net/mail/client/x/dereferrer/?redirectUrl={Q}",
    f"https://go.skimresources.com/?id=1&url={Q}", f"https://getpocket.com/redirect?url={Q}&h=1",
    f"https://www.instapaper.com/text?u={Q}", f"https://www.inoreader.com/bookmarklet?url={Q}", f"https://flipboard.com/redirect?url={Q}",
]  # fmt: skip
HTTP = ["https://www.google.de/amp/www.paper.example/a", "https://x.cdn.ampproject.org/v/www.paper.example/a"]


@pytest.mark.parametrize("wrapped", WRAPPED)
def test_a_wrapper_is_taken_off(wrapped: str) -> None:
    shim, target = way(wrapped)
    assert target == STORY
    assert wrapped.startswith(shim)
    assert "?" not in shim  # whom the link was sent to, and what for, is said behind it
    assert len(shim) < 90


def test_every_row_is_tried() -> None:
    tried = {
        row for url in WRAPPED + HTTP for host, target, row in COMPILED
        if host.fullmatch(url.split("/")[2]) and target.match("/" + url.split("/", 3)[3])
    }  # fmt: skip
    assert tried == {row for _, _, row in COMPILED}


@pytest.mark.parametrize("url", HTTP)
def test_a_cache_of_an_http_page_leads_to_http(url: str) -> None:
    assert plain(url) == "http://www.paper.example/a"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=/search%3Fx", "https://www.google.com/url?q=",
        "https://www.google.com/url?url=data:text/html,x", "https://l.facebook.com/l.php?u=file:///etc/passwd",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fme%40paper.example%2F", "https://l.facebook.com/l.php?x=https://paper.example/",
        "https://www.google.com/search?url=https://paper.example/", "https://l.facebook.com.evil.example/l.php?u=https://paper.example/",
        "https://paper.example/url?q=https://other.example/", "https://www.bing.com/ck/a?u=a1!!!!", "https://www.bing.com/ck/a?u=a1%ff",
        "https://urldefense.com/v3/__https://paper.example/", "https://urldefense.com/v3/__https://paper.example/__;5!!x$",
        "https://web.archive.org/web/2020/https://paper.example/", "https://12ft.io/https://paper.example/",
        "https://translate.google.com/translate?u=https://paper.example/", "https://feedly.com/i/entry/abc=_1",
    ],
)  # fmt: skip
def test_what_holds_no_link_stays_as_it_is(url: str) -> None:
    assert way(url) == (url,)


def test_wrappers_in_wrappers_come_off_up_to_a_bound() -> None:
    url = STORY
    for _ in range(NESTED):
        url = f"https://out.reddit.com/?url={quote(url, safe='')}"
    assert way(url) == ("https://out.reddit.com/",) * NESTED + (STORY,)
    assert plain(f"https://out.reddit.com/?url={quote(url, safe='')}").startswith("https://out.reddit.com/?url=")


def test_proofpoint_refills_the_signs_it_took_out() -> None:
    signs = base64.urlsafe_b64encode("é!äö".encode()).decode()
    assert plain(f"https://urldefense.com/v3/__https:/paper.example/caf**Ax**A__;{signs}!!T!y$") == "https://paper.example/caf%C3%A9!x%C3%A4%C3%B6"


def test_what_a_browser_shows_for_a_page_is_that_page() -> None:
    assert link_in(f"about:reader?url={Q}") == STORY
    assert link_in(f"view-source:{STORY}") == STORY
    assert link_in("view-source:file:///etc/passwd") == ""
    for other in ("about:reader?url=file%3A%2F%2F%2Fetc", "about:config"):
        with pytest.raises(BadAddress):
            link_in(other)


@given(st.sampled_from(WRAPPED), st.text(max_size=40), st.integers(0, 200))
def test_whatever_is_in_a_wrapper_ends_in_an_address(wrapped: str, put: str, at: int) -> None:
    try:
        *shims, target = way(wrapped[:at] + put + wrapped[at:])
    except ReaderError:
        return
    assert parse(target).url == target
    assert len(shims) <= NESTED
