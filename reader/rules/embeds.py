"""What pages embed from elsewhere: the address a person can open, for each address a frame loads."""
from __future__ import annotations

import re
from typing import NamedTuple


class Frame(NamedTuple):
    """One habit of one host.

    ``host`` is matched as a suffix of the frame's host; ``pattern`` anywhere in its path and query; ``address`` is the
    template of the page to link to, filled with the pattern's (percent-decoded) groups, "" for the frame's own address.
    ``kind`` is "video", "audio", "document" or "post"; the last is shown as a quotation, all others as a link card.
    """

    host: str
    pattern: str
    address: str
    kind: str
    why: str


FRAMES = (
    Frame("youtube.com", r"/embed/videoseries\?(?:.*&)?list=([\w-]+)", "https://www.youtube.com/playlist?list={}", "video", "a playlist"),
    Frame("youtube.com", r"/(?:embed|v|shorts|live)/([\w-]{11})|/watch\?(?:.*&)?v=([\w-]{11})", "https://www.youtube.com/watch?v={}", "video", "player or page"),
    Frame("youtube-nocookie.com", r"/embed/([\w-]{11})", "https://www.youtube.com/watch?v={}", "video", "the player without cookies"),
    Frame("youtu.be", r"^/([\w-]{11})", "https://www.youtube.com/watch?v={}", "video", "the short link"),
    Frame("vimeo.com", r"/video/(\d+)|^/(\d+)", "https://vimeo.com/{}", "video", "player or page"),
    Frame("dailymotion.com", r"/video/(\w+)|[?&]video=(\w+)", "https://www.dailymotion.com/video/{}", "video", "both players and the page"),
    Frame("twitch.tv", r"[?&]video=v?(\d+)", "https://www.twitch.tv/videos/{}", "video", "a recording"),
    Frame("twitch.tv", r"/embed\?(?:.*&)?clip=([\w-]+)", "https://clips.twitch.tv/{}", "video", "a clip"),
    Frame("twitch.tv", r"[?&]channel=(\w+)", "https://www.twitch.tv/{}", "video", "a channel"),
    Frame("facebook.com", r"/plugins/video\.php\?(?:.*&)?href=([^&]+)", "{}", "video", "the player names its page"),
    Frame("facebook.com", r"/plugins/post\.php\?(?:.*&)?href=([^&]+)", "{}", "post", "the post names its page"),
    Frame("facebook.com", r"^/[^/?]+/videos/", "", "video", "the page"),
    Frame("facebook.com", r"^/[^/?]+/(?:posts|photos)/|^/(?:permalink|photo)\.php", "", "post", "the page"),
    Frame("ted.com", r"/talks/([\w/-]+)", "https://www.ted.com/talks/{}", "video", "player or page"),
    Frame("rumble.com", r"/embed/", "", "video", "the player"),
    Frame("streamable.com", r"/(?:[eos]/)?(\w{4,10})", "https://streamable.com/{}", "video", "player or page"),
    Frame("wistia.net", r"/embed/", "", "video", "the player"),
    Frame("wistia.com", r"/embed/", "", "video", "the player"),
    Frame("loom.com", r"/embed/(\w+)", "https://www.loom.com/share/{}", "video", "the player"),
    Frame("vidyard.com", r"", "", "video", "the player"),
    Frame("players.brightcove.net", r"", "", "video", "the player"),
    Frame("jwplayer.com", r"/(?:players|previews|videos)/", "", "video", "the player"),
    Frame("jwplatform.com", r"/(?:players|previews|videos)/", "", "video", "the player"),
    Frame("kaltura.com", r"", "", "video", "the player"),
    Frame("player.bilibili.com", r"[?&]bvid=(\w+)", "https://www.bilibili.com/video/{}", "video", "the player"),
    Frame("giphy.com", r"/embed/(\w+)", "https://giphy.com/gifs/{}", "video", "a moving image"),
    Frame("spotify.com", r"/embed(?:-podcast)?/(track|album|playlist|episode|show|artist)/(\w+)", "https://open.spotify.com/{}/{}", "audio", "the player"),
    Frame("soundcloud.com", r"/player/?\?(?:.*&)?url=([^&]+)", "{}", "audio", "the player names its page"),
    Frame("embed.music.apple.com", r"^/(.+)", "https://music.apple.com/{}", "audio", "the player"),
    Frame("embed.podcasts.apple.com", r"^/(.+)", "https://podcasts.apple.com/{}", "audio", "the player"),
    Frame("bandcamp.com", r"/EmbeddedPlayer", "", "audio", "the player"),
    Frame("megaphone.fm", r"", "", "audio", "the player"),
    Frame("acast.com", r"", "", "audio", "the player"),
    Frame("podbean.com", r"", "", "audio", "the player"),
    Frame("buzzsprout.com", r"", "", "audio", "the player"),
    Frame("omny.fm", r"", "", "audio", "the player"),
    Frame("art19.com", r"", "", "audio", "the player"),
    Frame("libsyn.com", r"", "", "audio", "the player"),
    Frame("audioboom.com", r"", "", "audio", "the player"),
    Frame("simplecast.com", r"", "", "audio", "the player"),
    Frame("anchor.fm", r"/embed", "", "audio", "the player"),
    Frame("mixcloud.com", r"/widget/", "", "audio", "the player"),
    Frame("google.com", r"^/maps", "", "document", "a map"),
    Frame("maps.google.com", r"", "", "document", "a map"),
    Frame("docs.google.com", r"^/(?:document|spreadsheets|presentation|forms|viewer)", "", "document", "a document"),
    Frame("drive.google.com", r"/file/d/([\w-]+)", "https://drive.google.com/file/d/{}/view", "document", "a document"),
    Frame("openstreetmap.org", r"/export/embed", "", "document", "a map"),
    Frame("arcgis.com", r"", "", "document", "a map"),
    Frame("documentcloud.org", r"/documents/([\w-]+)", "https://www.documentcloud.org/documents/{}", "document", "a document"),
    Frame("scribd.com", r"/embeds/(\d+)", "https://www.scribd.com/document/{}", "document", "a document"),
    Frame("slideshare.net", r"", "", "document", "slides"),
    Frame("issuu.com", r"", "", "document", "a magazine"),
    Frame("prezi.com", r"", "", "document", "slides"),
    Frame("dwcdn.net", r"", "", "document", "a chart"),
    Frame("datawrapper.de", r"", "", "document", "a chart"),
    Frame("infogram.com", r"", "", "document", "a chart"),
    Frame("flo.uri.sh", r"/(visualisation|story)/(\d+)", "https://public.flourish.studio/{}/{}/", "document", "a chart"),
    Frame("flourish.studio", r"", "", "document", "a chart"),
    Frame("tableau.com", r"", "", "document", "a chart"),
    Frame("everviz.com", r"", "", "document", "a chart"),
    Frame("ourworldindata.org", r"/grapher/", "", "document", "a chart"),
    Frame("observablehq.com", r"", "", "document", "a chart"),
    Frame("knightlab.com", r"", "", "document", "a timeline or map"),
    Frame("codepen.io", r"^/([\w-]+)/embed/(?:preview/)?(\w+)", "https://codepen.io/{}/pen/{}", "document", "code"),
    Frame("jsfiddle.net", r"", "", "document", "code"),
    Frame("twitter.com", r"/embed/Tweet\.html\?(?:.*&)?id=(\d+)|/status(?:es)?/(\d+)", "https://twitter.com/i/status/{}", "post", "frame or page"),
    Frame("x.com", r"/status/(\d+)", "https://twitter.com/i/status/{}", "post", "the page"),
    Frame("instagram.com", r"/(p|reel|tv)/([\w-]+)", "https://www.instagram.com/{}/{}/", "post", "frame or page"),
    Frame("tiktok.com", r"/(@[\w.]+)/video/(\d+)", "https://www.tiktok.com/{}/video/{}", "post", "the page"),
    Frame("tiktok.com", r"/(?:embed|player)/(?:v\d/)?(\d+)", "https://www.tiktok.com/embed/{}", "post", "the frame"),
    Frame("embed.bsky.app", r"/embed/(did:[\w:]+)/app\.bsky\.feed\.post/(\w+)", "https://bsky.app/profile/{}/post/{}", "post", "the frame"),
    Frame("reddit.com", r"(/r/\w+/comments/\w+)", "https://www.reddit.com{}", "post", "frame or page"),
    Frame("redditmedia.com", r"(/r/\w+/comments/\w+)", "https://www.reddit.com{}", "post", "the frame"),
)

