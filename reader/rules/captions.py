"""What publishers call captions and credits: class words, labels, agencies, buttons, by language. Rows only, no engine.

Class words are fragments looked for in the lower-cased class, id, itemprop and data-testid of elements that stand
beside an image; nowhere else, so that a ``credit`` card or a ``legend`` of the screen never matters.
"""
from __future__ import annotations

# Fragments of class names, by role. Longer compounds ("imagecaption", "photoCredit") contain them.
CAPTION_CLASSES = (
    "caption", "cutline", "legend",                      # en, fr (légende without its accent)
    "bildunterschrift", "bildtext", "bildzeile",         # de, sv
    "didascalia", "epigrafe", "piedefoto", "pie-foto", "pie-de-foto", "piefoto", "pie_foto",  # it, es
    "legenda", "onderschrift", "bijschrift",             # pt, nl
    "podpis", "fotobeschreibung", "image-text", "imagetext", "img-text", "photo-text", "image-description",
    "photo-description", "image-title", "photo-title", "picture__title", "image__text", "mediadesc", "figuretext",
)
CREDIT_CLASSES = (
    "credit", "copyright", "photographer", "image-attribution", "photo-attribution", "photoby", "photo-by",
    "photo_by", "photog",
    "fotograf", "bildnachweis", "bildrecht", "bildquelle", "fotoquelle", "urheber",
)
# These are a credit inside a figure, and the article's own byline or source anywhere else.
WEAK_CREDIT_CLASSES = (
    "attribution", "byline", "source", "author", "rights", "owner", "licence", "license", "provider", "creator",
    "quelle", "fuente", "fonte",
    "kilde", "auteur", "autor", "agency", "agentur", "distributor",
)
# Hosts of pictures: a caption that is one link there names the owner.
PICTURE_HOSTS = (
    "flickr.com", "unsplash.com", "pexels.com", "pixabay.com", "commons.wikimedia.org", "shutterstock.com",
    "gettyimages", "istockphoto.com", "500px.com", "instagram.com",
    "twenty20.com", "deviantart.com", "stock.adobe.com", "dreamstime.com", "depositphotos.com", "alamy.com",
    "freepik.com", "stocksy.com", "giphy.com", "tenor.com",
)
# Words of a class that say "this box holds one picture and what belongs to it".
WRAPPER_CLASSES = (
    "figure", "image", "img", "photo", "picture", "caption", "lede", "illustration", "visual", "bild", "foto", "immagine",
    "imagen", "imagem", "afbeelding", "zdjecie",
)
# A box between paragraphs with one of these in its name is something else that has a picture.
OTHER_BOXES = (
    "media-text", "media-body", "column", "content", "product", "card", "promo", "callout", "cta", "teaser", "profile", "author", "bio", "event", "contact", "quote",
    "newsletter", "signup", "related", "recipe", "review", "offer", "deal", "sponsor",
)
# Italic or centred lines that stand under an image and are about the text, not about the image.
NOTICES = (
    r"(?:this|the) (?:story|article|post|piece|essay|page|interview|excerpt|column|video|review)\b", r"editor['’]?s?['’]? note", r"corrections?\b", r"updated?\b", r"note:",
    r"disclosure", r"disclaimer", r"reporting by", r"written by", r"advertis", r"affiliate", r"subscribe", r"sign up", r"listen\b", r"watch\b", r"read\b",
    r"originally (?:published|appeared)", r"first published", r"spoiler", r"warning", r"we (?:may|earn)", r"follow\b", r"share\b", r"click\b", r"download", r"buy\b",
)
# Words of the image's own class that say it is no picture of the story, and of the boxes just around it.
JUNK_IMAGES = ("avatar", "gravatar", "emoji", "wp-smiley", "favicon", "sprite", "spacer", "tracking", "headshot", "logo", "icon", "author", "byline", "social", "badge", "latex", "math")
JUNK_BOXES = (
    "avatar", "gravatar", "author-image", "author-photo", "author-img", "author__image", "author_image",
    "author__photo", "author-thumb", "author-info", "author-box",
    "author-bio", "author-pic", "byline", "headshot", "site-logo", "navbar", "share", "social-icon", "social-link",
)
# Controls that stand in a figure and are neither caption nor credit.
CONTROL_CLASSES = (
    "share", "social", "toolbar", "zoom", "lightbox", "enlarge", "fullscreen", "full-screen", "expand", "icon",
    "button",
    "btn", "counter", "pagination", "carousel-nav", "toggle", "off-screen", "offscreen", "visually-hidden", "sr-only",
    "screen-reader", "modal", "pinterest", "pinit", "overlay", "placeholder", "advert",
)

