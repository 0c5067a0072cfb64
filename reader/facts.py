"""One walk over the tree: how much text, link text, prose and images each element holds, for all later stations."""

from __future__ import annotations

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from reader.sizes import size

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol optgroup option p pre search section "
    "select summary table tbody td tfoot th thead tr ul".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())

# A paragraph of prose: at least so many characters of its own, and less than this share of them in links. The 40 that
# do not count keep forty teasers of a line each from outweighing six paragraphs.
PROSE_LENGTH = 60
PROSE_LINKS = 0.45
PROSE_OVERHEAD = 40


class Facts:
    """Numbers for each element of a tree, by element. All lengths are characters, as ``size`` counts them, with outer
    space stripped.

    ``text``/``link``: everything below it, and of that what stands in links; ``own``/``own_link``: the inline text of
    a block that stands in no nested block; ``prose``: the weight of the paragraphs below it; ``anchors``/``images``:
    how many of each; ``span``: how many elements the subtree has, itself included;
    ``weight``: the prose in the element's own lines; ``heads``: the h1 and main elements.
    The totals of the ancestors follow when a station takes an element out (``leave``).
    """

    __slots__ = (
        "anchors",
        "block",
        "elements",
        "heads",
        "images",
        "link",
        "number",
        "own",
        "own_link",
        "prose",
        "span",
        "text",
        "weight",
    )

    def __init__(self, root: HtmlElement) -> None:
        self.elements = list(root.iter(etree.Element))
        self.heads = list(root.iter("h1", "main"))
        self.number = {el: at for at, el in enumerate(self.elements)}
        count = len(self.elements)
        self.text, self.link, self.own, self.own_link = [0] * count, [0] * count, [0] * count, [0] * count
        self.prose, self.anchors, self.images = [0] * count, [0] * count, [0] * count
        self.block, self.span, self.weight = bytearray(count), [1] * count, [0] * count
        self._gather()

    @classmethod
    def gathered(cls, root: HtmlElement, whole: Facts) -> Facts:
        """The facts of ``root``, a new element whose children come as they were from the tree of ``whole``: no walk."""
        facts = cls(lxml.html.Element(root.tag))
        facts.elements, facts.block = [root], bytearray(b"\1")
        for part in root:
            at = whole.number[part]
            here = slice(at, at + whole.span[at])
            for name in (*_TOTALS, *_OWN):
                own, others = getattr(facts, name), getattr(whole, name)
                own[0] += others[at] if name in _TOTALS or not whole.block[at] else 0
                own += others[here]
            facts.elements += whole.elements[here]
            facts.block += whole.block[here]
            facts.weight += whole.weight[here]
        facts.number = {el: at for at, el in enumerate(facts.elements)}
        return facts

    def _gather(self) -> None:
        number, text, link, own, own_link = self.number, self.text, self.link, self.own, self.own_link
        prose, anchors, images, block, span = self.prose, self.anchors, self.images, self.block, self.span
        weight = self.weight
        at = len(self.elements)
        for el in reversed(self.elements):
            at -= 1
            tag, said, parent = el.tag, el.text, el.getparent()
            below, mine = text[at], own[at]
            if said and (said := said.strip()):
                length = len(said) if said.isascii() else size(said)
                text[at] = below = below + length
                own[at] = mine = mine + length
            if tag == "a":
                if el.get("href"):
                    link[at], own_link[at] = below, mine
                    anchors[at] += 1
            elif tag == "img" or tag == "amp-img":
                images[at] += 1
            is_block = block[at] or tag in BLOCKS
            if is_block:
                block[at] = 1
                if mine >= PROSE_LENGTH:
                    weight[at] = self._weigh(el, at)
                    prose[at] += weight[at]
            if parent is None:
                continue
            up = number[parent]
            span[up] += span[at]
            if is_block:
                block[up] = 1
            if below:  # else there are neither links nor prose in it
                text[up] += below
                if prose[at]:
                    prose[up] += prose[at]
                if link[at]:
                    link[up] += link[at]
                if not is_block:
                    own[up] += mine
                    own_link[up] += own_link[at]
            if anchors[at]:
                anchors[up] += anchors[at]
            if images[at]:
                images[up] += images[at]
            said = el.tail
            if said and (said := said.strip()):
                length = len(said) if said.isascii() else size(said)
                text[up] += length
                own[up] += length

    def _weigh(self, el: HtmlElement, at: int) -> int:
        length = self.own[at]
        if el.tag in HEADINGS or self.own_link[at] >= PROSE_LINKS * length:
            return 0
        if length < 300 and ends_cut(el):
            return 0
        return length - PROSE_OVERHEAD

    def at(self, el: HtmlElement) -> int:
        """The number of ``el``; every list of these facts is indexed by it."""
        return self.number[el]

    def live(self, el: HtmlElement) -> bool:
        """Is ``el`` still in the tree? (``getroottree`` names the old root of an element that has been taken out.)"""
        top = self.elements[0]
        return el is top or top in el.iterancestors(top.tag)

    def share(self, at: int) -> float:
        """How much of the text below element number ``at`` stands in links, 0..1."""
        return self.link[at] / self.text[at] if self.text[at] else 0.0

    def leave(self, el: HtmlElement) -> None:
        """Take the totals of ``el``, which is about to leave the tree, off its ancestors."""
        self._shift(el, -1)

    def enter(self, el: HtmlElement) -> None:
        """Give the totals of ``el``, which has just entered the tree again, to its ancestors."""
        self._shift(el, 1)

    def _shift(self, el: HtmlElement, sign: int) -> None:
        at = self.number[el]
        amounts = [
            (total, sign * total[at])
            for total in (self.text, self.link, self.prose, self.anchors, self.images)
            if total[at]
        ]
        for ancestor in el.iterancestors():
            up = self.number.get(ancestor)
            if up is not None:
                for total, amount in amounts:
                    total[up] += amount


_TOTALS, _OWN = ("text", "link", "prose", "anchors", "images", "span"), ("own", "own_link")


def ends_cut(el: HtmlElement) -> bool:
    """Does the text of ``el`` end in an ellipsis, as a teaser's does?"""
    last = el.text if len(el) == 0 else (el[-1].tail or "").strip() or el[-1].text
    return bool(last) and last.rstrip().endswith(("…", "...", "[…]", "[...]"))