# Elements that name what they show in an attribute: element, attribute, address template.
ELEMENTS = (
    ("amp-youtube", "data-videoid", "https://www.youtube.com/watch?v={}"),
    ("lite-youtube", "videoid", "https://www.youtube.com/watch?v={}"),
    ("youtube-video", "videoid", "https://www.youtube.com/watch?v={}"),
    ("amp-vimeo", "data-videoid", "https://vimeo.com/{}"),
    ("lite-vimeo", "videoid", "https://vimeo.com/{}"),
    ("amp-dailymotion", "data-videoid", "https://www.dailymotion.com/video/{}"),
    ("amp-soundcloud", "data-trackid", "https://api.soundcloud.com/tracks/{}"),
    ("amp-twitter", "data-tweetid", "https://twitter.com/i/status/{}"),
    ("amp-instagram", "data-shortcode", "https://www.instagram.com/p/{}/"),
    ("amp-tiktok", "data-src", "https://www.tiktok.com/embed/{}"),
    ("amp-facebook", "data-href", "{}"),
    ("amp-reddit", "data-src", "{}"),
    ("amp-jwplayer", "data-media-id", "https://cdn.jwplayer.com/previews/{}"),
    ("oembed", "url", "{}"),
)

# Attributes that name what a script will put into any element: attribute, address template.
ATTRIBUTES = (
    ("data-oembed-url", "{}"),
    ("data-youtube-id", "https://www.youtube.com/watch?v={}"),
    ("data-youtube-video-id", "https://www.youtube.com/watch?v={}"),
    ("data-vimeo-id", "https://vimeo.com/{}"),
    ("data-tweet-id", "https://twitter.com/i/status/{}"),
    ("data-href", "{}"),
)
# Attributes that make a link of a whole card or row, too: only what is empty waits for a script.
EMPTY_ONLY = frozenset(("data-href",))