# Texts that are a button or a screen reader's aid, whole.
CONTROLS = (
    r"(?:(?:press enter or )?click (?:here )?to )?(?:view|see|open|show|enlarge|expand|toggle|hide|zoom|close)(?: (?:this|the|full|larger|original|more|all))*"
    r"(?: (?:images?|photos?|pictures?|gallery|caption|captions|slideshow|size|version|details))?"
    r"(?: in)?(?: (?:a )?(?:full[ -]?(?:screen(?: mode)?|size)|new (?:window|tab)|lightbox|gallery))?",
    r"(?:image|media|video|photo|picture) (?:caption|copyright|source|credit)s?", r"captions?", r"credits?",
    r"image", r"full size image",
    r"read (?:more|less)", r"more", r"less", r"show less", r"full[ -]?screen", r"next", r"prev(?:ious)?",
    r"play(?: video)?", r"pause",
    r"(?:slide|photo|image|picture|bild|foto)?\s*\d+\s*(?:of|/|von|de|sur|di|van)\s*\d+", r"pin(?: it)?", r"share",
    r"save",
    r"advertisement", r"anzeige", r"publicit[ée]", r"copy link", r"download", r"loading\W*", r"\d{1,3}",
    r"purchase licensing rights\W*", r"opens new tab", r"\(?opens in new window\)?",
    r"buy (?:this )?(?:photo|now|image|print)s?", r"(?:license|order|purchase) (?:this )?(?:photo|image|reprint)s?",
    r"opens in (?:a )?new (?:window|tab)",
    r"on sale", r"sale", r"sold out", r"out of stock", r"best ?seller", r"new arrival", r"editors?['’]?s? (?:choice|picks?)",
    r"bild (?:vergrößern|in detailansicht öffnen)", r"vergrößern", r"agrandir(?: l['’]image)?",
    r"voir en plein écran",
    r"ampliar(?: (?:imagen|foto|imagem))?", r"ingrandisci", r"vergroot(?: afbeelding)?", r"powiększ",
    r"画像を?拡大(?:する|表示)?", r"拡大(?:画像)?(?:を見る)?",
)
# Read aloud before a caption or a credit; shown to nobody.
SPOKEN_CAPTION = (
    r"(?:image|media|video) caption",
    *(rf"{words}(?=\s*[,:،，：])" for words in (
        "bildunterschrift", "légende (?:de l['’])?image", "pie de foto", "legenda da foto", "didascalia", "podpis zdjęcia",
        "fotoğraf altı yazısı", "подпись к фото", "التعليق على (?:الصورة|الفيديو)", "画像説明", "图像加注文字", "圖像加註文字",
        "사진 설명",
    )),
)
SPOKEN_CREDIT = (
    r"(?:image|photo|media) (?:copyright|source|credit)",
    *(rf"{words}(?=\s*[,:،，：])" for words in (
        "crédit photo", "fuente de la imagen", "crédito", "автор фото", "صدر الصورة", "画像提供", "图像来源", "圖像來源", "사진 출처",
    )),
)

