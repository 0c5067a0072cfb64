"""What the buttons of offers say: the publisher's own product, its newsletter, a gift of money. Rows of data.

A row's ``words`` are a regular expression in small letters for the beginning of a button's whole text.
Left out on purpose, because lists of products, recipes, courses and jobs put them under each of their items: "Buy now",
"Shop", "View deal", "Apply", "Get the recipe".
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from reader.article import Kind

LONGEST_ASK = 40  # characters: more is a sentence, not a button


@dataclass(frozen=True, slots=True)
class Ask:
    """One row: its name is the rule's name on the receipt, ``why`` the reason a person reads there."""

    name: str
    kind: Kind
    words: str
    why: str
    longest: int  # characters of the box around the button
    links: int  # in the box; more is a menu


ASKS = (
    Ask("offer-box", "sponsored",
        r"get (?:started|access|instant|matched|(?:a |an |my |your |the )?(?:\w+ )?(?:quotes?|estimates?|demo|trial|offer|consultation|guide|help|advice|in touch))\b|"
        r"start (?:your|a|my|for|free|now|today|saving|the free)\b|free (?:trial|demo|quotes?|estimates?|consultation)\b|try (?:it|for|now|free|\S+ (?:for )?free|our|us)\b|"
        r"(?:request|book|schedule|watch|see|view|take|claim) (?:a|an|your|my|the|our) (?:\w+ )?(?:demo|quote|estimate|call|meeting|consultation|appointment|trial|tour|offer|spot)\b|"
        r"(?:contact|talk to|speak (?:to|with)|call|meet) (?:us|sales|an? (?:expert|advisor|specialist)|our \w+)\b|find (?:a |an |local |your )*(?:pros?|professionals?|contractors?|agents?|advisors?|lawyers?|doctors?)\b|"
        r"(?:see|compare) (?:\w+ ){0,2}(?:quotes|rates|prices)\b|see if you qualify|"
        r"jetzt (?:\w+ )?(?:testen|starten|anfragen|beraten|vergleichen|entdecken)|kostenlos (?:testen|anfragen|vergleichen)|(?:demo|angebot|termin) (?:anfordern|anfragen|vereinbaren|buchen)|"
        r"(?:j[’']essaie|essayer|essayez|tester) (?:gratuitement|maintenant)|demander (?:une démo|un devis)|prendre rendez-vous|"
        r"(?:prueba|pruébalo|empieza|solicita|pide) (?:gratis|ahora|una?|tu)\b|(?:prova|inizia|richiedi) (?:gratis|ora|subito|una?|il)\b|"
        r"(?:experimente|comece|solicite|peça) (?:grátis|agora|uma?|já)\b|(?:probeer|begin|vraag) (?:nu|gratis|direct|een)\b|(?:wypróbuj|zacznij|zamów) (?:za darmo|teraz|bezpłatn\w+|ofertę)",
        "it offers something of the publisher's own and asks to press a button", 400, 4),
    Ask("sign-up-box", "newsletter",
        r"sign (?:me )?up\b|subscribe\b|join (?:now|us|free|the (?:list|newsletter))\b|(?:get|send me) (?:the )?(?:newsletter|updates)|notify me|"
        r"(?:jetzt )?(?:abonnieren|anmelden)\b|s[’']inscrire|je m[’']inscris|je m[’']abonne|s[’']abonner|suscribirme|suscr[ií]bete|inscrever(?:-se)?|inscreva-se|iscriviti|abbonati|"
        r"inschrijven|abonneren|aanmelden|zapisz (?:się|mnie)|prenumerera|подписаться|abone ol|اشترك|登録する|订阅|訂閱|구독",
        "it asks the reader to sign up", 500, 4),
    Ask("donation-box", "furniture",
        r"donate\b|give (?:now|today|monthly|once)\b|support (?:us|our|independent|the)\b|(?:make|double) (?:a|my|your) (?:gift|donation)|become a (?:member|supporter|patron)|"
        r"(?:jetzt )?(?:spenden|unterstützen)|faire un don|je (?:donne|soutiens)|donar\b|doar\b|dona (?:ora|ahora)|sostienici|doneer|wesprzyj|поддержать|bağış",
        "it asks the reader for money", 800, 6),
)
_COMPILED = tuple((ask, re.compile(ask.words)) for ask in ASKS)

# A box that offers speaks to its reader; one that reports does not.
_TO_READER = re.compile(
    r"\b(?:you|your|you[’']re|yours|we|us|our|ready|free|need|looking|get|start|join|donate|support|sie|ihre?[nrms]?|uns|unsere?[nrms]?|kostenlos|vous|votre|vos|nous|notre|nos|gratuit\w*|"
    r"tu|tus|usted|su|sus|nuestr\w+|gratis|tuo|tua|tuoi|nostr\w+|você|seu|sua|nosso|nossa|grátis|je|jouw|uw|ons|onze|twój|twoje|nasz\w*|din|ditt|vår|вы|ваш\w*|наш\w*|siz\w*|biz\w*)\b|[こ订訂구]",
    re.I,
)


def ask_of(text: str) -> Ask | None:
    """The row that a button's text calls up; None for most buttons."""
    if not 2 < len(text) <= LONGEST_ASK:
        return None
    small = text.lower().lstrip()
    return next((ask for ask, pattern in _COMPILED if pattern.match(small)), None)


def addresses_reader(text: str) -> bool:
    """Does the text speak to the one who reads it ("your", "Ihre", "vous")?"""
    return _TO_READER.search(text) is not None
