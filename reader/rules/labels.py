"""The words publishers print above, or before, what they want clicked on; rows of data and one small look-up.

A label is only ever a whole line ("You May Also Like"), the words before a separator ("Related: A headline",
"【関連記事】…", "READ MORE A headline"), or the first words of a short line without a full stop ("More from the
Gazette"). The same words inside a sentence are no label.
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from reader.article import Kind

Where = Literal["whole", "prefix", "opening"]


@dataclass(frozen=True, slots=True)
class Label:
    """One row. ``where``: "whole" stands alone on its line; "prefix" alone or before a separator and a headline;
    "opening" alone or as the first words of a short line. ``kind`` is what the unit is when nothing else tells
    (position decides between related-inline and related-end). ``weak`` marks words that are ordinary sub-headings
    too ("Up next", "Further reading"): they need a second witness, such as a block of nothing but links.
    """

    lang: str
    text: str
    kind: Kind
    where: Where
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A label found in a line: ``heading`` is the label as printed, ``rest`` the headline after it ("" when alone)."""

    label: Label
    heading: str
    rest: str

    def __bool__(self) -> bool:
        return self.heading != ""


NO_LABEL = Hit(Label("", "", "furniture", "whole"), "", "")


def _rows(lang: str, kind: Kind, where: Where, texts: str) -> Iterator[Label]:
    """Rows that share all but their text; texts stand between " / ", a weak one begins with "~"."""
    for text in texts.split("/"):
        yield Label(lang, text.strip().lstrip("~"), kind, where, text.strip().startswith("~"))


