"""Sentences of the site go, sentences of the story stay; walls name themselves; hints need two words."""
# ruff: noqa: E501 - pages are data
from __future__ import annotations

import re

import pytest
from samples import PARAGRAPHS

from reader.rules.hints import hint, is_hint
from reader.rules.phrases import PHRASES, PROMOS, is_note
from reader.rules.walls import COMPILED


@pytest.mark.parametrize(("text", "linked", "name"), [
    ("Sign up for our morning letter.", False, "newsletter-promo"),
    ("Get the Harbour newsletter in your hands every Friday", False, "newsletter-promo"),
    ("Melden Sie sich für unseren Brief an.", False, "newsletter-promo-abroad"),
    ("Inscrivez-vous à notre lettre du matin", False, "newsletter-promo-abroad"),
    ("For more of this kind, subscribe to our weekly newsletter.", True, "newsletter-mention"),
    ("Download our free app", True, "app-promo"),
    ("Follow us on Facebook", True, "follow-promo"),
    ("Read more stories from the harbour", True, "visit-promo"),
    ("Thanks for reading!", False, "thanks-promo"),
    ("Story continues below", False, "thanks-promo"),
    ("© 2026 The Gazette", False, "thanks-promo"),
    ("Thank you for being part of our community", False, "thanks-promo"),
    ("Our reporting is made possible by readers who give", False, "thanks-promo"),
    ("This story was first published in our Tide Letter newsletter.", True, "newsletter-source"),
    ("Cet article est paru dans notre newsletter « La marée ».", True, "newsletter-source"),
    ("Dieser Artikel ist enthalten in Hafen heute 3/2026", False, "issue-offer"),
    ("The bridge writers of Harbour have it all. Follow Harbour on Facebook, Instagram and YouTube.", True, "channels-promo"),
    ("Don’t miss the biggest stories of the quay by signing up to the HarbourLive newsletter here", False, "newsletter-promo"),
    ("The Harbour Daily Briefing newsletter provides all the news you need to start your day. Sign up here.", False, "newsletter-praised"),
    ("Follow the Gazette’s flood coverage at https://harbour.example/floods", False, "coverage-promo"),
    ("Follow Harbour News on X, Facebook and Instagram.", False, "follow-channels"),
    ("Sigue toda la información de El Puerto en Facebook y X", False, "follow-channels"),
    ("Il vous reste 60 % de cet article à lire.", False, "rest-notice"),
    ("after newsletter promotion", False, "rest-notice"),
    ("GET THE HARBOUR NEWS APP BY CLICKING HERE", True, "app-promo"),
    ("Zapisz się na nasz newsletter!", False, "newsletter-promo-abroad"),
    ("Подпишитесь на наш канал в Telegram", False, "newsletter-promo-abroad"),
    ("اشترك في نشرتنا كل صباح", False, "newsletter-promo-abroad"),
    ("Abonnez-vous", False, "newsletter-promo-abroad"),
    ("ADVERTISEMENT – Harbour Tours", False, "advert-notice"),
    ("Anzeige", False, "advert-notice"),
    ("- REKLAM -", False, "advert-notice"),
    ("Pubblicità - continua a leggere di seguito", False, "advert-notice"),
    ("広告", False, "advert-notice"),
    ("Alle Rechte vorbehalten.", False, "site-notice-abroad"),
    ("저작권자 ⓒ 나루신문, 무단전재 및 재배포 금지", False, "site-notice-abroad"),
    ("扫码关注渡口日报", False, "site-notice-abroad"),
    ("Нашли ошибку? Выделите её и нажмите две клавиши", False, "site-notice-abroad"),
    ("Start the day on the water: Sign up for the Tide Briefing", True, "sign-up-after-slogan"),
    ("Clique aqui e participe do canal do Cais no WhatsApp", True, "newsletter-promo-abroad"),
    ("Advertisement 2", False, "advert-notice"),
    ("This advertisement has not loaded yet, but your article continues below.", False, "advert-notice"),
    ("You have 2 free articles left this month", False, "meter-notice"),
    ("Already a subscriber? Log in", False, "meter-notice"),
    ("Schon Abonnent?", False, "meter-notice"),
    ("Want all of the harbour’s stories? Become a member.", False, "meter-notice"),
    ("Do you live on a quay that floods? Tell us in the comments below.", False, "comments-promo"),
    ("We have been free since the first tide and mean to stay so. Become a supporter.", True, "plea"),
    ("Please bookmark gazette.example and sign up for our daily newsletter, Quay.", False, "plea-without-link"),
    ("Nuestro puerto no tiene dueño. Si puedes apoyarnos, suscríbete aquí", False, "plea-without-link"),
])
def test_promos(text: str, linked: bool, name: str) -> None:
    promo = PHRASES.find(text, linked)
    assert promo is not None
    assert promo.name == name
    assert promo.why


