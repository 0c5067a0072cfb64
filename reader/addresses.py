"""Addresses: one spelling for each, which of them lead inside, and whether what was typed is a link at all."""
from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin

import idna

from reader.errors import BadAddress, ForbiddenAddress

# RFC 9110, section 4.1, asks everyone to bear 8,000 octets; nothing that is longer is an article's address.
MAX_LINK = 8_000
# DNS itself: RFC 1035, section 2.3.4.
MAX_HOST, MAX_LABEL = 253, 63
# A headline, a deck and "via @somebody" stay below this; what is longer, or has more lines, is an article's text.
MAX_SHARED, MAX_SHARED_LINES = 400, 4

# The ports from 1024 up that browsers refuse ("bad port" in the Fetch Standard): a server of another protocol
# may take a request for its own.
BAD_PORTS = frozenset(
    (1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, *range(6665, 6670), 6679, 6697, 10080)
)
# Below 1024 the standard names nearly every port in use but these two.
LOW_PORTS = frozenset((80, 443))


class Inside(NamedTuple):
    """One range that is not the public web."""

    net: ipaddress.IPv4Network | ipaddress.IPv6Network
    why: str


# The IANA special-purpose registries (RFC 6890), and what clouds put beside them.
INSIDE = tuple(
    Inside(ipaddress.ip_network(net), why)
    for net, why in (
        ("0.0.0.0/8", "this machine or network"),
        ("10.0.0.0/8", "a private network"),
        ("100.64.0.0/10", "a provider's own network"),
        ("127.0.0.0/8", "this machine itself"),
        ("168.63.129.16/32", "the inside of a cloud"),  # looks public; Azure tells its machines their secrets there
        ("169.254.0.0/16", "a local link"),
        ("172.16.0.0/12", "a private network"),
        ("192.0.0.0/24", "a reserved range"),
        ("192.0.2.0/24", "a range for documentation"),
        ("192.31.196.0/24", "a reserved range"),
        ("192.52.193.0/24", "a reserved range"),
        ("192.88.99.0/24", "a tunnel"),
        ("192.168.0.0/16", "a private network"),
        ("192.175.48.0/24", "a reserved range"),
        ("198.18.0.0/15", "a range for benchmarks"),
        ("198.51.100.0/24", "a range for documentation"),
        ("203.0.113.0/24", "a range for documentation"),
        ("224.0.0.0/4", "a multicast group"),
        ("240.0.0.0/4", "a reserved range"),
        ("2001::/23", "a tunnel or a reserved range"),  # Teredo, ORCHID, benchmarks
        ("2001:db8::/32", "a range for documentation"),
        ("2002::/16", "a tunnel"),  # 6to4: any IPv4 address may stand inside
        ("2620:4f:8000::/48", "a reserved range"),
        ("3fff::/20", "a range for documentation"),
    )
)
# All that IANA has given out for the public IPv6 internet. Whatever lies outside (mapped and compatible IPv4,
# NAT64 for local use, ULA, site-local, link-local, multicast) is inside without being named.
GLOBAL_IPV6 = ipaddress.IPv6Network("2000::/3")
# On a network without IPv4 every older site has such an address, so what it translates to decides (RFC 6052).
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Address:
    """An http(s) address in its one spelling.

    ``host`` is an ASCII name, or a literal IP without brackets; ``target`` is path and query and begins with "/".
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def url(self) -> str:
        """The address as text, without the default port and without a fragment."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _DEFAULT_PORT[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"


def inside(ip: str) -> str:
    """Where the IP address ``ip`` leads when that is not the public web ("a private network"), else "".

    What cannot be read as an address counts as inside: nobody can say where it leads.
    """
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return "an unknown place"
    if address in NAT64:
        address = ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    if address.version == 6 and address not in GLOBAL_IPV6:
        return "an inside or reserved range"
    return next((row.why for row in INSIDE if address in row.net), "")


def odd_port(port: int) -> bool:
    """Whether ``port`` belongs to another protocol than the web's (see ``BAD_PORTS`` and ``LOW_PORTS``)."""
    return port in BAD_PORTS or (port < 1024 and port not in LOW_PORTS)