LABELS: tuple[Label, ...] = (
    # English
    *_rows("en", "related-end", "whole", """
        You may also like / You might also like / You might like / You may like / You'll also like
        / You might also enjoy / You may also enjoy / You may also be interested in
        / You might also be interested in / You might be interested in / You may be interested in
        / You may also want to read / You might also want to read / You may have missed / In case you missed it
        / ICYMI / Recommended for you / ~Recommended / Recommended stories / Recommended articles
        / Recommended reading / Recommended videos / We recommend / Recommended by / Our recommendations
        / ~Recommendations / Editor's recommendations / Suggested for you / Suggested stories
        / Suggested articles / Picked for you / Handpicked for you / Just for you / ~For you / More for you
        / Selected for you / More stories / More top stories / More news / More headlines / More articles
        / More posts / More reading / More like this / More to read / More to explore / More to love
        / More stories like this / More stories for you / More articles like this / More on this story
        / More on this topic / More on this subject / More about this story / More in this section
        / More in this series / More in this topic / More related stories / More related news / More coverage
        / More recent stories / More great stories / More great reads / More Top Reads / More videos
        / More galleries / Next article / Next story / Next post / Next up / Previous article / Previous post
        / Previous story / Previous and next article / Read next / What to read next / Read this next
        / Read these next / Watch next / Up next for you / Keep reading / Keep exploring / Continue reading
        / Discover more like this / Explore more like this / Explore more / Explore more stories / Discover more / Discover more stories / Discover more articles
        / Other people are reading / Others are reading / People also read / People also viewed
        / Readers also read / Readers also liked / Readers also viewed / Customers also viewed
        / Others also read / Other stories / Other news / Other articles / Other stories you may like
        / Other articles you may like / Other posts you may like / Other stories of interest / Also of interest
        / Also from us / Similar articles / Similar stories / Similar posts / Similar news / Similar content
        / Similar topics / Similar reads / Editors' picks / Editor's pick / ~Editors' choice / Editor picks
        / Staff picks / Our picks / Our top picks for you / Hand-picked stories / ~Featured stories
        / Featured articles / Featured posts / Featured content / Featured news / Featured videos / Must read
        / Must reads / Must-read stories / ~Must see / Must watch / Don't miss out on these / Don't miss these
        / Don't miss these stories / Do not miss / Latest stories / ~Latest news / Latest articles
        / Latest headlines / Latest posts / Latest videos / ~Latest updates / Recent posts / Recent articles
        / Recent stories / Recent news / New stories / Newest articles / ~Top stories / Top news / Top headlines
        / Today's top stories / Top stories today / Top articles / Top videos / ~The latest / ~Breaking news
        / Around the web / From around the web / From the web / Elsewhere on the web / More from the web
        / From our network / Around the network / From our partners / Stories from our partners
        / Stories for you / Stories you may like / Stories you might like / Stories you may have missed
        / Articles you may like / Articles you might like / Content you may like / Also on this site
        / Also on our site / ~From the archive / ~From the archives / Related stories / Related posts
        / Related news / Related reading / ~Related content / Related links / Related coverage / ~Related topics
        / Related videos / Related photos / Related galleries / Related items / Related material
        / Related headlines / Related quizzes / Related recipes / Related products / Related tags
        / Related searches / ~Trending / ~In other news / ~Elsewhere / ~In this issue / ~Inside this issue
        / ~From this issue / Also in the news / Also in this section
        / Read more stories / Read more articles / Read more news / Read more like this
        / Read our latest stories / Try these next / Want more / Want to read more / Enjoyed this article
        / Enjoy this article / Like this article / Liked this article / If you liked this
        / If you liked this story / If you enjoyed this article
        / Related internet links / Elsewhere on the site / What to watch next / Suggested topics
        / More must-reads / Our best stories / Read the latest / Want more stories like this / ~On this topic
        / Also on this topic / ~From the magazine / ~Catch up"""),
    *_rows("en", "related-inline", "prefix", """
        Related / Related article / Related articles / Related story / Related post / Related video
        / Related link / Related report / Related gallery / Related photo gallery / Related podcast
        / Related interview / Related opinion / Related analysis / Related from our archive / Related feature
        / Related guide / Related reads / Related read / See related / Read related / Click here for related
        / Read more / Read more here / Read more on this / Read more on this story / Read more on this topic
        / Read also / Also read / Read this / Read this too / Also read this / Also see / See also / ~See more
        / See too / Also check out / Also watch / Watch also / Watch more / Also listen / Also on
        / Read the story / Read the full story / Read full story / Read the article / Read the full article
        / Read full article / Read the related story / Read our story / Read our full story / Read our review
        / Read our guide / Read our analysis / Read our explainer / Read our coverage / Read previous coverage
        / Previous coverage / Past coverage / Earlier coverage / Full coverage / Our coverage
        / Complete coverage / Further coverage / ~Previously / Previously on / Earlier story / ~Learn more
        / ~Find out more / ~Check out / Check this out / Check out also / Check out more / Don't miss
        / Do not miss this / Dig deeper / Go deeper / Deep dive / Must read story / Recommended read
        / Recommended article / Recommended story / Suggested reading / Suggested read
        / Editor's pick of the week / Trending now / Trending story / Trending stories / Popular now
        / Popular on / Hot right now / Now read / Now read this / Now watch / Next read / Here's more
        / More on this / ~More info / Read more below / ~Discover / ~Explainer / ~In depth / ~In pictures
        / ~In photos / View gallery / Photo gallery / Watch now / Watch the video / Watch video / Watch here
        / Watch this / Listen now / Listen here / Click here to read / Click here to read more
        / Click here for more / Click to read / Click to read more / Tap to read more / Tap here to read more
        / ~Live updates / Live blog / Follow live / Also in news / Also worth reading / Worth reading
        / Worth a read / Read as well / More here / More details / More details here / More information here"""),
    *_rows("en", "related-inline", "prefix", """
        ~More / ~Watch / ~Listen / ~Read / ~Also / ~Link / ~Links / ~Video / ~Up next / ~Further reading
        / ~Background / ~Opinion / ~Analysis / ~See"""),
    *_rows("en", "related-inline", "opening", """
        Read more about / Read more on / Read more from / Read more in / Read more of our / See more of our
        / Click here to read more about / Click here to learn more about / Learn more about our
        / Find more stories about / See more stories on / Explore more in / Explore more on / Discover more in
        / See all of our / See all our / ~Learn more about / ~Find out more about"""),
    *_rows("en", "related-end", "opening", """
        More from / More in / More on / More by / More about / More stories about / More stories from
        / More stories by / More news from / More news about / More news on / More articles from
        / More articles by / More articles on / More posts by / More posts from / More headlines from
        / More coverage of / More coverage from / Latest from / Latest in / Latest on / Latest news from
        / The latest from / Also from / Also in / Also by / Recent from / Best of / Top stories from
        / Recommended from / Best stories from / Stories from / Other articles by / Other stories by / Posts by
        / Articles by / All stories by / All posts by / All articles by / View all posts by
        / View all articles by / See all posts by / Read more articles by / Read more by / Read other stories by"""),
    *_rows("en", "most-read", "whole", """
        Most read / Most read stories / Most read articles / Most read news / Most read today
        / Most read this week / Most read now / Most read in this section / The most read / Most popular
        / Most popular stories / Most popular articles / Most popular posts / Most popular now
        / Most popular today / Most popular this week / Popular stories / Popular articles / Popular posts
        / Popular news / Popular this week / Popular today / Popular right now / Popular content
        / Popular topics / Popular in the community / Popular reads / ~Popular / Most viewed
        / Most viewed stories / Most watched / Most shared / Most discussed / Most commented / Most emailed
        / Most clicked / ~Most recent / Most searched / Most loved / Trending topics / Trending news
        / Trending articles / Trending posts / Trending videos / Trending today / Trending this week
        / Trending on / What's trending / What's hot / ~Hot topics / Hot stories / Readers' choice / Top reads
        / Top read / Top 5 stories / Top 10 stories / Best read / Today's most read / This week's most read
        / What others are reading / What people are reading / What everyone is reading
        / What readers are reading
        / Popular in this section"""),
    *_rows("en", "sponsored", "whole", """
        Advertisement / Advertisements / ~Advertising / ~Sponsored / Sponsored content / Sponsored stories
        / Sponsored links / Sponsored posts / Sponsored by / Sponsored articles / Paid content / Paid post
        / Paid partner content / Paid promotion / ~Partner content / Partner stories / From our sponsors
        / From our sponsor / A message from our sponsors / A message from our sponsor / Our sponsors / ~Promoted
        / Promoted content / Promoted stories / Promoted links / Promoted by / ~Ad / ~Ads / Ads by Google
        / Ad by Google / Ad feedback / Ad choices / AdChoices / Brand content / BrandVoice / Branded content
        / Brand studio / Advertorial / Advertiser content / Content from our partners / Recommended by Outbrain
        / Recommended by Taboola / Powered by Taboola / Powered by Outbrain / Outbrain / Taboola / by Taboola
        / by Outbrain / ~Special offer / ~Special offers / ~Today's deals / Shop now / Shop the story / ~Buy now
        / Advertisement - scroll to continue / Advertisement scroll for more
        / Advertisement continue reading the main story / Advertisement continues below
        / Article continues below advertisement / Article continues below this ad
        / Article continues after advertisement / Article continues after ad
        / Story continues below advertisement / Story continues below this ad
        / Story continues after advertisement / Continue reading below advertisement
        / Continues below advertisement / This advertisement has not loaded yet
        / Scroll to continue with content / Scroll to continue / Skip advertisement / Remove ads
        / Sponsor message
        / Paid for by / This is an ad"""),
    *_rows("en", "newsletter", "whole", """
        ~Newsletter / ~Newsletters / Our newsletters / Newsletter sign up / Newsletter signup
        / Newsletter sign-up form / Sign up / Sign up now / Sign up here / Sign up for our newsletter
        / Sign up for our newsletters / Sign up to our newsletter / Sign up for our free newsletter
        / Sign up for our daily newsletter / Sign up for our weekly newsletter / Sign up for the newsletter
        / Sign up for newsletters / Sign up for free newsletters / Sign up for email alerts
        / Sign up for breaking news alerts / Sign up for updates / ~Subscribe / Subscribe now / Subscribe today
        / Subscribe here / Subscribe to our newsletter / Subscribe to our newsletters
        / Subscribe to our free newsletter / Subscribe to newsletter / Subscribe to newsletters
        / Subscribe to the newsletter / Subscribe to our mailing list / Subscribe via email / Subscribe by email
        / Join our mailing list / Join the newsletter / Join our community / Get the newsletter
        / Get our newsletters / Get our free newsletter / Get our daily newsletter / Get our weekly newsletter
        / Get newsletter / Get newsletters / Get email alerts / Get updates / Get the latest
        / Get the latest news / Get the latest updates / Get the latest news in your inbox
        / Get the latest news delivered to your inbox / Get daily updates / Get breaking news alerts
        / ~Get the app / Get our app / Download the app / Download our free app / Stay up to date
        / ~Stay informed / Stay in the know / Stay in the loop / ~Stay connected / ~Stay in touch / Stay updated
        / Never miss a story / Never miss an update / Never miss a post / Don't miss a story
        / Don't miss a thing / Keep up to date / Email newsletter / Email newsletters / Email sign up
        / Email signup / Email alerts / Your email / Your email address / ~Email address / Enter your email
        / Enter your email address / Daily newsletter / Weekly newsletter / Free newsletter / Daily briefing
        / Morning briefing / Daily digest / Thank you for subscribing / Thanks for subscribing
        / Thanks for signing up / ~Become a member / Become a subscriber / Become a supporter / Become a patron
        / Support our work / Support our journalism / ~Support us / ~Donate / ~Donate now / Make a donation
        / Unsubscribe at any time / By signing up you agree to our terms of use and privacy policy
        / Skip past newsletter promotion / After newsletter promotion"""),
    *_rows("en", "newsletter", "opening", """
        Sign up for / Sign up to / Subscribe to / Get our newsletter / Join our newsletter / Download our app
        / Download the / Click here to subscribe / Click here to sign up / Click here to download
        / Click here to get the"""),
    *_rows("en", "share", "whole", """
        ~Share / Share this / Share it / Share now / Share this article / Share this story / Share this post
        / Share this page / Share this video / Share this content / Share article / Share story / Share post
        / Share page / Share via / Share via email / Share link / Share on Facebook / Share on Twitter
        / Share on X / Share on LinkedIn / Share on WhatsApp / Share on Reddit / Share on Pinterest
        / Share on Telegram / Share on social media / Share to Facebook / Share to Twitter / Share with friends
        / Share with your friends / ~Sharing / Sharing is caring / Share full article
        / Share your thoughts on this / ~Tweet / Tweet this / Pin it / ~Pin / ~Facebook / ~Twitter / ~WhatsApp
        / ~LinkedIn / ~Pinterest / ~Reddit / ~Flipboard / ~Telegram / ~Tumblr / Copy link / Copy URL
        / Link copied / Link copied to clipboard / Copied / Email this article / Email this story / Email this
        / Email article / ~Print / Print this article / Print this page / Print this story / Print article
        / ~Save / Save article / Save for later / Save this story / Bookmark / Bookmark this / Gift this article
        / Give this article / Republish this article / Republish this story / Republish / Reprints
        / Order reprints / Get reprints / Follow us / Follow us on / Follow us on Facebook
        / Follow us on Twitter / Follow us on X / Follow us on Instagram / Follow us on social media
        / Follow us on Google News / ~Follow / Follow me / Find us on Facebook / Like us on Facebook
        / Like us on / Connect with us / Like this / Like this post / Rate this article / Rate this post
        / Was this article helpful / Did you find this article helpful / Did you find this helpful
        / Was this helpful / Add us on Google / Listen to this article / Listen to article
        / Reuse this content / Follow this topic"""),
    *_rows("en", "comments", "whole", """
        ~Comments / ~Comment / No comments / No comments yet / Leave a comment / Leave a reply
        / Leave your comment / Leave comment / Post a comment / Post comment / Add a comment / Add comment
        / Write a comment / View comments / View all comments / See comments / See all comments / Show comments
        / Show all comments / Hide comments / Read comments / Read all comments / Read the comments
        / Load comments / Load more comments / Join the conversation / Join the discussion
        / Start the conversation / Be the first to comment / Have your say / ~What do you think
        / Tell us what you think / Share your thoughts / Share your opinion / Your comments / Reader comments
        / Comments are closed / Comments have been closed / Comments are disabled / Comments are off
        / Comments policy / Comment policy / Comment guidelines / ~Discussion / ~Discuss / Discuss this article
        / ~Responses / Cancel reply / Log in to comment / Login to comment / Sign in to comment / Sort by newest
        / ~Conversation / ~Reply"""),
    *_rows("en", "furniture", "whole", "Show caption / Hide caption / Show captions / Hide captions / Back to slide / Back to slideshow / Back to gallery"),
    *_rows("en", "furniture", "whole", """About the author / About the authors / About author / About the writer / About the contributor / About this author
        / Meet the author / Author bio / About the expert / About the reviewer"""),
    *_rows("de", "furniture", "whole", "Über den Autor / Über die Autorin / Zur Autorin / Zum Autor / Über den Verfasser"),
    *_rows("fr", "furniture", "whole", "À propos de l’auteur / À propos de l’auteure / À propos de l’autrice"),
    *_rows("es", "furniture", "whole", "Sobre el autor / Sobre la autora / Acerca del autor / Acerca de la autora"),
    *_rows("pt", "furniture", "whole", "Sobre o autor / Sobre a autora"),
    *_rows("it", "furniture", "whole", "L’autore / L’autrice / Sull’autore / Informazioni sull’autore"),
    *_rows("nl", "furniture", "whole", "Over de auteur"),
    *_rows("pl", "furniture", "whole", "O autorze / O autorce"),
    *_rows("en", "furniture", "whole", """
        Back to top / Go to top / Top of page / Skip to content / Skip to main content / Skip to navigation
        / ~Home / ~Menu / ~Search / Log in / Login / Sign in / ~Register / My account / Accept cookies
        / Accept all cookies / Cookie settings / Manage cookies / Cookie policy / Privacy policy / Terms of use
        / Terms of service / Terms and conditions / All rights reserved / Contact us / About us
        / Advertise with us / Read more about cookies / Story continues below / Article continues below
        / Continue reading the main story / Report this ad / Report an error / Report a typo / Report a mistake
        / Submit a correction / Request a correction / Suggest a correction / Send feedback / Give feedback
        / Load more / ~Show more / Show less / ~View more / ~View all / ~See all / ~Close / ~Previous / ~Next
        / ~Tags / Filed under / ~Topics / ~Categories / ~Category"""),
    # German
    *_rows("de", "related-end", "whole", """
        Das könnte Sie auch interessieren / Das könnte dich auch interessieren / Das könnte Sie interessieren
        / Das könnte dich interessieren / Könnte Sie auch interessieren / Auch interessant für Sie
        / Dies könnte Sie auch interessieren / Diese Artikel könnten Sie auch interessieren
        / Was Sie auch interessieren könnte / Vielleicht interessiert Sie auch / Mehr zum Thema
        / Mehr zu diesem Thema / Mehr dazu / ~Zum Thema / Mehr aus dieser Kategorie / Mehr aus diesem Ressort
        / Mehr Artikel / Mehr Nachrichten / Mehr Meldungen / Mehr News / Mehr für Sie / Weitere Artikel
        / Weitere Artikel zum Thema / Weitere Nachrichten / Weitere Meldungen / Weitere Meldungen zum Thema
        / ~Weitere Themen / Weitere Beiträge / Weitere Texte / Weitere News / Weitere Inhalte
        / ~Weiterführende Links / ~Weiterführende Informationen / Weiterführende Artikel / Weiterlesen
        / Ähnliche Artikel / Ähnliche Beiträge / Ähnliche Themen / Ähnliche Nachrichten / Ähnliche Inhalte
        / Verwandte Artikel / Verwandte Themen / Verwandte Beiträge / Verwandte Inhalte / Passend zum Thema
        / Passende Artikel / Passende Beiträge / Empfohlene Artikel / Empfohlene Beiträge / Empfehlungen für Sie
        / Empfehlungen der Redaktion / ~Empfehlungen / Unsere Empfehlungen / Empfehlung der Redaktion
        / Unsere Empfehlung / Redaktionsempfehlungen / Lesetipps / Lesetipp der Redaktion / Unsere Lesetipps
        / Für Sie empfohlen / Für Sie ausgewählt / Für dich empfohlen / Aktuelle Nachrichten / Aktuelle Artikel
        / Aktuelle Meldungen / Neueste Artikel / Neueste Beiträge / Neueste Nachrichten / Neueste Meldungen
        / Letzte Beiträge / Letzte Meldungen / Nächster Artikel / Nächster Beitrag / Vorheriger Artikel
        / Vorheriger Beitrag / ~Aus dem Archiv / Aus unserem Archiv / Aus dem Netz / Aus dem Ressort
        / Top-Themen / Top-Artikel / Topthemen / Andere Leser interessierte auch / Andere lasen auch
        / Leser interessierten sich auch für / Jetzt lesen / Als Nächstes lesen / Videos zum Thema
        / Bilder zum Thema / Links zum Thema / Artikel zum Thema / Dossier zum Thema
        / Das könnte Ihnen auch gefallen / Das könnte dir auch gefallen / Das könnte Ihnen gefallen
        / Weitere interessante Artikel / Weitere Artikel zu diesem Thema / Weitere Nachrichten aus der Region
        / ~Die wichtigsten Nachrichten / Top-Nachrichten / ~Auch bei uns / Andere Nutzer lasen auch
        / Alles zum Thema / Mehr Beiträge / Leseempfehlungen / Interessant für Sie / Links zum Artikel / ~Archiv"""),
    *_rows("de", "related-inline", "prefix", """
        Lesen Sie auch / Lesen Sie hier / Lesen Sie mehr / Lesen Sie dazu / Lesen Sie dazu auch
        / Lesen Sie auch dazu / Lesen Sie mehr dazu / Lesen Sie weiter / Lesen Sie jetzt / Lesen Sie hier mehr
        / Lesen Sie hier mehr dazu / Lies auch / Lies hier / Lies mehr / Lies dazu auch / Lies jetzt
        / Lies weiter / Auch lesen / Auch lesenswert / Auch interessant / Ebenfalls interessant / ~Interessant
        / Lesenswert / Lesetipp / Mehr lesen / Mehr erfahren / Hier mehr lesen / Hier lesen / Hier weiterlesen
        / Siehe auch / Sehen Sie auch / Sehen Sie hier / Sehen Sie hierzu / Schauen Sie auch / ~Im Video
        / Video dazu / ~Passend dazu / Dazu passend / Hintergrund dazu / Mehr zum Thema hier / ~Mehr Infos
        / ~Mehr Informationen / Mehr zum Thema lesen / Hören Sie auch / Auch spannend / Ebenfalls lesenswert
        / Nicht verpassen / Nichts verpassen / Verpassen Sie nicht / Aus unserem Netzwerk / ~Bildergalerie
        / ~Fotostrecke / Zum Artikel / Zum Beitrag / Zum Weiterlesen / Zur Übersicht / Jetzt auch lesen
        / Lesen Sie außerdem / Lesen Sie zudem / Leseempfehlung / Unsere Leseempfehlung / Unser Lesetipp
        / Lese-Tipp / Mehr dazu lesen / Siehe dazu / Siehe hierzu / ~Siehe / Ebenfalls zum Thema
        / Bisher dazu erschienen / ~Zum Nachlesen / Hier geht’s zum Artikel / Vgl. auch / Sehen Sie dazu
        / Hören Sie dazu"""),
    *_rows("de", "related-end", "opening", """
        Mehr von / Mehr aus / Mehr über / Mehr zu / Mehr zum / Mehr Artikel von / Weitere Artikel von
        / Alle Artikel von / Alle Beiträge von / Weitere Artikel aus / Neues aus / Das Neueste aus
        / Lesen Sie mehr über / Lesen Sie mehr zum / Lesen Sie mehr zu"""),
    *_rows("de", "most-read", "whole", """
        Meistgelesen / Meistgelesene Artikel / Meistgelesene Beiträge / Meist gelesen / Am meisten gelesen
        / Die meistgelesenen Artikel / Meistgelesene Nachrichten / Meistkommentiert / Meistdiskutiert
        / Meistgeklickt / Meistgesehen / Meist geteilt / Beliebte Artikel / Beliebte Beiträge / Beliebte Themen
        / Beliebteste Artikel / ~Beliebt / Gerade beliebt / Gerade angesagt / Das lesen andere
        / Andere lesen gerade / Das wird gerade gelesen / ~Im Trend / Top-Themen der Woche
        / Am häufigsten gelesen / Die meistgelesenen Texte / Meistgelesen heute"""),
    *_rows("de", "sponsored", "whole", """
        ~Anzeige / Anzeigen / ~Werbung / Gesponsert / Gesponserte Inhalte / Gesponserter Inhalt
        / Gesponserter Beitrag / Sponsored Post / Bezahlter Inhalt / Werbliche Inhalte / Partnerinhalte
        / Partnerangebote / Angebote unserer Partner / Inhalte unserer Partner / Anzeige - hier geht es weiter
        / Weiter nach der Anzeige / Weiterlesen nach der Anzeige / Nach der Anzeige geht es weiter
        / Nach der Werbung weiterlesen / Artikel wird nach der Anzeige fortgesetzt / Unterstützt von
        / Lesen Sie nach der Anzeige weiter / Hier geht es nach der Anzeige weiter
        / Der Artikel geht nach der Anzeige weiter"""),
    *_rows("de", "newsletter", "whole", """
        Unser Newsletter / Unsere Newsletter / Newsletter abonnieren / Newsletter bestellen
        / Newsletter anmelden / Newsletter-Anmeldung / Jetzt anmelden / Jetzt abonnieren
        / Jetzt Newsletter abonnieren / Jetzt zum Newsletter anmelden / Zum Newsletter anmelden
        / Für den Newsletter anmelden / ~Abonnieren / Abonnieren Sie unseren Newsletter
        / Abonniere unseren Newsletter / Melden Sie sich für unseren Newsletter an
        / Melde dich für unseren Newsletter an / Ihre E-Mail-Adresse / Deine E-Mail-Adresse / E-Mail-Adresse
        / Bleiben Sie informiert / Bleiben Sie auf dem Laufenden / Bleib auf dem Laufenden / Täglich informiert
        / Unterstützen Sie uns / Jetzt spenden
        / Nichts mehr verpassen / Jetzt kostenlos abonnieren / Kostenlos anmelden / Hier anmelden
        / Kostenlos abonnieren"""),
    *_rows("de", "share", "whole", """
        ~Teilen / Artikel teilen / Beitrag teilen / Diesen Artikel teilen / Diesen Beitrag teilen / Jetzt teilen
        / Auf Facebook teilen / Auf Twitter teilen / Auf X teilen / Bei WhatsApp teilen / Per E-Mail teilen
        / Per Mail teilen / Weitersagen / ~Merken / Artikel merken / ~Drucken / Artikel drucken / Link kopieren
        / Link kopiert / Folgen Sie uns / ~Folge uns / Folgen Sie uns auf / ~Versenden / Artikel versenden
        / ~Empfehlen / Vorlesen / Artikel vorlesen
        / Teilen Sie diesen Artikel / Per Mail verschicken / Per WhatsApp teilen"""),
    *_rows("de", "comments", "whole", """
        ~Kommentare / ~Kommentar / Kommentieren / Kommentar schreiben / Kommentar verfassen
        / Kommentar hinterlassen / Schreiben Sie einen Kommentar / Schreibe einen Kommentar
        / Hinterlasse einen Kommentar / Kommentare anzeigen / Kommentare lesen / Alle Kommentare
        / Alle Kommentare anzeigen / Zu den Kommentaren / Diskutieren Sie mit / Diskutieren / Jetzt diskutieren
        / Mitdiskutieren / Ihre Meinung / Leserkommentare / Keine Kommentare / Antworten abbrechen / ~Forum
        / ~Diskussion
        / Kommentar abgeben / Ihr Kommentar"""),
    *_rows("de", "furniture", "whole", """
        ~Schlagwörter / ~Schlagworte / ~Themen / Zur Startseite / Nach oben"""),
    # French
    *_rows("fr", "related-end", "whole", """
        Vous aimerez aussi / Vous pourriez aussi aimer / Vous pourriez aimer / Vous aimerez peut-être
        / Cela peut vous intéresser / Cela pourrait vous intéresser / Ça peut vous intéresser
        / Ceci pourrait vous intéresser / Ces articles pourraient vous intéresser
        / Vous pourriez être intéressé par / Pourrait vous intéresser / Susceptible de vous intéresser
        / Sur le même sujet / Sur le même thème / Dans la même rubrique / Dans la même catégorie
        / Dans le même dossier / À propos du même sujet / ~Articles liés / Articles similaires
        / Articles connexes / Articles associés / Articles recommandés / Articles récents / Articles en relation
        / Articles sur le même sujet / Contenus associés / Contenus similaires / Nos recommandations
        / Recommandé pour vous / Recommandés pour vous / ~Recommandations / Nous vous recommandons
        / La rédaction vous recommande / La rédaction vous conseille / Sélectionné pour vous / ~Notre sélection
        / Notre sélection d'articles / Choix de la rédaction / Les choix de la rédaction
        / Le choix de la rédaction / Plus d'articles / Plus d'actualités / Plus d'infos / Plus sur ce sujet
        / Plus sur le sujet / Plus de contenus / Autres articles / Autres actualités / Autres articles à lire
        / D'autres articles / Les autres articles / Derniers articles / Dernières actualités
        / Dernières nouvelles / Dernières infos / Les dernières actualités / Actualités récentes
        / Actualités liées / Article suivant / Article précédent / Prochain article / ~À découvrir
        / À découvrir aussi / À ne pas manquer / ~À la une / Ne manquez pas / Ailleurs sur le web / Sur le web
        / ~Dans l'actualité / ~Pour aller plus loin / Lire la suite de l'actualité / À lire ensuite / ~À suivre
        / Nos lecteurs ont lu ensuite / Nos lecteurs ont aussi lu / ~Dernière minute / Sujets associés
        / Thèmes associés / Nos derniers articles / ~Nos dossiers / À lire sur le même thème / ~Et aussi
        / Ailleurs sur le site / L’essentiel de l’actu / ~En continu / ~Le fil info / ~L’actualité en direct
        / Ces articles peuvent vous intéresser / Vous pourriez également aimer
        / Cela pourrait aussi vous intéresser"""),
    *_rows("fr", "related-inline", "prefix", """
        Lire aussi / À lire aussi / Lire également / À lire également / ~À lire / À lire sur / Lire la suite
        / Lire l'article / Lire l'article complet / Lire plus / Lisez aussi / Lisez également
        / Lire notre article / Lire notre dossier / Lire notre analyse / Lire notre enquête
        / Lire notre reportage / Lire l'analyse / Lire l'entretien / Lire le récit / Lire le reportage
        / Lire l'enquête / Lire la chronique / Lire le décryptage / Lire nos explications
        / Lire aussi l'éditorial / Lire aussi le récit / Lire aussi l'enquête / Lire aussi l'entretien
        / Lire aussi notre dossier / Relire / Voir aussi / À voir aussi / Voir également / ~À voir
        / À voir également / À regarder / Regarder aussi / Écouter aussi / À écouter / À écouter aussi
        / À écouter également / ~En savoir plus / Pour en savoir plus / Pour en savoir plus lisez
        / ~Plus d'informations / Découvrez aussi / Découvrir aussi / À relire / Retrouvez aussi
        / Retrouver aussi / Notre dossier / ~En images / En vidéo / Vidéo à voir / À consulter aussi
        / Consultez aussi
        / Lire notre entretien / Lire le portrait / Lire la tribune / Lire l’éditorial / Lire les témoignages
        / Lire notre critique / Lire notre portrait / Lire notre récit / Lire notre décryptage
        / Lire aussi notre enquête / Lire aussi notre entretien / Lire aussi la chronique
        / Lire aussi le reportage / Lire aussi l’analyse / Lire aussi la tribune / ~Voir plus
        / ~Notre grand format / À lire dans / Voir notre dossier / ~Pour approfondir / L’article à relire
        / Nos articles sur le sujet"""),
    *_rows("fr", "related-end", "opening", """
        Plus d'articles sur / Plus d'articles de / Plus d'infos sur / Tous les articles de / Tous ses articles
        / Voir tous les articles de / Toute l'actualité / Retrouvez tous nos articles
        / Retrouvez toute l'actualité / À lire aussi sur / Lire aussi sur"""),
    *_rows("fr", "most-read", "whole", """
        Les plus lus / Le plus lu / Les plus populaires / Articles les plus lus / Les articles les plus lus
        / Les plus partagés / Les plus commentés / Les plus vus / Articles populaires / ~Populaires
        / Les plus consultés / ~Tendances / ~En ce moment / Le top / Top articles du moment / Les plus récents
        / Articles les plus consultés / Le choix des lecteurs"""),
    *_rows("fr", "sponsored", "whole", """
        ~Publicité / Publicités / La suite après la publicité / La suite après cette publicité
        / L'article continue après la publicité / Suite de l'article après la publicité
        / La suite de votre contenu après cette annonce / ~Annonce / Sponsorisé / Contenu sponsorisé
        / Contenus sponsorisés / Contenu partenaire / Contenus partenaires / Article sponsorisé
        / Publi-rédactionnel / Publireportage / Publi-communiqué / ~Partenaires / ~Nos partenaires
        / Offres partenaires
        / La suite sous cette publicité / La suite sous la publicité
        / La suite de l’article après la publicité / Contenu proposé par / ~En partenariat avec"""),
    *_rows("fr", "newsletter", "whole", """
        Notre newsletter / Nos newsletters / Inscription à la newsletter / Inscrivez-vous / S'inscrire
        / Je m'inscris / Inscrivez-vous à notre newsletter / Inscrivez-vous à la newsletter
        / Inscrivez-vous gratuitement / Abonnez-vous / S'abonner / Je m'abonne / Abonnez-vous à notre newsletter
        / Abonnez-vous à la newsletter / S'abonner à la newsletter / Recevez notre newsletter
        / Recevez nos newsletters / Recevez la newsletter / Recevoir la newsletter / Votre adresse e-mail
        / Votre adresse email / Votre e-mail / Votre email / Adresse e-mail / Restez informé / Restez informés
        / Restez connecté / Soutenez-nous / Faire un don / Alertes info
        / Inscrivez-vous à nos newsletters / Je m’inscris à la newsletter / ~Recevez chaque matin"""),
    *_rows("fr", "share", "whole", """
        ~Partager / Partagez / Partager l'article / Partager cet article / Partagez cet article
        / Partager sur Facebook / Partager sur Twitter / Partager sur X / Partager par e-mail
        / Partager par mail / Envoyer par e-mail / Envoyer à un ami / ~Imprimer / Imprimer l'article
        / ~Enregistrer / Sauvegarder / Copier le lien / Lien copié / Suivez-nous / Suivez-nous sur / Nous suivre
        / Offrir l'article / ~Réagir / Écouter l'article
        / Lire plus tard / Envoyer par email / Ajouter à mes favoris / Ajouter à vos sélections
        / Offrir cet article"""),
    *_rows("fr", "comments", "whole", """
        ~Commentaires / ~Commentaire / ~Les commentaires / Vos commentaires / Laisser un commentaire
        / Laissez un commentaire / Ajouter un commentaire / Écrire un commentaire / Poster un commentaire
        / Voir les commentaires / Voir tous les commentaires / Lire les commentaires / Commenter
        / Commentez cet article / Réagissez / ~Réactions / Vos réactions / Aucun commentaire / Donnez votre avis
        / Annuler la réponse
        / Réagir à cet article / ~Contribuer"""),
    *_rows("fr", "furniture", "whole", """
        ~Mots-clés / ~Thèmes / Article réservé aux abonnés"""),
    # Spanish
    *_rows("es", "related-end", "whole", """
        Te puede interesar / También te puede interesar / Te puede interesar también / Te podría interesar
        / También te podría interesar / Podría interesarte / Puede interesarte / También puede interesarte
        / Le puede interesar / También le puede interesar / Le podría interesar / Puede que te interese
        / Quizás te interese / Quizá te interese / Quizás te pueda interesar / Tal vez te interese / Te interesa
        / Te interesará / Te va a interesar / Esto te puede interesar / También te interesa / También te gustará
        / También te puede gustar / Te puede gustar / Te recomendamos / Le recomendamos / Recomendamos
        / ~Recomendado / ~Recomendados / Recomendado para ti / Recomendados para ti / Recomendado para usted
        / ~Recomendaciones / Nuestras recomendaciones / Más noticias / ~Más información / Más artículos
        / Más historias / Más contenido / Más sobre este tema / Más sobre el tema / Más en esta sección
        / Más de esta sección / Otras noticias / Otros artículos / Otras historias / Noticias relacionadas
        / Noticia relacionada / Notas relacionadas / Artículos relacionados / Contenido relacionado
        / Contenidos relacionados / Temas relacionados / Entradas relacionadas / Historias relacionadas
        / Información relacionada / Vídeos relacionados / Enlaces relacionados / Noticias recomendadas
        / Artículos recomendados / Contenido recomendado / Lecturas recomendadas / ~Lo último / Últimas noticias
        / Las últimas noticias / Últimos artículos / Artículos recientes / Entradas recientes
        / Noticias recientes / Próximo artículo / Siguiente artículo / Siguiente noticia / Artículo anterior
        / Artículo siguiente / Artículos similares / Noticias similares / Sobre este tema
        / En esta misma sección / Selección del editor / Te sugerimos / ~Sugerencias / ~Para ti
        / No te lo pierdas / No te pierdas / ~Destacados / ~Destacadas / ~Destacamos / ~En portada
        / En otras noticias / ~De interés
        / Otros contenidos / ~Última hora / Ver más noticias / Noticias de interés / Notas de interés
        / Más noticias sobre este tema / Te puede interesar leer"""),
    *_rows("es", "related-inline", "prefix", """
        Lea también / Lee también / Leer también / Lea además / Lee además / Lea más / Lee más / Leer más
        / Lea aquí / Lee aquí / ~Lea / También lea / También lee / También leer / Además lea / Además lee
        / ~Además / Ver también / Vea también / Ve también / Mira también / Mire también / Vea además / ~Vea
        / ~Mira / Ver más / Véase también / Relacionado / Relacionada / Relacionados / Relacionadas
        / Nota relacionada / Artículo relacionado / Leer nota relacionada / Leer artículo completo
        / Leer la noticia completa / Leer nota completa / Lea la nota completa / Lee la nota completa
        / Sigue leyendo / Siga leyendo / Seguir leyendo / Continúa leyendo / Continuar leyendo / Conoce más
        / Conozca más / Conozca también / Descubre más / Descubre también / ~Entérate / Entérese
        / Escucha también / Escuche también / Para saber más / Saber más / Para leer más / Para leer
        / Puede leer / Puedes leer / Puede leer también / Puedes leer también / ~En fotos / ~En imágenes
        / Te recomendamos leer / Le recomendamos leer / Te invitamos a leer / Lectura recomendada
        / Consulta también / Consulte también / Consulta aquí / Y también / Le sugerimos leer
        / Te sugerimos leer
        / Ver además / Mirá más / Seguí leyendo / No dejes de leer / No deje de leer / Le sugerimos
        / ~Para profundizar / Ver nota completa / Ampliar noticia"""),
    *_rows("es", "related-end", "opening", """
        Más de / Más en / Más noticias de / Más noticias sobre / Más artículos de / Más información sobre
        / Lo último de / Lo último en / Lo más reciente de / Todas las noticias de / Ver todos los artículos de
        / Ver más de / Leer más sobre / Lee más sobre / Lea más sobre / Sigue toda la información de
        / Sigue la información de
        / Más sobre / Más noticias en"""),
    *_rows("es", "most-read", "whole", """
        Lo más leído / Lo más visto / Lo más popular / Lo más compartido / Lo más comentado / Lo más buscado
        / Lo más reciente / Lo más nuevo / Lo más destacado / Las más leídas / Los más leídos / Más leídas
        / Más leídos / Más leído / Más vistas / Más vistos / Más populares / Más visto / Más compartidas
        / Más comentadas / Noticias más leídas / Artículos más leídos / Artículos populares / Entradas populares
        / ~Populares / ~Tendencias / Lo más leído hoy / Lo más leído de la semana / Ranking de noticias
        / ~Temas del día"""),
    *_rows("es", "sponsored", "whole", """
        ~Publicidad / ~Anuncio / ~Anuncios / Patrocinado / Patrocinados / Contenido patrocinado
        / Contenidos patrocinados / Enlaces patrocinados / Contenido de marca / Contenido promocionado
        / Contenido de nuestros socios / Sigue leyendo después de la publicidad
        / Continúa después de la publicidad / Continuar leyendo después del anuncio
        / La noticia continúa después de la publicidad / Publirreportaje / Presentado por / Ofrecido por
        / Recomendado por / La nota continúa después de la publicidad
        / El artículo continúa después de la publicidad"""),
    *_rows("es", "newsletter", "whole", """
        ~Boletín / ~Boletines / Nuestro boletín / Nuestros boletines / Nuestra newsletter / Nuestras newsletters
        / Suscríbete / Suscríbase / Suscribirse / Suscribite / Suscríbete a nuestro boletín
        / Suscríbete al boletín / Suscríbete a nuestra newsletter / Suscríbete a la newsletter
        / Suscríbase a nuestro boletín / Suscríbete gratis / Suscríbete ahora / Recibe nuestra newsletter
        / Recibe nuestro boletín / Recibe nuestras noticias / Recibe las últimas noticias
        / Recibe las noticias en tu correo / Regístrate / Apúntate / Apúntate a nuestra newsletter
        / Tu correo electrónico / Tu email / Correo electrónico / Mantente informado / Manténgase informado
        / Hazte socio / Apóyanos / ~Dona / ~Donar
        / Recibe el boletín / Regístrate gratis / Descarga la app / Descarga nuestra app
        / Sigue nuestro canal de WhatsApp / Únete a nuestro canal de WhatsApp / Recibe nuestras alertas"""),
    *_rows("es", "share", "whole", """
        ~Compartir / Comparte / Comparta / Compartir artículo / Compartir nota / Compartir noticia
        / Comparte esta noticia / Comparte este artículo / Compartir esta noticia / Compartir este artículo
        / Compartir en Facebook / Compartir en Twitter / Compartir en X / Compartir en WhatsApp
        / Compartir en redes / Enviar por correo / Enviar por email / ~Imprimir / ~Guardar / Copiar enlace
        / Enlace copiado / Síguenos / Síganos / Seguinos / Síguenos en / Síguenos en Facebook
        / Síguenos en Twitter / Síguenos en Google News / Escuchar artículo / Escuchar noticia"""),
    *_rows("es", "comments", "whole", """
        ~Comentarios / ~Comentario / Comentar / Los comentarios / Ver comentarios / Ver todos los comentarios
        / Deja un comentario / Deja tu comentario / Dejar un comentario / Deje su comentario / Dejar comentario
        / Escribe un comentario / Escribe tu comentario / Añadir comentario / Agregar comentario
        / Publicar comentario / Sin comentarios / No hay comentarios / ~Opina / Tu opinión
        / Únete a la conversación / Deja una respuesta / Cancelar la respuesta
        / El lector opina / Inicia sesión para comentar"""),
    *_rows("es", "furniture", "whole", """
        ~Archivado en / ~Temas / ~Etiquetas / ~En esta nota"""),
    # Portuguese
    *_rows("pt", "related-end", "whole", """
        Você também pode gostar / Você pode gostar / Você pode gostar também / Você vai gostar
        / Pode gostar também / Você também pode se interessar / Você pode se interessar
        / Você também pode se interessar por / Isto pode lhe interessar / Isso pode te interessar
        / Pode interessar / Pode interessar-lhe / Pode também interessar-lhe / Também lhe pode interessar
        / Talvez lhe interesse / Talvez você goste / Recomendado para você / Recomendados para você
        / Recomendado para si / Recomendadas para si / ~Recomendadas / ~Recomendações / Nossas recomendações
        / Recomendamos para si / Sugestões para você / Sugeridos para você / Matérias relacionadas
        / Matéria relacionada / Artigos relacionados / Artigo relacionado / Artigos recomendados
        / Artigos recentes / Artigos semelhantes / Conteúdo relacionado / Conteúdos relacionados
        / Conteúdo recomendado / Assuntos relacionados / Temas relacionados desta matéria / Tópicos relacionados
        / Postagens relacionadas / Posts relacionados / Posts recentes / Posts similares / Textos relacionados
        / Mais notícias / Mais artigos / Mais lidas do dia / Mais conteúdo / Mais sobre o assunto
        / Mais sobre este tema / Mais sobre o tema / Mais sobre isso / Outras notícias / Outros artigos
        / Outras matérias / As últimas notícias / ~Últimas / Notícias recentes / Próximo artigo
        / Próxima matéria / Próxima notícia / Artigo anterior / Artigo seguinte / Não perca / ~Em destaque
        / ~Destaques / Escolhas do editor / Escolha dos editores / Escolhas da redação / Ler a seguir
        / Leia a seguir / ~A seguir / Do mesmo autor / Nesta secção
        / Pode gostar de / Poderá também gostar / Também pode gostar / ~Sugerimos / ~Mais do mesmo
        / O que ler a seguir / Mais deste tema / Artigos que lhe podem interessar / Veja outras matérias"""),
    *_rows("pt", "related-inline", "prefix", """
        Leia também / Leia mais / Leia ainda / Leia aqui / Leia mais sobre o assunto / Leia mais aqui
        / Leia a matéria completa / Leia a reportagem completa / Leia a notícia completa / Leia a íntegra
        / Leia na íntegra / Leia o artigo completo / ~Leia / Ler também / Ler mais / Ler ainda
        / Ler artigo completo / Ler notícia completa / Lê também / Lê mais / Leiam também / Veja também
        / Veja mais / Veja ainda / Veja aqui / ~Veja / Veja fotos / Veja o vídeo / Veja vídeo / Ver também
        / Ver mais aqui / Vê também / ~Assista / Assista também / Assista ao vídeo / ~Confira / Confira também
        / Confira aqui / Confira mais / Confira ainda / ~Ouça / Ouça também / ~Saiba mais / Saiba também
        / Saiba mais aqui / Saber mais aqui / ~Entenda / Entenda mais / ~Relembre / Continue lendo
        / Continuar lendo / Continuar a ler / Continue a ler / Relacionado com isto / Conheça também / ~Conheça
        / ~E mais / ~E ainda / ~Em vídeo / Não deixe de ler / Não deixe de ver / Para ler
        / Para saber mais sobre o assunto / Também pode ler
        / ~Ver mais / Sugestão de leitura / Sugestões de leitura / A não perder / Clique aqui para ler
        / Leia a reportagem / Ler reportagem"""),
    *_rows("pt", "related-end", "opening", """
        Mais de / Mais em / Mais notícias de / Mais notícias sobre / Mais artigos de / Mais sobre / Últimas de
        / Últimas notícias de / Veja mais notícias / Veja outras notícias / Leia mais notícias
        / Leia outras notícias / Leia mais sobre / Saiba mais sobre / Ver todos os artigos de
        / Todas as notícias de / Acompanhe as notícias"""),
    *_rows("pt", "most-read", "whole", """
        Mais lidas / Mais lidos / Mais lido / As mais lidas / Os mais lidos / O mais lido / Mais vistas
        / Mais vistos / Mais acessadas / Mais acessados / As mais acessadas / Mais populares agora
        / Mais comentadas / Mais compartilhadas / Mais partilhadas / Notícias mais lidas / Artigos mais lidos
        / Matérias mais lidas / Artigos populares agora / Posts populares / ~Em alta / Mais lidas da semana
        / Mais populares / Mais partilhados"""),
    *_rows("pt", "sponsored", "whole", """
        ~Publicidade / ~Propaganda / Patrocinado por / Conteúdo patrocinado / Conteúdos patrocinados
        / Conteúdo de marca / Conteúdo de parceiros / Links patrocinados / Continua após a publicidade
        / Continua depois da publicidade / Continue lendo após a publicidade / Continua após o anúncio
        / A notícia continua após a publicidade / Publieditorial / Informe publicitário / Oferecido por
        / Apresentado por
        / Continua após publicidade / Continua depois do anúncio"""),
    *_rows("pt", "newsletter", "whole", """
        Nossa newsletter / Nossas newsletters / A nossa newsletter / ~Boletim / ~Boletins / Assine / Assine já
        / Assine nossa newsletter / Assine a newsletter / Assine a nossa newsletter / Assine agora / Inscreva-se
        / Inscreva-se na nossa newsletter / Inscreva-se na newsletter / Inscreva-se em nossa newsletter
        / Cadastre-se / Receba nossa newsletter / Receba a nossa newsletter / Receba as notícias no seu e-mail
        / Receba notícias no WhatsApp / Receba as principais notícias / Subscreva / Subscreva a newsletter
        / Subscrever / Subscrever newsletter / Subscreva a nossa newsletter / Seu e-mail / O seu email
        / Endereço de e-mail / Fique por dentro / Fique informado / ~Apoie / Apoie o jornalismo
        / Faça uma doação
        / Receba no seu e-mail / Receba as notícias / Receba a newsletter / Siga o canal no WhatsApp
        / Entre no canal do WhatsApp / Canal no WhatsApp / Baixe o app / Baixe o nosso app
        / Subscreva as nossas newsletters"""),
    *_rows("pt", "share", "whole", """
        ~Compartilhar / Compartilhe / Compartilhe esta notícia / Compartilhe este artigo / Compartilhar artigo
        / Compartilhar notícia / Compartilhar no Facebook / Compartilhar no Twitter / Compartilhar no WhatsApp
        / Compartilhe isso / ~Partilhar / Partilhe / Partilhar artigo / Partilhe este artigo
        / Partilhar no Facebook / Enviar por e-mail / Imprimir artigo / ~Salvar / Copiar link / Copiar ligação
        / Link copiado / Siga-nos / ~Siga / Siga-nos nas redes sociais / Siga-nos no Facebook
        / Siga-nos no Instagram / Siga no Google News / ~Seguir / Ouvir artigo / Ouvir notícia"""),
    *_rows("pt", "comments", "whole", """
        Comente / Deixe um comentário / Deixe o seu comentário / Deixe seu comentário / Deixar um comentário
        / Escreva um comentário / Escreva seu comentário / Adicionar comentário / Ver todos os comentários
        / Os comentários / Sem comentários / Nenhum comentário / Dê sua opinião / Participe da conversa
        / Deixe uma resposta / Cancelar resposta"""),
    *_rows("pt", "furniture", "whole", """
        ~Tópicos / ~Marcadores"""),
    # Italian
    *_rows("it", "related-end", "whole", """
        Potrebbe interessarti / Potrebbe interessarti anche / Ti potrebbe interessare
        / Ti potrebbe interessare anche / Potrebbero interessarti / Potrebbero interessarti anche
        / Potrebbe anche interessarti / Ti può interessare / Può interessarti / Ti potrebbero interessare
        / Ti potrebbe piacere / Potrebbe piacerti / Potrebbe piacerti anche / Consigliati per te
        / Consigliato per te / Raccomandati per te / ~Consigliati / I nostri consigli / Ti consigliamo
        / Vi consigliamo / Ti raccomandiamo / Scelti per te / ~Per te / Articoli correlati / Articolo correlato
        / Articoli simili / Articoli consigliati / Articoli recenti / Articoli collegati / Articoli suggeriti
        / Notizie correlate / Notizie simili / Notizie recenti / Contenuti correlati / Contenuti simili
        / Contenuti consigliati / Post correlati / Argomenti correlati / Temi correlati / Video correlati
        / Link correlati / Altri articoli / Altre notizie / Altri contenuti / Altre storie
        / Altri articoli che potrebbero interessarti / Più notizie / Ultime notizie / Le ultime notizie
        / Ultimi articoli / Ultim'ora / Ultime news / Prossimo articolo / Articolo successivo
        / Articolo precedente / Sullo stesso argomento / Sullo stesso tema / Nella stessa sezione
        / Sull'argomento / ~In primo piano / ~In evidenza / Da non perdere / Non perderti / Non perdere
        / Scelti dalla redazione / La nostra selezione / ~Dal web / Continua a leggere su / Scopri di più su
        / Dello stesso autore / Dalla stessa sezione / Cosa leggere dopo / Il nostro consiglio
        / Altri contenuti consigliati / Forse ti interessa anche / Da leggere dopo"""),
    *_rows("it", "related-inline", "prefix", """
        Leggi anche / ~Leggi / Leggi di più / Leggi tutto / Leggi pure / Leggi l'articolo
        / Leggi l'articolo completo / Leggi la notizia / Leggi qui / Leggi ancora / Leggi l'intervista
        / Leggi l'analisi / Leggete anche / Leggete / Da leggere / Da leggere anche / Vedi anche / ~Vedi
        / Guarda anche / ~Guarda / Guarda il video / Guarda la gallery / Guarda le foto / Guarda qui
        / Ascolta anche / ~Ascolta / Scopri anche / Scopri di più / ~Scopri / ~Per approfondire / Approfondisci
        / ~Approfondimento / ~Approfondimenti / Per saperne di più / Continua a leggere / Correlato / Correlati
        / Correlate / ~Il video / ~Le foto / ~La gallery / Rileggi / Ti consigliamo anche / ~Consigliato
        / Leggi il commento / Leggi il reportage / Leggi il dossier / Leggi lo speciale / Leggi il retroscena
        / ~L’intervista / ~L’analisi / ~Il caso / ~Il commento / ~Il retroscena / Leggi subito"""),
    *_rows("it", "related-end", "opening", """
        Altro da / Altre notizie da / Altre notizie su / Altri articoli di / Altri articoli su
        / Tutte le notizie / Tutte le notizie su / Tutti gli articoli di / Leggi tutte le notizie
        / Leggi altri articoli / Leggi altre notizie / Leggi anche le altre notizie / Ultime notizie da
        / Di più su"""),
    *_rows("it", "most-read", "whole", """
        I più letti / Più letti / Le più lette / Più lette / Il più letto / I più visti / Più visti
        / I più popolari / Articoli più letti / Gli articoli più letti / Notizie più lette
        / Le notizie più lette / I più commentati / I più condivisi / Più popolari / ~Popolari
        / Articoli popolari / ~Di tendenza / ~Tendenze / ~Classifica"""),
    *_rows("it", "sponsored", "whole", """
        ~Pubblicità / Annuncio pubblicitario / ~Annunci / Sponsorizzato / Contenuto sponsorizzato
        / Contenuti sponsorizzati / Contenuto promozionale / Articolo sponsorizzato
        / Continua a leggere dopo la pubblicità / Continua dopo la pubblicità
        / L'articolo continua dopo la pubblicità / Informazione pubblicitaria / Pubbliredazionale
        / Messaggio promozionale / ~Sponsor / In collaborazione con / Offerto da"""),
    *_rows("it", "newsletter", "whole", """
        La nostra newsletter / Le nostre newsletter / Iscriviti / Iscriviti alla newsletter
        / Iscriviti alla nostra newsletter / Iscriviti gratis / Iscriviti ora / Iscriviti subito
        / Iscrivetevi alla newsletter / Abbonati / Abbonati ora / Abbonati subito / Ricevi la newsletter
        / Ricevi la nostra newsletter / Ricevi le notizie / ~Registrati / La tua email / La tua e-mail
        / Indirizzo email / Indirizzo e-mail / Resta aggiornato / Rimani aggiornato / Resta informato
        / Sostienici / Sostieni il giornalismo / Fai una donazione / Dona ora
        / ~La newsletter / Ricevi ogni mattina / Segui il canale WhatsApp / Scarica l’app
        / Iscriviti al canale"""),
    *_rows("it", "share", "whole", """
        ~Condividi / Condividi l'articolo / Condividi questo articolo / Condividi articolo / Condividi su
        / Condividi su Facebook / Condividi su Twitter / Condividi su X / Condividi su WhatsApp
        / Condividi la notizia / Condivisioni / Invia per email / Invia via email / ~Stampa / Stampa articolo
        / ~Salva / Copia link / Copia il link / Link copiato / Seguici / Seguici su / Seguici su Facebook
        / Seguici su Google News / Ascolta l'articolo / Ascolta articolo"""),
    *_rows("it", "comments", "whole", """
        ~Commenti / ~Commento / Commenta / I commenti / Vedi i commenti / Tutti i commenti / Leggi i commenti
        / Mostra commenti / Lascia un commento / Lascia il tuo commento / Scrivi un commento
        / Aggiungi un commento / Inserisci un commento / Nessun commento / Partecipa alla discussione
        / Partecipa alla conversazione / Dì la tua / La tua opinione / Annulla risposta"""),
    *_rows("it", "furniture", "whole", """
        ~Argomenti / ~Tag / ~Parole chiave"""),
    # Dutch
    *_rows("nl", "related-end", "whole", """
        Misschien vind je dit ook interessant / Misschien ook interessant
        / Dit vind je misschien ook interessant / Dit vindt u misschien ook interessant
        / Dit vind je misschien ook leuk / Ook interessant voor jou / Wellicht ook interessant
        / Dit is misschien ook iets voor jou / ~Aanbevolen / Aanbevolen voor jou / Aanbevolen voor u
        / Aanbevolen artikelen / Aanraders / Onze aanraders / Wij raden aan / Gerelateerde artikelen
        / Gerelateerd artikel / Gerelateerd nieuws / Gerelateerde berichten / Gerelateerde onderwerpen
        / Gerelateerde inhoud / Gerelateerde content / Verwante artikelen / Verwante berichten
        / Vergelijkbare artikelen / Soortgelijke artikelen / Meer nieuws / Meer artikelen
        / Meer over dit onderwerp / Meer over dit / Meer berichten / Meer verhalen / Meer voor jou
        / Meer lezen over dit onderwerp / Meer in deze categorie / Andere artikelen / Ander nieuws
        / Andere berichten / Laatste nieuws / Het laatste nieuws / Laatste artikelen / Recente artikelen
        / Recente berichten / Nieuwste artikelen / Volgende artikel / Volgend artikel / Vorig artikel
        / Vorige artikel / Lees verder in dit dossier / Lees hierna / Lees volgende / Uit het archief
        / Keuze van de redactie / Tip van de redactie / Tips van de redactie / Niet te missen / Mis niet
        / ~Uitgelicht / Uitgelichte artikelen / ~In het nieuws / Anderen lazen ook / Anderen bekeken ook
        / Elders op het web
        / Misschien vind je dit ook leuk / Dit wil je niet missen / ~Net binnen / ~Onze keuze
        / ~Nu in het nieuws / Mis niets / Lees ook deze artikelen / Redactietip / Aanrader van de redactie"""),
    *_rows("nl", "related-inline", "prefix", """
        Lees ook / Lees ook dit / Lees ook deze / Lees ook dit artikel / Lees ook onze / Lees meer
        / Lees meer hierover / Lees hier / Lees hier meer / Lees hier ook / Lees verder / Lees dan ook
        / Lees dit ook / Lees eerst / Lees het artikel / Lees het hele artikel / Lees het volledige artikel
        / Lees het interview / Lees de column / Meer lezen / Ook lezen / Ook interessant / Verder lezen
        / Zie ook / Bekijk ook / Bekijk hier / Bekijk meer / Bekijk de video / ~Bekijk / Kijk ook / Kijk hier
        / Luister ook / Luister hier / Luister naar / Gerelateerd / Verwant / Meer weten / ~Meer informatie
        / ~Meer info / Ontdek ook / Ontdek meer / Check ook / Aanrader / Eerder schreven wij / Eerder verscheen
        / Leestip / Leestips
        / ~Achtergrond / ~Interview / Lees het verhaal / Lees de reportage"""),
    *_rows("nl", "related-end", "opening", """
        Meer van / Meer over / Meer uit / Meer nieuws over / Meer nieuws van / Meer artikelen van
        / Meer artikelen over / Lees meer over / Lees meer van / Lees alles over / Alle artikelen van
        / Het laatste nieuws over / Het laatste nieuws uit"""),
    *_rows("nl", "most-read", "whole", """
        Meest gelezen / Meestgelezen / Meest gelezen artikelen / Best gelezen / Bestgelezen / Het meest gelezen
        / Meest bekeken / Meest gedeeld / ~Populair / Populaire artikelen / Populaire berichten / Nu populair
        / Meest populair / Meest besproken / Trending nu / Top 5 meest gelezen"""),
    *_rows("nl", "sponsored", "whole", """
        ~Advertentie / Advertenties / Gesponsord / Gesponsorde inhoud / Gesponsorde berichten
        / Gesponsorde content / Partnercontent / Branded content van / Betaalde inhoud
        / Artikel gaat verder na de advertentie / Tekst gaat door onder de advertentie
        / Lees verder na de advertentie / Lees verder onder de advertentie / Ga verder na advertentie
        / Aangeboden door / Mede mogelijk gemaakt door
        / Artikel gaat verder onder de advertentie / Het artikel gaat verder onder de advertentie
        / Tekst gaat verder onder de advertentie / De tekst gaat verder onder de advertentie
        / Tekst loopt door onder de advertentie / Verhaal gaat verder onder de advertentie
        / Tekst gaat verder na de advertentie"""),
    *_rows("nl", "newsletter", "whole", """
        ~Nieuwsbrief / Nieuwsbrieven / Onze nieuwsbrief / Onze nieuwsbrieven / Schrijf je in
        / Schrijf je in voor onze nieuwsbrief / Schrijf je in voor de nieuwsbrief
        / Schrijf u in voor onze nieuwsbrief / Meld je aan / Meld je aan voor onze nieuwsbrief
        / Meld je aan voor de nieuwsbrief / ~Aanmelden / Aanmelden nieuwsbrief / ~Inschrijven / Abonneer
        / Abonneer je / Abonneer je op onze nieuwsbrief / Ontvang onze nieuwsbrief / Ontvang de nieuwsbrief
        / E-mailadres / Je e-mailadres / Uw e-mailadres / Blijf op de hoogte / Steun ons / ~Doneer / ~Word lid
        / Neem een abonnement"""),
    *_rows("nl", "share", "whole", """
        ~Delen / ~Deel / Deel dit / Deel dit artikel / Deel dit bericht / Artikel delen / Deel artikel
        / Deel via / Deel op Facebook / Deel op Twitter / Deel op X / Deel via WhatsApp / Deel via e-mail
        / Mail dit artikel / Afdrukken / ~Printen / ~Opslaan / ~Bewaren / Bewaar artikel / Kopieer link
        / Link gekopieerd / Volg ons / Volg ons op / Luister naar dit artikel
        / ~Mail"""),
    *_rows("nl", "comments", "whole", """
        ~Reacties / ~Reactie / Reageer / ~Reageren / Alle reacties / Bekijk reacties / Bekijk alle reacties
        / Toon reacties / Lees reacties / Plaats een reactie / Plaats reactie / Geef een reactie
        / Geef je reactie / Laat een reactie achter / Schrijf een reactie / Praat mee / Reageer op dit artikel
        / Geen reacties / Reactie annuleren
        / Lees de reacties / Reacties tonen"""),
    *_rows("nl", "furniture", "whole", """
        ~Onderwerpen / Over de auteurs"""),
    # Polish
    *_rows("pl", "related-end", "whole", """
        Może Cię zainteresować / Może Cię też zainteresować / To może Cię zainteresować / Może Cię zainteresuje
        / Mogą Cię zainteresować / Może Ci się spodobać / Zainteresuje Cię / ~Polecane / Polecane artykuły
        / Polecane dla Ciebie / Polecamy / Polecamy również / Redakcja poleca / Polecane przez redakcję
        / Wybrane dla Ciebie / Powiązane artykuły / ~Powiązane / Powiązane tematy / Powiązane wpisy
        / Powiązane treści / Artykuły powiązane / Podobne artykuły / Podobne wpisy / Podobne tematy / ~Podobne
        / Więcej na ten temat / Więcej wiadomości / ~Więcej informacji / Więcej tematów / Inne artykuły
        / Inne wiadomości / ~Najnowsze / Najnowsze wiadomości / Najnowsze artykuły / Ostatnie wpisy
        / Ostatnie artykuły / Następny artykuł / Poprzedni artykuł / Następny wpis / Poprzedni wpis
        / Nie przegap / Warto przeczytać / Przeczytaj teraz / Inni czytali również / Z ostatniej chwili
        / Zobacz inne artykuły / W tym temacie / ~Tematy dnia
        / Inni czytali także / ~Inni czytają / Rekomendowane / Rekomendowane dla Ciebie
        / To też może Cię zainteresować / ~Pozostałe wiadomości / Pozostałe artykuły / Przeczytaj inne artykuły"""),
    *_rows("pl", "related-inline", "prefix", """
        Czytaj także / Czytaj też / Czytaj również / Czytaj więcej / Czytaj dalej / ~Czytaj
        / Czytaj więcej na ten temat / Przeczytaj także / Przeczytaj też / Przeczytaj również
        / Przeczytaj więcej / Przeczytaj / Przeczytaj cały artykuł / Zobacz także / Zobacz też / Zobacz również
        / Zobacz więcej / ~Zobacz / Zobacz wideo / Zobacz zdjęcia / ~Obejrzyj / Obejrzyj także / Obejrzyj też
        / Oglądaj / ~Posłuchaj / Posłuchaj także / ~Sprawdź / Sprawdź też / Sprawdź także / Sprawdź również
        / Dowiedz się więcej / Patrz też / ~Więcej / Więcej przeczytasz tutaj / Zajrzyj też / ~Warto wiedzieć
        / Polecamy także
        / Warto zobaczyć / Oglądaj także / Oglądaj też / Poznaj też / Kliknij i czytaj / Zobacz koniecznie
        / Przeczytaj koniecznie / Czytaj koniecznie / Więcej w artykule"""),
    *_rows("pl", "related-end", "opening", """
        Więcej o / Więcej na temat / Więcej z / Więcej wiadomości z / Więcej informacji o / Więcej artykułów
        / Najnowsze wiadomości z / Wszystkie artykuły autora / Czytaj więcej o / Zobacz więcej z"""),
    *_rows("pl", "most-read", "whole", """
        Najczęściej czytane / Najpopularniejsze / Najchętniej czytane / ~Popularne / Popularne artykuły
        / Popularne wpisy / Popularne teraz / Najczęściej komentowane / Najczęściej udostępniane
        / Najczęściej oglądane / ~Na czasie / ~Najlepsze / Teraz czytane / Hity dnia"""),
    *_rows("pl", "sponsored", "whole", """
        ~Reklama / ~Reklamy / Sponsorowane / Artykuł sponsorowany / Artykuły sponsorowane
        / Materiał sponsorowany / Materiał promocyjny / Materiał partnera / Materiały partnera
        / Treść sponsorowana / Dalszy ciąg artykułu pod reklamą / Dalsza część artykułu pod reklamą
        / Ciąg dalszy pod reklamą / Dalsza część tekstu pod reklamą / Koniec bloku reklamowego / ~Ogłoszenie
        / Ciąg dalszy artykułu pod reklamą / Dalszy ciąg materiału pod reklamą
        / Dalszy ciąg artykułu pod materiałem wideo / Dalszy ciąg materiału pod wideo
        / Dalsza część artykułu pod materiałem wideo / Dalsza część artykułu pod wideo
        / Dalszy ciąg tekstu pod zdjęciem"""),
    *_rows("pl", "newsletter", "whole", """
        Nasz newsletter / Zapisz się / Zapisz się do newslettera / Zapisz się na newsletter
        / Zapisz się do naszego newslettera / Zapisz się na nasz newsletter / Subskrybuj / Subskrybuj newsletter
        / Subskrybuj nasz newsletter / Subskrybuj nas / Twój e-mail / Twój adres e-mail / Adres e-mail
        / Bądź na bieżąco / Wesprzyj nas / Wspieraj nas / Prenumerata / Zaprenumeruj"""),
    *_rows("pl", "share", "whole", """
        Udostępnij / Udostępnij artykuł / Udostępnij na Facebooku / Udostępnij na Twitterze / Podziel się
        / Podziel się artykułem / Podziel się ze znajomymi / Wyślij znajomemu / Wyślij e-mailem / ~Drukuj
        / Wydrukuj / ~Zapisz / Kopiuj link / Skopiuj link / Link skopiowany / Obserwuj nas / ~Obserwuj
        / Polub nas na Facebooku / Lubię to / Posłuchaj artykułu
        / Obserwuj nas w Google / Śledź nas / Polub nas / Oceń artykuł"""),
    *_rows("pl", "comments", "whole", """
        ~Komentarze / ~Komentarz / Skomentuj / Dodaj komentarz / Napisz komentarz / Zostaw komentarz
        / Wszystkie komentarze / Pokaż komentarze / Zobacz komentarze / Przeczytaj komentarze / Brak komentarzy
        / Dołącz do dyskusji / ~Dyskusja / Anuluj pisanie odpowiedzi / ~Opinie
        / ~Komentarzy"""),
    *_rows("pl", "furniture", "whole", """
        ~Tagi / ~Tematy / Powrót na stronę główną / Masz temat"""),
    # Swedish, Danish, Norwegian, Finnish
    *_rows("sv", "related-end", "whole", """
        Du kanske också gillar / Du kanske också är intresserad av / Du kanske gillar
        / Detta kanske också intresserar dig / Kanske är du intresserad av / Mer i ämnet / Mer om ämnet
        / Mer nyheter / Mer för dig / Fler artiklar / Fler nyheter / Fler inlägg / Fler artiklar för dig
        / Relaterade artiklar / Relaterade inlägg / Relaterade nyheter / Relaterade ämnen / Relaterat innehåll
        / Liknande artiklar / Liknande inlägg / Liknande nyheter / ~Rekommenderat / ~Rekommenderas
        / Rekommenderat för dig / Rekommenderade artiklar / Vi rekommenderar / Utvalt för dig / Utvalda artiklar
        / Redaktionen rekommenderar / ~Senaste nytt / Senaste nyheterna / Senaste artiklarna / Senaste inläggen
        / Nästa artikel / Föregående artikel / Missa inte / Andra läser / Andra läste också / Läs härnäst
        / Från startsidan / I samma ämne
        / Relaterad läsning / Andra läser också / Fler läser / Läs fler nyheter"""),
    *_rows("sv", "related-inline", "prefix", """
        Läs också / Läs även / Läs mer / Läs vidare / Läs mer här / Läs mer om detta / Läs hela artikeln
        / Läs artikeln / Läs här / Läs dessutom / Se också / Se även / Se mer / Se videon / Titta också
        / Lyssna också / Lyssna även / Relaterat / Mer läsning / ~Mer information / Mer att läsa
        / ~Bakgrund till detta / Lästips / Visa mer
        / Läs intervjun / Läs recensionen / Se klippet / Fortsätt läsa / Läs mer om ämnet / ~Bakgrund / ~Fakta
        / ~Se"""),
    *_rows("sv", "related-end", "opening", """
        Mer från / Mer om / Mer av / Fler artiklar av / Fler artiklar från / Fler artiklar om / Läs mer om
        / Läs mer från / Läs fler artiklar / Alla artiklar av / Senaste nytt från / Senaste nytt om"""),
    *_rows("sv", "most-read", "whole", """
        Mest läst / Mest lästa / Mest lästa artiklar / Mest läst just nu / Mest läst idag / Mest delat
        / Mest delade / Mest kommenterat / ~Populärt / Populära artiklar / Populärast just nu / Populärt just nu
        / ~Just nu / ~Trendar
        / Hetast just nu"""),
    *_rows("sv", "sponsored", "whole", """
        ~Annons / ~Annonser / ~Reklam / Sponsrat / Sponsrat innehåll / Sponsrad artikel / Annonsen fortsätter
        / Artikeln fortsätter efter annonsen / Artikeln fortsätter under annonsen
        / Texten fortsätter efter annonsen / Annonssamarbete / Betalt innehåll / I samarbete med
        / Texten fortsätter under annonsen / Annonsen fortsätter nedan / Artikeln fortsätter nedanför annonsen
        / Artikeln fortsätter under bilden / Artikeln fortsätter nedan / Texten fortsätter under bilden"""),
    *_rows("sv", "newsletter", "whole", """
        Nyhetsbrev / Vårt nyhetsbrev / Våra nyhetsbrev / Prenumerera / Prenumerera på vårt nyhetsbrev
        / Prenumerera på nyhetsbrevet / Anmäl dig / Anmäl dig till vårt nyhetsbrev / Få vårt nyhetsbrev
        / Din e-postadress / E-postadress / E-post / Håll dig uppdaterad / Stöd oss / Bli medlem
        / Bli prenumerant
        / Få nyhetsbrevet / Anmäl dig här / Prenumerera här"""),
    *_rows("sv", "share", "whole", """
        ~Dela / Dela artikeln / Dela artikel / Dela med dig / Dela på Facebook / Dela på Twitter / Dela på X
        / Dela via e-post / ~Tipsa / ~Skriv ut / ~Spara / Spara artikel / Kopiera länk / Länk kopierad
        / Följ oss / Följ oss på / Lyssna på artikeln
        / Dela med andra / Följ ämnen / Följ frågor i artikeln / Tipsa oss"""),
    *_rows("sv", "comments", "whole", """
        ~Kommentarer / ~Kommentera / Kommentera artikeln / Visa kommentarer / Visa alla kommentarer
        / Läs kommentarer / Skriv en kommentar / Lämna en kommentar / Lämna ett svar / Inga kommentarer
        / ~Diskutera / Delta i diskussionen / Avbryt svar"""),
    *_rows("sv", "furniture", "whole", """
        ~Ämnen / Ämnen i artikeln / ~Taggar / Till startsidan / Om författaren / Om skribenten"""),
    *_rows("da", "related-end", "whole", """
        Måske er du også interesseret i / Du er måske også interesseret i / Måske kan du også lide
        / Relaterede artikler / Relaterede indlæg / Relaterede emner / Relateret indhold / Lignende artikler
        / Flere artikler / Flere nyheder / Mere om emnet / Mere om samme emne / Anbefalet til dig
        / Anbefalede artikler / Vi anbefaler / Seneste nyt / Seneste nyheder / Seneste artikler / Næste artikel
        / Forrige artikel / Andre læser / Gå ikke glip af"""),
    *_rows("da", "related-inline", "prefix", """
        Læs også / Læs mere / Læs videre / Læs mere her / Læs hele artiklen / Læs her / Se også / Se mere
        / Hør også / Lyt også / Relateret / Artiklen fortsætter her"""),
    *_rows("da", "related-end", "opening", """
        Mere fra / Mere om / Flere artikler fra / Læs mere om / Alle artikler af"""),
    *_rows("da", "most-read", "whole", """
        Mest læste / Mest læst i dag / Mest læste artikler / Mest delte / Populære artikler / Populært lige nu"""),
    *_rows("da", "sponsored", "whole", """
        ~Annoncer / Sponsoreret / Sponsoreret indhold / Artiklen fortsætter efter annoncen
        / Artiklen fortsætter under annoncen / Betalt indhold / Annoncørbetalt indhold"""),
    *_rows("da", "newsletter", "whole", """
        Nyhedsbrev / Nyhedsbreve / Tilmeld dig / Tilmeld nyhedsbrev / Tilmeld dig vores nyhedsbrev
        / Få vores nyhedsbrev / Din e-mailadresse / Abonner"""),
    *_rows("da", "share", "whole", """
        ~Del / Del artikel / Del artiklen / Del på Facebook / ~Udskriv / ~Gem / Kopier link / Følg os"""),
    *_rows("da", "comments", "whole", """
        Kommentér / Vis kommentarer / Skriv en kommentar til artiklen / Skriv kommentar / Deltag i debatten
        / ~Debat"""),
    *_rows("no", "related-end", "whole", """
        Du vil kanskje også like / Kanskje liker du også / Relaterte artikler / Relaterte saker
        / Relatert innhold / Flere saker / Flere artikler fra oss / Flere nyheter / Mer om saken
        / Anbefalt for deg / Anbefalte artikler / Vi anbefaler også / Siste nytt / Siste nyheter / Siste saker
        / Neste artikkel / Forrige artikkel / Andre leser / Ikke gå glipp av"""),
    *_rows("no", "related-inline", "prefix", """
        Les også / Les mer / Les videre / Les mer her / Les hele saken / Les saken / Les hele artikkelen
        / Les også saken / Se flere / ~Hør / Relatert / ~Bakgrunn"""),
    *_rows("no", "related-end", "opening", """
        Mer fra / Flere saker fra / Les mer om / Les flere saker / Alle artikler av forfatteren"""),
    *_rows("no", "most-read", "whole", """
        Mest lest / Mest leste / Mest leste saker / Mest lest nå / Populære saker / Populært nå / Mest delt"""),
    *_rows("no", "sponsored", "whole", """
        ~Annonse / Annonser på nett / ~Reklame / Sponset / Sponset innhold / Annonsørinnhold
        / Artikkelen fortsetter under annonsen / Saken fortsetter under annonsen
        / Saken fortsetter etter annonsen / Betalt innhold"""),
    *_rows("no", "newsletter", "whole", """
        Nyhetsbrev fra oss / Meld deg på / Meld deg på nyhetsbrev / Meld deg på vårt nyhetsbrev / Få nyhetsbrev
        / Din e-post / Abonner på nyhetsbrev"""),
    *_rows("no", "share", "whole", "Del saken / Del artikkelen / Del denne saken / Skriv ut saken / Følg oss på"),
    *_rows("no", "comments", "whole", """
        Vis alle kommentarer / Skriv en kommentar her / Ingen kommentarer / Delta i debatten"""),
    *_rows("fi", "related-end", "whole", """
        Saatat myös pitää / Sinua saattaa kiinnostaa / Sinua voisi kiinnostaa / Aiheeseen liittyvää
        / Aiheeseen liittyvät artikkelit / Lisää aiheesta / Lisää samasta aiheesta / Lisää uutisia
        / ~Suositellut / Suosittelemme / Uusimmat / Uusimmat uutiset / Tuoreimmat / Tuoreimmat uutiset
        / Seuraava artikkeli / Edellinen artikkeli"""),
    *_rows("fi", "related-inline", "prefix", """
        Lue myös / Lue lisää / Lue koko juttu / Lue juttu / Lue täältä / Lue seuraavaksi / Katso myös
        / Katso video / Kuuntele myös / Lue aiheesta lisää"""),
    *_rows("fi", "most-read", "whole", """
        Luetuimmat / Luetuimmat artikkelit / Suosituimmat / Suositut / Puhutuimmat / Katsotuimmat"""),
    *_rows("fi", "sponsored", "whole", """
        ~Mainos / Mainokset / ~Ilmoitus / Juttu jatkuu mainoksen jälkeen / Artikkeli jatkuu mainoksen jälkeen
        / Kaupallinen yhteistyö / Sponsoroitu"""),
    *_rows("fi", "newsletter", "whole", """
        Uutiskirje / Tilaa uutiskirje / Tilaa uutiskirjeemme / ~Tilaa / Sähköpostiosoite"""),
    *_rows("fi", "share", "whole", """
        ~Jaa / Jaa artikkeli / Jaa juttu / Jaa Facebookissa / Tulosta / Tallenna / Kopioi linkki / Seuraa meitä"""),
    *_rows("fi", "comments", "whole", """
        Kommentit / Kommentoi / Kirjoita kommentti / Näytä kommentit / Osallistu keskusteluun / ~Keskustelu"""),
    # Russian, Ukrainian
    *_rows("ru", "related-end", "whole", """
        Вам может понравиться / Вам также может понравиться / Вам может быть интересно / Вам будет интересно
        / Вас может заинтересовать / Возможно, вам будет интересно / Это может быть интересно / ~Это интересно
        / ~Рекомендуем / Рекомендуемые / Рекомендуем прочитать / Рекомендуем почитать / Рекомендовано
        / ~Рекомендации / Рекомендации для вас / Советуем почитать / Выбор редакции / Похожие статьи
        / Похожие новости / Похожие материалы / Похожие записи / Похожие публикации / Похожие темы
        / Связанные статьи / Связанные новости / Связанные материалы / Статьи по теме / Новости по теме
        / Материалы по теме / Публикации по теме / Другие статьи / Другие новости / Другие материалы
        / Другие новости по теме / Ещё новости / Ещё по теме / Ещё статьи / Ещё материалы / Больше новостей
        / Больше по теме / Больше интересного / Последние новости / Последние статьи / Последние записи
        / Свежие новости / Главные новости / ~Главное сегодня / Главное за день / Новости партнёров
        / Новости наших партнеров / ~Новости дня / Следующая статья / Предыдущая статья / Следующая запись
        / Предыдущая запись / Следующая новость / Не пропустите / Сейчас читают также
        / Возможно, вас заинтересует / Возможно, вам понравится / ~Лента новостей / Новости СМИ2
        / Что почитать / Что ещё почитать / Советуем прочитать / ~Самое важное / ~Актуальное
        / Актуальные новости / ~Интересное / ~Спецпроекты / ~Сюжет / ~Сюжеты / ~Главное"""),
    *_rows("ru", "related-inline", "prefix", """
        Читайте также / Читайте ещё / Читайте далее / Читайте больше / Читайте по теме
        / Читайте в нашем материале / Читайте на сайте / Читайте подробнее / Читай также / Читать также
        / Читать далее / Читать полностью / Читать ещё / Читать подробнее / Также читайте / Смотрите также
        / ~Смотрите / Смотри также / Смотреть также / Слушайте также / ~По теме / ~В тему / ~Подробнее
        / ~Подробности / Подробнее по теме / Подробнее читайте / См. также / См. по теме / Узнайте больше
        / Узнать больше / Узнайте также / Материал по теме / Статья по теме / Новость по теме / Видео по теме
        / Фото по теме / Ранее по теме
        / Смотрите видео / ~Ранее / ~Ещё / ~Слушайте / Читать по теме / Об этом читайте / Читайте об этом
        / Читайте в материале / Читайте наш материал / Узнать подробнее"""),
    *_rows("ru", "related-end", "opening", """
        Ещё больше новостей / Больше новостей о / Больше новостей на / Все новости на / Все материалы автора
        / Другие статьи автора / Читайте больше новостей / Читайте больше о / Читайте нас в
        / Подробнее читайте в"""),
    *_rows("ru", "most-read", "whole", """
        Самое читаемое / Самое популярное / ~Популярное / Популярные статьи / Популярные новости
        / Популярные материалы / Популярные записи / Самые читаемые / Самые популярные / Самое обсуждаемое
        / Самое интересное / Читают сейчас / Сейчас читают / Сейчас в тренде / В тренде / Топ новостей
        / Лучшее за неделю / ~Лучшее / ~Топ
        / ~Популярные / ~Обсуждаемое"""),
    *_rows("ru", "sponsored", "whole", """
        ~Реклама / На правах рекламы / Партнёрский материал / Партнерские материалы / Спонсорский материал
        / Спонсировано / Продолжение после рекламы / Продолжение статьи после рекламы / Материал партнёра
        / ~Объявления
        / Продолжение под рекламой / ~Продолжение ниже / ~Промо"""),
    *_rows("ru", "newsletter", "whole", """
        ~Рассылка / Наша рассылка / Подписаться / Подпишитесь / Подписывайтесь / ~Подписка
        / Подписаться на рассылку / Подпишитесь на рассылку / Подпишитесь на нашу рассылку
        / Подписаться на новости / Подпишитесь на новости / Подпишитесь на наш канал
        / Подписывайтесь на наш канал / Подписывайтесь на наш Telegram-канал
        / Подписывайтесь на наш телеграм-канал / Ваш e-mail / Ваш email / Электронная почта / Поддержите нас
        / Поддержать нас / Поддержать проект
        / Подписывайтесь на нас / Подписывайтесь на нас в Telegram / Подпишитесь на наш Telegram
        / Мы в Telegram / Наш Telegram-канал / Наш телеграм-канал / Следите за новостями"""),
    *_rows("ru", "share", "whole", """
        Поделиться / Поделитесь / Поделиться новостью / Поделиться статьёй / Поделиться ссылкой
        / Поделитесь с друзьями / Поделиться с друзьями / Поделиться в соцсетях / Рассказать друзьям
        / Отправить другу / Распечатать / ~Печать / Версия для печати / ~Сохранить / В закладки
        / Скопировать ссылку / Копировать ссылку / Ссылка скопирована / Мы в соцсетях / Следите за нами
        / Мне нравится"""),
    *_rows("ru", "comments", "whole", """
        ~Комментарии / Комментировать / ~Обсуждение / Обсудить / Оставить комментарий / Оставьте комментарий
        / Добавить комментарий / Написать комментарий / Показать комментарии / Все комментарии
        / Читать комментарии / Нет комментариев / Присоединиться к обсуждению / Ваше мнение / Отменить ответ
        / ~Комментариев / ~Комментария"""),
    *_rows("ru", "furniture", "whole", """
        ~Теги / ~Тэги / ~Темы / ~Метки / Нашли ошибку / Сообщить об ошибке / Об авторе"""),
    *_rows("uk", "related-end", "whole", """
        Вам може сподобатися / Вас може зацікавити / Вам буде цікаво / ~Рекомендуємо / Схожі статті
        / ~Схожі новини / Пов'язані статті / Новини за темою / Матеріали за темою / Матеріали по темі
        / Інші новини / Більше новин / Останні новини / Головні новини / Наступна стаття / Попередня стаття"""),
    *_rows("uk", "related-inline", "prefix", """
        Читайте також / Читайте ще / Читайте далі / Також читайте / Дивіться також / Дивись також
        / Слухайте також / До теми / За темою / По темі / ~Докладніше / ~Детальніше / Дізнайтеся більше
        / Більше про це"""),
    *_rows("uk", "most-read", "whole", """
        Найпопулярніше / Найпопулярніші / Найчитаніше / Популярні новини / Популярні статті / Популярне зараз"""),
    *_rows("uk", "sponsored", "whole", """
        Реклама від партнерів / На правах реклами / Партнерський матеріал / Продовження після реклами"""),
    *_rows("uk", "newsletter", "whole", """
        ~Розсилка / Підписатися / Підпишіться / Підписуйтесь / Підпишіться на розсилку
        / Підписуйтесь на наш канал / Підтримайте нас"""),
    *_rows("uk", "share", "whole", """
        Поділитися / ~Поширити / Поділіться / Надрукувати / ~Зберегти / Скопіювати посилання"""),
    *_rows("uk", "comments", "whole", """
        ~Коментарі / Коментувати / Залишити коментар / Додати коментар / ~Обговорення"""),
    # Turkish
    *_rows("tr", "related-end", "whole", """
        İlgini çekebilir / İlginizi çekebilir / İlginizi çekebilecek haberler / Bunlar da ilginizi çekebilir
        / Bunlar ilginizi çekebilir / Bunu da beğenebilirsiniz / Hoşunuza gidebilir / Sizin için seçtiklerimiz
        / Sizin için önerilenler / Sizin için öneriler / Önerilen haberler / Önerilen içerikler / ~Önerilenler
        / Önerilen yazılar / Önerilen videolar / Tavsiye edilen haberler / İlgili haberler / İlgili yazılar
        / İlgili içerikler / İlgili konular / İlgili makaleler / İlgili videolar / Benzer haberler
        / Benzer yazılar / Benzer içerikler / Benzer makaleler / Diğer haberler / Diğer yazılar
        / Diğer içerikler / Daha fazla haber / Daha fazla içerik / ~Daha fazlası / Son haberler
        / Son dakika haberleri / ~Son dakika / Son yazılar / En son haberler / Güncel haberler / Günün haberleri
        / Sonraki haber / Önceki haber / Sonraki yazı / Önceki yazı / Sıradaki haber / Editörün seçtikleri
        / Editörün seçimi / Kaçırmayın / ~Öne çıkanlar / Öne çıkan haberler / ~Manşetler
        / Bu haberler de ilginizi çekebilir / Şunlar da ilginizi çekebilir / ~Günün manşetleri
        / Gündemden başlıklar / ~Sizin için / ~Size özel / Günün öne çıkanları / Konuyla ilgili haberler
        / ~Bu konuyla ilgili / Diğer başlıklar / Son dakika haberler / ~Manşet"""),
    *_rows("tr", "related-inline", "prefix", """
        Ayrıca okuyun / Ayrıca bakınız / Ayrıca bkz / Bunu da okuyun / Bunları da okuyun / Bunu da oku
        / Şunu da okuyun / Okumaya devam et / Okumaya devam edin / Devamını oku / Devamını okuyun
        / Devamı için tıklayın / Haberin devamı / Haberin devamı için tıklayın / Daha fazla oku
        / Daha fazla bilgi / Daha fazla bilgi için / İlgili haber / İlgili yazı / İlgili içerik / ~İlgili
        / Detaylar için tıklayın / Haberi okumak için tıklayın / Bakınız / Bkz / ~İzle / İzleyin / Videoyu izle
        / ~Dinle / Dinleyin / Tıkla oku / ~Oku
        / Bu habere de bakın / Bakmadan geçme / Bakmadan geçmeyin / Okumadan geçme / Okumadan geçmeyin
        / ~Tavsiye edilen / ~Daha fazla / Daha fazlası için / ~Fotoğraf galerisi / ~Foto galeri / ~Video galeri
        / Haberi oku / ~Okuyun / Ayrıca bakın / Tıklayın / Haber için tıklayın / Haberin tamamı
        / Haberin tamamı için tıklayın / Haberin devamı için / ~Detaylar"""),
    *_rows("tr", "most-read", "whole", """
        En çok okunanlar / En çok okunan / En çok okunan haberler / Çok okunanlar / Çok okunan haberler
        / En popüler / En popüler haberler / ~Popüler / Popüler haberler / Popüler yazılar / En çok izlenenler
        / En çok paylaşılanlar / En çok yorumlananlar / Trend haberler / ~Gündem
        / ~Trend"""),
    *_rows("tr", "sponsored", "whole", """
        ~Reklamlar / Sponsorlu / Sponsorlu içerik / Sponsorlu bağlantılar / Haberin devamı reklamdan sonra
        / Haber reklamdan sonra devam ediyor / Advertorial içerik / ~İlan / ~Tanıtım
        / Reklamdan sonra devam ediyor / Haber reklamın altında devam ediyor"""),
    *_rows("tr", "newsletter", "whole", """
        ~Bülten / E-bülten / Bültenimiz / Bültenimize abone olun / Bültene abone ol / Bültene kaydol
        / E-bülten aboneliği / E-bültenimize kaydolun / Abone ol / Abone olun / ~Kaydol / E-posta adresiniz
        / E-posta / E-posta adresi / Gelişmelerden haberdar olun / Bizi destekleyin"""),
    *_rows("tr", "share", "whole", """
        ~Paylaş / Paylaşın / Bu haberi paylaş / Haberi paylaş / Bu yazıyı paylaş / Facebook'ta paylaş
        / Twitter'da paylaş / X'te paylaş / WhatsApp'ta paylaş / ~Yazdır / ~Kaydet / Bağlantıyı kopyala
        / Linki kopyala / Bizi takip edin / ~Takip et / Takip edin / E-posta gönder / Haberi dinle
        / Google News’te takip et / Google News’te takip edin"""),
    *_rows("tr", "comments", "whole", """
        ~Yorumlar / ~Yorum / Yorum yap / Yorum yapın / Yorum yaz / Yorum yazın / Yorumunuzu yazın / Yorum ekle
        / Bir yorum yazın / Yorumları göster / Tüm yorumlar / Tüm yorumları gör / Bir cevap yazın
        / Yanıtı iptal et"""),
    *_rows("tr", "furniture", "whole", """
        ~Etiketler / ~Konular / Yazar hakkında"""),
    # Arabic, Persian, Hebrew
    *_rows("ar", "related-end", "whole", """
        قد يعجبك أيضا / قد يعجبك / ربما يعجبك / قد يهمك / قد يهمك أيضا / ربما يهمك أيضا / ربما يهمك
        / ربما تود قراءة / مقالات ذات صلة / مقالات متعلقة / مقالات مشابهة / مقالات أخرى / أخبار ذات صلة
        / أخبار متعلقة / أخبار مشابهة / أخبار أخرى / مواضيع ذات صلة / موضوعات ذات صلة / مواضيع متعلقة
        / مواضيع مشابهة / موضوعات متعلقة / مواضيع قد تهمك / محتوى ذو صلة / قصص ذات صلة / المزيد من الأخبار
        / المزيد حول هذه القصة / المزيد من المقالات / المزيد حول الموضوع / آخر الأخبار / أحدث الأخبار
        / أحدث المقالات / أهم الأخبار / اخترنا لكم / اخترنا لك / نرشح لك / نرشح لكم / ~مقترحات / موصى به
        / موصى به لك / ترشيحاتنا / المقال التالي / المقال السابق / الخبر التالي / الخبر السابق / لا يفوتك
        / ~مختارات / اختيارات المحرر / أخبار مقترحة / مقالات مقترحة
        / مواد ذات صلة / قصص مقترحة / محتوى مقترح / روابط ذات صلة / مقاطع ذات صلة / أبرز الأخبار / مقترحة لك
        / ~تغطية خاصة / ~ملفات خاصة / ~عاجل / ~التالي / ~السابق"""),
    *_rows("ar", "related-inline", "prefix", """
        اقرأ أيضا / اقرؤوا أيضا / اقرأ المزيد / اقرأ كذلك / ~اقرأ / اقرأ في / طالع أيضا / طالع المزيد / ~طالع
        / شاهد أيضا / ~شاهد / شاهد الفيديو / استمع أيضا / اسمع أيضا / انظر أيضا / تابع أيضا / تابع القراءة
        / ~المزيد / للمزيد / لمزيد من التفاصيل / للمزيد من التفاصيل / لقراءة المزيد / اعرف المزيد / تفاصيل أكثر
        / ذات صلة / متعلقات / خبر ذو صلة / ~أيضا
        / اقرأ في نفس الموضوع / لا تفوت / لا تفوتوا / قراءة المزيد / ~تابعوا / ~في نفس السياق"""),
    *_rows("ar", "related-end", "opening", "المزيد من / المزيد عن / اقرأ المزيد عن / اقرأ المزيد من / جميع مقالات"),
    *_rows("ar", "most-read", "whole", """
        الأكثر قراءة / الأكثر قراءة اليوم / الأكثر مشاهدة / الأكثر تداولا / الأكثر شعبية / الأكثر تفاعلا
        / الأكثر مشاركة / الأكثر تعليقا / الأكثر رواجا / الأكثر بحثا / المقالات الأكثر قراءة / شائع الآن
        / الشائع / ~رائج / الأكثر زيارة
        / اختيارات القراء"""),
    *_rows("ar", "sponsored", "whole", """
        ~إعلان / ~إعلانات / محتوى إعلاني / محتوى مدعوم / محتوى ممول / ~ممول / ~برعاية / إعلان ممول
        / يستمر المقال بعد الإعلان / مادة إعلانية"""),
    *_rows("ar", "newsletter", "whole", """
        النشرة البريدية / النشرة الإخبارية / نشرتنا البريدية / اشترك / اشترك الآن / اشترك في النشرة البريدية
        / اشترك في نشرتنا البريدية / اشترك في نشرتنا الإخبارية / اشترك معنا / اشتركوا في نشرتنا
        / بريدك الإلكتروني / البريد الإلكتروني / سجل الآن / القائمة البريدية
        / اشترك في النشرة / اشترك في نشرتنا / اشتركوا في النشرة / اشترك في النشرة الإخبارية / اشترك في قناتنا
        / تابعوا قناتنا / حمل التطبيق / حملوا التطبيق"""),
    *_rows("ar", "share", "whole", """
        ~شارك / ~مشاركة / شاركها / شارك المقال / شارك هذا المقال / شارك الخبر / شارك على فيسبوك / شارك عبر
        / ~انشر / ~طباعة / نسخ الرابط / تم نسخ الرابط / ~حفظ / تابعنا / تابعنا على / تابعونا / تابعونا على"""),
    *_rows("ar", "comments", "whole", """
        ~التعليقات / ~تعليقات / ~تعليق / أضف تعليق / أضف تعليقا / اترك تعليقا / اترك تعليقك / اترك ردا
        / أكتب تعليقا / اكتب تعليقك / عرض التعليقات / شاركنا رأيك / لا توجد تعليقات / إلغاء الرد / ~النقاش
        / أضف تعليقك / رأيك يهمنا"""),
    *_rows("ar", "furniture", "whole", """
        ~الكلمات المفتاحية / ~كلمات مفتاحية / ~الوسوم / ~كلمات دالة / ~مواضيع / عن الكاتب / نبذة عن الكاتب"""),
    *_rows("fa", "related-end", "whole", """
        مطالب مرتبط / مطالب مشابه / اخبار مرتبط / اخبار مرتبط با این موضوع / مطالب پیشنهادی / خبرهای مرتبط
        / آخرین اخبار / موضوعات مرتبط / شاید بپسندید"""),
    *_rows("fa", "related-inline", "prefix", """
        بیشتر بخوانید / بیشتر بخوانید در این باره / همچنین بخوانید / ~بخوانید / ادامه مطلب / ~ببینید
        / مطلب مرتبط"""),
    *_rows("fa", "most-read", "whole", """
        پربازدیدترین / پربازدیدترین ها / پرخواننده ترین ها / پربیننده ترین / محبوب ترین ها"""),
    *_rows("fa", "comments", "whole", "~نظرات / نظر شما / دیدگاه ها / دیدگاه خود را بنویسید / ارسال نظر"),
    *_rows("he", "related-end", "whole", """
        אולי יעניין אותך / אולי יעניין אותך גם / כתבות נוספות / כתבות קשורות / עוד בנושא / כתבות מומלצות
        / ~מומלצים / חדשות נוספות / עוד חדשות"""),
    *_rows("he", "related-inline", "prefix", """
        קראו גם / קראו עוד / ראו גם / קרא עוד / קרא גם / לקריאה נוספת / עוד בנושא זה / לכתבה המלאה"""),
    *_rows("he", "most-read", "whole", "הנקראות ביותר / הכתבות הנקראות ביותר / הכי נקראות / ~פופולרי"),
    *_rows("he", "comments", "whole", "~תגובות / הוסף תגובה / כתוב תגובה / לכל התגובות"),
    # Japanese
    *_rows("ja", "related-end", "whole", """
        あなたにおすすめ / あなたへのおすすめ / あなたにおすすめの記事 / おすすめ記事 / おすすめの記事
        / ~おすすめ / おすすめコンテンツ / おすすめ情報 / おすすめ関連記事 / オススメ記事 / ~オススメ
        / お薦め記事 / こちらもおすすめ / こちらの記事もおすすめ / こちらの記事も読まれています
        / この記事を読んだ人はこんな記事も読んでいます / この記事を読んだ人におすすめ
        / この記事を読んだ人はこちらの記事も読んでいます / こんな記事も読まれています / こんな記事もおすすめ
        / こんな記事も / 合わせて読みたい記事 / あわせて読みたい記事 / あわせて読まれている記事
        / 次に読みたい記事 / 次に読む / 次の記事 / 前の記事 / 次のページ / 関連コンテンツ / 関連トピック
        / 関連トピックス / 関連ワード / 関連キーワード / 関連タグ / 関連動画 / ~関連情報 / ~関連商品
        / 関連リンク集 / 同じカテゴリーの記事 / 同じカテゴリの記事 / 同じテーマの記事 / 同じ著者の記事
        / この著者の記事 / この連載の記事 / この記事に関連するニュース / 最新記事 / 最新ニュース / 最新の記事
        / 新着記事 / 新着ニュース / ~新着 / 最近の記事 / 最近の投稿 / 注目記事 / 注目の記事 / ~注目ニュース
        / 注目トピックス / ~ピックアップ / ピックアップ記事 / ~特集 / 編集部おすすめ / 編集部のおすすめ
        / 編集部のおすすめ記事 / その他の記事 / その他のニュース / もっと読む記事 / 主要ニュース
        / トップニュース / バックナンバー
        / この記事もおすすめ / この記事を読んだあなたにおすすめ / この記事を読んだ人はこちらも / この記事の関連ニュース / 同じジャンルの記事 / あなたにオススメ
        / 今、あなたにオススメ / この連載の一覧 / 連載一覧 / ~連載 / ~トピックス / 関連特集 / この特集の記事 / ~一覧を見る / ~記事一覧"""),
    *_rows("ja", "related-inline", "prefix", """
        関連記事 / 関連ニュース / 関連リンク / ~関連 / 関連ページ / 参考記事 / ~参考 / あわせて読みたい
        / 合わせて読みたい / 併せて読みたい / あわせてお読みください / あわせて読む / 合わせて読む
        / こちらもどうぞ / こちらも読まれています / こちらも参考に / こちらの記事もどうぞ / こちらの記事も
        / もっと読む / もっと見る / 続きを読む / 続きはこちら / 続きを見る / 詳しくはこちら / 詳しく読む
        / 詳細はこちら / 記事全文を読む / 全文を読む / 全文はこちら / 記事を読む / 写真を見る / 画像を見る
        / 動画を見る / ~動画 / ~写真特集 / フォトギャラリー / ~ギャラリー / 前回の記事 / 過去記事
        / 次の記事を読む / 関連写真 / もっと詳しく / 解説記事 / おすすめの関連記事
        / 関連する記事 / 記事の続きを読む / 画像をもっと見る / 拡大画像を見る"""),
    *_rows("ja", "most-read", "whole", """
        人気記事 / 人気の記事 / 人気記事ランキング / 人気ランキング / アクセスランキング
        / アクセスランキング記事 / ~ランキング / よく読まれている記事 / よく読まれている記事ランキング
        / よく読まれています / よく読まれる記事 / 今読まれている記事 / いま読まれている記事 / いま読まれています
        / 今読まれています / 話題の記事 / ~話題のニュース / 急上昇 / 急上昇ランキング / 週間ランキング
        / 総合ランキング / 人気ニュース / ~人気 / ~トレンド / 人気のタグ / 閲覧ランキング
        / 今週の人気記事 / 24時間の人気記事 / 週間アクセスランキング / 月間ランキング"""),
    *_rows("ja", "sponsored", "whole", """
        ~広告 / スポンサーリンク / スポンサードリンク / ~スポンサー / スポンサーコンテンツ / 記事広告
        / タイアップ / タイアップ記事 / 記事は広告の後に続きます / ~この後に続く / 広告の後にも続きます / ~提供
        / ~企画・制作
        / ~PR"""),
    *_rows("ja", "newsletter", "whole", """
        メールマガジン / メルマガ / メルマガ登録 / メールマガジン登録 / メルマガ会員登録 / ニュースレター
        / ニュースレター登録 / ニュースレターに登録 / 無料会員登録 / ~会員登録 / ~登録する / ~購読 / 購読する
        / ~メールアドレス / 購読申し込み / アプリをダウンロード"""),
    *_rows("ja", "share", "whole", """
        ~シェア / シェアする / この記事をシェア / この記事をシェアする / 記事をシェア / ~共有 / 共有する
        / ツイート / ツイートする / はてなブックマーク / ~ブックマーク / ~保存 / ~印刷 / 印刷する
        / リンクをコピー / リンクをコピーしました / ~フォロー / フォローする / フォローする SNS / いいね
        / LINEで送る / この記事が気に入ったらいいね / 友だち追加 / ~クリップ / クリップする"""),
    *_rows("ja", "comments", "whole", """
        ~コメント / コメントする / コメントを書く / コメントを残す / コメントを投稿 / コメントを投稿する
        / コメントを見る / コメント一覧 / すべてのコメント / コメントはありません / みんなのコメント / ~ご意見"""),
    *_rows("ja", "furniture", "whole", """
        ~タグ / ~キーワード / 著者プロフィール / この記事の著者 / この記事を書いた人 / トップページへ"""),
    # Chinese
    *_rows("zh", "related-end", "whole", """
        猜你喜欢 / 猜你喜歡 / 你可能喜欢 / 你可能喜歡 / 你可能会喜欢 / 你可能也喜欢 / 您可能也喜欢 / 您可能喜欢
        / 您可能喜歡 / 你可能感兴趣 / 你可能感興趣 / 您可能感兴趣 / 您可能感興趣 / 你可能感兴趣的文章
        / 您可能感兴趣的文章 / 你或许感兴趣 / 也许你喜欢 / 为您推荐 / 為您推薦 / 为你推荐 / 為你推薦 / ~推荐
        / ~推薦 / 推荐文章 / 推薦文章 / 推荐内容 / 推荐新闻 / 推薦新聞 / 推薦閱讀 / 精彩推荐 / 精彩推薦
        / 热门推荐 / 熱門推薦 / 编辑推荐 / 編輯推薦 / 编辑精选 / 編輯精選 / 小编推荐 / 今日推荐 / 更多新闻
        / 更多新聞 / 更多文章 / 更多报道 / 更多報導 / ~更多内容 / 更多精彩内容 / 更多相关文章 / 相关内容
        / 相關內容 / 相关主题 / 相關主題 / 相关话题 / 相关标签 / 相关专题 / 相关推荐 / 相關推薦 / 相关视频
        / 相關影片 / 相關影音 / 相关产品 / 其他新闻 / 其他文章 / 最新文章 / 最新新闻 / 最新新聞 / ~最新消息
        / 最新报道 / 最近文章 / 近期文章 / 下一篇 / 上一篇 / 下一篇文章 / 上一篇文章 / 热点新闻 / 今日热点
        / 今日要闻 / ~要闻 / 头条新闻 / 頭條新聞 / 往期文章 / 往期回顾 / 往期精彩回顾 / 不容错过 / 不要错过
        / 别错过
        / 你可能也喜歡 / 您可能也喜歡 / 往期推荐 / 看了這篇文章的人也看了 / 看过本文的人还看了 / 看過這篇的人也看了 / 更多相關新聞 / 更多相关新闻 / 更多精彩 / ~专题 / ~即時新聞"""),
    *_rows("zh", "related-inline", "prefix", """
        相关阅读 / 相關閱讀 / 相关新闻 / 相關新聞 / 相关文章 / 相關文章 / 相关报道 / 相關報導 / 相關報道
        / 相关链接 / 相關連結 / 相关资讯 / 相關資訊 / 延伸阅读 / 延伸閱讀 / 拓展阅读 / 扩展阅读 / 推荐阅读
        / 关联阅读 / 进一步阅读 / 深度阅读 / 阅读更多 / 閱讀更多 / 阅读全文 / 閱讀全文 / 继续阅读 / 繼續閱讀
        / 阅读原文 / 点击阅读 / 點擊閱讀 / 更多阅读 / 更多閱讀 / 了解更多 / 瞭解更多 / 查看更多 / 查看详情
        / 查看全文 / 看更多 / ~更多 / 更多详情 / ~参见 / 另见 / 请参阅 / 还可阅读 / 同场加映 / 同場加映
        / 看更多新聞 / 更多報導內容 / 新闻链接 / 此前报道 / 此前報道 / 早前報道 / 早前报道 / ~前情提要 / ~影音
        / 原文链接 / 点击查看 / 點我看更多 / 點此看更多 / 閱讀原文
        / 返回搜狐，查看更多 / 更多相關報導"""),
    *_rows("zh", "most-read", "whole", """
        热门文章 / 熱門文章 / 热门新闻 / 熱門新聞 / ~热门 / ~熱門 / 热门排行 / 热门话题 / 熱門話題 / 热点排行
        / ~热点 / ~热榜 / ~排行榜 / 新闻排行 / 点击排行 / 點閱排行 / 阅读排行 / 阅读排行榜 / 点击排行榜
        / 一周排行 / 最多阅读 / 最多閱讀 / 最受欢迎 / 最受歡迎 / 最热文章 / 人气排行 / 人氣排行 / ~人氣
        / 人气文章 / 大家都在看 / 大家都在读 / 大家正在看 / ~都在看 / 正在热议 / 實時熱搜
        / 最多人看 / ~热搜 / ~熱搜"""),
    *_rows("zh", "sponsored", "whole", """
        ~广告 / ~廣告 / ~赞助 / ~贊助 / 赞助内容 / 贊助內容 / 赞助商内容 / ~推广 / ~推廣 / 推广内容 / 商业推广
        / 请继续往下阅读 / 請繼續往下閱讀 / 广告之后文章继续 / 文章未完请继续阅读 / 合作伙伴内容"""),
    *_rows("zh", "newsletter", "whole", """
        ~订阅 / ~訂閱 / 订阅我们 / 订阅通讯 / 订阅我们的通讯 / 訂閱電子報 / 電子報 / 电子报 / 訂閱我們的電子報
        / 免费订阅 / 免費訂閱 / 新闻通讯 / 立即订阅 / 立即訂閱 / 立即注册 / 邮箱地址 / ~电子邮件地址 / ~電子郵件
        / 扫码关注 / 关注公众号 / 关注我们的公众号 / 下载APP / 下载客户端
        / 订阅电子报 / 加入会员 / 加入會員 / 扫码下载"""),
    *_rows("zh", "share", "whole", """
        ~分享 / 分享到 / 分享至 / 分享文章 / 分享本文 / 分享此文 / 分享给朋友 / ~转发 / ~轉發 / ~转载 / ~收藏
        / ~点赞 / ~點讚 / ~赞 / ~打印 / ~列印 / 打印本页 / 复制链接 / 複製連結 / 链接已复制 / 关注我们
        / 關注我們 / 追蹤我們 / ~关注 / 微信分享 / 分享到微信 / 扫一扫分享 / 分享到脸书 / 分享到推特"""),
    *_rows("zh", "comments", "whole", """
        ~评论 / ~評論 / ~留言 / 发表评论 / 發表評論 / 我要评论 / 我要評論 / 添加评论 / 写评论 / 查看评论
        / 查看全部评论 / 全部评论 / 所有评论 / 网友评论 / 最新评论 / 热门评论 / 暂无评论 / 发表留言 / 留下评论
        / ~讨论 / ~討論 / ~回应 / ~回應 / 取消回复"""),
    *_rows("zh", "furniture", "whole", """
        ~标签 / ~標籤 / ~关键词 / ~關鍵字 / ~关键字 / 纠错 / 举报 / 返回首页 / 作者简介 / 作者簡介 / 关于作者 / 關於作者"""),
    # Korean
    *_rows("ko", "related-end", "whole", """
        당신이 좋아할 만한 기사 / 당신을 위한 추천 / 추천 기사 / 추천기사 / 추천뉴스 / 추천 뉴스 / 추천 콘텐츠
        / 추천 영상 / ~추천 / 추천 글 / 이런 기사 어때요 / 이 기사와 함께 본 기사
        / 이 기사를 본 사람들이 본 기사 / 이런 기사도 있어요 / 많이 본 관련 기사 / 관련 콘텐츠 / 관련 글
        / 관련글 / 관련 영상 / 관련 키워드 / 관련 태그 / 연관 기사 / 연관기사 / 연관 뉴스 / 연관뉴스
        / 연관 검색어 / 비슷한 기사 / 다른 기사 / 다른 기사 보기 / 다른 뉴스 / 다른 글 / 더 많은 기사
        / 더 많은 기사 보기 / 더 많은 뉴스 / 최신 기사 / 최신기사 / 최신 뉴스 / 최신뉴스 / 최근 글 / 최근 기사
        / 주요 뉴스 / ~주요뉴스 / 주요 기사 / ~오늘의 뉴스 / 오늘의 주요뉴스 / 오늘의 핫뉴스 / 다음 기사
        / 이전 기사 / 다음 글 / 이전 글 / 놓치면 안 되는 기사 / 이 기자의 다른 기사 / 기자의 다른 기사
        / 이 시각 주요뉴스 / 이시각 주요뉴스 / 함께 보면 좋은 기사 / 편집자 추천 / 에디터 추천
        / 이 기사를 본 사람들이 많이 본 기사 / 이 기사를 추천합니다 / 이 기자의 다른기사 / 함께 볼만한 뉴스 / 이 기사와 함께 보면 좋은 기사 / 다음기사 / 이전기사
        / ~오늘의 추천 / 에디터 픽 / 에디터픽 / 편집자 픽 / ~관련 주제 / ~포토뉴스 / ~화보 / ~연재 / ~이슈 / 실시간 뉴스 / 놓치면 후회할 뉴스 / 당신이 좋아할 만한
        / 투데이 핫"""),
    *_rows("ko", "related-inline", "prefix", """
        관련기사 / 관련 기사 / 관련뉴스 / 관련 뉴스 / 관련 보도 / 관련 링크 / ~관련 / 함께 읽기 / 함께 보기
        / 함께 읽으면 좋은 기사 / 같이 읽기 / 같이 보기 / 더 읽기 / 더 읽어보기 / ~더보기 / ~더 보기
        / 자세히 보기 / 자세한 내용 보기 / 기사 더보기 / 기사 전문 보기 / 전문 보기 / 기사 보기 / 계속 읽기
        / 이어 읽기 / 참고 기사 / ~참고 / 지난 기사 / 이전 보도 / 동영상 보기 / 영상 보기 / 사진 보기
        / ~바로가기 / 기사 바로가기
        / 이어서 읽기"""),
    *_rows("ko", "most-read", "whole", """
        많이 본 뉴스 / 많이 본 기사 / 많이본 뉴스 / 많이본 기사 / 많이본뉴스 / 많이본기사 / 가장 많이 본 뉴스
        / 가장 많이 본 기사 / 가장 많이 읽은 기사 / 많이 읽은 기사 / 인기 기사 / 인기기사 / 인기 뉴스 / 인기뉴스
        / 인기 글 / 인기글 / 실시간 인기 / 실시간 인기기사 / 실시간 랭킹 / 랭킹뉴스 / 랭킹 뉴스 / 베스트 클릭
        / ~핫이슈 / 핫뉴스 / 화제의 뉴스 / 오늘의 인기기사 / 댓글 많은 뉴스 / 공감 많은 뉴스 / 실시간 급상승
        / 이 시각 많이 보는 기사 / 이 시각 많이 본 기사 / 많이 본 기사 더보기 / 많이 본 뉴스 더보기 / 섹션 인기기사 / 핫클릭"""),
    *_rows("ko", "sponsored", "whole", """
        ~광고 / 스폰서 / 스폰서 콘텐츠 / 스폰서 링크 / 파워링크 / ~협찬 / 제휴 콘텐츠 / 광고 후 계속
        / 기사는 광고 뒤에 이어집니다"""),
    *_rows("ko", "newsletter", "whole", """
        뉴스레터 / 뉴스레터 구독 / 뉴스레터 구독하기 / 뉴스레터 신청 / ~구독 / 구독하기 / 구독 신청
        / 이메일 구독 / ~이메일 주소 / 무료 구독 / ~회원가입 / 앱 다운로드 / 알림 신청
        / 네이버에서 구독 / 채널 구독 / 기자 구독"""),
    *_rows("ko", "share", "whole", """
        ~공유 / 공유하기 / 기사 공유 / 기사 공유하기 / 이 기사 공유하기 / SNS 공유 / ~페이스북 / ~트위터
        / 카카오톡 / 카카오스토리 / 링크 복사 / URL 복사 / 주소 복사 / ~복사 / ~인쇄 / 인쇄하기 / ~프린트
        / ~스크랩 / ~저장 / ~좋아요 / ~팔로우 / ~글자 크기 / 기사 듣기
        / 기사공유하기 / URL복사 / 기사 추천"""),
    *_rows("ko", "comments", "whole", """
        ~댓글 / 댓글 쓰기 / 댓글쓰기 / 댓글 달기 / 댓글 보기 / 댓글보기 / 전체 댓글 / 모든 댓글 / 댓글 남기기
        / ~의견 / 의견 남기기 / 의견쓰기 / 네티즌 의견 / 답글 취소
        / 댓글달기 / 베스트 댓글"""),
    *_rows("ko", "furniture", "whole", """
        ~태그 / ~키워드 / 제보하기 / 기사제보 / 기자 소개"""),
    # Indonesian and Malay, Vietnamese, Czech, Hungarian, Romanian, Greek, Hindi
    *_rows("id", "related-end", "whole", """
        Anda mungkin juga suka / Mungkin Anda suka / Anda mungkin menyukai / Rekomendasi untuk Anda
        / ~Rekomendasi / ~Direkomendasikan / Berita terkait / Artikel terkait / Berita terkait lainnya
        / Artikel lainnya / Berita lainnya / Topik terkait / Konten terkait / Berita terbaru / Artikel terbaru
        / Berita terkini / Artikel selanjutnya / Artikel sebelumnya / Pilihan editor / Pilihan redaksi
        / Jangan lewatkan / Berita pilihan / Anda mungkin tertarik"""),
    *_rows("id", "related-inline", "prefix", """
        Baca juga / Baca Juga Berita / Baca selengkapnya / Baca lebih lanjut / Baca lagi / Baca pula / ~Baca
        / Lihat juga / Simak juga / ~Simak / Simak video / Tonton juga / ~Tonton / ~Terkait / Selengkapnya
        / Simak selengkapnya di sini / Saksikan juga"""),
    *_rows("id", "most-read", "whole", """
        ~Terpopuler / Berita populer / Berita terpopuler / Paling populer / Paling banyak dibaca
        / Artikel populer / Trending di sini / ~Sedang tren"""),
    *_rows("id", "sponsored", "whole", """
        ~Iklan / Konten bersponsor / Lanjutkan membaca setelah iklan / Gulir untuk lanjut membaca
        / Scroll untuk melanjutkan membaca / Konten sponsor / ~Pariwara"""),
    *_rows("id", "comments", "whole", """
        ~Komentar / Tulis komentar / Tinggalkan komentar / Lihat komentar / Tinggalkan balasan
        / Bagikan komentar"""),
    *_rows("id", "share", "whole", """
        Bagikan / Bagikan artikel ini / Bagikan berita ini / Salin tautan / ~Cetak / ~Simpan / Ikuti kami"""),
    *_rows("vi", "related-end", "whole", """
        Có thể bạn quan tâm / Bạn có thể thích / Bài viết liên quan / Tin liên quan / Tin tức liên quan
        / Bài liên quan / Tin cùng chuyên mục / Cùng chuyên mục / Tin khác / Tin mới nhất / Bài viết mới nhất
        / Đề xuất cho bạn / Tin nổi bật / Chủ đề liên quan / Bài viết khác"""),
    *_rows("vi", "related-inline", "prefix", """
        Xem thêm / Đọc thêm / Đọc tiếp / Xem tiếp / Xem ngay / Mời xem thêm / Mời đọc thêm / Tham khảo thêm
        / Tìm hiểu thêm / ~Liên quan"""),
    *_rows("vi", "most-read", "whole", """
        ~Đọc nhiều / Đọc nhiều nhất / Tin đọc nhiều / Xem nhiều / Xem nhiều nhất / Tin xem nhiều / ~Phổ biến"""),
    *_rows("vi", "comments", "whole", "~Bình luận / ~Ý kiến / Ý kiến bạn đọc / Viết bình luận / Để lại bình luận"),
    *_rows("cs", "related-end", "whole", """
        Mohlo by vás zajímat / Mohlo by vás také zajímat / Mohlo by se vám líbit / Související články
        / ~Související / Související témata / Podobné články / Další články / Další zprávy / Doporučujeme
        / Doporučené články / Nejnovější články / Poslední zprávy / Další z rubriky / Nenechte si ujít"""),
    *_rows("cs", "related-inline", "prefix", """
        Čtěte také / Čtěte více / Čtěte dále / ~Čtěte / Přečtěte si / Přečtěte si také / Přečtěte si více
        / Číst více / Číst dál / Více zde / Viz také / Podívejte se také / Podívejte se / K tématu
        / Více k tématu / Souvisí"""),
    *_rows("cs", "most-read", "whole", """
        Nejčtenější / Nejčtenější články / Nejpopulárnější / Populární články / Právě se čte"""),
    *_rows("cs", "sponsored", "whole", """
        ~Inzerce / Článek pokračuje pod reklamou / Komerční sdělení / Sponzorovaný obsah / Reklamní sdělení"""),
    *_rows("cs", "comments", "whole", """
        ~Komentáře / ~Diskuse / ~Diskuze / Přidat komentář / Zobrazit diskusi / Vstoupit do diskuse"""),
    *_rows("cs", "share", "whole", """
        ~Sdílet / Sdílet článek / Sdílejte / ~Tisk / Vytisknout / ~Uložit / Sledujte nás"""),
    *_rows("hu", "related-end", "whole", """
        Ez is érdekelheti / Ez is érdekelhet / Ezek is érdekelhetik / Kapcsolódó cikkek / Kapcsolódó cikk
        / ~Kapcsolódó / További cikkek / További hírek / Ajánlott cikkek / ~Ajánljuk / Friss hírek
        / ~Legfrissebb / Legfrissebb hírek / Hasonló cikkek"""),
    *_rows("hu", "related-inline", "prefix", """
        Olvassa el / Olvassa el ezt is / Olvasd el / Olvasd el ezt is / Olvass tovább / Tovább olvasom
        / Ezt is olvassa el / Lásd még / Bővebben / Ezt is nézze meg"""),
    *_rows("hu", "most-read", "whole", "Legolvasottabb / Legolvasottabbak / Legnépszerűbb / Legnépszerűbbek"),
    *_rows("hu", "comments", "whole", "Hozzászólások / Hozzászólás / Kommentek / Szóljon hozzá"),
    *_rows("ro", "related-end", "whole", """
        Ți-ar putea plăcea / Te-ar putea interesa / S-ar putea să te intereseze / Te-ar putea interesa și
        / Articole similare / Articole asemănătoare / Articole recomandate / Știri similare / Alte articole
        / Alte știri / ~Recomandări / ~Recomandate / Ultimele știri / Cele mai noi articole / Ultimele articole
        / Pe aceeași temă"""),
    *_rows("ro", "related-inline", "prefix", """
        Citește și / Citiți și / Citește mai mult / Citește mai departe / Citește continuarea / Vezi și
        / Vezi mai mult / Urmărește și / Află mai multe"""),
    *_rows("ro", "most-read", "whole", """
        Cele mai citite / Cele mai citite articole / Cele mai citite știri / Cele mai populare"""),
    *_rows("ro", "comments", "whole", "~Comentarii / Comentează / Lasă un comentariu / Adaugă un comentariu"),
    *_rows("el", "related-end", "whole", """
        Μπορεί να σας αρέσει / Μπορεί να σας ενδιαφέρει / Ίσως σας ενδιαφέρει / Σχετικά άρθρα
        / Σχετικές ειδήσεις / Σχετικά θέματα / Περισσότερα άρθρα / ~Προτεινόμενα / Προτεινόμενα άρθρα
        / Τελευταία νέα / Τελευταίες ειδήσεις / Επόμενο άρθρο / Προηγούμενο άρθρο / Μη χάσετε / Ροή ειδήσεων"""),
    *_rows("el", "related-inline", "prefix", """
        Διαβάστε επίσης / Διαβάστε ακόμη / Διαβάστε ακόμα / Διαβάστε περισσότερα / ~Διαβάστε / Διαβάστε εδώ
        / Δείτε επίσης / Δείτε ακόμη / Δείτε ακόμα / ~Δείτε / ~Σχετικά / ~Περισσότερα"""),
    *_rows("el", "most-read", "whole", """
        ~Δημοφιλή / Δημοφιλέστερα / Τα πιο δημοφιλή / Τα πιο διαβασμένα / Τα πιο πρόσφατα"""),
    *_rows("el", "comments", "whole", "~Σχόλια / Αφήστε σχόλιο / Αφήστε ένα σχόλιο / Προσθήκη σχολίου"),
    *_rows("hi", "related-end", "whole", """
        संबंधित खबरें / संबंधित लेख / ताज़ा खबरें / आपके लिए सुझाव / अन्य खबरें / और खबरें"""),
    *_rows("hi", "related-inline", "prefix", """
        यह भी पढ़ें / ये भी पढ़ें / इसे भी पढ़ें / और पढ़ें / यह भी देखें / ये भी देखें / पूरी खबर पढ़ें"""),
    *_rows("hi", "most-read", "whole", "सबसे ज्यादा पढ़ी गई / सबसे लोकप्रिय / ट्रेंडिंग"),
)

