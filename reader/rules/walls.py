"""What pages that are no articles say of themselves. Rows of data: the pattern, and what the page looks like, in words."""
from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wall:
    """One row.

    ``phrases`` are looked for in the beginning of a short text; ``titles``, which a writer may use too, only in the
    title of a short page, or where nothing else is left. ``poses``: it may stand on a page that declares itself an article, in
    the article's place. ``unless`` names the documents that speak of such things at length, by their title.
    """

    name: str
    looks_like: str
    phrases: str
    titles: str = r"(?!)"
    poses: bool = False
    unless: str = r"(?!)"


@dataclass(frozen=True, slots=True)
class Sign:
    """One row about a page of which nothing is left to read: ``source`` is looked for in its markup."""

    name: str
    looks_like: str
    source: str


WALLS = (
    Wall("bot-challenge", "a check that you are no robot",
         r"verify(?:ing)? (?:that )?you are (?:a )?(?:human|not a)|checking (?:if the site connection is secure|your browser)|ddos protection by|pardon our interruption|"
         r"press (?:&|and) hold to|confirm (?:that )?you(?:[’']re| are) (?:a )?human|enable js and disable any ad ?blocker|needs to review the security of your connection|"
         r"unusual (?:traffic|activity) from your|made us think (?:that )?you (?:are|were) a (?:bot|robot)|"
         r"bestätigen sie,? dass sie (?:ein mensch|kein roboter)|sind sie ein mensch|vous êtes humain|pas un robot|eres humano|no eres un robot|não é um robô|non sei un robot|geen robot bent|"
         r"nie jesteś robotem|что вы не робот|你是(?:不是)?机器人|不是机器人|ロボットではない",
         r"^(?:just a moment|attention required|i am not a robot|are you (?:a )?(?:human|robot)|(?:re)?captcha|(?:human |bot )?(?:security )?(?:check|verification|detection)|einen moment|un instant|un momento)\W*(?:$|\|)|"
         r"^(?:(?:error |http )?40[13]\b.{0,40}|access (?:to this page has been )?denied\W*|request (?:blocked|rejected)\W*|(?:you have been|you are) blocked\W*|forbidden)(?:$|\|)"),
    Wall("rate-limit", "a page that asks you to wait, since too many requests came from your network",
         r"(?:made|received) too many requests|may be sending automated queries|rate limit (?:has been )?exceeded", r"^(?:error )?(?:429\b|too many requests|rate limit)"),
    Wall("login", "a page to log in",
         r"(?:sign|log) ?in to (?:your account|continue|read (?:this|the|more))|(?:e-?mail|user ?name)[^.]{0,40}password|forgot(?:ten)? (?:your )?password\?|"
         r"please (?:log|sign) ?in|you must be (?:logged|signed) in|passwort vergessen\?|bitte (?:melden sie sich an|loggen sie sich ein|einloggen)|mot de passe oublié|identifiez-vous|"
         r"¿(?:olvid|has olvid)[^.?]{0,20}contraseña|esqueceu (?:a|sua) senha|password dimenticata|wachtwoord vergeten|nie pamiętasz hasła|glömt (?:ditt )?lösenord|забыли пароль|şifremi unuttum|パスワードをお忘れ|忘记密码",
         r"^(?:sign|log) ?in\b|^(?:anmelden|anmeldung|login|einloggen|connexion|iniciar sesión|entrar|accedi|inloggen|zaloguj się|logga in|вход|giriş yap|ログイン|登录)(?:\W|$)",
         poses=True, unless=r"polic|terms|how to|password (?:rules|security)"),
    Wall("consent", "a consent or cookie page",
         r"we (?:and our (?:\d+ )?partners|value your privacy)|before you continue to|(?:this (?:web)?site|we) (?:uses?|sets?) cookies|strictly necessary cookies|accept (?:all )?cookies|manage (?:your )?(?:consent|cookies|privacy)|"
         r"your privacy,? (?:your )?(?:choices?|options)|your privacy matters|wir und unsere (?:\d+ )?partner|mit (?:unseren )?\d+ partnern|cookies? (?:akzeptieren|zustimmen)|mit werbung weiterlesen|"
         r"nous et nos (?:\d+ )?partenaires|accepter (?:les cookies|et continuer)|nosotros y nuestros (?:\d+ )?socios|nós e (?:os )?nossos (?:\d+ )?parceiros|noi e i nostri (?:\d+ )?partner|wij en onze (?:\d+ )?partners|"
         r"my i nasi (?:\d+ )?partnerzy|vi och våra (?:\d+ )?partner",
         r"^(?:cookies?|privacy|consent) (?:settings|preferences|choices|consent|options|manager)|^before you continue",
         poses=True, unless=r"polic(?:y|ies)|terms|notice|statement|datenschutz(?:erklärung|hinweise)|richtlinie|politique|política|informativa|regulamin"),
    Wall("paywall", "a page that asks for a subscription",
         r"subscribe (?:now )?to (?:continue|keep) reading|to (?:continue|keep) reading,? (?:please )?(?:subscribe|log|sign|register)|this (?:article|content|story) is (?:only )?(?:for|available to|reserved for) (?:our )?(?:\w+ )?(?:subscribers|members)|"
         r"already a (?:subscriber|member)\?|(?:jetzt|weiterlesen mit) [^.]{0,30}abo(?:nnieren)? (?:und|um) weiter ?(?:zu)?lesen|article (?:est )?réservé aux abonnés|déjà abonné|exclusivo para suscriptores|conteúdo exclusivo para assinantes|"
         r"riservat[oa] agli abbonati|alleen voor abonnees|dostęp (?:tylko )?dla (?:subskrybentów|prenumeratorów)|この記事は会員限定|有料会員限定", poses=True),
    Wall("script-only", "an app shell: a page that only works with JavaScript",
         r"(?:you need to |please )(?:enable|turn on|activate) java ?script|java ?script (?:is (?:disabled|required|not enabled)|must be enabled)|requires java ?script|enable java ?script (?:and|to|in)|"
         r"(?:bitte (?:aktivieren sie )?java ?script|activez java ?script|active java ?script|habilite (?:o )?java ?script|abilita(?:re)? java ?script|schakel java ?script)|javascriptを有効",
         r"enable java ?script", poses=True),
    Wall("old-browser", "a page that only works with JavaScript or a newer browser",
         r"your browser is (?:not supported|no longer supported|out of date|unsupported)|update your browser", r"^(?:unsupported|outdated) browser", poses=True),
    Wall("not-here", "a page that is closed to readers from your region",
         r"unavailable (?:in your (?:country|region|location)|due to legal reasons|for legal reasons)|not available in your (?:country|region|location)|"
         r"from a country belonging to the european economic area|in ihrem land nicht verfügbar|pas disponible dans votre pays|no (?:está )?disponible en (?:tu|su) país", r"^451\b"),
    Wall("age-gate", "a page that asks for your age",
         r"you must be (?:at least )?\d\d (?:years? )?(?:or older|or over|of age)? ?to (?:enter|visit|view)|are you (?:of legal drinking age|over \d\d|\d\d or older)|"
         r"(?:verify|confirm) your age|(?:enter|confirm) your date of birth", r"^age (?:verification|gate|check)\W*$"),
    Wall("not-found", "an error page",
         r"(?:page|article|story|content|file) (?:you(?:[’']re| are| were| have)? (?:\w+ )?(?:looking|asked|requested)(?: for)? )?(?:does ?n[’']t|does not|no longer) exist|(?:find|found) the (?:page|article) you|"
         r"page (?:you (?:requested|are looking for) )?(?:was not|not|could not be|cannot be|can[’']t be) found|(?:article|page|story|content) is no longer available|has expired or (?:has )?been removed|"
         r"performing (?:some |scheduled )?maintenance|(?:we|site) will be back (?:soon|shortly|online)|we[’']ll be back (?:soon|shortly|online)|"
         r"die (?:gewünschte |angeforderte )?seite (?:wurde|konnte)? ?(?:leider )?nicht gefunden|page (?:demandée |que vous cherchez )?(?:est )?(?:introuvable|n[’']existe (?:pas|plus))|"
         r"página (?:no encontrada|não encontrada|que buscas no existe)|pagina non trovata|pagina (?:is )?niet gevonden|strona nie została znaleziona|sidan (?:kunde inte|kan inte) hittas|страница не найдена|sayfa bulunamadı|"
         r"ページが見つかりません|找不到(?:页面|網頁|网页)|页面不存在|페이지를 찾을 수 없습니다",
         r"page (?:not|could not be|cannot be|can[’']t be) found|(?:^|error )404\b|^(?:\w+ )?not found$|^(?:error|fehler|erreur)\b|(?:500|502|503|504)\b.{0,40}(?:error|gateway|unavailable|timeout)|internal server error|^(?:oops\W+)?something went wrong|"
         r"^(?:site |page |service )?(?:is )?(?:temporarily unavailable|under maintenance)|(?:we|site)(?: wi|[’'])ll be back soon|^page expired|^\w+ (?:nicht gefunden|introuvable|no encontrad[ao]|não encontrad[ao]|non trovat[ao]|niet gevonden|nie znalezion[oa])\b"),
    Wall("no-results", "a search that found nothing",
         r"no results (?:were |have been )?found for (?:your|this|the) (?:search|query)|(?:your search|nothing) (?:[^.]{1,60} )?did not match any|^(?:sorry, )?(?:no results|nothing found)|keine (?:treffer|ergebnisse) (?:für|zu) (?:ihre|ihrer)|"
         r"aucun résultat (?:pour|ne correspond)|no se (?:han encontrado|encontraron) resultados|nessun risultato (?:per|trovato)|nenhum resultado (?:para|encontrado)|geen resultaten (?:voor|gevonden)|brak wyników",
         r"^(?:no results|nothing found|0 results|search results)"),
    Wall("for-sale", "an address that is for sale", r"this (?:domain|web ?address)(?: name)? (?:is|may be) (?:available |listed )?for sale|buy this domain|diese domain (?:steht|ist) (?:zum verkauf|zu verkaufen)", r"^(?:domain for sale|parked domain)"),
    Wall("files", "a list of files", r"^index of /\S*\s.{0,80}(?:parent directory|last modified)", r"^index of /|^directory listing"),
    Wall("done", "a page that only confirms what you did",
         r"thank you for (?:subscribing|signing up|registering|your (?:subscription|registration))[.!]|you have (?:been )?(?:successfully )?(?:unsubscribed|subscribed|logged out|signed out)", r"thank you for (?:subscribing|signing up|registering)"),
)  # fmt: skip

SIGNS = (
    Sign("password", "a page to log in", r"<input\b[^>]{0,300}\btype\s*=\s*[\"']?password"),
    Sign("pdf", "a viewer for a PDF file", r"<(?:embed|object|iframe)\b[^>]{0,500}(?:application/pdf|\.pdf\b)"),
    Sign("frames", "a page put together from frames", r"<frameset\b"),
    Sign("video", "a page for a video", r"<video\b|<iframe\b[^>]{0,300}(?:youtube|vimeo|dailymotion|/embed/video)|og:type[\"'][^>]{0,40}video"),
    Sign("audio", "a page for a recording", r"<audio\b"),
    Sign("shell", "an app shell: a page that only works with JavaScript", r"<div\b[^>]{0,200}\bid\s*=\s*[\"']?(?:root|app|__next|__nuxt|main-app|application|react-root|svelte|ember)\b|<app-root\b"),
)  # fmt: skip

COMPILED = tuple(
    (wall, re.compile(wall.phrases, re.I), re.compile(wall.titles, re.I), re.compile(wall.unless, re.I))
    for wall in WALLS
)
SOURCES = tuple((sign, re.compile(sign.source, re.I)) for sign in SIGNS)