# "Photo", and what stands in its place in a credit's label.
IMAGE_NOUNS = (
    "photos?", "photographs?", "photography", "pictures?", "images?", "pics?", "photographie", "clichés?",
    "fotos?", "fotografie", "fotografía", "fotografia", "bild(?:er)?", "imagen(?:es)?", "immagin[ei]", "imagem",
    "imagens",
    "afbeelding", "beeld", "zdjęci[ea]", "zdj", "fot", "foton", "фото", "фотографи[яи]", "снимок", "fotoğraf",
    "görsel", "صورة", "تصوير", "الصورة",
    "عدسة", "عکس", "צילום", "світлина", "φωτογραφία", "fotó", "kuvat?",
    "写真", "画像", "図", "資料写真", "图片", "圖片", "照片", "图", "圖", "资料图", "資料照片?", "자료 ?사진", "사진", "thumbnail", "artwork", "video", "screenshots?",
)
CREDIT_NOUNS = (
    "credits?", "copyright", "sources?", "crédits?", "créditos?", "crédito", "crediti?o?", "quellen?", "bron",
    "fuente", "fonte", "źródło",
    "källa", "kilde", "источник", "kaynak", "المصدر", "出典", "提供", "来源", "來源", "출처", "nachweis", "rechte",
    "撮影", "撮影者", "摄影", "攝影", "автор", "제공", "촬영", "供图", "供圖",
)
# Compounds that are a label as they stand.
COMPOUND_LABELS = (
    "bildnachweis", "bildquelle", "bildrechte", "bildcredit", "fotonachweis", "fotoquelle", "fotocredit",
    "fotograf(?:in|o|a|ía)?",
    "mandatory credits?", "photographe", "photographer", "fotógrafo", "fotografie", "写真提供", "画像提供", "写真撮影", "画像クレジット",
    "fotoğrafçı", "fotoğraflar", "фотограф", "图源", "圖源", "供图", "供圖", "摄影记者",
)
# "(foto Anna Berg)": in brackets the label needs no colon before a name.
BARE_NOUNS = ("photo", "foto", "фото", "beeld", "bild", "cliché", "fotoğraf", "kuva")
# What stands after whoever took or gave the picture: "、木村健撮影", "（周明远 摄）", "나루군청 제공".
TAKEN = ("撮影", "提供", "摄", "攝", "供图", "供圖", "제공", "촬영")
# Not a name before a colon in brackets: "(Pictured: Ann Ray)" is about who is seen.
SEEN = ("pictured", "left", "right", "top", "bottom", "above", "below", "from", "clockwise", "centre", "center", "update", "note", "warning", "spoiler")
BY = ("by", "von", "par", "por", "di", "door", "av", "przez", "af", "de", "from")
# Labels that say something about the image: they open a credit and stay in it.
TELLING_LABELS = (
    r"(?:photo[ -]?)?illustrations?(?: credits?)?", r"(?:photo )?composite", r"graphics?", r"graphique", r"grafik",
    r"ilustraci[oó]n", r"ilustração", r"illustrazione",
    r"infografik", r"map", r"animation", r"rendering", r"cartoon", r"art(?:work)?(?= by\b)", r"infographics?", r"collage", r"montage", r"artist['’]s? (?:concept|impression)",
    r"(?:main|top|lead|header|hero|featured|cover|banner|opening)\s+(?:image|photo|picture|photograph|illustration)s?(?: credits?)?",
)
COURTESY = (
    r"courtesy(?: of)?", r"with permission (?:of|from)", r"gentileza", r"cortes[ií]a(?: de)?",
    r"cortesia(?: d[aeio])?", r"mit freundlicher genehmigung", r"avec l['’]aimable autorisation",
    r"avec la permission", r"supplied", r"zur verfügung gestellt von", r"per gentile concessione", r"handout",
    r"screenshot", r"(?:taken|borrowed|adapted|reproduced|sourced) from (?=https?:|www\.)",
    r"(?:provided|supplied|contributed|submitted) by",
    r"(?:images?|photos?|pictures?|stills?|videos?|screenshots?|screengrabs?) via",
    r"(?:images?|photos?|pictures?|illustrations?) (?:generated|created) (?:by|with|using)",
    r"предоставлено", r"z archiwum", r"med tillstånd av", r"بإذن من",
)

# What photographers of a house are called after their name, and the last word of a photographer's firm.
POSTS = ("staff(?: photographers?| photos?)?", "special(?: to .+)?", "freelance(?: photographer)?", "photographer", "contributor")
FIRMS = ("Photography", "Photographers", "Photographs", "Archives", "PHOTOGRAPHY")