# What may stand between a label and its headline. A hyphen needs a space on both sides, or "read-only" would be one.
_SEPARATOR = re.compile(r"\s*(?:[:：|｜»›→➜➡►▶▸⇒>]+|\s[-–—·•]\s)\s*")
_BRACKETED = re.compile(r"\s*[【\[［〔《〈<＜(（]\s*([^】\]］〕》〉>＞)）]{1,40})[】\]］〕》〉>＞)）]\s*[:：]?")
_NOT_WORD = re.compile(r"[\W_]+")
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_COUNT = re.compile(r"^\d+ | \d+$")
SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।")
_CLOSERS = "\"'”’»›)]」』）】"
_LONGEST_LABEL = 100  # characters; a longer line is never a label alone, and no separator is looked for beyond it
_OPENING_WORDS = 9  # a line that opens with a label and goes on for more words is a sentence


def normalise(text: str) -> str:
    """``text`` as the look-up sees it: no case, accents, emoji, arrows or punctuation, single spaces.

    Accents go because capitals often lose them ("A LIRE AUSSI"); the dotless i because Turkish capitals do.
    """
    if text.isascii():  # most lines are, and need no look at every character
        return _NOT_WORD.sub(" ", text.replace("'", "").replace("`", "").casefold()).strip()
    folded = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).casefold())
    bare = "".join(char for char in folded if not unicodedata.combining(char)).replace("ı", "i")
    return _NOT_WORD.sub(" ", bare).strip()


