"""Addresses that hold another address, and only lead there. Rows of data.

A wrapper that is a place of its own (an archive's capture, a translation, a proxy that shows the page) is none.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Spelling = Literal["plain", "proofpoint-2", "proofpoint-3", "bing"]
_HTTP = r"https?(?::|%3a)"


@dataclass(frozen=True, slots=True)
class Shim:
    """One row.

    ``host`` fits the whole host. The target is what the group of ``target`` finds in path and query, or, where
    ``parameter`` names some (parted by spaces), the first of these that is there, on a path that begins as ``target``.
    ``spelling`` is how it is written there, beyond percent signs; ``scheme`` is put before one that has none.
    """

    host: str
    target: str
    why: str
    parameter: str = ""
    spelling: Spelling = "plain"
    scheme: str = ""


SHIMS = (
    Shim(r"(?:www\.|news\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?", r"/url\b", "Google's results, alerts and mail.", "q url"),
    Shim(r"(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?", r"/imgres\b", "Google's image search: the page of the image.", "imgrefurl"),
    Shim(r"scholar\.google\.[a-z]{2,3}(?:\.[a-z]{2})?", r"/scholar_url\b", "Google Scholar.", "url"),
    Shim(r"googleweblight\.com", r"/", "Google's pages for slow networks.", "lite_url u"),
    Shim(r"(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?", r"/amp/s/(.+)", "Google's viewer of AMP pages.", scheme="https://"),
    Shim(r"(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?", r"/amp/(.+)", "The same, of http pages.", scheme="http://"),
    Shim(r"(?:www\.)?bing\.com", r"/amp/s/(.+)", "Bing's viewer of AMP pages.", scheme="https://"),
    Shim(r"(?:[\w-]+\.)?(?:cdn\.ampproject\.org|bing-amp\.com)", r"/(?:[acv]|wp)/s/(.+)", "A cache of AMP pages.", scheme="https://"),
    Shim(r"(?:[\w-]+\.)?(?:cdn\.ampproject\.org|bing-amp\.com)", r"/(?:[acv]|wp)/(?!s/)(.+)", "The same, of http pages.", scheme="http://"),
    Shim(r"(?:www\.)?bing\.com", r"/ck/a\b", "Bing's results.", "u", "bing"),
    Shim(r"r\.search\.yahoo\.com", r"/.*?/RU=([^/]+)", "Yahoo's results."),
    Shim(r"(?:html\.)?duckduckgo\.com", r"/l/", "DuckDuckGo's results.", "uddg"),
    Shim(r"(?:www\.)?yandex\.[a-z]{2,3}(?:\.[a-z]{2})?", r"/turbo\b", "Yandex's viewer of light pages.", "text"),
    Shim(r"(?:l|lm|m|www)\.facebook\.com", r"/(?:l\.php|flx/warn/)", "Facebook's posts.", "u"),
    Shim(r"l\.messenger\.com", r"/l\.php", "Messenger.", "u"),
    Shim(r"l\.(?:instagram|threads)\.(?:com|net)", r"/", "Instagram and Threads.", "u"),
    Shim(r"out\.reddit\.com", r"/", "Reddit's posts.", "url"),
    Shim(r"t\.umblr\.com", r"/redirect\b", "Tumblr's posts.", "z"),
    Shim(r"href\.li", rf"/\?({_HTTP}.+)", "Tumblr, to hide the referrer."),
    Shim(r"(?:www\.|m\.)?youtube\.com", r"/redirect\b", "YouTube's descriptions.", "q"),
    Shim(r"(?:www\.)?linkedin\.com", r"/(?:redir/redirect|safety/go)\b", "LinkedIn's posts.", "url"),
    Shim(r"(?:away\.|m\.)?vk\.(?:com|ru)", r"/away\.php", "VK's posts.", "to"),
    Shim(r"t\.me", r"/(?:iv|share/url)\b", "Telegram's instant view, and its button.", "url"),
    Shim(r"(?:weibo|(?:www\.)?sinaurl)\.cn", r"/sinaurl\b", "Weibo's posts.", "u toasturl"),
    Shim(r"link\.zhihu\.com", r"/", "Zhihu's posts.", "target"),
    Shim(r"(?:www\.)?douban\.com", r"/link2/", "Douban's posts.", "url"),
    Shim(r"c\.pc\.qq\.com", r"/", "QQ's messages.", "pfurl url"),
    Shim(r"medium\.com", r"/r/", "Medium's stories.", "url"),
    Shim(r"(?:exit|gate)\.sc", r"/", "SoundCloud's descriptions.", "url"),
    Shim(r"steamcommunity\.com", r"/linkfilter\b", "Steam's posts.", "url u"),
    Shim(r"slack-redir\.net", r"/link\b", "Slack's messages.", "url"),
    Shim(r"[\w-]+\.safelinks\.protection\.outlook\.com", r"/", "Outlook's mail; the rest names who got it.", "url"),
    Shim(r"statics\.teams\.cdn\.office\.net", r"/.*safelinks", "Teams's messages.", "url"),
    Shim(r"urldefense\.proofpoint\.com", r"/v1/url\b", "Proofpoint's mail.", "u"),
    Shim(r"urldefense\.proofpoint\.com", r"/v2/url\b", "Proofpoint's mail: - for %, _ for /.", "u", "proofpoint-2"),
    Shim(r"urldefense\.(?:com|us|proofpoint\.com)", r"/v3/__(.+?__;[\w%=-]*)!", "Proofpoint's mail: the signs behind the link.", spelling="proofpoint-3"),
    Shim(r"linkprotect\.cudasvc\.com", r"/url\b", "Barracuda's mail.", "a"),
    Shim(r"secure-web\.cisco\.com", rf"/[^/]+/.*?({_HTTP}.+)", "Cisco's mail."),
    Shim(r"clicktime\.symantec\.com", r"/", "Symantec's mail.", "u"),
    Shim(r"deref-(?:gmx|web-02|web|mail)\.(?:net|de|com)", r"/", "The mail of GMX and web.de.", "redirecturl"),
    Shim(r"go\.(?:skimresources|redirectingat)\.com", r"/", "Skimlinks.", "url"),
    Shim(r"getpocket\.com", r"/(?:redirect|edit|save)\b", "Pocket.", "url"),
    Shim(r"(?:www\.)?instapaper\.com", r"/(?:text|hello2|edit)\b", "Instapaper.", "u url"),
    Shim(r"(?:www\.)?(?:feedly|inoreader|newsblur|theoldreader|feedbin)\.com", r"/", "A feed reader's link that names the page.", "url"),
    Shim(r"(?:www\.)?flipboard\.com", r"/redirect\b", "Flipboard.", "url"),
)  # fmt: skip

COMPILED = tuple((re.compile(row.host), re.compile(row.target, re.I), row) for row in SHIMS)
for _, _target, _row in COMPILED:
    assert bool(_row.parameter) != bool(_target.groups), _row
