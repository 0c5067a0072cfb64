"""The house itself: who may import whom, what is documented, and that what is built works elsewhere."""
from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import textwrap
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import fields
from graphlib import TopologicalSorter
from pathlib import Path

import floors as bench_floors
import pytest

from reader.settings import Settings, variable

TOP = Path(__file__).parents[1]
READER = TOP / "reader"
FILES = sorted(path.relative_to(READER) for path in READER.rglob("*.py"))

# From the ground up; a room imports only from floors below its own. All rooms that are not named here are stations:
# they may build on each other, but never in a circle.
STATIONS = 4
FLOORS = {
    "errors": 0, "settings": 0, "bounds": 0, "sanitize": 1, "totext": 1, "article": 2, "rules": 3,
    "pipeline": 5, "files": 6, "export": 6, "store": 6, "worker": 7, "work": 8, "album": 9, "web": 10, "cli": 10,
}  # fmt: skip
NETWORK = {"socket", "socketserver", "ssl", "urllib3", "http.client", "urllib.request", "asyncio", "ftplib", "smtplib"}
LONGEST = 500


def imports(path: Path) -> Iterator[str]:
    """Every module that a file of ours imports, anywhere in it, by its full name."""
    for node in ast.walk(ast.parse((READER / path).read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(path: Path) -> str:
    return path.parts[0].removesuffix(".py")


ROOMS = {room(path) for path in FILES} - {"__init__"}


def rooms_under(path: Path) -> set[str]:
    parts = [name.split(".") for name in imports(path)]
    return {name[1] for name in parts if name[0] == "reader" and len(name) > 1 and name[1] in ROOMS} - {room(path)}


@pytest.mark.parametrize("path", [path for path in FILES if path != Path("__init__.py")], ids=str)
def test_a_room_imports_only_from_floors_below(path: Path) -> None:
    floor = FLOORS.get(room(path), STATIONS)
    above = {name for name in rooms_under(path) if FLOORS.get(name, STATIONS) > floor - (floor != STATIONS)}
    assert not above


def test_no_rooms_import_each_other_in_a_circle() -> None:
    under: dict[str, set[str]] = {name: set() for name in ROOMS}
    for path in FILES:
        if room(path) in under:
            under[room(path)] |= rooms_under(path)
    assert set(TopologicalSorter(under).static_order()) == ROOMS  # raises CycleError, with the circle


def test_only_the_web_floor_imports_flask() -> None:
    flask = {"flask", "flask_limiter", "werkzeug", "jinja2"}
    assert {room(path) for path in FILES if {name.split(".")[0] for name in imports(path)} & flask} == {"web"}


def test_only_the_door_opens_sockets() -> None:
    assert {room(path) for path in FILES if set(imports(path)) & NETWORK} == {"fetch"}


def test_the_library_loads_no_web_server() -> None:
    others = "{'flask', 'sqlalchemy', 'gunicorn', 'PIL'}"
    assert python(f"import reader, sys; print({others} & set(sys.modules))") == "set()\n"


@pytest.mark.parametrize("path", [path for path in FILES if path.parts[0] != "rules"], ids=str)
def test_no_room_grows_into_a_warehouse(path: Path) -> None:
    """Rows of rules are data and may be many."""
    assert len((READER / path).read_text().splitlines()) <= LONGEST


def test_the_article_marks_safe_once() -> None:
    """Only what the sanitizer returned goes into a page unescaped, and it does so in one place."""
    templates = "".join(path.read_text() for path in (TOP / "templates").rglob("*.html"))
    assert len(re.findall(r"\|\s*safe\b|autoescape", templates)) <= 1


def python(code: str, *arguments: str, cwd: Path = TOP, **environ: str) -> str:
    """What a fresh Python prints."""
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        cwd=cwd, env={**os.environ, **environ}, stdout=subprocess.PIPE, text=True, check=True,
    ).stdout  # fmt: skip


PAGE = """<!doctype html><html lang="en"><head><title>Bridge reopens</title></head><body>
<nav class="a b c"><a href="/1">One</a> <a href="/2">Two</a></nav><article class="x y z"><h1>Bridge reopens</h1>
<p>The bridge over the river reopened on Monday, two years after the flood took its middle arch away.</p>
<figure><img src="/bridge.jpg" alt="A bridge"><figcaption>The bridge on Monday. Photo: Jo Example</figcaption></figure>
<p>The first to cross it was a baker, who had taken the long way round every morning since the waters fell.</p>
<div class="related more list"><h3>Related stories</h3><ul><li><a href="/flood">How the flood came</a></li>
<li><a href="/arch">Who pays for the arch</a></li><li><a href="/baker">The baker's long way</a></li></ul></div>
<p>Engineers say that the new arch will stand for a century, if the river keeps to its bed as it did before.</p>
</article><footer><a href="/imprint">Imprint</a></footer></body></html>"""

READ_ALL = """
    import hashlib, sys
    from pathlib import Path
    from reader import ReaderError, read_html
    for path in [Path(sys.argv[1]), *sorted(Path("tests/pages").glob("*/source.html"))]:
        try:
            print(repr(read_html(path.read_bytes(), "https://paper.example/2026/11/bridge")))
        except ReaderError as error:
            print(repr(error))
"""


def test_the_same_page_gives_the_same_article_whatever_the_hash_seed(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    read = {python(READ_ALL, str(tmp_path / "page.html"), PYTHONHASHSEED=seed) for seed in ("0", "1", "4242")}
    assert len(read) == 1
    assert "two years after the flood" in read.pop()


def settings_table() -> str:
    """The README's table, as the settings declare themselves."""
    rows = [f"| `{variable(one.name)}` | `{one.default}` | {one.metadata['help']} |" for one in fields(Settings)]
    return "\n".join(["| Variable | Default | |", "|---|---|---|", *rows]).replace("| `` |", "| |") + "\n"


def test_the_readme_lists_every_setting() -> None:
    readme = (TOP / "README.md").read_text()
    assert settings_table() in readme, f"README.md lacks this table:\n{settings_table()}"
    assert readme.count("| `UNFEED_") == len(fields(Settings))


def test_the_changelog_tells_of_this_version() -> None:
    version = tomllib.loads((TOP / "pyproject.toml").read_text())["project"]["version"]
    assert re.search(rf"^## {re.escape(version)}\b", (TOP / "CHANGELOG.md").read_text(), re.MULTILINE)


def pip(command: str, *arguments: str | Path) -> None:
    subprocess.run([sys.executable, "-m", "pip", command, "--quiet", "--no-deps", *arguments], check=True)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-build-isolation", "-w", folder, TOP)
    return next(folder.glob("unfeed-*.whl"))


def test_the_wheel_holds_templates_and_static(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    ours = [*(TOP / "templates").rglob("*"), *(TOP / "static").rglob("*")]
    wanted = {f"reader/web/{path.relative_to(TOP).as_posix()}" for path in ours if path.is_file()}
    assert {"reader/web/templates", "reader/web/static"} <= {path.rsplit("/", 1)[0] for path in wanted}
    assert not wanted - inside
    assert not [name for name in inside if not name.startswith(("reader/", "unfeed-"))]


def test_an_installed_copy_serves_its_pages(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    pip("install", "--target", site, wheel)
    script = """
        import sys
        sys.path.insert(0, sys.argv[1])
        import reader
        from reader.web import create_app
        assert reader.__file__.startswith(sys.argv[1]), reader.__file__
        app = create_app()
        client = app.test_client()
        page = client.get("/")
        asset = next(word for word in page.text.replace('"', " ").split() if word.startswith("/static/"))
        print(page.status_code, client.get(asset).status_code)
    """
    assert python(script, str(site), cwd=tmp_path, UNFEED_DATA_DIR=str(tmp_path / "data")) == "200 200\n"


def test_figures_below_a_floor_are_told(tmp_path: Path) -> None:
    floors = {"minimum": {"keep": 0.9, "clean": 0.8}, "maximum": {"leak": 0.1}}
    assert bench_floors.shortfalls({"keep": 0.9, "clean": 0.8, "leak": 0.1}, floors) == []
    assert len(bench_floors.shortfalls({"keep": 0.89, "clean": None, "leak": 0.11}, floors)) == 3
    (tmp_path / "figures.json").write_text('{"keep": 0.1}')
    assert bench_floors.main(str(tmp_path / "figures.json")) == 1


def test_floors_that_go_down_are_seen() -> None:
    before = {"minimum": {"keep": 0.9, "clean": 0.8}, "maximum": {"leak": 0.1, "errors": 0}}
    after = {"minimum": {"keep": 0.91}, "maximum": {"leak": 0.2, "errors": 0}}
    assert bench_floors.lowered(before, before) == []
    assert bench_floors.lowered(before, after) == ["clean", "leak"]


def test_the_pinned_floors_have_only_risen() -> None:
    """Against every version in the history at hand; a copy without history has none to compare with."""
    def git(*arguments: str) -> list[str]:
        answer = subprocess.run(["git", *arguments], cwd=TOP, capture_output=True, text=True)
        return [answer.stdout] if answer.returncode == 0 else []

    now = tomllib.loads(bench_floors.FLOORS.read_text())
    for revision in "".join(git("log", "--format=%H", "--", "tests/floors.toml")).split():
        for text in git("show", f"{revision}:tests/floors.toml"):
            assert bench_floors.lowered(tomllib.loads(text), now) == [], revision


AT_THE_TOP = {
    ".ci", ".gitignore", "CHANGELOG.md", "Dockerfile", "LICENSE", "Makefile", "README.md", "SECURITY.md",
    "pyproject.toml", "reader", "screenshot.png", "static", "templates", "tests", "wsgi.py", ".dockerignore",
}  # fmt: skip


def test_nothing_else_stands_at_the_top() -> None:
    """What a tool left behind, say. A copy without history is not asked."""
    kept = subprocess.run(["git", "ls-files"], cwd=TOP, capture_output=True, text=True).stdout.splitlines()
    assert {name.split("/")[0] for name in kept} <= AT_THE_TOP


DRIVING = """
    import pytest

    @pytest.mark.browser
    def test_drives():
        pass

    @pytest.mark.epubcheck
    def test_checks():
        pass

    def test_walks():
        pass
"""


@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 1)], ids=["at home", "under CI"])
def test_without_chromium_and_epubcheck_the_rest_runs_and_says_so(tmp_path: Path, ci: str, status: int) -> None:
    shutil.copy(TOP / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_some.py").write_text(textwrap.dedent(DRIVING))
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-c", TOP / "pyproject.toml", "--rootdir", tmp_path,
         "-p", "no:cacheprovider", tmp_path],
        env={**os.environ, "PATH": str(tmp_path), "PYTHONPATH": f"{TOP}{os.pathsep}{TOP / 'tests'}", "CI": ci},
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert run.returncode == status
    assert "1 passed, 2 deselected" in run.stdout
    browser, epubcheck = run.stdout.splitlines()[-2:]
    assert browser.startswith("NOT RUN: 1 browser tests")
    assert epubcheck.startswith("NOT RUN: 1 epubcheck tests")
