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
        "sv",
        by="av|text|skriven av|text av|publicerad av|skribent|författare",
        joins="och|samt",
        ends="i på för är från om",
        others="översatt redigerad",
        roles="redaktion redaktör redaktionen reporter korrespondent journalist krönikör frilans medarbetare",
        months="januari februari mars april maj juni juli augusti september oktober november december",
        dates="publicerad publicerades publicerat uppdaterad uppdaterades uppdaterat senast ändrad kl idag igår sedan "
              "timmar timme minuter dagar måndag tisdag onsdag torsdag fredag lördag söndag",
        reading="min minuter lästid läsning minuters",
    ),
    Words(
        "ru",
        by="автор|авторы|автор текста|автор статьи|текст|подготовил|подготовила|подготовили|беседовал|беседовала|"
           "опубликовал|опубликовала",
        joins="и",
        ends="в из для с на",
        others="перевод перевёл перевела редактор",
        roles="редакция редактор корреспондент журналист журналистка обозреватель обозревательница спецкор агентство",
        months="января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        dates="опубликовано обновлено изменено дата публикации публикация г года в сегодня вчера назад часов часа час "
              "минут минуты дней понедельник вторник среда четверг пятница суббота воскресенье мск",
        reading="мин минут минуты минута время чтения на чтение",
    ),
    Words(
        "tr",
        by="yazan|yazar|muhabir|hazırlayan|derleyen|röportaj|haberi hazırlayan",
        joins="ve|ile",
        others="çeviren düzenleyen",
        roles="muhabir muhabiri editör editörü temsilcisi gazeteci yazar yazarı ajansı servisi",
        months="ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        dates="yayınlanma yayımlanma yayın yayınlandı güncelleme güncellenme güncellendi son tarihi tarih saat eklenme "
              "giriş önce dakika gün bugün dün pazartesi salı çarşamba perşembe cuma cumartesi pazar",
        reading="okuma süresi dk dakika",
    ),
    Words(
        "ar",
        by="بقلم|كتب:|كتبت:|كتبه|كتبته|إعداد|تقرير:|الكاتب|الكاتبة|المؤلف",
        joins="و",
        ends="من في إلى",
        others="ترجمة تحرير تدقيق",
        roles="مراسل مراسلة محرر محررة صحفي صحفية صحافي صحافية وكالة تحرير",
        months="يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        dates="نشر نشرت في آخر تحديث تاريخ النشر الساعة منذ دقيقة دقائق ساعة ساعات يوم أيام الأحد الاثنين الثلاثاء "
              "الأربعاء الخميس الجمعة السبت بتوقيت غرينتش مكة",
        reading="دقيقة دقائق وقت مدة القراءة قراءة للقراءة",
    ),
    Words(
        "zh",
        by="作者|记者|撰文|本报记者|采访|撰稿|採訪",
        joins="和|与|及",
        roles="编辑部 記者 记者 编辑 編輯 通讯员 特派员 评论员 主编",
        dates="发布 更新 发表 时间 時間 发布时间 更新时间 發布 發布時間 更新時間 发表于 时 分 星期",
        reading="分钟阅读 分鐘閱讀 阅读时间 閱讀時間",
    ),
    Words(
        "ko",
        by="기자명|글쓴이|작성자|글=|글:",
        roles="기자 선임기자 인턴기자 객원기자 전문기자 특파원 논설위원 편집위원 편집국장 칼럼니스트 에디터 통신원",
        dates="입력 수정 등록 승인 게시 발행 업데이트 최종수정 기사입력 기사수정 오전 오후 년 월 일 시 분 전",
        reading="분 읽기 소요",
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
    "写真 фото fotoğraf fotoğraflar تصوير 摄影 攝影 图 사진 zdjęcie foton".split()
)

# Link and button words that stand where a name is expected.
NOT_NAMES = frozenset(
    "about follow share subscribe email e-mail comment comments newsletter advertisement sponsored search login menu "
    "home print tweet facebook twitter instagram linkedin whatsapp youtube rss archive anonymous admin administrator "
    "webmaster root user guest unknown none null undefined default bio biography posts articles folgen teilen "
    "get suivre partager seguir compartir condividi segui volgen delen read more view see all click dela följ поделиться "
    "подписаться paylaş abone takip شارك تابع 分享 订阅 關注 关注 구독 공유 udostępnij obserwuj".split()
)

# Letters after a name that belong to it as it is printed.
CREDENTIALS = frozenset(
    "jr sr ii iii iv phd md rd rdn rn ms ma msc mph mba jd do dds dmd dvm esq cpa cfa cscs ld ldn mpp bsc ba pe np pa "
    "lcsw psyd edd mscn faap facog cpt".split()
)
