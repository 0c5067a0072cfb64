"""What bylines, dates and headings are made of, as rows of words per language. The engines hold no word of a language.

Words stand in lower case; phrases are matched word by word. A row may lack what its language does not use.
"""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words around a headline.

    ``by`` opens a byline; ``joins`` stands between two authors; ``ends`` are the small words after which a name is over
    ("Ann Lee in Rome"); ``others`` stand before "by" where no author follows ("fact-checked by"); ``roles`` are words
    that make a phrase a job or an organisation, never a second author; ``months`` are the twelve full names; ``dates``
    are the words around a date ("updated", "at"); ``reading`` the words of a reading time ("5 min read").
    """

    lang: str
    by: str = ""
    joins: str = ""
    ends: str = ""
    others: str = ""
    roles: str = ""
    months: str = ""
    dates: str = ""
    reading: str = ""


WORDS = (
    Words(
        "en",
        by="by|written by|words by|story by|text by|posted by|published by|reported by|article by|author|authors|"
           "writer|reporter|opinion by|analysis by|review by",
        joins="and|with",
        ends="in at for from is was has on special to via who covers writes about with reports",
        others="checked reviewed tested edited photographed illustrated translated verified filmed produced compiled "
               "sponsored presented powered",
        roles="writer reporter editor correspondent columnist contributor contributors contributing staff senior "
              "journalist critic producer freelance freelancer special bureau chief desk director manager founder ceo "
              "professor specialist expert author blogger team assistant associate deputy anchor "
              "news press agency newspaper magazine network agencies intern national political sports international "
              "institute university college foundation company department association council society inc llc ltd",
        months="january february march april may june july august september october november december",
        dates="published updated posted modified last on at date created originally first the edited revised "
              "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
              "am pm a.m p.m today yesterday ago hour hours hr hrs minute minutes min mins day days week weeks month "
              "months year years est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet cest ist aest aedt sgt "
              "hkt",
        reading="read reading time min mins minute minutes",
    ),
    Words(
        "de",
        by="von|text|text von|ein artikel von|ein beitrag von|"
           "ein gastbeitrag von|geschrieben von|autor|autorin|autoren",
        joins="und",
        ends="in aus für ist bei beim",
        others="überarbeitet übersetzt redigiert fotografiert geprüft bearbeitet illustriert",
        roles="redaktion redakteur redakteurin korrespondent korrespondentin autor autorin reporter reporterin "
              "chefredakteur leiter leiterin ressort volontär volontärin mitarbeiter",
        months="januar februar märz april mai juni juli august september oktober november dezember",
        dates="veröffentlicht aktualisiert stand zuletzt am um uhr vom erstellt datum geändert montag dienstag "
              "mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so vor stunden stunde minuten "
              "tagen tag",
        reading="min minuten lesezeit lesedauer minute",
    ),
    Words(
        "fr",
        by="par|écrit par|publié par|propos recueillis par|texte|texte de|auteur|rédigé par",
        joins="et|avec",
        ends="à pour est au aux dans en avec",
        others="traduit traduite révisé vérifié illustré relu",
        roles="journaliste correspondant correspondante rédaction rédacteur rédactrice envoyé envoyée spécial spéciale "
              "service chef chroniqueur chroniqueuse collaborateur",
        months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        dates="publié publiée mis mise à jour le modifié modifiée actualisé posté lundi mardi mercredi jeudi vendredi "
              "samedi dimanche il y a heures heure minutes jours h",
        reading="temps de lecture min minutes mn",
    ),
    Words(
        "es",
        by="por|escrito por|publicado por|texto de|autor|autora",
        joins="y|e|con",
        ends="en desde para es",
        others="traducido revisado editado verificado",
        roles="redacción redactor redactora corresponsal periodista enviado enviada especial agencia agencias",
        months="enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        dates="publicado publicada actualizado actualizada el a las de del última actualización lunes martes "
              "miércoles jueves viernes sábado domingo hace horas minutos días h",
        reading="tiempo de lectura min minutos",
    ),
    Words(
        "pt",
        by="por|escrito por|publicado por|texto de|autor|autora",
        joins="e|com",
        ends="em para é",
        others="traduzido revisado editado verificado",
        roles="redação redacção repórter jornalista correspondente enviado enviada especial agência editora",
        months="janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        dates="publicado publicada atualizado atualizada em às de última atualização segunda terça quarta quinta "
              "sexta sábado domingo feira há horas minutos dias h",
        reading="tempo de leitura min minutos",
    ),
    Words(
        "it",
        by="di|scritto da|a cura di|pubblicato da|testo di|autore|autrice",
        joins="e|con",
        ends="a per è in da",
        others="tradotto revisionato",
        roles="redazione redattore redattrice corrispondente giornalista inviato inviata agenzia",
        months="gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        dates="pubblicato pubblicata aggiornato aggiornata il alle ore ultimo aggiornamento lunedì martedì mercoledì "
              "giovedì venerdì sabato domenica fa minuti giorni",
        reading="tempo di lettura min minuti",
    ),
    Words(
        "nl",
        by="door|geschreven door|tekst door|auteur|van onze redacteur",
        joins="en|met",
        ends="in voor is te uit",
        others="vertaald bewerkt",
        roles="redactie redacteur verslaggever correspondent journalist",
        months="januari februari maart april mei juni juli augustus september oktober november december",
        dates="gepubliceerd bijgewerkt geplaatst op om uur laatst gewijzigd laatste update maandag dinsdag woensdag "
              "donderdag vrijdag zaterdag zondag geleden uren minuten dagen",
        reading="leestijd min minuten",
    ),
    Words(
        "pl",
        by="autor|autorka|autorzy|tekst|opracowanie|przez",
        joins="i|oraz",
        ends="w z dla",
        others="tłumaczenie",
        roles="redakcja redaktor dziennikarz dziennikarka korespondent korespondentka agencja",
        months="stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        dates="opublikowano aktualizacja zaktualizowano dodano data godz dnia poniedziałek wtorek środa czwartek "
              "piątek sobota niedziela temu godzin minut dni",
        reading="czas czytania min minut minuty",
    ),
    Words(
        "ja",
        by="文|著者|執筆|執筆者|記者|取材・文|ライター",
        joins="と",
        roles="編集部 記者 特派員 論説委員",
        dates="公開 更新 配信 掲載 投稿日 更新日 公開日 時 分",
        reading="分で読める 分で読めます",
    ),
)

# Labels of the pictures' people in a byline: what follows is no author of the words.
PICTURES = frozenset(
    "photo photos photograph photographs photography photographer illustration illustrations video graphic graphics "
    "image images pictures foto fotos bilder bild illustrationen photographie fotografía fotografia foto's zdjęcia "
    "写真".split()
)

# Link and button words that stand where a name is expected.
NOT_NAMES = frozenset(
    "about follow share subscribe email e-mail comment comments newsletter advertisement sponsored search login menu "
    "home print tweet facebook twitter instagram linkedin whatsapp youtube rss archive anonymous admin administrator "
    "webmaster root user guest unknown none null undefined default bio biography posts articles folgen teilen "
    "get suivre partager seguir compartir condividi segui volgen delen read more view see all click".split()
)

# Letters after a name that belong to it as it is printed.
CREDENTIALS = frozenset(
    "jr sr ii iii iv phd md rd rdn rn ms ma msc mph mba jd do dds dmd dvm esq cpa cfa cscs ld ldn mpp bsc ba pe np pa "
    "lcsw psyd edd mscn faap facog cpt".split()
)