# Agencies and image banks. Short names are matched in their own case, since "ap" or "pa" is a word somewhere.
AGENCIES_EXACT = (
    "AP", "AFP", "dpa", "DPA", "EPA", "EFE", "EPA-EFE", "ANSA", "APA", "ANP", "PA", "PAP", "TASS", "TT", "NTB", "ČTK",
    "CTK", "MTI", "UPI", "ESA", "ESO", "NASA", "Nasa", "USGS", "NOAA",
    "JPL", "CERN", "AAP", "CP", "ABACA", "SIPA", "Sipa", "ZUMA", "Zuma", "REX", "Rex", "VII", "ddp", "epd", "KNA",
    "imago", "IMAGO", "Imago", "Belga", "BELGA", "LUSA", "Lusa", "NurPhoto",
    "STR", "POOL", "WENN", "PTI", "ANI", "IANS", "MAXPPP", "Maxppp", "LaPresse", "Alamy", "Corbis", "Redux", "Magnum",
    "Keystone", "KEYSTONE", "Xinhua", "Anadolu", "AA", "CC BY", "CC0", "CC-BY",
    "BBC", "CBS", "NBC", "CNN", "HBO", "ITV", "MGM", "DC", "Handout", "HANDOUT", "Reuters", "REUTERS", "Getty",
    "GETTY",
)
# Firms and studios whose bare name under an image is its credit; inside a longer text it is what the text is about.
OWNERS = (
    "Apple", "Apple, Inc.", "Amazon", "Netflix", "Hulu", "Disney", "Disney+", "Marvel", "Marvel Studios", "Lucasfilm",
    "Pixar", "Paramount", "Warner Bros.", "Warner Bros", "Universal",
    "Sony", "Lionsgate", "A24", "Nintendo", "Microsoft", "Google", "Samsung", "SpaceX", "Tesla", "YouTube",
    "Facebook", "Instagram", "Twitter", "Wikipedia", "Supplied", "Provided",
    "Submitted", "Handout", "DR", "Screenshot", "Promo", "Publicity", "Illustration", "Contributed", "Archive",
    "Archiv", "Archivo", "Contributor", "CONTRIBUTOR", "Submitted photo", "Contributed photo", "Courtesy photo",
    "Staff photo", "Stock photo", "Stock image", "Archive photo", "Public domain", "Public Domain", "Library of Congress",
    "AI-generated image", "Google Maps", "Google Earth", "Google Street View", "Focus Features", "Twentieth Century Fox", "20th Century Fox",
)
# Words of firms' names, of which a bare name under a picture is more likely its owner's than that of what is seen.
HOUSES = (
    "studio", "studios", "pictures", "animation", "films", "film", "filmes", "works", "productions", "entertainment", "media",
    "images", "photography", "press", "publishing", "games", "interactive", "network", "networks", "television", "tv",
    "inc", "ltd", "llc", "gmbh", "corporation", "agency", "records", "verlag", "éditions", "editorial",
)
AGENCIES = (
    r"getty ?images", r"gettyimages", r"associated press", r"agence france[ -]presse", r"reuters", r"shutterstock",
    r"i-?stock(?: ?photo)?", r"adobe ?stock", r"adobestock", r"dreamstime",
    r"depositphotos", r"123rf", r"thinkstock", r"unsplash", r"pexels", r"pixabay", r"flickr", r"wikimedia",
    r"wikipedia", r"creative commons", r"press association", r"pa images", r"pa wire", r"alamy",
    r"bloomberg", r"xinhua", r"kyodo", r"jiji", r"yonhap", r"anadolu", r"picture[ -]?alliance", r"ria novosti",
    r"sputnik", r"usa today", r"imagn", r"icon sportswire", r"magnum photos?",
    r"polaris", r"zuma ?press", r"sipa ?(?:press|usa)", r"nurphoto", r"barcroft", r"rex features", r"keystone",
    r"scanpix", r"ritzau", r"lehtikuva", r"bigstock", r"fotolia", r"photodisc",
    r"everett", r"warner bros", r"universal pictures", r"20th century", r"sony pictures", r"paramount pictures",
    r"courtesy", r"handout", r"the (?:new york|los angeles) times", r"washington post",
    r"ap photo", r"afp photo", r"epa-efe", r"ullstein", r"mauritius images", r"laif", r"hulton", r"bettmann",
    r"freepik", r"canva", r"midjourney", r"instagram", r"facebook", r"twitter", r"youtube",
    r"共同", r"時事", r"ロイター", r"新华社", r"新華社", r"连合", r"연합뉴스", r"뉴스1", r"뉴시스", r"ゲッティ",
    r"アフロ", r"тасс", r"риа новости", r"рейтер",
    r"الفرنسية", r"فرانس برس", r"رويترز", r"أسوشيتد برس", r"الأناضول", r"غيتي", r"الأوروبية", r"شينخوا", r"רויטרס", r"גטי",
)
# Owners that are written small after a label: "Foto: privat".
SMALL_OWNERS = (
    "privat", "private", "private collection", "private archive", "family", "family album", "family handout", "archive", "archives", "author",
    "the author", "author's own", "author’s own", "by the author", "own work", "handout", "supplied", "submitted", "provided", "promo", "publicity",
    "redaktion", "archiv", "archivo", "archivio", "arquivo", "archief", "archiwum", "archiwum prywatne", "privé", "eigen foto", "arkiv", "d.r.", "dr",
    "divulgação", "reprodução", "arquivo pessoal", "cortesía", "cedida", "imago", "dpa", "ansa", "ap", "afp", "reuters", "из архива", "личный архив",
)
# Lower-case words that stand inside names of people and agencies.
PARTICLES = frozenset(
    "a al and at bin by courtesy da das de del dem den der des di do dos du e el et file for from handout ibn in la le les of on pool "
    "the to und van via vom von with y zu zur für pour par por per z i na av stringer staff photo photos images image press "
    "collection archive archives stock public domain licensed under licence license photographer photographers".split()
)
