"""The visible top of an article: which heading is its headline, and the byline, standfirst and date around it."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from reader import dates
from reader.lines import BLOCKS, lines, text_of
from reader.names import is_label, is_nobody, joined, names
from reader.sizes import size
from reader.survey import APART, BYLINE, DATE, DECK, NO_DECK, SOFT_DECK, Page, inside, is_hidden, kinds

_PARAGRAPH = 120  # characters from which a p is taken for the body
NEAR = 12  # elements behind the first author's in which any other may stand
_SENTENCE = 60  # characters from which a p beside others is one of the body's
_DECK_TAGS = frozenset(("p", "h2", "h3", "div", "span"))
_DATED_TAGS = frozenset("p div span time em i small b strong br a".split())
_BAR = re.compile(r"\s[|•·]\s")
_DIGITS = re.compile(r"\d\d")
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autore?n?|auteurs?|people|person|profiles?|by|contributors?|staff|team|journalists?|writers?|reporters?)"
    r"/[^/?#]+/?(?:$|[?#])", re.I
)


@dataclass(frozen=True, slots=True)
class Top:
    """The stretch of a page around its headline: ``nodes`` from a little above it to its second long paragraph.

    ``kinds`` are theirs, one by one; ``place`` is where the headline stands in ``nodes``; ``above`` are its ancestors;
    ``rest`` are the nodes that follow.
    """

    nodes: Sequence[HtmlElement]
    kinds: Sequence[int]
    place: int
    above: frozenset[HtmlElement]
    rest: Sequence[HtmlElement]


def headline(page: Page, claims: Iterable[str], is_site: Callable[[str], bool]) -> tuple[str, int]:
    """The heading that shows the article's title, and its place in ``page.nodes``; ("", -1) when none does.

    ``claims`` are what the page says its title is; among several h1 the likest wins, and one that is like none of them
    ("Our blog") gives way to a lesser heading that repeats a claim.
    """
    claimed = [words for words in map(_words, claims) if words]
    firsts = _headings(page, ("h1",), is_site)
    declared = [one for one in page.props.get("headline", ()) if one.tag == "h2"]
    if len(declared) == 1 and len(firsts) < 2:  # an h1 beside it is the kicker, or the short title for search engines
        return " ".join(text_of(declared[0], 400).split()), page.nodes.index(declared[0])
    best = max(firsts, key=lambda row: _likeness(row[0], claimed), default=("", -1))
    if best[1] >= 0 and _likeness(best[0], claimed) >= 0.5:
        return best
    others = _headings(page, ("h2", "h3", "h4"), is_site)
    other = max(others, key=lambda row: _likeness(row[0], claimed), default=("", -1))
    if other[1] >= 0 and _likeness(other[0], claimed) >= (1 if _likeness(best[0], claimed) else 0.8):
        return other
    if best[1] >= 0 and _likeness(best[0], claimed) >= 0.3:
        return best
    return best if len({text for text, _ in firsts}) == 1 else ("", -1)


def top(page: Page, place: int) -> Top:
    """The top of the article whose headline stands at ``place`` (-1: unknown, then from the page's start)."""
    start, long = max(place, 0), 0
    first, last = max(start - 60, 0), min(len(page.nodes), start + 500)
    for index in range(start, last):
        if page.nodes[index].tag == "p" and _is_long(page.nodes[index]):
            long += 1
            if long == 2:
                last = index
    above = frozenset(page.nodes[place].iterancestors()) if place >= 0 else frozenset()
    nodes = page.nodes[first:last]
    return Top(nodes, [kinds(node) for node in nodes], start - first, above, page.nodes[last:])


def byline(at: Top, claimed: Sequence[str], site: str) -> str:
    """The authors' names: those shown near the headline, checked with the ``claimed``; else a claim, or a box below."""
    near = _near(at) if claimed else ""
    known = [name for name in claimed if name.lower() in near.lower()]
    shown, element = _shown(at)
    if shown and (not known or {name.lower() for name in shown} & {name.lower() for name in known}):
        houses = {one for one in shown[1:] if site.startswith(one)}
        found = known if len(known) > len(shown) else [one for one in shown if one not in houses]
        return joined(_cased(found, claimed), _apart(element))
    if known:
        return joined(known, near)
    mine = [name for name in claimed if _plain(name) != _plain(site)]
    return joined(_labelled(at) or mine or _boxed(at) or _signed(at), "")


def deck(at: Top, title: str, byline: str, description: str) -> str:
    """The standfirst as it is shown below the headline; "" when what stands there is the body already."""
    below, told = range(at.place + 1, len(at.nodes)), _plain(description)
    for place in below:
        kind = at.kinds[place]
        if kind & (DECK | SOFT_DECK) and not kind & NO_DECK:
            text = _standfirst(at.nodes[place], at, title, byline, 500 if kind & DECK else 300)
            if text and (kind & DECK or not _is_body(at.nodes[place], text, told)):
                return text
    for place in below:
        element = at.nodes[place]
        if element.tag in _DECK_TAGS and len(element.text or "") > 8:
            under = _is_under(element, at)
            text = _standfirst(element, at, title, byline, 300) if under or _starts(element, told) else ""
            if text and not _in_body(element, 1) and (under or _plain(text) == told):
                return text
    return ""


def date(at: Top) -> str:
    """The first date near the headline in a time element or one that is called so, as ISO 8601; else in a bare line."""
    for element, kind in zip(at.nodes, at.kinds, strict=True):
        if (element.tag == "time" or kind & DATE) and not inside(element, APART, at.above, BYLINE | DATE):
            found = dates.iso(element.get("datetime") or "") or dates.iso(_apart(element).replace("\n", " "))
            if found:
                return found
    return next((published for published, _ in _dated(at) if published), "")


def update(at: Top) -> str:
    """The first date below the headline that is said to be of a change, as ISO 8601."""
    return next((updated for _, updated in _dated(at) if updated), "")


def _dated(at: Top) -> Iterator[tuple[str, str]]:
    """(published, updated) of each line below the headline that is nothing but a date, or an author with one."""
    for element in at.nodes[at.place + 1 :]:
        if element.tag not in _DATED_TAGS or not any(map(_DIGITS.search, (element.text or "", element.tail or ""))):
            continue
        holder = element.getparent() if not _DIGITS.search(element.text or "") else element
        said = _apart(holder).replace("\n", " ")
        fits = dates.alone(said, others=0) or (is_label(said) and names(said))
        if fits and not inside(holder, APART, at.above, BYLINE | DATE):
            yield dates.told(said)


# ---------------------------------------------------------------- headline

def _headings(page: Page, tags: tuple[str, ...], is_site: Callable[[str], bool]) -> list[tuple[str, int]]:
    """(text, place) of the headings that could be a title: not empty, and not the site's name."""
    rows = []
    for place in page.heads:
        node = page.nodes[place]
        if node.tag in tags:
            text = " ".join(text_of(node, 400).split())
            if text and not is_site(text):
                rows.append((text, place))
    return rows


def _likeness(text: str, claims: Iterable[frozenset[str]]) -> float:
    """0..1: how much of its words ``text`` shares with the likest claim (Dice's coefficient)."""
    mine = _words(text)
    return max((2 * len(mine & claim) / (len(mine) + len(claim)) for claim in claims if mine), default=0.0)


def _words(text: str) -> frozenset[str]:
    """The words of a title; the pairs of characters of one in a script without spaces."""
    words = re.findall(r"\w+", text.lower())
    if len(words) > 3 or text.isascii():
        return frozenset(words)
    return frozenset(word[start:start + 2] for word in words for start in range(max(len(word) - 1, 1)))


# ---------------------------------------------------------------- byline

def _shown(at: Top) -> tuple[list[str], HtmlElement | None]:
    """The authors of the first byline element below the headline, else just above it, and that element."""
    job: tuple[list[str], HtmlElement | None] = ([], None)
    for place in (*range(at.place + 1, len(at.nodes)), *range(at.place - 1, -1, -1)):
        element, kind = at.nodes[place], at.kinds[place]
        if not _is_byline(element, kind) or kind & APART or inside(element, APART, at.above, BYLINE):
            continue
        found = _authors(element)
        if found and not is_nobody(found[0]):
            more = _neighbours(at, place, found)
            return found + more, element.getparent() if more else element
        if found and is_label(_apart(element)):
            job = job if job[0] else (found, element)
    return job


def _is_byline(element: HtmlElement, kind: int) -> bool:
    """Is it called one, or a link to a person's page that stands alone in its line?"""
    if kind & BYLINE:
        return True
    if element.tag != "a" or not _AUTHOR_PAGE.search(element.get("href") or ""):
        return False
    parent = element.getparent()
    return parent is not None and bool(text_of(parent, 80))


def _authors(element: HtmlElement) -> list[str]:
    """The names in a byline element: on the lines of its author links where it has some, else on any."""
    said = [line.apart for line in islice(lines(element), 30)]
    if sum(map(len, said)) > 600:
        return []
    links = (link for link in islice(element.iter("a", "span"), 20) if link is not element and _is_link(link))
    linked = [name for link in links for name in names(_apart(link))]
    if linked:
        lined = [line for line in said if any(name in line for name in linked)]
        return names("\n".join(lined)) or list(dict.fromkeys(linked))
    return names("\n".join(said))


def _is_link(element: HtmlElement) -> bool:
    told = "author" in (element.get("rel") or "").lower() or "name" in (element.get("itemprop") or "")
    return told or bool(_AUTHOR_PAGE.search(element.get("href") or ""))


def _neighbours(at: Top, place: int, found: Sequence[str]) -> list[str]:
    """Authors in elements behind the first: one link or one box an author, without a common byline element."""
    held = set(islice(at.nodes[place].iter(), 200))
    shape = _shape(at, place, held)
    more: list[str] = []
    for near, (other, kind) in enumerate(list(zip(at.nodes, at.kinds, strict=True))[place + 1:]):
        alike = shape[0] == other.tag and shape[1] == other.get("class")
        if other in held or not (alike or (near < NEAR and _is_byline(other, kind))):
            continue
        if not inside(other, APART, at.above, BYLINE):
            more.extend(name for name in _alone(other, held) if (alike or " " in name) and not is_nobody(name))
    new = dict.fromkeys(more)
    return [name for name in new if not any(one.startswith(name) or name.startswith(one) for one in found)]


def _shape(at: Top, place: int, held: set[HtmlElement]) -> tuple[str, str]:
    """Tag and class of the element that holds the first author's name in its box; ("", "") if none is called so."""
    nodes = zip(at.nodes[place:], at.kinds[place:], strict=True)
    called = [node for node, kind in nodes if node in held and kind & BYLINE and node.text and node.text.strip()]
    return (called[-1].tag, called[-1].get("class") or "") if called else ("", "")


def _alone(element: HtmlElement, held: set[HtmlElement]) -> list[str]:
    """The names in a byline element, if the box around it, which holds nothing that is ``held``, does not say of them
    that they "reviewed" the story."""
    found, box = _authors(element), element
    while found and (up := box.getparent()) is not None and held.isdisjoint(up.iter()):
        box = up
    said = names(" ".join(_apart(box).split())) if found else []
    return [name for name in found if name in said]


def _near(at: Top) -> str:
    shown = (node for node in at.nodes if node.tag not in ("script", "style"))
    return " ".join(" ".join(piece for node in shown for piece in (node.text, node.tail) if piece).split())


def _apart(element: HtmlElement | None) -> str:
    """An element's lines with the elements in them kept apart; "" when they are more than a byline can be."""
    said = [line.apart for line in islice(lines(element), 30)] if element is not None else []
    return "\n".join(said) if sum(map(len, said)) <= 600 else ""


def _cased(found: list[str], claimed: Sequence[str]) -> list[str]:
    """Names in capitals as the page spells them elsewhere."""
    spelled = {name.lower(): name for name in claimed if not name.isupper()}
    return [spelled.get(name.lower(), name) if name.isupper() else name for name in found]


def _labelled(at: Top) -> list[str]:
    """The authors of a short line near the headline that says "By …", whatever its element is called."""
    for element in (*at.nodes[at.place:], *reversed(at.nodes[:max(at.place, 0)])):
        if element.text and element.tag not in ("script", "style"):
            parts = [part for part in _BAR.split(" ".join(element.text[:200].split())) if is_label(part)]
            said = _apart(element) if parts else ""
            found = names(said[max(said.find(parts[0]), 0):]) if parts and len(said) <= 120 else []
            if found:
                return found
    return []


def _boxed(at: Top) -> list[str]:
    """The author of a box anywhere below, when the page names only one that way."""
    found: list[str] = []
    for element in at.rest:
        if kinds(element) & BYLINE and not _tells_a_life(element) and not inside(element, APART, at.above, BYLINE):
            found.extend(name for name in _authors(element) if name not in found and not is_nobody(name))
            if len(found) > 1:
                return []
    return found


def _tells_a_life(element: HtmlElement) -> bool:
    """Is it called an author's biography? It begins with any word, not with the name."""
    return "bio" in (element.get("class") or "").lower()


def _signed(at: Top) -> list[str]:
    """The authors in the article's own footer, where many blogs sign."""
    for element in at.rest:
        if element.tag == "footer" and element.getparent().tag == "article" and element.getparent() in at.above:
            called = (one for one in islice(element.iter(), 60) if kinds(one) & BYLINE and not kinds(one) & APART)
            found = next(filter(None, map(_authors, called)), [])
            if found and not is_nobody(found[0]):
                return found
    return []


# ---------------------------------------------------------------- deck

def _standfirst(element: HtmlElement, at: Top, title: str, byline: str, most: int) -> str:
    """The element's only line, or its first if it is called a deck, when it could be a standfirst: a phrase or two.

    A headline, a byline, a date, a list of links, or the body's own beginning is none.
    """
    if is_hidden(element) or inside(element, APART | NO_DECK, at.above):
        return ""
    said = next((line.text for line in lines(element)), "") if kinds(element) & DECK else text_of(element, most)
    short = size(said) < 20 or (said.isascii() and said.count(" ") < 3)
    if short or size(said) > most or "\n" in said or said.endswith(("...", "…", ":")):
        return ""
    linked = sum(len(text_of(link, most)) for link in islice(element.iter("a"), 20))
    labelled = (is_label(said) and len(said) < 80) or (bool(byline) and said.startswith(byline))
    told = labelled or _plain(said) in _plain(title)
    dated = len(dates.without(said)) < 0.6 * len(said)
    return "" if told or dated or linked > len(said) / 2 or _comes_again(said, element, at) else said


def _comes_again(said: str, element: HtmlElement, at: Top) -> bool:
    """Is it only the body's own beginning, printed once more above it?"""
    rest = (*at.nodes[at.place + 1:], *islice(at.rest, 40))
    held = set(islice(element.iter(), 50))
    return any(node.tag == "p" and node not in held and text_of(node, len(said) + 50) == said for node in rest)


def _is_under(element: HtmlElement, at: Top) -> bool:
    """Is it the next thing after the headline, or in one header with it?"""
    if element.tag not in ("p", "h2", "h3") or any(one.tag in BLOCKS for one in element):
        return False
    parent = element.getparent()
    headed = parent is not None and parent.tag in ("header", "hgroup") and parent in at.above
    return headed or at.nodes[at.place].getnext() is element


def _starts(element: HtmlElement, told: str) -> bool:
    """Does it begin as ``told`` does? A cheap look before the whole text is read."""
    return bool(told) and told.startswith(_plain(element.text[:40])[:25])


def _in_body(element: HtmlElement, most: int) -> bool:
    """Is it one of a run of paragraphs: do ``most`` follow it among its siblings, or one, if it is a sub-heading?"""
    follow = (one for one in islice(element.itersiblings(), 12) if one.tag == "p" and _is_long(one, _SENTENCE))
    return len(list(islice(follow, most))) >= (1 if element.tag in ("h2", "h3") else most)


def _is_body(element: HtmlElement, text: str, told: str) -> bool:
    """Is what is called an intro or a lede the first paragraph? A line above the byline is none."""
    following = element.getnext()
    if following is not None and kinds(following) & (BYLINE | DATE):
        return False
    lede = "lede" in (element.get("class") or "").lower()  # as newsrooms call a first paragraph
    return _in_body(element, 2) or (lede and size(text) > _PARAGRAPH and _plain(text) != told)


def _is_long(element: HtmlElement, least: int = _PARAGRAPH) -> bool:
    if not len(element):
        return element.text is not None and size(element.text.strip()) > least
    return sum(size(piece.strip()) for piece in islice(element.itertext(), 30)) > least


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