# Classes by which the networks' own embed code marks a quotation.
POSTS = frozenset(
    "twitter-tweet twitter-video instagram-media tiktok-embed bluesky-embed mastodon-embed reddit-embed-bq reddit-card "
    "text-post-media fb-xfbml-parse-ignore imgur-embed-pub".split()
)

# Frames of unknown hosts are shown when they may fill the screen, as players do, unless their address says otherwise.
NEVER = (
    r"(?:^|[./])(?:ads?\d*|adserver|adservice|doubleclick|googlesyndication|googletagmanager|safeframe|amazon-adsystem|"
    r"taboola|outbrain|teads|openx|pubmatic|rubiconproject|recaptcha|disqus|mailchimp|newsletter|subscribe|signup|comments?|"
    r"consent|pixel|sync|track(?:ing|er)?|staticxx|imasdk|widgets?)(?:[./?]|$)|\.js(?:[?#]|$)"
)

FORMULA_CLASS = r"(?:^|\s)(?:mwe-math-fallback-image\S*|latex|tex|math-image|equation-image)(?:\s|$)"
FORMULA_ADDRESS = r"latex\.php\?|latex\.codecogs\.com/|\?cht=tx|&cht=tx|/media/math/render/"

for _row in FRAMES:
    re.compile(_row.pattern)  # a wrong row fails here, not in silence
    if _row.kind not in ("video", "audio", "document", "post"):
        raise ValueError(f"{_row.host}: no kind {_row.kind!r}")
