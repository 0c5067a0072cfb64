"""The reader as an app on a phone: what the browser wants for that, and what the share sheet sends."""
from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from live import serving, settings, site
from PIL import Image
from playwright.sync_api import Browser

from reader.web import create_app

SHARED = {"Sec-Fetch-Site": "none", "Origin": "null"}
LINK = "https://paper.example/ferry"
TEXT = "The first ferry in nine years came into Orrin on Monday with forty passengers, two dogs and a piano. " * 9


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    made = create_app(settings(tmp_path_factory.mktemp("data")))
    yield made
    made.extensions["desk"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.mark.browser
def test_chromium_finds_nothing_that_keeps_it_from_being_installed(app: Flask, browser: Browser) -> None:
    with serving(app) as address:
        page = browser.new_page()
        page.goto(address)
        session = page.context.new_cdp_session(page)
        manifest = session.send("Page.getAppManifest")
        problems = [one["errorId"] for one in session.send("Page.getInstallabilityErrors")["installabilityErrors"]]
        page.close()
    assert manifest["errors"] == []
    assert manifest["url"] == f"{address}/manifest.webmanifest"
    assert set(problems) <= {"in-incognito"}  # where tests run


def test_icons_are_of_the_size_the_manifest_says(client: FlaskClient) -> None:
    told = client.get("/manifest.webmanifest")
    assert told.mimetype == "application/manifest+json"
    icons = told.get_json()["icons"]
    assert {icon["purpose"] for icon in icons} == {"any", "maskable"}
    for icon in icons:
        with Image.open(BytesIO(client.get(icon["src"]).data)) as drawn:
            assert "{}x{}".format(*drawn.size) == icon["sizes"]


@pytest.mark.parametrize(
    "fields",
    [
        {"url": LINK},
        {"text": LINK},
        {"title": "Ferry returns", "text": f"Ferry returns {LINK} via @paper", "url": ""},
        {"title": LINK},
        {"title": "Ferry", "text": TEXT, "url": LINK},
    ],
)
def test_a_link_is_found_wherever_an_app_puts_it(client: FlaskClient, fields: dict[str, str]) -> None:
    sent = client.post("/share", data=fields, headers=SHARED, content_type="multipart/form-data")
    opened = client.get("/share", query_string=fields)
    for answer in (sent, opened):
        assert answer.status_code == 303
        assert answer.headers["Location"] == f"/read?url={quote(LINK, safe=':/')}"


def test_a_shared_text_is_read(client: FlaskClient) -> None:
    answer = client.post("/share", data={"text": TEXT * 50}, headers=SHARED, content_type="multipart/form-data")
    assert answer.status_code == 303
    assert "two dogs and a piano" in client.get(answer.headers["Location"]).text


def test_a_text_in_an_address_waits_for_the_person(client: FlaskClient) -> None:
    answer = client.get("/share", query_string={"text": "Two <b>words</b>"})
    assert answer.status_code == 200
    assert "Two &lt;b&gt;words&lt;/b&gt;</textarea>" in answer.text


def test_nothing_shared_is_said(client: FlaskClient) -> None:
    answer = client.post("/share", data={"title": " "}, headers=SHARED)
    assert answer.status_code == 422
    assert "There is nothing to read in what was shared." in answer.text


def test_what_cannot_be_read_comes_back(client: FlaskClient) -> None:
    answer = client.post("/share", data={"text": "javascript:alert(1)"}, headers=SHARED)
    assert answer.status_code == 400
    assert "javascript:alert(1)</textarea>" in answer.text


@pytest.mark.parametrize("site_is", ["cross-site", "same-site"])
def test_no_other_site_can_share_for_a_person(client: FlaskClient, site_is: str) -> None:
    headers = {"Sec-Fetch-Site": site_is, "Origin": "https://evil.example"}
    assert client.post("/share", data={"text": TEXT}, headers=headers).status_code == 403
    assert client.post("/share", data={"text": TEXT}, headers={"Origin": "null"}).status_code == 403
    assert client.post("/read", data={"source": TEXT}, headers=SHARED).status_code == 403


@pytest.mark.browser
def test_a_shared_link_is_read(app: Flask, browser: Browser) -> None:
    with serving(app) as address, site() as (origin, _):
        page = browser.new_page()
        page.goto(f"{address}/share?text={quote('Ferry returns ' + origin + '/story')}")
        assert page.get_by_role("heading", level=1).inner_text() == "Ferry returns to Orrin after nine years"
        page.close()