def _table(labels: Iterable[Label], *wheres: Where) -> dict[str, Label]:
    return {normalise(label.text): label for label in labels if label.where in wheres}


def check(labels: Iterable[Label]) -> None:
    """Raise ValueError for a row that can never match, has an unknown kind, or says again what another row says."""
    seen: dict[str, Label] = {}
    for label in labels:
        key = normalise(label.text)
        if not key or len(label.text) > _LONGEST_LABEL or label.kind not in get_args(Kind):
            raise ValueError(f"label row that cannot match: {label}")
        if key in seen:
            raise ValueError(f"label row said before: {label} and {seen[key]}")
        seen[key] = label


check(LABELS)
_WHOLE = _table(LABELS, "whole", "prefix", "opening")
_PREFIX = _table(LABELS, "prefix")
_OPENING = _table(LABELS, "opening")
_LONGEST_OPENING = max(key.count(" ") + 1 for key in _OPENING)
_FIRSTS = frozenset(key.split(" ")[0] for key in (*_WHOLE, *_OPENING))
_LONGEST_CAPITALS = 5  # words of a label before a headline without separator


@lru_cache(maxsize=4096)
def match(text: str) -> Hit:
    """The label that ``text``, one line or one block's text, is or begins with; ``NO_LABEL`` (falsy) when none.

    Looks at the first hundred characters and does a handful of dict look-ups, whatever the length of ``text``.
    """
    line = text.strip()
    if line[:_LONGEST_LABEL].isascii() and line[:1].isalpha() and first_word(line) not in _FIRSTS:
        return NO_LABEL  # as almost every line
    return _whole(line) or _bracketed(line) or _separated(line) or _capitals(line) or _opening(line)