@pytest.mark.parametrize("text", [
    *PARAGRAPHS, "This story was first published in the spring.", "This story was written by the editor of a newsletter, who has left.", "The mayor has 9 followers on X, and the ferry more.",
    "Nobody would sign up for such work.", "He told us to follow him on foot.", "She had a newsletter of her own.", "The editor read more stories.",
    "This story is told by readers of the tide tables.", "Our newsroom is by the water.", "Thank you for being a friend to every child in this street.", "Get the rope by clicking it shut.",
    "Follow the shipping coverage of those years and you find one name.", "Don’t miss the tide when signing up a crew.", "A newsletter brings him bread.",
    "After newsletter promotion fell to the interns, nobody read it.",
    "The ferry company thanked its riders for reading the notice.",
    "Anzeige gegen den Müller erstattete niemand.", "Werbung machte der Bäcker nie.", "Publicité mensongère, jugea le tribunal.", "Reklama na burcie zbladła.",
    "Melden Sie sich beim Amt und bringen Sie einen Stuhl mit.", "Inscrivez-vous sur la liste avant midi.", "Iscriviti e porta un remo.", "Assine aqui, pede o velho.",
    "Подписание договора о мосте отложили до весны.", "اشترك في العمل ثلاثون رجلا وامرأتان.", "Abone olanlar arasında üç kaptan var.", "Subscribe to that view, and the rest makes sense.",
    "Folgen Sie dem Deich bis zur Mühle.", "Entre 2010 y 2020 nadie usó el faro ni Facebook.", "扫码支付在渡口行不通。",
    "Volunteers are wanted on the quay: sign up for a shift at the harbour office", "Residents can sign up to receive warnings.",
    "You have two free hands, said the captain.", "Schon Abonnenten der ersten Stunde klagten.", "Already a member of the council, he stood again.", "Want all of it, said the heir.",
    "Nobody would tell us in which comments he had read it.", "He hoped to become a supporter of the club, and did.", "An advertisement 2 metres high fell on the quay.",
    "Editor’s note: sign up for our newsletter was the first title of this story.", "Correction: Follow us was misquoted.", "Sources: the council",
])
def test_the_story_s_own_sentences(text: str) -> None:
    assert PHRASES.find(text, True) is None


@pytest.mark.parametrize("text", ["More Great Harbour Stories", "More must-read articles"])
def test_a_heading_of_other_stories_is_one_only_at_the_end(text: str) -> None:
    promo = PHRASES.find(text, False, closing=True)
    assert promo is not None
    assert promo.name == "more-promo"
    assert PHRASES.find(text, False) is None
    assert PHRASES.find("More great stories came out of the flood than anyone could write down", False, closing=True) is None


def test_a_programme_is_promoted_only_at_the_end() -> None:
    promo = PHRASES.find("Listen to Harbour Radio live at noon", True, closing=True)
    assert promo is not None
    assert promo.name == "broadcast-promo"
    assert PHRASES.find("Listen to Harbour Radio live at noon", True) is None
    assert PHRASES.find("Listen to the old men who live at the pier", False, closing=True) is None


@pytest.mark.parametrize("text", ["Follow us at dawn to the pier", "Download our report", "Read more about the towers"])
def test_linked_rows_ask_for_a_link(text: str) -> None:
    promo = PHRASES.find(text, False)
    assert promo is None


@pytest.mark.parametrize("line", [
    "Editor’s note: The year was wrong.", "(Reporting by Ann Lee)", "編集部注：訂正しました。", "Fe de errores: …", "Anm. d. Red.: Der Name war falsch.",
    "Sources: the council", "SOURCES", "This piece originally ran in the autumn.", "Updated on 3 March",
])
def test_notes_on_the_article(line: str) -> None:
    assert is_note(line)


@pytest.mark.parametrize("line", [
    "The correction was printed", "Updates to the law", "", "Sources say the port will close", "Notes from a small harbour", "Fonte nova reabre",
])
def test_a_headline_that_opens_like_a_note_is_none(line: str) -> None:
    assert not is_note(line)


def test_no_row_repeats_a_repetition() -> None:
    assert not [row.name for row in PROMOS if re.search(r"[+*]\)[+*]", row.phrases)]


@pytest.mark.parametrize(("text", "kind"), [
    ("Popular on The Gazette", "most-read"), ("ABC News Top Stories", "related-end"), ("More games news", "related-end"), ("Weitere Artikel", "related-end"),
    ("Últimas notícias", "related-end"),
])
def test_hints_are_weak_labels(text: str, kind: str) -> None:
    found = hint(text)
    assert found
    assert (found.label.kind, found.label.weak, found.heading) == (kind, True, text)


@pytest.mark.parametrize("text", [
    "More", "The bridge closes", "There is more to come.", "What is the latest?", "The latest of three long and costly plans to save an old bridge",
    "Next year nobody in the whole town will ever walk across", "",
])
def test_no_hints(text: str) -> None:
    assert not hint(text)


def test_is_hint() -> None:
    assert is_hint("MORE")
    assert not is_hint("bridge")


@pytest.mark.parametrize(("text", "name"), [
    ("Are you a robot?", "bot-challenge"), ("Please log in", "login"), ("We value your privacy", "consent"), ("Subscribe to continue reading", "paywall"),
    ("You need to enable JavaScript to run this app", "script-only"), ("404 Not Found", "not-found"), ("Seite nicht gefunden", "not-found"),
    ("Passwort vergessen?", "login"),
])
def test_walls_name_themselves(text: str, name: str) -> None:
    assert next(wall.name for wall, phrases, titles, _ in COMPILED if phrases.search(text) or titles.search(text)) == name


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_stories_are_no_walls(text: str) -> None:
    assert not [wall.name for wall, phrases, _, _ in COMPILED if phrases.search(text)]
