"""The attributes by which stations tell each other something through the tree. None comes in with a page.

``Held`` takes off what a page brings, for it asks each element for its attributes anyway.
"""

from __future__ import annotations

from lxml.html import HtmlElement

CUT = "data-r-cut"
"""On the element that stands where a unit was cut: the unit's number."""

PLACE = "data-r-place"
"""On the same: the id of the unit's receipt."""

FIGURE = "data-r-figure"
"""On every figure in its final form."""

CONTENT = "data-r-content"
"""On what stands where the article was: what is before it, what after?"""

HIDDEN = "data-r-hidden"
"""On what the page hides, and what holds a paragraph all the same."""

ASKED = "data-r-asked"
"""On what held a button that has been dropped: the button's words."""

ADDRESS_LEFT = "data-r-image"
"""On a box: the address that an unseen element in it gives for its picture."""

ALL = frozenset((CUT, PLACE, FIGURE, CONTENT, HIDDEN, ASKED, ADDRESS_LEFT))


def take_off(el: HtmlElement) -> None:
    """Take every marker off ``el``."""
    for name in ALL.intersection(el.keys()):
        del el.attrib[name]
