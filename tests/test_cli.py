"""The command itself, in a process of its own, against a real server on loopback."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

from reader.export import FORMATS

UNFEED = str(Path(sys.executable).with_name("unfeed"))
ONE = "Die alte Brücke ist am Freitag gesperrt worden, nachdem Taucher tiefe Risse in zwei Pfeilern entdeckt hatten."
TWO = "Die Stadt habe das Verkehrsamt um Hilfe gebeten, sagte die Bürgermeisterin, und in der Woche kämen Ingenieure."
HTML = f"""<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Sturm beschädigt Brücke</title></head>
<body><article><h1>Sturm beschädigt Brücke</h1><p>{ONE}</p>
<figure><img src="/b.jpg" alt="Brücke"><figcaption>Die Brücke am Morgen (Foto: Jan Dau/dpa)</figcaption></figure>
<p>{TWO}</p><p>{ONE} {TWO}</p>
<div class="related"><h3>Lesen Sie auch</h3><ul><li><a href="/faehre-faehrt-nachts">Fähre fährt die ganze Nacht</a></li>
<li><a href="/schule-faellt-aus">Die Schule fällt am Montag aus</a></li></ul></div></article></body></html>"""
TEXT = f"Sturm beschädigt Brücke\n\n{ONE}\n\nLesen Sie auch: Fähre fährt die ganze Nacht\n\n{TWO}\n"


class Pages(BaseHTTPRequestHandler):
    slow = Event()

    def do_GET(self) -> None:
        kind, body = {
            "/story": ("text/html; charset=utf-8", HTML), "/text": ("text/plain; charset=utf-8", TEXT)
        }.get(self.path, ("text/html", "<title>Log in</title><form><input type=password></form>"))  # fmt: skip
        if self.path == "/slow":
            self.slow.set()
            time.sleep(8)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        with contextlib.suppress(BrokenPipeError):  # the reader was interrupted
            self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Nothing of it belongs in the test's output."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_address[1]}"
        server.shutdown()


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("UNFEED_", "LC_", "LANG"))}
    return kept | {"UNFEED_ALLOWED_INTERNAL_HOSTS": "localhost"} | more


def unfeed(*arguments: str, given: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [UNFEED, *arguments], input=given, capture_output=True, env=environment(**more), timeout=60, check=False
    )
    assert b"Traceback" not in done.stderr
    return done


def undated(done: subprocess.CompletedProcess[bytes]) -> bytes:
    """What was printed, but for the moment of capture."""
    return re.sub(rb"\d\d:\d\d:\d\d UTC", b"", done.stdout)


def test_a_link_becomes_text(site: str) -> None:
    done = unfeed(f"{site}/story")
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert text.startswith("Sturm beschädigt Brücke\n\n")
    assert "\n\nDie Brücke am Morgen (Jan Dau/dpa)\n\n" in text
    assert ONE in text
    assert "Fähre" not in text


def test_a_link_to_plain_text(site: str) -> None:
    done = unfeed(f"{site}/text")
    assert done.returncode == 0
    assert done.stdout.decode().startswith(f"Sturm beschädigt Brücke\n\n{ONE}\n\n{TWO}\n")


def test_json_of_a_link_names_its_images_absolutely(site: str) -> None:
    told = json.loads(unfeed(f"{site}/story", "--format", "json").stdout)
    assert [(row["contentUrl"], row["caption"], row["creditText"]) for row in told["image"]] == [
        (f"{site}/b.jpg", "Die Brücke am Morgen", "Jan Dau/dpa")
    ]
    assert [item["url"] for item in told["unfeed:removed"][0]["items"]] == [
        f"{site}/faehre-faehrt-nachts",
        f"{site}/schule-faellt-aus",
    ]


def test_what_is_printed_says_where_it_is_from_and_of_which_bytes(site: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(HTML, "utf-8")
    given = unfeed(str(tmp_path / "page.html"), "--url", f"{site}/kept", "--format", "json")
    for told, address, chain in (
        (unfeed(f"{site}/story", "--format", "json").stdout, f"{site}/story", [f"{site}/story"]),
        (given.stdout, f"{site}/kept", []),
    ):
        capture = json.loads(told)["unfeed:capture"]
        assert (capture["url"], capture["chain"], capture["size"]) == (address, chain, len(HTML.encode()))
        assert capture["sha256"] == hashlib.sha256(HTML.encode()).hexdigest()


@pytest.mark.parametrize("name", list(FORMATS))
def test_a_file_is_written_on_request(site: str, tmp_path: Path, name: str) -> None:
    done = unfeed(f"{site}/story", "--format", name, "--output", str(tmp_path / "out"))
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (tmp_path / "out").stat().st_size > 500


@pytest.mark.parametrize("name", list(FORMATS))
def test_only_what_can_be_read_is_printed_on_a_terminal(site: str, name: str) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [UNFEED, f"{site}/story", "--format", name], stdout=theirs, stderr=subprocess.PIPE, env=environment(),
        timeout=60, check=False,
    )  # fmt: skip
    printed = select.select([ours], [], [], 0)[0] != []  # before the far end is closed: that counts as readable
    os.close(theirs)
    os.close(ours)
    assert (done.returncode == 0, printed) == (FORMATS[name].is_text, FORMATS[name].is_text)
    assert (b"--output FILE" in done.stderr) == (not FORMATS[name].is_text)


def test_a_file_that_cannot_be_written_is_said(site: str, tmp_path: Path) -> None:
    done = unfeed(f"{site}/story", "--output", str(tmp_path / "no" / "out"))
    assert done.returncode == 1
    assert b"No such file or directory" in done.stderr


def test_files_and_standard_input_are_known_by_their_content(tmp_path: Path) -> None:
    for name, content in (("page", HTML), ("words", TEXT)):
        (tmp_path / name).write_text(content, "utf-8")
        file, stream = unfeed(str(tmp_path / name)), unfeed("-", given=content.encode())
        assert file.returncode == 0
        assert undated(file) == undated(stream)
        assert ONE in file.stdout.decode()
        assert "Fähre" not in file.stdout.decode()


def test_bytes_are_decoded_as_a_page_declares_them() -> None:
    done = unfeed("-", given=HTML.replace("utf-8", "iso-8859-1").encode("latin-1"))
    assert ONE in done.stdout.decode()


def test_the_address_of_a_file_makes_its_images_absolute(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(HTML, "utf-8")
    done = unfeed(str(tmp_path / "page.html"), "--url", "https://news.test/story", "--format", "md")
    assert "![Brücke](https://news.test/b.jpg)" in done.stdout.decode()


def test_formats() -> None:
    given = HTML.encode()
    address = ("--url", "https://news.test/story")
    assert unfeed("-", "--format", "html", *address, given=given).stdout.startswith(b"<!doctype html>\n<html lang=")
    assert unfeed("-", "--format", "md", *address, given=given).stdout.startswith(b"---\ntitle: ")
    named, default = unfeed("-", "--format", "text", *address, given=given), unfeed("-", *address, given=given)
    assert undated(named) == undated(default)


def test_output_is_utf8_in_a_locale_that_is_not() -> None:
    done = unfeed("-", given=TEXT.encode(), LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert ONE in done.stdout.decode("utf-8")
    failed = unfeed("/nicht-da/Brücke", LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert failed.returncode == 1


def test_removed_lists_units_with_reasons_instead_of_the_article() -> None:
    done = unfeed("-", "--removed", given=TEXT.encode())
    first, *items = done.stdout.decode().splitlines()
    kind, heading, why = first.split("\t")
    assert (kind, heading) == ("related-inline", "Lesen Sie auch")
    assert "Lesen Sie auch" in why
    assert items == ["\tFähre fährt die ganze Nacht"]
    (unit,) = json.loads(unfeed("-", "--removed", "--format", "json", given=TEXT.encode()).stdout)
    assert unit["items"] == [{"title": "Fähre fährt die ganze Nacht", "url": ""}]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["http://127.0.0.2:8/x"], "unfeed: "),
        (["/no/such/file.html"], "unfeed: /no/such/file.html: No such file or directory"),
        (["mistyped.html"], "unfeed: mistyped.html: No such file or directory"),
        (["/"], "unfeed: /: Is a directory"),
        (["-"], "unfeed: There is no text to read. Paste"),
        (["ftp://a.test/x"], "unfeed: "),
    ],
)
def test_an_error_is_one_line_and_status_1(arguments: list[str], says: str) -> None:
    done = unfeed(*arguments)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith(says)
    assert done.stderr.count(b"\n") == 1


def test_a_page_without_an_article_is_status_1(site: str) -> None:
    done = unfeed(f"{site}/login")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"unfeed: ")


def test_too_large_is_said_in_words() -> None:
    done = unfeed("-", given=TEXT.encode(), UNFEED_MAX_BYTES="100")
    assert done.returncode == 1
    assert b"larger than 100 bytes" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [[], ["a", "b"], ["-", "--format", "pdf"], ["-", "--removed", "--format", "html"], ["-", "--nonsense"],
     ["https://a.test/x", "--url", "https://a.test/y"]],
)  # fmt: skip
def test_wrong_usage_is_status_2(arguments: list[str]) -> None:
    done = unfeed(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"usage: unfeed ")


def test_a_setting_that_makes_no_sense_is_wrong_usage() -> None:
    done = unfeed("-", UNFEED_MAX_BYTES="many")
    assert done.returncode == 2
    assert b"UNFEED_MAX_BYTES must be a whole number" in done.stderr


def test_version_and_help() -> None:
    assert unfeed("--version").stdout.startswith(b"unfeed 0.")
    assert b"URL|FILE|-" in unfeed("--help").stdout


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_has_had_enough_is_no_error(unbuffered: str) -> None:
    long = f"{TEXT}\n\n" + f"{ONE}\n\n" * 5_000
    done = subprocess.run(
        ["bash", "-c", f"'{UNFEED}' - | head -c 30; was=${{PIPESTATUS[0]}}; echo; echo $was"], input=long.encode(),
        capture_output=True, env=environment(PYTHONUNBUFFERED=unbuffered), timeout=60, check=False,
    )  # fmt: skip
    assert done.stderr == b""
    assert done.stdout.splitlines()[-1] == b"141"


def test_ctrl_c_is_quiet_and_status_130(site: str) -> None:
    Pages.slow.clear()
    with subprocess.Popen(
        [UNFEED, f"{site}/slow"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as running:
        assert Pages.slow.wait(30)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
    assert (running.returncode, out, err) == (130, b"", b"")
