# ruff: noqa: E501 - sentences of the pages
"""Pages that are no news: each gives its article, in order and whole, or a NoArticle that names what the page looks like.

The pages stand in ``tests/elsewhere/``, one file each.
"""
from __future__ import annotations

from pathlib import Path

import pytest

from reader import read_html
from reader.errors import NoArticle

PAGES = Path(__file__).parent / "elsewhere"

# Title; what stays, in order; what goes.
ARTICLES: dict[str, tuple[str, list[str], list[str]]] = {
    "academic-abstract": ("Tides in closed basins of irregular shape", ["lowest mode follows the longest chord", "14 pages, 6 figures"], ["View PDF"]),
    "amp": ("Ferry to run again from May", ["The ferry in dock. (Ola Vik)", "second week of May", "cast twice and cracked twice", "The third shaft.", "dogs pay half", "Will there be a night boat?", "Not this year"], ["Back to top", "Sport"]),
    "blog": ("Why I mend my own kettles", ["died on a Tuesday", "It is always the switch", "The culprit, with burnt contacts", "What you need", "triangular tip", "Patience", "Unplug it first", "can be mended", "My grandmother", "wrote about that last autumn", "Next week: toasters."], ["A lamp that hummed", "Mine was the thermostat", "Powered by", "Posted in"]),
    "brief-about-a-security-check": ("Queues at the airport's security check", ["waited up to two hours", "under maintenance", "all was as usual"], []),
    "brief-about-passwords": ("Most people use one password", ["Two thirds of those asked", "whether you are a robot"], ["Log in"]),
    "changelog": ("Changelog", ["3.2.0", "Wheels may turn backwards", "#91", "Fixed", "empty pond", "3.1.1", "Speaks Finnish", "3.1.0", "Ponds can be nested", "run millrace convert once"], ["Docs"]),
    "documentation": ("Reading files", ["open_gauge():", "import tidewater", "    print(gauge.level)", "Warning", "Levels are in millimetres", "Options", "open_gauge(path, strict=True)", "Open the file at path", "GaugeError", "Meaning", "refuse gaps", "the clock of the gauge"], ["Installation", "Built with", "Previous"]),
    "event": ("Kite evening on the dyke", ["Friday 18 September", "East dyke", "Free", "Bring a kite", "the sheep are still out"], ["All events"]),
    "forum": ("Slipping belt on a 1962 lathe", ["oldiron", "The flat belt on my lathe slips", "Has anybody tried", "marit", "oldiron wrote:", "Mine has held since 2021", "That did it. Thank you, Marit."], ["Page 1 of 1", "Board index"]),
    "forum-discourse": ("How do you store dahlia tubers?", ["First frost last night", "Sand, sawdust or paper?", "Paper. Sand draws the damp in.", "a page of the parish magazine", "label before you wrap", "never in plastic"], ["When to plant tulips", "2 Likes", "Terms"]),
    "gallery": ("In pictures: the last cart race", ["The start, in the rain. (Eva Sund)", "on the second bend. (Eva Sund)", "aged nine and eleven. (Tor Bakke)", "an hour later. (Tor Bakke)"], ["About"]),
    "government-notice": ("Tell us about a fallen tree", ["You must tell us", "ring 0800 010 020", "where the tree is", "your name and number", "within 3 days", "01632 960 001"], ["Potholes", "essential cookies", "Skip to main"]),
    "guide-with-tabs": ("Install the command", ["Pick your system", "sudo apt install millrace", "brew install millrace", "Check it", "Run this in a new terminal", "millrace --version", "the command is called millrace3", "Type the command", "Not as root", "Read what it says"], ["Your first wheel", "Edit this page", "Copy"]),
    "interview": ("“I never liked the sea”: a talk with Rune Dahl", ["You grew up inland.", "an appointment", "And then the sea?", "to the wall", "Do you still?", "better company, or I have"], ["Imprint"]),
    "japanese-diary": ("川沿いの散歩", ["朝五時に起きて", "一羽だけが岸に上がっていた", "まだ開いていなかった", "四キロ", "会った人"], ["雨の日の台所", "コメントを書く"]),
    "job-advert": ("Boatbuilder (part time)", ["We build and mend", "What you will do", "Plank and caulk", "Teach one apprentice", "Good knees", "the small slip"], ["All jobs", "Jobs powered by"]),
    "live-blog": ("Storm on the coast: as it happened", ["Ferries stopped until Thursday", "Nobody hurt", "Bridge open again", "one lane at a time", "11:02", "2.4 metres", "Waves over the mole. (Ida Moe)", "07:45", "Schools closed", "the county says"], ["About"]),
    "lyrics": ("\"Row On\" lyrics", ["Row on, row on, the tide is slow\nThe nets are long", "Row on till Sunday morning", "My father had a boat of pine\nHe left the oars", "Writer(s): traditional"], ["Submit lyrics"]),
    "newsletter-archive": ("Letter from the lighthouse, no. 40", ["I have slept better", "a hundred and twelve years", "What the ledgers say", "too many to be polite", "1931: forty-one ships", "2026: two, and a rowing boat"], ["unsubscribe", "in your browser"]),
    "obituary": ("Greta Holm", ["forgot none of their names", "bring a book for the school"], ["Prices"]),
    "podcast": ("Episode 61: Salt", ["why it clumps", "In this episode", "03:20 Pans and wind", "31:00 Your questions", "The salt museum", "Salt, a history"], ["Listen on"]),
    "poem": ("Low Water", ["The boats lie down", "the rope has nothing left to hold", "I walk out", "and find your kettle, and the cold."], ["Contact"]),
    "print-view": ("Print: The keeper of the sluice", ["For thirty-one years", "a hundred and four", "would not notice the otters", "Peder Holt at the wheel", "He has got as far as Tuesday"], ["Close window"]),
    "product": ("Enamel bread tin, 2 litres", ["fired at 820 degrees", "the fourth generation", "Length\t30 cm", "Dishwasher\tyes"], ["Dough scraper", "Add to cart"]),
    "questions-and-answers": ("How do I sort a file by its third column?", ["I have a file of numbers", "a 1 30\nb 2 4", "What do I tell it?", "Name the key", "sort -k3,3n file", "to the end of the line", "divided by tabs"], ["Sort lines by a date", "Sign up", "31"]),
    "questions-in-details": ("Questions about the night bus", ["When does it run?", "Every hour from midnight", "The same as by day.", "Folded ones always", "bus@county.example"], ["Fares"]),
    "readme": ("sluice", ["Opens and closes things with the tide. It asks", "Install", "pip install sluice", "sluice --gauge north", "which gauge", "Licence", "MIT"], ["Close on neap tides", "Sign up", "Releases"]),
    "recipe": ("Plum crumble for six", ["The plums by the gate", "Cook time 40 minutes", "Ingredients", "800 g plums", "120 g flour", "80 g butter", "60 g brown sugar", "Instructions", "190 degrees", "Halve the plums", "bake for 40 minutes", "Keeps for two days"], ["Pear tart", "31 votes", "Jump to"]),
    "recipe-card-in-divs": ("Lentil soup, the quick one", ["25 min", "250 g red lentils", "1 onion", "2 tsp cumin", "1 l stock", "Step 1", "Chop the onion", "Step 2", "twenty minutes", "Step 3", "Serve with lemon", "A spoon of vinegar"], ["Imprint"]),
    "terms": ("Privacy policy", ["We use cookies only", "What we keep", "Your name and address", "nobody can tell what you have read", "ask at the desk"], ["Contact"]),
    "text-in-pre": ("RFX 12: A Protocol for Borrowing Ladders", ["Network of Neighbours                                       J. Orr", "A ladder that is lent", "   ASK     sent by the borrower", "a jar of jam"], []),
    "video": ("How a rope is made", ["Four people, three hundred metres", "Chapters:\n0:00 The yarn\n4:10 The strands", "Camera: Nora Fjeld"], ["How a bell is cast"]),
    "wiki": ("Treadle pump", ["A bamboo pump in use", "7 m", "driven by the feet", "History", "in the 1970s", "Cross-section of the cylinders", "two cylinders", "Output by depth", "Litres an hour", "1,900", "Water by Foot"], ["[edit]", "Rope pump", "Random article"]),
}  # fmt: skip

