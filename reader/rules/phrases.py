"""Sentences that publishers add to articles: promos, which go, and notes on the article itself, which stay. Rows of data.

A promo row matches at the start of a short paragraph (``start``) or anywhere in it (``any``); both alternatives are regular
expressions without nested repetition, so their cost is linear. ``linked`` rows count only when the paragraph holds a link.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from reader.article import Kind
from reader.rules.labels import first_word, normalise


@dataclass(frozen=True, slots=True)
class Promo:
    """One row: the kind of unit, where the phrase stands, whether a link must stand with it, the alternatives, the reason."""

    name: str
    kind: Kind
    where: Literal["start", "any"]
    linked: bool
    phrases: str
    why: str
    longest: int = 400  # characters of a paragraph that can be it; a sentence of an article may begin alike and go on
    closing: bool = False  # counts only where no prose of the article follows
    noted: bool = False  # counts though the line opens like a note on the article ("This article was …")
    needs: str = ""  # letters of which one must be there, looked for first because that is cheap; each "any" row has some


PROMOS = (
    Promo("newsletter-promo", "newsletter", "start", False,
          r"get .{1,50}\bnewsletters?\b|sign up (?:for|to|here|now|today)|sign-up (?:for|to)|subscribe (?:now|here|today|(?:to|for) (?!(?:that|this|an?|such|any|those|these)\b))|click here to (?:sign up|subscribe|get)|"
          r"get (?:our|the|your) (?:\S+ ){0,4}(?:newsletter|e-?mail|briefing|digest|inbox)|want (?:more|the latest|to get)\b.{0,80}(?:newsletter|inbox|subscribe|sign up)|"
          r"(?:enter|add) your e-?mail|join (?:our|the) (?:\S+ ){0,3}(?:newsletter|mailing list|community|channel|whatsapp|telegram)|"
          r"delivered (?:straight |directly )?to your inbox|stay (?:up to date|informed|in the know|connected) with|"
          r"get (?:the )?latest (?:\S+ ){0,3}(?:news|updates|stories) (?:in|delivered|straight|by|from)|"
          r"don['’]t miss .{1,80}\bsign(?:ing)? up\b.{0,60}newsletter|"
          r"(?:pour ne (?:rien manquer|manquer aucun)|ne manquez (?:rien|aucun))[^.!?]{0,60}\W*$|jetzt (?:abonnieren|anmelden|kostenlos abonnieren)|hier (?:geht es zum|können sie den) newsletter",
          "it asks the reader to sign up"),
    Promo("newsletter-praised", "newsletter", "start", False,
          r".{1,60}\bnewsletter (?:provides|brings|delivers|gives) .{1,120}\bsign up\b", "it asks the reader to sign up", needs="newsletter"),
    # One signs up for many things, and "subscribes to" opinions: these count with what a publisher offers, or alone.
    Promo("newsletter-promo-abroad", "newsletter", "start", False,
          r"(?:(?:jetzt )?(?:abonnieren sie|abonniere|melden sie sich|melde dich|kostenlos anmelden)|inscrivez-vous|abonnez-vous|recevez|suscr[ií]be(?:te|se)|suscr[ií]base|ap[úu]ntate|"
          r"únete|recib[ea] (?:en tu|nuestr)|inscreva-se|(?:clique aqui e )?(?:participe d|siga o canal)|assine|subscreva|cadastre-se|receba|iscriviti|abbonati|ricevi|meld (?:je|u) aan|schrijf (?:je|u) in|abonneer (?:je|u)|ontvang|zapisz si[ęe]|"
          r"subskrybuj|dołącz|prenumerera|anmäl dig|få vårt|подпи(?:шитесь|сывайтесь|саться)|следите|abone ol(?:un)?\b|bültenimize|kaydol(?:un)?\b|takip (?:et|edin)\b|اشترك(?:وا)?)"
          r"(?:\W*$|.{0,70}?(?:newsletter|infolettre|lettre d.info|nos lettres|notre lettre|unseren? (?:brief|verteiler)|e-?mail|boîte mail|postfach|bolet[ií]n|boletim|correo|nieuwsbrief|biuletyn|nyhetsbrev|bülten|"
          r"рассылк|(?:наш|в) (?:канал|телеграм|telegram)|telegram|whatsapp|youtube|facebook|instagram|google news|النشرة|نشرتنا|قناتنا|بريدك))",
          "it asks the reader to sign up", longest=180),
    Promo("newsletter-mention", "newsletter", "any", True,
          r"sign up (?:for|to) (?:our|the|its|his|her|their)\b.{0,60}newsletter|subscribe to (?:our|the|his|her|its|my)\b.{0,60}(?:newsletter|channel|podcast|magazine|feed)|"
          r"(?:free|weekly|daily|our|morning) (?:e-?mail )?newsletters?\b.{0,60}(?:sign up|subscribe|here|inbox|alerts you|delivers)|straight to your inbox|delivered to your inbox|"
          r"in your inbox|to get the .{0,40}newsletter",
          "it asks the reader to sign up", needs="newsletter|subscribe|inbox"),
    Promo("newsletter-source", "newsletter", "start", True,
          r"(?:this (?:article|story|post|column|piece) (?:was |is |first |originally )*(?:distributed|published|sent|appeared|adapted|featured) (?:\S+ ){0,2}(?:in|through|from|via|by|with) .{0,60}newsletter|"
          r"cet article est paru dans (?:notre|la) (?:newsletter|lettre)|(?:dieser (?:artikel|text)|diese kolumne) (?:stammt aus|ist teil) .{0,40}newsletter|este (?:artículo|texto) (?:se publicó|apareció) .{0,40}(?:newsletter|boletín))",
          "it says which newsletter the reader can sign up for", noted=True),
    Promo("subscription-promo", "newsletter", "any", False,
          r"subscribe to get\b|\| ?sign up\b|is a reader-supported publication|to receive new posts and support|download and subscribe to|"
          r"\b(?:save|get) (?:up to )?\d+ ?%.{0,60}(?:subscription|membership)|(?:subscription|membership).{0,60}\d+ ?% off|"
          r"if you (?:liked|enjoyed) this (?:story|article|post|piece)",
          "it asks the reader to subscribe", needs="subscri|sign up|membership|if you "),
    Promo("plea", "newsletter", "any", True,
          r"[.!?] (?:please )?(?:become|join us as) a (?:supporter|member|patron|sustaining member)(?: today| now)?\W*$",
          "it asks the reader for support", needs="become a|join us as"),
    Promo("plea-without-link", "newsletter", "any", False,
          r"bookmark \S+ and sign up for (?:our|the) .{0,60}newsletter|[,.:!?] (?:suscr[ií]be(?:te|se) aquí|abonnez-vous ici|assine (?:aqui|agora)|abbonati (?:qui|ora))\W*$",
          "it asks the reader to subscribe", needs="bookmark|aquí|-vous ici|assine |abbonati "),
    Promo("sign-up-after-slogan", "newsletter", "start", True,
          r"[^.!?:]{3,50}[:.!?] ?(?:sign up|subscribe) (?:for|to) [^.!?]{0,40}\b(?:newsletter|briefing|digest|e-?mails?|alerts|inbox)\W*$", "it asks the reader to sign up", longest=110, needs="sign up|subscribe"),
    Promo("app-promo", "newsletter", "start", True,
          r"(?:click here to )?(?:download|get|install) (?:and subscribe to )?(?:the|our|free)\b.{0,40}\bapps?\b|click here to get the .{0,40}app|download and subscribe|"
          r"get .{1,40} (?:on the go|apps?) by clicking here|listen to .{0,60}(?:podcast|apple|spotify)|subscribe on (?:apple|spotify|youtube)",
          "it promotes an app or a channel"),
    Promo("follow-promo", "share", "start", True,
          r"follow (?:us|me|him|her|them|along|@|the author|[a-z]\S+ (?:\S+ ){0,4}on)|like us on|find us on|connect with (?:us|me|him|her)|join us on|"
          r"(?:you can )?(?:follow|find) .{1,60} on (?:twitter|x|facebook|instagram|bluesky|threads|mastodon|linkedin|youtube|tiktok)\b|"
          r"tweet (?:us|me)|share (?:this|your)|folgen sie (?:uns|auch)|folge(?:n)? uns|suivez(?:-| )nous|s[íi](?:gue|ga)nos|siga-nos|seguici|volg ons|śledź nas|obserwuj nas|följ oss|bizi takip|подпи(?:шитесь|сывайтесь) на|تابعونا|تابعنا|关注我们|關注我們",
          "it asks the reader to follow or share"),
    Promo("channels-promo", "share", "any", True,
          r"follow (?:us|\S+(?: \S+){0,3}) on (?:facebook|twitter|x|instagram|threads|bluesky|youtube|tiktok|linkedin)\b\W{1,4}(?:(?:and|or) )?(?:facebook|twitter|x|instagram|threads|bluesky|youtube|tiktok|linkedin|flipboard|pinterest)\b",
          "it asks the reader to follow", needs="follow "),
    Promo("broadcast-promo", "share", "start", True,
          r"(?:listen to|watch|tune in to|catch) (?:\S+ ){1,4}(?:live|weekdays|every (?:day|week|weekday|morning|evening|\w+day))\b",
          "it points to a programme", longest=160, closing=True),
    Promo("coverage-promo", "share", "start", False, r"follow (?:\S+ ){0,4}(?:\S+['’]s? |our |live |full )(?:\S+ ){0,3}coverage (?:at|on|here)\b",
          "it points to the site's other coverage", longest=160),
    Promo("follow-channels", "share", "start", False,
          r"follow (?:\S+ ){1,5}on (?:x|twitter|facebook|instagram|tiktok|threads|bluesky|whatsapp)(?:,| and\b| or\b)|"
          r"s[ií]gue (?:toda )?(?:la )?(?:\S+ ){1,8}en (?:x|twitter|facebook|instagram|whatsapp)\b|puedes seguir a \S+ (?:\S+ ){0,4}en (?:x|twitter|facebook|instagram|whatsapp)\b|"
          r"suivez \S+ (?:\S+ ){0,4}sur (?:x|twitter|facebook|instagram|whatsapp)\b|segui \S+ (?:\S+ ){0,4}su (?:x|twitter|facebook|instagram|whatsapp)\b",
          "it asks the reader to follow", longest=240),
    Promo("share-promo", "share", "start", False,
          r"(?:(?:did you )?(?:like|liked|enjoy|enjoyed|love|loved)(?: reading)? this(?: (?:story|article|post|piece|essay|issue|newsletter|episode|recipe))?[?!.,:]+\s*)?"
          r"(?:please )?(?:share|forward|send|pass) (?:it|this(?: \w+)?) (?:on )?(?:with|to) (?:a|your|some|other) (?:\w+ )?(?:friends?|colleagues?|family|followers?|network)[^.!?]{0,40}[.!?]?\W*$|"
          r"(?:do you )?know (?:someone|somebody|anyone|a friend) who .{1,80}\? ?(?:please )?(?:forward|share|send|pass|tell)\b|"
          r"was this (?:\S+ )?(?:forwarded|sent) to you\?|"
          r"if you (?:found|find) this (?:\S+ ){0,2}(?:useful|helpful|interesting|valuable),? (?:please )?(?:share|forward|send|pass|consider)\b|"
          r"(?:enjoying|enjoyed|liking|like|love) [^.?!]{1,40}\? ?(?:please )?(?:share|forward|tell)\b",
          "it asks the reader to share", longest=200, closing=True),
    Promo("issue-promo", "related-end", "start", False,
          r"(?:read|see|get|buy|order|explore|browse|download|inside|from|in) (?:the|our|this) (?:full |entire |whole |complete |latest |current |new |digital |print )?(?:\S+ ){0,4}(?:issue|edition)\W*$",
          "it points to the issue", longest=110, closing=True),
    Promo("issue-offer", "related-inline", "start", False, r"(?:dieser (?:artikel|beitrag|text) (?:ist enthalten|erschien(?:en)? zuerst) in|(?:cet article|ce texte) est extrait du (?:numéro|magazine))\b", "it offers the issue", longest=160),
    Promo("visit-promo", "related-inline", "start", True,
          r"(?:visit|see|check out|go to) .{1,50}(?:homepage|home page) for more|for more (?:\S+ ){0,4}(?:stories|news|coverage|articles|from|on this|like this|tips|recipes|information about us)|"
          r"for more,? (?:read|see|visit|check|click|go)|(?:click|tap) here (?:to (?:read|see|view|watch)|for) (?:more|all|the latest|other)|"
          r"(?:read|see|find|explore|check out|browse|watch|view) (?:more|all|other|our other|all of our|all our|some of our other|the rest of our) (?:\S+ ){0,5}(?:here|stories|articles|posts|coverage|news|from|on|about|of)\b|"
          r"catch up on|also (?:see|read|watch|check out)\b|want (?:more|to read more)|like this (?:story|article|post|recipe)\?|enjoyed this|if you (?:liked|enjoyed) this",
          "it points to other stories"),
    Promo("more-promo", "related-end", "start", False, r"more (?:great|top|popular|recent|must-reads?) (?:\S+ ){0,2}(?:stories|articles|reads)\W*$|more (?:great )?\S+ stories\W*$",
          "it heads other stories, and nothing of the article follows", longest=60, closing=True),
    Promo("wire-promo", "related-end", "start", False, r"more .{2,40}: ?https?://",
          "it points to the agency's other stories"),
    Promo("site-notice", "furniture", "start", False, r"(?:you must|please) (?:log in|sign in|enable|turn on|allow)|log in to|this video is (?:not|un)|your browser does not|(?:please )?(?:enable|turn on) javascript|javascript (?:is|must)|an error occurred",
          "it is a notice of the site, not of the article", longest=110),
    # "Anzeige erstatten", "publicité mensongère": the word alone, or with what such notices say, is none of the writer's.
    Promo("advert-notice", "furniture", "start", False,
          r"this advertisement has not loaded|advertisement(?:\W*\d{0,2}\W*$|\W+(?:story|article|continue|scroll|skip|this|keep|read|feature)\b|\s*[:|–—-][^.!?]*!?$)|sponsored(?:\W*$|\W+(?:by|content|posts?|links?|message|advertis)\b[^.]*$)|"
          r"(?:anzeige|werbung|publicité|publicidade?|pubblicità|reklama|реклама|reklam|annons|advertentie|إعلان|広告|广告|廣告|광고)"
          r"\W*(?:$|(?<=[:|–—-] )[^.!?]*$|(?:hier|weiter|nach|la suite|lire|continu[aeé]|sigue|leggi|lees|dalszy|ciąg|fortsätt|продолжение|devam|scroll)\w*\b.{0,40}$)",
          "it is the notice of an advertisement", longest=110),
    Promo("site-notice-abroad", "furniture", "start", False,
          r"(?:zur startseite|nach oben|retour (?:à l.accueil|en haut)|volver (?:arriba|al inicio)|voltar ao (?:topo|início)|torna (?:su|alla home)|vai alla home|terug naar boven|"
          r"do góry|till (?:toppen|startsidan)|наверх|на главную|yukarı çık|ana sayfaya dön|العودة إلى الأعلى|トップ(?:ページ)?へ(?:戻る)?|ページの先頭へ(?:戻る)?|返回(?:顶部|頂部|首页|首頁)|맨 위로)\W*$|"
          r"an dieser stelle finden sie (?:einen |relevante )?(?:externen? |inhalte)|(?:нашли|заметили) (?:ошибку|опечатку)\W+(?:выделите|пожалуйста|сообщите)|"
          r"(?:扫码|扫描.{0,6}二维码|长按.{0,6}二维码).{0,16}(?:关注|下载|加入|订阅)|"
          r"(?:alle rechte vorbehalten|tous droits réservés|todos (?:los derechos|os direitos) reservados|tutti i diritti (?:sono )?riservati|alle rechten voorbehouden|"
          r"wszelkie prawa zastrzeżone|все права защищены|tüm hakları saklıdır|جميع الحقوق محفوظة|無断転載|未经(?:本站)?授权|未經(?:本站)?授權|版权所有|版權所有|저작권자|무단 ?전재)",
          "it is a notice of the site, not of the article", longest=140),
    Promo("rest-notice", "furniture", "start", False,
          r"il vous reste \d+(?:[.,]\d+)? ?% de cet article|(?:te|le) queda(?:n)? (?:por leer )?(?:el |un )?\d+(?:[.,]\d+)? ?% (?:de este artículo|por leer)|"
          r"(?:skip past|after) newsletter promotion\W*$",
          "it is a notice of the site, not of the article", longest=110),
    Promo("meter-notice", "furniture", "start", False,
          r"you (?:have|['’]ve got) (?:\d+|one|two|three|no(?: more)?) (?:more )?free (?:articles?|stories|story)\b|you['’]ve (?:read|reached|used) (?:all |\d+ of )?your (?:\d+ |monthly )?free\b|"
          r"already (?:a |an )?(?:subscriber|subscribed|member)\?|(?:déjà|vous êtes déjà) abonnée?\b[^.!]{0,4}\?|(?:(?:bereits|schon) abonnent(?:in)?|ya eres suscriptora?|sei già abbonat[oa]|já é assinante|"
          r"masz już (?:prenumeratę|subskrypcję)|redan prenumerant|(?:al|reeds) abonnee) ?\?|want (?:all|more) (?:of )?[^.?!]{1,60}\? (?:become|subscribe|join|sign up)\b",
          "it tells the reader what he may read without paying", longest=140),
    Promo("message-promo", "newsletter", "start", False, r"a message from (?:our|the) editor\W*$", "it heads a request of the publisher", longest=60, closing=True),
    Promo("comments-promo", "comments", "start", False,
          r"(?:[^.?!]{1,80}\? )?(?:tell us|let us know|have your say|share your (?:views|thoughts)|join the conversation)\b[^.?!]{0,40} (?:in the |our )?comments?(?: section| box)?(?: below)?\W*$",
          "it asks the reader for comments", longest=180, needs="comment"),
    Promo("thanks-promo", "furniture", "start", False,
          r"thanks? (?:you )?for (?:reading|visiting|being (?:part of (?:our|the \S+) (?:community|readership)|a (?:valued |loyal )?(?:subscriber|reader|member))|subscribing|signing up|completing)|this (?:article|story|post|page) (?:contains|may contain|includes) affiliate|we may earn (?:a )?commission|"
          r"(?:we|this site) (?:may )?(?:receive|earn|get) (?:a )?(?:small )?(?:commission|percentage)|as an amazon associate|if you (?:buy|purchase|click) .{0,60}(?:commission|affiliate)|"
          r"when you (?:buy|purchase|shop) through (?:our )?links|every product (?:is|was) (?:carefully|independently) selected|all products? featured|"
          r"(?:have|got) a (?:story|news tip|tip|question|comment)\b|do you have a (?:story|tip|question)|send (?:us )?(?:your )?(?:tips|feedback|comments)|"
          r"(?:this|our) (?:story|journalism|reporting|newsroom|coverage) is (?:funded|supported|made possible|powered) by (?:our )?(?:readers|members|donors|you)\b|"
          r"support (?:our|independent|local) (?:journalism|news|work)|become a (?:member|subscriber|patron|supporter)|(?:please )?consider (?:donating|supporting|subscribing|becoming)|donate (?:now|today|here)|"
          r"republish (?:our|this)|copyright (?:©|\(c\)|20\d\d|19\d\d)|© ?(?:19|20)\d\d|all rights reserved|add (?:.{1,40} )?as (?:a |your )?preferred source|this (?:document|material|content) (?:is subject to copyright|may not be)|"
                    r"loading\b|skip (?:to|past|ad)\b|back to top|print this|e-?mail this|report (?:a |an )?(?:typo|error|this)|story continues|article continues|continue reading below|scroll (?:down )?to continue|"
          r"please check your (?:inbox|e-?mail)|(?:you have|you[’']ve) (?:successfully |been )?(?:subscribed|signed up)|your submission has been|"
          r"(?:this|the) video (?:file )?(?:cannot|can[’']t|could not|is unavailable|is not)|(?:media )?playback (?:is |not )?(?:un|not )?supported|video (?:player )?(?:unavailable|loading)|"
          r"click (?:here )?to (?:enlarge|expand|play|zoom|view (?:the )?(?:full|larger))|(?:view|see|open|launch) (?:the )?(?:full )?(?:gallery|slideshow|all photos|image in fullscreen)|"
          r"(?:show|read|view) (?:more|less|full article|all)\W*$|was this (?:article|page|post|guide) (?:helpful|useful)|how useful was|rate this|"
          r"(?:save|bookmark) this (?:story|article|recipe)|listen to (?:this|the) (?:article|story)|comments (?:are closed|off)|leave a (?:comment|reply)|post a comment|"
          r"this (?:site|website) uses|we use cookies|by (?:signing up|subscribing|submitting|clicking|entering|continuing),? (?:you|i) (?:agree|consent|accept|confirm)|"
          r"you can unsubscribe|unsubscribe at any time|no spam|required fields|\* (?:indicates|required)|enter your (?:e-?mail|zip|name)|terms (?:of (?:use|service)|and conditions) (?:apply|and)",
          "it is a notice of the site, not of the article"),
)

# Notes on the article itself stay wherever they stand. What opens one, of the line's first words:
NOTES = (
    "editor's note", "editors' note", "editors note", "editor note", "ed note", "author's note", "note to readers", "note from the editor",
    "correction", "corrections", "corrected", "clarification", "erratum", "errata", "update", "updated", "disclosure", "disclaimer", "methodology",
    *(f"this {piece} {verb}" for piece in ("story", "article", "post", "report", "piece") for verb in ("was", "has been", "is", "originally", "first")),
    "an earlier version", "a previous version", "originally published", "first published",
    "reporting by", "additional reporting", "with reporting", "contributed to this", "associated press writer", "associated press writers",
    "the associated press", "reuters contributed", "with files from", "writing by", "edited by", "translated by", "about the author",
    "anmerkung der redaktion", "anmerkung d", "anm d", "hinweis der redaktion", "hinweis", "korrektur", "berichtigung", "redaktionelle anmerkung",
    "note de la rédaction", "ndlr", "mise à jour", "rectificatif", "correctif", "précision",
    "nota del", "nota de la redacción", "nota de redacción", "corrección", "fe de errores", "rectificación", "aclaración",
    "nota da", "nota do editor", "correção", "esclarecimento", "nota della redazione", "nota dell'editore", "ndr", "rettifica", "correzione", "precisazione",
    "noot van de redactie", "naschrift", "rectificatie", "correctie", "sprostowanie", "od redakcji", "aktualizacja",
    "rättelse", "korrigering", "fotnot", "rettelse", "oppdatering", "oikaisu", "от редакции", "исправление", "уточнение", "поправка", "від редакції",
    "editörün notu", "düzeltme", "تصحيح", "ملاحظة المحرر", "توضيح", "編集部注", "訂正", "おことわり", "注記", "更正", "编者按", "編者按", "编者注",
    "편집자 주", "편집자주", "정정", "바로잡습니다",
)
# And words that open many a headline too: alone, or before a colon.
NOTE_HEADS = (
    "source", "sources", "reference", "references", "footnote", "footnotes", "note", "notes", "updates", "quelle", "quellen", "fuente", "fuentes", "fonte",
    "fonti",
)
_NOTES, _NOTE_HEADS = frozenset(map(normalise, NOTES)), frozenset(map(normalise, NOTE_HEADS))
_LONGEST_NOTE = max(key.count(" ") + 1 for key in _NOTES)
_NOTE_FIRSTS = frozenset(key.split(" ")[0] for key in (*_NOTES, *_NOTE_HEADS))
_NOTE_LENGTH = 80  # characters in which a note says that it is one


def is_note(text: str) -> bool:
    """Does ``text`` open as the article's own closing lines do: a correction, a note of the editor, who reported, sources?"""
    head = text[:_NOTE_LENGTH]
    if head.isascii() and head[:1].isalpha() and first_word(head) not in _NOTE_FIRSTS:
        return False  # as almost every line
    words = normalise(head).split(" ")
    opens = any(" ".join(words[:size]) in _NOTES for size in range(1, _LONGEST_NOTE + 1))
    return opens or (words[0] in _NOTE_HEADS and _NOTE_HEAD.match(head) is not None)


