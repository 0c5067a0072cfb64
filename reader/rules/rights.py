"""Whose a picture is and what may not be done with it: names of agencies, words of restrictions. Rows only, no engine.

Which words are an agency's at all stands in ``captions.py``; here stands how it is called on a credits sheet.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# (name on the sheet, other spellings in small letters, dashes as spaces). What is not listed keeps its own spelling.
AGENCY_NAMES: tuple[tuple[str, str], ...] = (
    ("AP", "ap|associated press|the associated press|ap photo|أسوشيتد برس"),
    ("AFP", "afp|afp photo|agence france presse|الفرنسية|فرانس برس"),
    ("Reuters", "reuters|thomson reuters|رويترز|רויטרס|рейтер|ロイター"),
    ("Getty Images", "getty|getty images|gettyimages|ゲッティ|غيتي|גטי"),
    ("iStock", "istock|i stock|istockphoto|istock photo|i stock photo"),
    ("Adobe Stock", "adobe stock|adobestock|fotolia"),
    ("dpa", "dpa"),
    ("Picture Alliance", "picture alliance"),
    ("EPA", "epa|epa efe|الأوروبية"),
    ("EFE", "efe"),
    ("PA", "pa|pa images|pa wire|press association"),
    ("ANSA", "ansa"),
    ("Keystone", "keystone"),
    ("Imago", "imago"),
    ("Belga", "belga"),
    ("Lusa", "lusa"),
    ("Sipa", "sipa|sipa press|sipa usa"),
    ("Zuma Press", "zuma|zuma press"),
    ("REX/Shutterstock", "rex|rex features"),
    ("Xinhua", "xinhua|新华社|新華社|شينخوا"),
    ("Anadolu", "aa|anadolu|الأناضول"),
    ("Yonhap", "yonhap|연합뉴스|连合"),
    ("Kyodo", "kyodo|共同"),
    ("Jiji", "jiji|時事"),
    ("TASS", "tass|тасс"),
    ("RIA Novosti", "ria novosti|риа новости"),
    ("MaxPPP", "maxppp"),
    ("Magnum", "magnum|magnum photo|magnum photos"),
    ("ČTK", "čtk|ctk"),
    ("NASA", "nasa"),
)
# What captions.py counts among the agencies and nobody can be asked for a licence.
NO_AGENCIES = frozenset("str|pool|handout|courtesy|dc|cc by|cc0|creative commons|twitter|facebook|instagram|youtube".split("|"))
# Words that stand beside a name or an agency in a credit and are part of neither.
BESIDE_NAMES = (
    "image", "images", "illustration", "graphic", "photo", "photos", "picture", "pictures", "foto", "fotos", "bild", "wire", "press", "stock", "sda", "sda-ats", "zb", "usa",
    "news", "features", "agency", "agentur", "agence", "contributor", "stringer", "staff", "pool", "file", "archive", "archiv", "archives", "archivo",
    "handout", "ho", "str", "inc", "ltd", "llc", "limited", "gmbh", "photographer", "fotograf", "photographe", "reporter", "report", "freelance", "special",
    "rights", "reserved", "copyright", "publication", "uncredited", "anonymous", "unknown", "stf", "none", "sport", "sports", "entertainment", "editorial", "creative", "collection", "ats", "the", "记者", "記者", "摄", "攝", "撮影", "기자",
)
# A name with one of these in it is that of a house, an office or a team, and of no photographer.
ORGANISATIONS = frozenset(
    "navy army force forces police department ministry minister university museum library council office government institute foundation association "
    "club party city county state national team hospital school church company group times post gazette herald tribune guardian telegraph "
    "daily journal magazine chronicle observer mail echo star courier review zeitung kurier anzeiger rundschau tagblatt tageblatt nachrichten blatt corps "
    "service services bureau centre center embassy parliament palace society trust union league federation authority commission court "
    "bank museo museum biblioteca universidad université universität ministerio ministère polizei gemeinde stadt ville theater theatre opera "
    "corp earth systems economics creators creator art arts science sciences energy solutions technologies labs lab origin house gallery galerie galleria estate family familie alamy commons domain street view guard".split()
)


@dataclass(frozen=True, slots=True)
class Restriction:
    """One row. ``words`` is a regular expression for whole words, whatever their case; ``why`` is what it asks of who
    publishes; ``seen`` a line that has it. In captions, where "credit" stands, only the credit is looked at.
    """

    name: str
    words: str
    why: str
    seen: str
    where: Literal["anywhere", "credit"] = "anywhere"


_COUNTRIES = (
    "U\\.?K\\.?|USA|U\\.?S\\.?|FRANCE|GERMANY|AUSTRIA|SWITZERLAND|ITALY|SPAIN|PORTUGAL|BELGIUM|NETHERLANDS|NORWAY|SWEDEN|DENMARK|FINLAND|POLAND|"
    "RUSSIA|CHINA|JAPAN|SOUTH KOREA|KOREA|INDIA|AUSTRALIA|NEW ZEALAND|CANADA|BRAZIL|MEXICO|ARGENTINA|TURKEY|ISRAEL|IRELAND|HUNGARY|GREECE|CZECH REPUBLIC"
)
RESTRICTIONS: tuple[Restriction, ...] = (
    Restriction("no archiving",
        r"no[- ]archiv(?:e|es|ing|al)|archiving (?:prohibited|not permitted)|keine archivierung|nicht archivieren|pas d['’]archiv(?:es|age)|archivage interdit|"
        r"prohibido archivar|sin archivo|archiviazione vietata|no archivio|geen archief(?:gebruik)?|sem arquivo",
        "it may not be kept for later use", "(Photo by Ann Ray/AFP) NO ARCHIVING"),
    Restriction("no sales",
        r"no[- ](?:re[- ]?sales?|sales)|not for (?:re[- ]?)?sale|kein(?:e)? (?:weiter)?verkauf|nicht zum (?:weiter)?verkauf|(?:re)?vente interdite|pas de (?:re)?vente|"
        r"prohibida (?:su|la) (?:re)?venta|no ventas|vietata la (?:ri)?vendita|no vendite|geen (?:door)?verkoop|venda proibida|proibida a venda",
        "it may not be passed on for money, nor in a paid reprint", "EDITORIAL USE ONLY, NO RESALES"),
    Restriction("mandatory credit",
        r"mandatory credit|credit (?:is )?(?:mandatory|required|obligatory)|must (?:be )?credit(?:ed)?|obligatory credit|"
        r"(?:nur )?(?:mit|bei) (?:vollständiger |korrekter )?nennung(?= de[rs]| von)|(?:namens|urheber|quellen)nennung (?:ist )?(?:erforderlich|verpflichtend|pflicht)|"
        r"(?:mention|crédit) obligatoire|crédito obligatorio|obligatorio (?:mencionar|citar)|credito obbligatorio|citazione obbligatoria|crédito obrigatório|verplichte naamsvermelding",
        "the credit must be printed as it stands", "Mandatory credit: Ann Ray/The Orrin Trust"),
    Restriction("editorial use only",
        r"(?:for |restricted to )?editorial use(?: only)?|editorial (?:only|purposes only)|(?:nur|ausschließlich) (?:zur|für|zu) redaktionelle[nr]? (?:verwendung|nutzung|zwecken?|berichterstattung)|"
        r"(?:nutzung|verwendung) nur redaktionell|usage (?:strictement )?éditorial(?: uniquement| exclusif| seulement)?|réservé à un usage éditorial|"
        r"(?:solo |sólo |únicamente )?(?:para )?uso editorial(?: exclusivo| únicamente)?|(?:solo )?(?:per )?uso editoriale|(?:apenas )?para uso editorial|"
        r"(?:alleen|uitsluitend) voor redactioneel gebruik|tylko do użytku redakcyjnego|endast redaktionellt bruk|только для редакционного использования",
        "it may stand beside news, and not in advertising or on a product", "Nur zur redaktionellen Verwendung"),
    Restriction("free for a purpose",
        r"free (?:for|of charge for) (?:editorial|press|media|one-time) use|(?:honorar|gebühren)frei(?: (?:für|zur|bei) [\w ]{3,40})?|frei (?:zur|für) (?:redaktionelle|presse)\w*|"
        r"libre de droits pour [\w ]{3,40}|libre de derechos para [\w ]{3,40}",
        "it costs nothing for that purpose alone", "Honorarfrei für die Berichterstattung"),
    Restriction("handed out",
        r"(?-i:Hand-?out|HAND-?OUT)(?! of)|hand-?out (?:photo|image|picture|foto|bild)s?|(?:provided|supplied|released) by a third party",
        "somebody with an interest gave it out, often for one story alone", "HANDOUT / ORRIN HARBOUR"),
    Restriction("courtesy", r"(?:photo |image |picture )?courtesy(?: of)?|mit freundlicher genehmigung|avec l['’]aimable autorisation|por cortesía|cortesía|per gentile concessione|cortesia|gentileza",
        "its owner lent it; ask what for", "Courtesy of the Brook family", "credit"),
    Restriction("one use",
        r"(?:for )?(?:one|single)[- ](?:time )?use(?: only)?|(?:nur )?(?:zur|für die|für) einmaligen? (?:verwendung|nutzung)|usage unique|pour un seul usage|(?:para )?un solo uso|uso único|uso singolo|eenmalig gebruik",
        "it may be printed once", "For one-time use only"),
    Restriction("no commercial use",
        r"(?:no|not for) commercial(?: use| purposes)?|non[- ]commercial(?: use)?(?: only)?|(?:no|not for) (?:advertising|marketing)(?: (?:or|nor|and) (?:advertising|marketing))?(?: campaigns?)?|"
        r"keine (?:kommerzielle|werbliche) (?:nutzung|verwendung)|keine werbung|(?:usage|utilisation) non commercial(?:e)?|sin fines comerciales|uso no comercial|uso non commerciale|cc[ -]by(?:-sa)?-n[cd][\w.-]*(?: \d(?:\.\d)?)?",
        "it may not sell or advertise anything", "NO MARKETING - NO ADVERTISING CAMPAIGNS"),
    Restriction("no third parties", r"no third[- ]part(?:y|ies)(?: (?:sales?|use|usage))?|nicht an dritte|keine weitergabe(?: an dritte)?|pas de tiers|no terceros", "it may not be passed on", "NO THIRD PARTY SALES"),
    Restriction("not in some places",
        rf"(?-i:(?:{_COUNTRIES})(?:(?:,| AND|/) ?(?:{_COUNTRIES}))*+ OUT|(?:INTERNET|ONLINE|WEB|TV|MAGS|MAGAZINES|NEWSPAPERS|TABLOIDS) OUT|OUT (?:{_COUNTRIES}))|"
        r"no (?:tv|television|internet|online|web|print|magazines?|mags|tabloids?|social media)(?: use)?(?=\W|$)(?! \w)",
        "it may not be used in the places named", "AUSTRIA AND SWITZERLAND OUT"),
    Restriction("embargo", r"(?:strictly )?embargo(?:ed(?: until [^.;,()]{1,40})?| (?:until|bis|jusqu\S{1,3}|hasta|fino) [^.;,()]{1,40}|: [^.;,()]{1,40})|sperrfrist(?::? [^.;,()]{1,40})?", "it may not be shown before the time named", "Embargoed until 5 May 2026"),
    Restriction("until a day", r"no(?:t for)? use after [^.;,()]{1,40}|not to be used after [^.;,()]{1,40}|expires? (?:on )?\d[^.;,()]{1,30}|keine verwendung nach [^.;,()]{1,40}", "it may not be used after the day named", "Not for use after 4 June 2026"),
    Restriction("for one story",
        r"(?:only )?(?:to be used |for use |use )?(?:only )?in (?:connection|conjunction|relation) with (?:the |this )?(?:story|report\w*|article|event|coverage|editorial)|"
        r"nur (?:im|in) zusammenhang mit|uniquement (?:en lien|dans le cadre)|solo en relación con",
        "it may be used with one story or event alone", "Nur im Zusammenhang mit der Berichterstattung"),
    Restriction("not to be changed", r"(?:do not|no|not to be) (?:crop(?:ped|ping)?|alter(?:ed|ation)?|edit(?:ed|ing)|manipulat(?:e|ed|ion)|modif(?:y|ied|ication))s?|keine bearbeitung|nicht (?:beschneiden|bearbeiten)|ne pas (?:recadrer|modifier)|no recortar", "it must be shown whole and unchanged", "Do not crop"),
    Restriction("no copying", r"reproduction (?:interdite|prohibited|forbidden)|prohibida (?:su|la) reproducción|riproduzione (?:vietata|riservata)|reprodução proibida|vervielfältigung (?:verboten|untersagt)|nachdruck (?:verboten|nur mit)", "it may not be copied without leave", "Reproduction interdite"),
    Restriction("rights reserved",
        r"(?:all )?rights reserved|(?:tous )?droits réservés|alle rechte vorbehalten|(?:todos los )?derechos reservados|tutti i diritti (?:sono )?riservati|diritti riservati|"
        r"todos os direitos reservados|direitos reservados|alle rechten voorbehouden|wszelkie prawa zastrzeżone|все права защищены|無断転載禁止|無断転載を禁じ\w*|版权所有|版權所有|무단 ?전재",
        "nothing may be done with it without leave", "© Ann Ray, tous droits réservés"),
    Restriction("maker unknown", r"(?-i:DR|D\.R\.?)", "the French sign for rights whose owner was not found", "Photo DR", "credit"),
    Restriction("rights to be bought", r"rights[- ]managed|licen[cs]e required|lizenzpflichtig|honorarpflichtig", "it needs a licence of its own", "Honorarpflichtig"),
)  # fmt: skip