def ends_sentence(text: str) -> bool:
    """Does ``text`` end as a sentence does, in any script, perhaps inside quotation marks?"""
    return text.rstrip(_CLOSERS).endswith(SENTENCE_ENDS)


def first_word(line: str) -> str:
    return _NOT_WORD.split(line[:_LONGEST_LABEL].replace("'", "").replace("`", ""), maxsplit=1)[0].casefold()


def _whole(line: str) -> Hit:
    if len(line) > _LONGEST_LABEL:
        return NO_LABEL
    key = normalise(line)
    label = _WHOLE.get(key) or _WHOLE.get(_COUNT.sub("", key))
    return Hit(label, line, "") if label else NO_LABEL


def _bracketed(line: str) -> Hit:
    found = _BRACKETED.match(line[:_LONGEST_LABEL])
    label = _WHOLE.get(normalise(found[1])) if found else None
    return Hit(label, found[1].strip(), line[found.end() :].strip()) if found and label else NO_LABEL


def _separated(line: str) -> Hit:
    head = line[:_LONGEST_LABEL]
    found = _SEPARATOR.search(head, 1)
    if found and not normalise(head[: found.start()]):  # "» Related: …": the first mark is an ornament
        found = _SEPARATOR.search(head, found.end())
    label = _PREFIX.get(normalise(head[: found.start()])) if found else None
    return Hit(label, head[: found.start()].strip(), line[found.end() :].strip()) if found and label else NO_LABEL


def _capitals(line: str) -> Hit:
    """A label in capitals needs no separator before a headline with small letters: "READ MORE Storm hits coast"."""
    words = line[:_LONGEST_LABEL].split()
    count = next((i for i, word in enumerate(words) if word == word.lower() or word != word.upper()), 0)
    for size in range(min(count, _LONGEST_CAPITALS), 0, -1):
        label = _PREFIX.get(normalise(" ".join(words[:size])))
        if label and not label.weak:
            return Hit(label, " ".join(words[:size]), line.split(None, size)[size])
    return NO_LABEL


def _opening(line: str) -> Hit:
    if len(line) > _LONGEST_LABEL or line.endswith(SENTENCE_ENDS):
        return NO_LABEL
    words = normalise(line).split(" ")
    sizes = range(min(_LONGEST_OPENING, len(words) - 1), 0, -1) if len(words) <= _OPENING_WORDS else ()
    keys = (" ".join(words[:size]) for size in sizes)
    label = next((_OPENING[key] for key in keys if key in _OPENING), None)
    return Hit(label, line, "") if label else NO_LABEL