_NOTE_HEAD = re.compile(r"[\W_]*\w+\s*(?:[:：]|$)")


def _at_start(phrases: str) -> re.Pattern[str]:
    return re.compile(rf"\A\W*(?:also\W+)?(?:{phrases})")


class Phrases:
    """The rows compiled; ``find`` gives the one that a paragraph's text calls up. A row that cannot match raises ValueError."""

    def __init__(self, rows: tuple[Promo, ...]) -> None:
        if any(row.where == "any" and not row.needs for row in rows):
            raise ValueError("a row says what it needs if it may match anywhere")
        if any(row.needs and row.closing for row in rows):
            raise ValueError("a row that needs something counts wherever it stands")
        if any(re.search(r"(?<!\\)[A-Z]", row.phrases) for row in rows):
            raise ValueError("a row is written in small letters: it is matched against them, which is far quicker than re.I")
        starts = [row for row in rows if row.where == "start" and not row.needs]
        self._starts = [(row, _at_start(row.phrases)) for row in starts]
        self._start = _at_start("|".join(row.phrases for row in starts))  # any of them
        self._needy = [
            (row, row.needs.split("|"), _at_start(row.phrases) if row.where == "start" else re.compile(row.phrases))
            for row in rows if row.needs
        ]
        every = {need for _, needs, _ in self._needy for need in needs}
        self._needs = tuple(need for need in every if not any(other in need for other in every - {need}))

    def find(self, text: str, linked: bool, closing: bool = False) -> Promo | None:
        """The promo that ``text`` is; ``linked`` tells whether it holds a link, ``closing`` whether no prose follows it.

        None for almost everything.
        """
        found, small = None, text.lower()
        for row, pattern in self._starts if self._start.match(small) else ():
            if len(text) <= row.longest and (linked or not row.linked) and (closing or not row.closing) and pattern.match(small):
                found = row
                break
        if found is None and any(map(small.__contains__, self._needs)):
            found = next((row for row, needs, pattern in self._needy if len(text) <= row.longest and (linked or not row.linked)
                          and any(need in small for need in needs) and pattern.search(small)), None)
        return None if found is None or (is_note(text) and not found.noted) else found


PHRASES = Phrases(PROMOS)
NEWSLETTERS = Phrases(tuple(row for row in PROMOS if row.kind == "newsletter"))