_DEFAULT_PORT = {"http": 80, "https": 443}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_AUTHORITY = re.compile(r"[/\\]*([^/\\?#]*)([^#]*)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
# What may stand as it is beside letters and digits; the rest is percent-encoded as UTF-8 (URL Standard, "path" and
# "query percent-encode set").
_AS_IS = "%/:;@&=+$,!*'()~?[]|"


def parse(url: str) -> Address:
    """Read ``url`` as browsers do (URL Standard) and give it its one spelling.

    Raises BadAddress for what is no http(s) address or holds a user name, ForbiddenAddress for an address with a zone.
    """
    text = re.sub(r"[\t\r\n]", "", url.strip())
    scheme = _SCHEME.match(text)
    if len(text) > MAX_LINK:
        raise BadAddress("This link is too long to be followed.")
    if _CONTROL.search(text):
        raise BadAddress("This link holds characters no link may hold.")
    if not scheme or scheme[1].lower() not in _DEFAULT_PORT:
        raise BadAddress("Only links that begin with http:// or https:// can be followed.")
    return _split(scheme[1].lower(), text[scheme.end() :])


def follow(base: Address, location: str) -> Address:
    """Where a redirect from ``base`` to ``location`` (absolute or relative) leads. Raises as ``parse`` does."""
    location = re.sub("^//+", "//", location.strip().replace("\\", "/"))  # however many: a host comes next
    return parse(location if _SCHEME.match(location) else urljoin(base.url, location))


def _split(scheme: str, rest: str) -> Address:
    found = _AUTHORITY.match(rest)
    authority, path = (found[1], found[2]) if found else ("", "")
    if "@" in authority:
        raise BadAddress("Links with a user name in them are not followed.", "Leave out the part before the @.")
    host, port = _host_and_port(authority)
    path, question, query = path.partition("?")
    target = quote(path.replace("\\", "/") or "/", safe=_AS_IS) + question + quote(query, safe=_AS_IS)
    return Address(scheme, _host(host), port or _DEFAULT_PORT[scheme], target)


def _host_and_port(authority: str) -> tuple[str, int]:
    found = re.fullmatch(r"(\[[^\]]*\]|[^:]*)(?::([0-9]{0,5}))?", authority)
    if not found or (found[2] and not 0 < int(found[2]) < 65_536):
        raise BadAddress("This link names no server and port that can be asked.")
    return found[1], int(found[2] or 0)


def _host(text: str) -> str:
    if text.startswith("["):
        return _ipv6(text[1:-1])
    try:
        host = idna.uts46_remap(unquote(text, errors="strict"), std3_rules=False).removesuffix(".")
    except (UnicodeError, idna.IDNAError) as error:
        raise BadAddress("This link holds a server name that cannot be read.") from error
    labels = [label if label.isascii() else f"xn--{label.encode('punycode').decode()}" for label in host.split(".")]
    if re.fullmatch(r"[0-9]+|0x[0-9a-f]*", labels[-1]):
        return _ipv4(labels)
    if not all(re.fullmatch(rf"[a-z0-9_-]{{1,{MAX_LABEL}}}", label) for label in labels) or len(host) > MAX_HOST:
        raise BadAddress("This link names no server.")
    return ".".join(labels)


def _ipv6(text: str) -> str:
    if "%" in text:  # a zone is a network card of this machine
        raise ForbiddenAddress("This link leads to a local link, not to the public web.")
    try:
        return str(ipaddress.IPv6Address(text))
    except ValueError as error:
        raise BadAddress("This link names no server.") from error


def _ipv4(parts: list[str]) -> str:
    """The address that ``parts`` spell in decimal, octal or hex, the last standing for all bytes left.

    Source: URL Standard, "IPv4 parser".
    """
    try:
        numbers = [_number(part) for part in parts]
    except ValueError as error:
        raise BadAddress("This link names no server.") from error
    *heads, last = numbers
    if len(numbers) > 4 or any(head > 255 for head in heads) or last >= 256 ** (5 - len(numbers)):
        raise BadAddress("This link names no server.")
    return str(ipaddress.IPv4Address(sum(head << 8 * (3 - place) for place, head in enumerate(heads)) + last))


def _number(part: str) -> int:
    if part.startswith("0x"):
        return int("0" + part[2:], 16)
    if not part.isdecimal():  # int() would take "-1" and "1_0" as well
        raise ValueError(part)
    return int(part, 8 if part.startswith("0") else 10)


# "<p>", "</p>", "<!--", "<?xml", but not the "<https://…>" that mail programs write.
_TAG = re.compile(r"<(?:[!?]|/?[a-z][a-z0-9-]*[\s/>])", re.I)
# The address that Firefox shows for a page in its reading view, or that a browser shows for a page's source.
_SHOWN = re.compile(r"view-source:(https?:.+)|about:reader\?url=(https?(?::|%3a).+)", re.I)
# A link among words ends at white space, quotes, angle brackets, and punctuation that is written without a space after.
_LINK = re.compile(r"""(?:https?://|\bwww\.)[^\s<>"“”„«»「」『』（）【】。，、；！？]+""", re.I)
_DOTTED = re.compile(r"(?:[\w-]+\.)+(?:[^\W\d_]{2,}|xn--[\w-]+)\.?(?::\d+)?(?:[/?#]\S*)?")
_NAME_AND_PORT = re.compile(r"(?=[\w-]*[^\W\d])[\w-]+:\d{2,5}(?:/\S*)?")
_LITERAL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\]|localhost)(?::\d+)?(?:[/?#]\S*)?", re.I)
_OTHER_SCHEME = re.compile(r"(?:[a-z][a-z0-9+.-]*://|(?:javascript|data|file|mailto|about|blob|tel):)\S+", re.I)


def link_in(text: str) -> str:
    """The one link that ``text`` is, or holds as phones share it ("Headline https://… via @x"); else "".

    HTML is never a link, nor is an article's text with a link in it (see ``MAX_SHARED``).
    Without a scheme, names are taken for https; literal addresses, ``localhost`` and names without a dot for http.
    Raises BadAddress (ForbiddenAddress for a zone) when the whole text is a link, but none that can be followed.
    """
    text = text.strip()
    if not text or len(text) > MAX_LINK + MAX_SHARED or _TAG.match(text):
        return ""
    if not re.search(r"\s", text):
        return _whole(text)
    return _shared(text)


def _whole(text: str) -> str:
    text = re.sub(r"^<(.+)>$|^[\"'“«](.+)[\"'”»]$", r"\1\2", text)
    if shown := _SHOWN.match(text):
        text = shown[1] or unquote(shown[2])
    if re.match(r"https?:", text, re.I):
        return parse(text).url
    if text.startswith("//") and "." in text:
        return parse("https:" + text).url
    if _LITERAL.fullmatch(text) or _NAME_AND_PORT.fullmatch(text):
        return parse("http://" + text).url
    if _DOTTED.fullmatch(text):
        return parse("https://" + text).url
    if _OTHER_SCHEME.fullmatch(text):
        return parse(text).url  # raises: better a sentence about the link than an article made of it
    return _shared(text)


def _shared(text: str) -> str:
    words = _LINK.sub(" ", text)
    lines = [line for line in words.splitlines() if line.strip()]
    links = {_bare(link) for link in _LINK.findall(text)}
    if len(links) != 1 or len(words) > MAX_SHARED or len(lines) > MAX_SHARED_LINES or _TAG.search(text):
        return ""
    link = links.pop()
    try:
        return parse(link if "://" in link else f"https://{link}").url
    except (BadAddress, ForbiddenAddress):
        return ""  # words about something that looks like a link


def _bare(link: str) -> str:
    """``link`` without the sentence's punctuation after it; a closing bracket stays if the link opened it."""
    while link and (link[-1] in ".,:;!?…'’*_" or _unopened(link, "()") or _unopened(link, "[]")):
        link = link[:-1]
    return link


def _unopened(link: str, pair: str) -> bool:
    return link[-1] == pair[1] and link.count(pair[1]) > link.count(pair[0])
