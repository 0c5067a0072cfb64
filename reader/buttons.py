"""Buttons before they are dropped: what they ask is noted where they stood, and those that are headings stay."""

from __future__ import annotations

from lxml.html import HtmlElement

from reader.facts import HEADINGS
from reader.markers import ASKED

# Shorter words on a button in a heading are its arrow or its sign ("+", "Open").
TOLD = 12
_QUESTION = ("?", "？", "؟")


def note(button: HtmlElement) -> None:
    """Leave the words of a button, or of an input that is one, on the element that holds it."""
    if button.tag == "button":
        button.getparent().set(ASKED, " ".join(button.text_content().split()))
    elif button.get("type") in ("submit", "button") and button.get("value"):
        button.getparent().set(ASKED, button.get("value"))


def heads_answer(button: HtmlElement) -> bool:
    """Is the button a heading that opens and closes what is under it: the question of an FAQ, a part of a guide?"""
    text = button.text_content().strip()
    if button.getparent().tag in HEADINGS:
        return len(text) >= TOLD
    if _holds_heading(button):
        return True
    return text.endswith(_QUESTION) and len(text) >= TOLD and button.get("aria-expanded") is not None


def unbutton(button: HtmlElement) -> None:
    """Keep the words of a button that is a heading, and make them a line of their own."""
    if button.getparent().tag in HEADINGS:
        button.drop_tag()
    else:
        button.tag = "div" if _holds_heading(button) else "h4"
        button.attrib.clear()


def _holds_heading(button: HtmlElement) -> bool:
    return next(button.iter(*HEADINGS), None) is not None
