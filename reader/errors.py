"""Everything that can go wrong for a person: a sentence, what to try, an HTTP status and a code."""
from __future__ import annotations


class ReaderError(Exception):
    """The family. ``str(error)`` is one sentence for the person; ``hint`` says what to try."""

    status = 500
    code = "error"
    hint = "Try again in a moment."

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        if hint:
            self.hint = hint

    def __reduce__(self) -> tuple[type[ReaderError], tuple[str | int, ...]]:
        return type(self), (self.sentence, self.hint)  # errors cross from worker processes


class NothingGiven(ReaderError):
    """The person sent no page at all."""

    status = 422
    code = "nothing-given"
    hint = "Paste a link, the HTML of a page, or the text of an article, or choose a file."


class TwoGiven(ReaderError):
    """A text and a file at once: nobody knows which of the two is meant."""

    status = 422
    code = "two-given"
    hint = "Clear the text or take the file away, then try again."


class NeedsAddress(ReaderError):
    """Pasted HTML with relative addresses, of which nobody knows what they are relative to."""

    status = 422
    code = "needs-address"
    hint = "Give the address the page came from, so that its images can be found."


class BadAddress(ReaderError):
    """What was given as a link is none we can follow."""

    status = 400
    code = "bad-address"
    hint = "Check the link: it should begin with http:// or https://."


class ForbiddenAddress(ReaderError):
    """The address leads inside: private, loopback, link-local and the like."""

    status = 403
    code = "forbidden-address"
    hint = "Only pages on the public web can be fetched. Paste the page's HTML instead."


class TooLarge(ReaderError):
    """More bytes than ``UNFEED_MAX_BYTES``."""

    status = 413
    code = "too-large"
    hint = "Paste the text of the article instead."


class WrongType(ReaderError):
    """Not HTML, XHTML or plain text."""

    status = 415
    code = "wrong-type"
    hint = "Only web pages and plain text can be read."


class NoArticle(ReaderError):
    """The page was read and is no article; the sentence says what it looks like."""

    status = 422
    code = "no-article"
    hint = "Open the page in your browser, and paste the article from there."


class TooComplex(ReaderError):
    """The page needs more time, memory or depth than one article may have."""

    status = 422
    code = "too-complex"
    hint = "Paste only the article's part of the page, or its text."


class FetchFailed(ReaderError):
    """The other server could not be reached or gave no page."""

    status = 502
    code = "fetch-failed"
    hint = "Check the link in your browser, or paste the page's HTML."


class FetchTimeout(ReaderError):
    """The other server took too long."""

    status = 504
    code = "fetch-timeout"
    hint = "Try again, or paste the page's HTML."


class Busy(ReaderError):
    """All hands are busy, or the one at work died."""

    status = 503
    code = "busy"
    hint = "Try again in a moment."


class NotFound(ReaderError):
    """No article is kept under this address."""

    status = 404
    code = "not-found"
    hint = "It may have been deleted, or kept longer ago than this site keeps articles."


class Refused(ReaderError):
    """A request that came from another site, or lacks what proves it did not."""

    status = 403
    code = "refused"
    hint = "Open the reader's own page and do it from there."


class UnknownHost(ReaderError):
    """The request was sent to a name that is none of ``UNFEED_HOSTS``."""

    status = 400
    code = "unknown-host"
    hint = "Check the address. Whoever runs this reader can add the name to UNFEED_HOSTS."


class TooManyRequests(ReaderError):
    """A rate limit was reached; after ``seconds`` it is worth trying again."""

    status = 429
    code = "too-many-requests"
    hint = "Wait a minute, then try again."

    def __init__(self, sentence: str, seconds: int = 60) -> None:
        super().__init__(sentence, f"Wait {_in_words(seconds)}, then try again.")
        self.seconds = seconds

    def __reduce__(self) -> tuple[type[ReaderError], tuple[str | int, ...]]:
        return type(self), (self.sentence, self.seconds)


def _in_words(seconds: int) -> str:
    if seconds <= 1:
        return "a second"
    if seconds < 60:
        return f"{seconds} seconds"
    minutes = -(-seconds // 60)
    return "a minute" if minutes == 1 else f"{minutes} minutes"


class StoreFailed(ReaderError):
    """The database could not be read or written: disk full, read-only, locked, damaged."""

    status = 503
    code = "store-failed"
    hint = "Nothing was kept. Try again in a moment; if it lasts, tell whoever runs this reader."
