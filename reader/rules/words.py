"""What the words in a class, an id or a component name say about an element: rows, and the engine that looks them up.

A row's ``words`` are alternatives separated by "|". Each is one word, or several that follow one another ("most read"
matches ``most-read``, ``mostRead``, ``most_read`` and ``mostread``); a trailing "*" matches any ending of a single word.
``weight`` says what a row is worth by itself:

``sure``   no part of an article is called so; only real prose inside saves the element.
``maybe``  articles use the word too; the element's content must look like a unit as well (links, cards, a form).
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reader.article import Kind

Weight = Literal["sure", "maybe"]


@dataclass(frozen=True, slots=True)
class WordRow:
    """One row: its name is the rule's name on the receipt, ``why`` the reason a person reads there."""

    name: str
    kind: Kind
    weight: Weight
    words: str
    why: str


ROWS = (
    WordRow("related-words", "related-end", "sure",
            "related*|kwrelated|relacionad*|verwandte|recirc*|recommended|recommendation*|recommends|ymal|jp relatedposts|"
            "you may|also like|may like|might like|also read|read also|see also|more from|more stories|more news|more articles|"
            "more posts|more on|more in|more headlines|more content|morefrom|read next|readnext|up next|whats next|next article|next articles|"
            "next story|next post|next up|next gallery|next slideshow|next album|previous post|prev next|prev post|post nav|post navigation|posts navigation|post pagination|article navigation|"
            "story navigation|further reading|keep reading|other articles|other stories|other news|other posts|similar|similar*|latest news|"
            "latest stories|latest posts|latest articles|latest headlines|latest box|recent posts|recent articles|recent stories|recent news|recent entries|"
            "recentposts|top stories|top news|editors picks|editor picks|editors choice|editor choice|rich link|richlink|interlink*|"
            "crosslink*|cross links|inset story|story links|article links|story feed|news feed|article feed|post feed|river|"
            "ein verwandt|lesen sie|lire aussi|a lire|mehr zum|leggi anche|lees ook|czytaj takze|read more link|readmore links|interstitial link|"
            "suggested|suggest|suggestions|people reading|dont miss|in case you missed|icymi|teaser list|article list|"
            "story list|news list|articles list|stories list|posts list|post grid|posts grid|article grid|blog grid|"
            "blog posts|card grid|card list|cards list|featured posts|featured stories|featured articles|article cards|story cards",
            "its class names it a box of other stories"),
    WordRow("related-hints", "related-end", "maybe",
            "more|teaser|teasers|tease|promo|promos|promoted|card|cards|tile|tiles|carousel|swiper|slick|feed|listing|listings|"
            "linklist|link list|links|complementary|pullbox|aside|sidebar|rail|next|latest|recent|featured|feature box|story package|package|"
            "collection|stories|headlines|hub|explore|discover|widget|series|playlist|seealso|referral|internal link|"
            "read more|readmore|interstitial|box|infobox|info box|factbox links|inline block|embed article|post card|postcard|module|hotlinks|hottopic*|hot topics",
            "its class suggests a box of links, and that is what it holds"),
    WordRow("most-read-words", "most-read", "sure",
            "most read|most popular|most viewed|most shared|most commented|most discussed|most watched|most clicked|most recent|"
            "mostread|meist gelesen|meistgelesen|plus lus|mas leid*|mas vist*|mais lid*|piu lett*|trending|trends|top read|"
            "popular posts|popular stories|popular articles|popular news|popular",
            "its class names it a list of most read stories"),
    WordRow("sponsored-words", "sponsored", "sure",
            "sponsor|sponsored|sponsors|sponsorship|outbrain|taboola|revcontent|mgid|zergnet|dianomi|plista|ligatus|nativo|"
            "advertorial|paid content|paid post|partner content|partner stories|"
            "from our partners|around the web|from the web|spotim ad|spoutable|engageya|content ad|native ad|promoted content|"
            "kiosk|event promo|deals|shopping box|coupons",
            "its class names it advertising"),
    WordRow("advertising-words", "sponsored", "sure", "adsbygoogle|advertisement|advertisements|advertising|advert|adverts",
            "its class names it a place for advertising"),
    WordRow("advertising-hints", "sponsored", "maybe",
            "ad|ads|adv|adslot|ad slot|ad unit|ad wrapper|adbox|banner|banners|dfp|gpt|commercial|affiliate|marketing|campaign|cta|"
            "call to action|upsell|house ad|pub",
            "its class suggests advertising, and it holds no prose"),
    WordRow("newsletter-words", "newsletter", "sure",
            "newsletter*|mailing list|mailinglist|email signup|emailsignup|mailchimp|mc embed|mc4wp|optin|opt in|convertkit|"
            "signup|sign up|subscribe|subscribe box|subscription*|push prompt|web push|pushnotification|notification prompt|"
            "alert bar|app promo|app download|download app|get the app|follow cta|email capture|email collection|lead capture|hubspot form|klaviyo",
            "its class names it a sign-up box"),
    WordRow("share-words", "share", "sure",
            "share|shares|sharing|sharedaddy|sharebar|sharethis|share*|social|socials|social share|social links|social icons|socialmedia|addthis|addtoany|a2a|"
            "follow us|followus|follow|gigya|shariff|tweet button|fb like|likes|reactions|reaction|bookmark|save article|print button|"
            "clap|applause",
            "its class names it a share or follow bar"),
    WordRow("comments-words", "comments", "sure",
            "comment|comments|commenting|comments*|comment*|disqus|livefyre|viafoura|vuukle|openweb|spotim|coral talk|fb comments|respond|reply form|"
            "leave a reply|commentlist|discussion|replies|conversation|feedback|rating|ratings|star rating|reviews form|poll|survey|helpful",
            "its class names it comments or feedback"),
    WordRow("furniture-words", "furniture", "sure",
            "nav|navbar|navigation|menu|menus|submenu|breadcrumb*|crumbs|cookie*|consent|gdpr|onetrust|lightbox|overlay|"
            "skip link|skip links|skiplink|skip to|pagination|pager|page links|wp pagenavi|login|signin|log in|"
            "sign in|register|registration|search|searchform|search form|site header|site footer|global header|global footer|page footer|"
            "masthead|topbar|top bar|toolbar|tool bar|paywall|piano|meter|regwall|back to top|scroll to top|backtotop|weather|ticker|"
            "stock ticker|breaking news|breakingnews|language switcher|lang switcher|print only|printonly|print dialogue|sitemap|colophon|"
            "copyright|legal|disclaimer site|terms|republish|republication|donate|donation|donations|membership|support us|audio player|"
            "listen to|font sizer|font resizer|font size switcher|font size changer|font size selector|font size control|font size controls|accessibility|feedback form|error message|loading|spinner|placeholder ad|"
            "countdown|live chat|chatbot|alert|alerts|noprint|no print|editsection|edit section|vote count|vote cell|votecell|voting",
            "its class names it page furniture"),
    WordRow("dialog-words", "furniture", "sure", "modal|popup|pop up|popover|tooltip|offcanvas|off canvas",
            "its class names it something that opens over the page"),
    WordRow("drop-words", "furniture", "sure", "dropdown", "its class names it a box that drops down"),
    WordRow("biography-words", "furniture", "maybe",
            "author bio|authorbio|author box|about author|about the author|author info|author card|bio|biography|author profile|"
            "author description|author desc|authors bio|contributor bio|bio text",
            "its class names it what the author does"),
    WordRow("matter-words", "furniture", "maybe",
            "footer|foot|header|tags|tag|tag list|taglist|tagcloud|topics|topic|keywords|categories|category|cat links|entry meta|post meta|article meta|"
            "entry footer|post footer|article footer|profile|contact|meta|metadata|byline|dateline|timestamp|toc|table of contents|tools|actions|buttons|button|btn|"
            "utility|utilities|controls|form|credits|corrections|report|permission|permissions|reprint|reprints|rights|footnote links|secondary|complementary|masthead|gallery nav|slider nav|"
            "subnav|header nav|icons|icon|label|labels|badge|rubric|kicker",
            "its class suggests page furniture, and it holds no prose"),
)

