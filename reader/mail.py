"""Mails, as newsletters come: the HTML of one, or its text, and what its headers say of it."""
from __future__ import annotations

import re
from html import unescape

from reader.body import on_the_web
from reader.leaf import Leaf
from reader.message import Part, address_in, parts_of, pictures_in, said, sender, sent, text_of

MOST_MAILS = 50
"""Mails inside a mail that are looked at."""

LONGEST_TITLE = 300
"""Characters of a subject."""

_TAG = re.compile(r"<style\b[^<]*+</style\s*>|<[^<>]*>", re.I)
_REPLIES = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr|rv|sv|vs|enc|antw)\s*:\s*)+", re.I)
_FROM_A_PAPER = re.compile(r"(.+?)\s+(?:from|at|via|of|von|de|bei|@)\s+(.+)", re.I)
_LISTS = ("List-Id", "List-Unsubscribe", "List-Post", "List-Archive", "Feedback-ID")
# The last part of an address that is one issue's, not the list's: "…/the-ferry-is-back", "…/2026-05-04".
_ONE_ISSUE = re.compile(r"https?://[^/]+/.*?(?:\d{3,}|\w+-\w+-\w+)[^/]*/?", re.A)

_LINK = re.compile(r"<a\s[^<>]{0,8000}>", re.I)
_HREF = re.compile(r"""\bhref\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.I)
_ENDS = re.compile("</a", re.I)
_MOST_LINKS, _LINK_WORDS, _MOST_WORDS = 400, 300, 12  # links; characters looked at, and words, of one
_IN_BROWSER = re.compile(
    r"\b(?:(?:view|read|open|see|display)\b.{0,30}\bbrowser|view\b.{0,20}\b(?:online|on the web|web page)|web version"
    r"|(?:im|in ihrem|in deinem) (?:web)?browser|(?:online|web)-?\s?(?:version|ansicht)|dans (?:le|votre) navigateur"
    r"|version (?:en ligne|web)|voir en ligne|en (?:el|tu|su) navegador|versi[oó]n (?:en l[ií]nea|web)|ver en l[ií]nea"
    r"|nel (?:tuo )?browser|versione (?:online|web)|in (?:je|uw|de) browser|bekijk.{0,20}online|webversie"
    r"|no (?:seu )?navegador|vers[aã]o (?:online|web)|i (?:din )?(?:webbl[aä]sare|nettleser|browser)n?|webbversion"
    r"|w przegl[aą]darce|v prohl[ií][zž]e[cč]i)",
    re.I,
)


def leaves(message: Part) -> list[Leaf]:
    """The mail, or the mail that it forwards where that says more: those that say most come first."""
    inside = pictures_in(message)
    mails = [message, *_forwarded(message)][:MOST_MAILS]
    found = [leaf for mail in mails for leaf in _leaf(mail, inside)]
    return sorted(found, key=lambda leaf: -_words(leaf))


def _forwarded(message: Part) -> list[Part]:
    return [
        held for part in message.walk() if part.get_content_type() == "message/rfc822"
        for held in (part.get_payload() if part.is_multipart() else []) if isinstance(held, Part)
    ]  # fmt: skip


def _words(leaf: Leaf) -> int:
    return len("".join((leaf.text if leaf.is_plain else _TAG.sub(" ", leaf.text)).split()))


def _leaf(mail: Part, inside: dict[str, bytes | str]) -> list[Leaf]:
    """The mail's page, else its text, with what the headers say; [] for one that says nothing."""
    shown = [part for part in parts_of(mail) if part.get_content_disposition() != "attachment"] or [*parts_of(mail)]
    pages = [text_of(part) for part in shown if part.get_content_type() == "text/html"]
    plain = [_unflowed(part) for part in shown if part.get_content_type() == "text/plain"]
    html, text = "\n".join(pages), "\n\n".join(plain)
    if not (html.strip() or text.strip()):
        return []
    title = _REPLIES.sub("", said(mail, "Subject"))[:LONGEST_TITLE]
    byline, site = _authors(mail)
    is_plain = not html.strip()
    address = _address(mail, html)
    return [Leaf(text if is_plain else html, is_plain, address, inside, title, byline, site, sent(mail))]


def _authors(mail: Part) -> tuple[str, str]:
    """Who wrote, and for which paper: "Ada Brook from The Orrin Letter"; lists are papers, others are people."""
    name = sender(mail)
    both = _FROM_A_PAPER.fullmatch(name)
    if both:
        return both[1], both[2]
    is_list = any(mail.get(header) for header in _LISTS)
    return ("", name) if is_list else (name, "")


def _address(mail: Part, html: str) -> str:
    """Where the mail stands on the web, as a header or the link "view in browser" says, or ""."""
    archive = address_in(mail, "List-Archive")
    issue = archive if _ONE_ISSUE.fullmatch(archive) else ""
    return address_in(mail, "Archived-At") or _in_browser(html) or issue


def _in_browser(html: str) -> str:
    """The address of the link that says it opens the mail in a browser."""
    for number, link in enumerate(_LINK.finditer(html)):
        if number == _MOST_LINKS:
            break
        shown = _ENDS.split(html[link.end() : link.end() + _LINK_WORDS], maxsplit=1)[0]
        words = unescape(_TAG.sub("", shown))
        href = _HREF.search(link[0])
        if href and len(words.split()) <= _MOST_WORDS and _IN_BROWSER.search(" ".join(words.split())):
            return on_the_web(unescape(href[1].strip("\"'")))
    return ""


def _unflowed(part: Part) -> str:
    """The text of ``part``, its paragraphs in a line each if it says that its lines flow (RFC 3676)."""
    text = text_of(part)
    if str(part.get_param("format") or "").lower() != "flowed":
        return text
    is_ours = str(part.get_param("delsp") or "").lower() == "yes"  # the space at the end is the sender's
    pieces: list[str] = []
    for line in text.splitlines():
        line = line.removeprefix(" ")  # stuffed
        flows = line.endswith(" ") and line != "-- "
        pieces += [line[:-1] if flows and is_ours else line, "" if flows else "\n"]
    return "".join(pieces)