REFUSED = {
    "age-gate": "asks for your age", "app-shell": "an app shell", "app-shell-silent": "an app shell", "bot-challenge": "no robot",
    "bot-challenge-press": "no robot", "bot-challenge-script": "no robot", "category-of-products": "a list of articles or other pages",
    "consent": "a consent or cookie page", "consent-german": "a consent or cookie page", "cookie-wall-only": "a consent or cookie page",
    "directory": "a list of files", "empty-search": "a search that found nothing", "forum-index": "a list of articles or other pages",
    "frameset": "frames", "front-page": "a list of articles or other pages", "gone": "an error page", "login": "a page to log in",
    "login-form-only": "a page to log in", "maintenance": "an error page", "meta-refresh": "leads on to another address: https://valley.example/2026/06/sluice",
    "moved": "leads on to another address: https://valley.example/new/", "not-found": "an error page", "not-in-your-region": "closed to readers from your region",
    "old-browser": "a newer browser", "parked-domain": "for sale", "paywall-stub": "asks for a subscription", "pdf-frame": "a viewer for a PDF file",
    "pdf-viewer": "a viewer for a PDF file", "rate-limit": "too many requests", "script-redirect": "leads on to another address: /home",
    "search-results": "a list of articles or other pages", "server-error": "an error page", "tag-archive": "a list of articles or other pages",
    "thank-you": "only confirms what you did", "thumbnails": "a gallery of pictures", "video-player-only": "a page for a video",
}  # fmt: skip


def source(name: str) -> bytes:
    return (PAGES / f"{name}.html").read_bytes()


def address(name: str) -> str:
    return f"https://norvale.example/2026/06/{name}"


def test_every_page_has_an_expectation() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == {*ARTICLES, *REFUSED}


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_whole_and_in_order(name: str) -> None:
    title, keep, gone = ARTICLES[name]
    article = read_html(source(name), address(name))
    text, at = f"{article.byline}\n{article.deck}\n{article.text}", 0
    assert article.title.startswith(title)
    for words in keep:
        found = text.find(words, at)
        assert found >= 0, f"lost, or out of order: {words}\n{text}"
        at = found + len(words)
    assert not [words for words in gone if words in text]


@pytest.mark.parametrize("name", REFUSED)
def test_no_article_says_what_it_looks_like(name: str) -> None:
    with pytest.raises(NoArticle) as refused:
        read_html(source(name), address(name))
    assert REFUSED[name] in refused.value.sentence


def test_authors_with_the_family_name_first() -> None:
    assert read_html(source("academic-abstract"), address("tides")).byline == "Ada Okafor, Per Lind"