# A form holds no article; one that asks for an address is a sign-up box.
SIGN_UP_FORM = WordRow("sign-up-form", "newsletter", "sure", "form", "it is a form that asks for an e-mail address")
FORM = WordRow("form", "furniture", "sure", "form", "it is a form to fill in")

_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+|[0-9]+")
# "has-sidebar", "with-profile": said of what the thing stands in or beside.
_HOLDERS = (["has"], ["with"])
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The rows that a class string calls up, surest first; empty for most."""

    sure: tuple[WordRow, ...] = ()
    maybe: tuple[WordRow, ...] = ()


NOTHING = Verdict()


class WordIndex:
    """The rows compiled to one dictionary of word sequences; a wrong row raises ValueError at import."""

    def __init__(self, rows: tuple[WordRow, ...]) -> None:
        self._exact: dict[tuple[str, ...], list[WordRow]] = {}
        self._stems: dict[str, list[WordRow]] = {}
        for row in rows:
            for entry in row.words.split("|"):
                self._add(entry, row)
        self.judge = lru_cache(maxsize=65536)(self._judge)

    def _add(self, entry: str, row: WordRow) -> None:
        parts = tuple(entry.split())
        if not parts or not all(part.rstrip("*").isalnum() for part in parts) or ("*" in entry and len(parts) > 2):
            raise ValueError(f"row {row.name!r} has a word that can never match: {entry!r}")
        if entry.endswith("*") and len(parts) == 1:
            self._stems.setdefault(entry[:-1], []).append(row)
            return
        self._exact.setdefault(tuple(part.rstrip("*") for part in parts), []).append(row)
        if len(parts) > 1:  # "mostread" for "most read"
            self._exact.setdefault(("".join(part.rstrip("*") for part in parts),), []).append(row)

    def _judge(self, names: str) -> Verdict:
        found: list[WordRow] = []
        for name in names.split()[:40]:  # words of two different class names never make a pair
            found += self._calls(name)
        if not found:
            return NOTHING
        unique = tuple(dict.fromkeys(found))
        return Verdict(tuple(r for r in unique if r.weight == "sure"), tuple(r for r in unique if r.weight == "maybe"))

    def _calls(self, name: str) -> list[WordRow]:
        words = [word.lower() for word in _WORD.findall(_CAMEL.sub(" ", name))][:20]
        if words[:1] in _HOLDERS:
            return []
        found: list[WordRow] = []
        for at, word in enumerate(words):
            for size in (3, 2, 1):
                found += self._exact.get(tuple(words[at:at + size]), ())
            for end in range(4, len(word) + 1):
                found += self._stems.get(word[:end], ())
        return found


WORDS = WordIndex(ROWS)
