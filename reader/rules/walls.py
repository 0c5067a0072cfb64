"""What pages that are no articles say of themselves. Rows of data: the pattern, and what the page looks like, in words."""
from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wall:
    """One row. ``phrases`` are looked for in the page's title and in the beginning of a short text."""

    name: str
    looks_like: str
    phrases: str


WALLS = (
    Wall("bot-challenge", "a check that you are no robot",
         r"verify (?:that )?you are (?:a )?human|are you (?:a )?(?:human|robot)|not a robot|checking your browser|just a moment|attention required|captcha|"
         r"unusual traffic|ddos protection|pardon our interruption|security check|bot detection|access (?:to this page has been )?denied|"
         r"sind sie ein mensch|vous êtes humain|eres humano|access denied|request blocked|你是(?:不是)?机器人"),
    Wall("login", "a page to log in",
         r"(?:sign|log) ?in to (?:your|continue|read|access)|(?:e-?mail|user ?name)[^.]{0,40}password|forgot (?:your )?password|create (?:an|your) account|"
         r"please (?:log|sign) in|you must be logged in|passwort vergessen|bitte (?:melden sie sich|einloggen)|mot de passe oublié|identifiez-vous|"
         r"iniciar sesión|olvidó su contraseña|esqueceu (?:a|sua) senha|accedi al tuo|wachtwoord vergeten|zaloguj się"),
    Wall("consent", "a consent or cookie page",
         r"we (?:and our (?:\d+ )?partners|value your privacy|use cookies)|before you continue to|accept (?:all )?cookies|manage (?:your )?(?:consent|cookies|privacy)|"
         r"your privacy (?:choices|matters|options)|wir und unsere (?:\d+ )?partner|cookies? (?:akzeptieren|zustimmen)|mit werbung weiterlesen|"
         r"nous et nos partenaires|accepter (?:les|et)|nosotros y nuestros socios|nós e nossos parceiros|noi e i nostri partner|wij en onze partners"),
    Wall("paywall", "a page that asks for a subscription",
         r"subscribe to (?:continue|keep) reading|to continue reading,? (?:please )?(?:subscribe|log|sign|register)|this (?:article|content) is (?:for|only available to) subscribers"),
    Wall("script-only", "a page that only works with JavaScript",
         r"(?:you need to )?(?:please )?enable java ?script|java ?script (?:is|must be) (?:disabled|required|enabled)|requires java ?script|browser (?:is )?(?:not supported|out of date|unsupported)"),
    Wall("not-found", "an error page",
         r"page (?:not|could not be|cannot be|can[’']t be) found|404 (?:error|not found|-|–|\|)|^404\b|page (?:you(?:[’']re| are) looking for )?(?:does ?n[’']t|does not|no longer) exist|"
         r"seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|página não encontrada|pagina non trovata|pagina niet gevonden|"
         r"(?:502 bad gateway|503 service|500 internal|something went wrong|temporarily unavailable|under maintenance)"),
)

COMPILED = tuple((wall, re.compile(wall.phrases, re.I)) for wall in WALLS)
