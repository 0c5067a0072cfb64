"""The web floor, the only one that imports flask."""
from __future__ import annotations

import hashlib
from pathlib import Path

from flask import Flask, url_for

from reader.settings import Settings
from reader.web import creditsheet, errors, hosts, logs, pictures, security, view
from reader.web.desk import Desk
from reader.web.exports import exports
from reader.web.gallery import Gallery
from reader.web.limits import Limits
from reader.web.phone import phone
from reader.web.receive import bookmarklet, receive
from reader.web.routes import web

# A form that takes no page has no business being larger than this, in bytes.
SMALL_FORM = 64_000


def create_app(settings: Settings | None = None) -> Flask:
    """The application, with a desk (workers, database) of its own; settings from the environment if not given."""
    app = Flask("reader.web", template_folder=str(_folder("templates")), static_folder=str(_folder("static")))
    app.config["MAX_CONTENT_LENGTH"] = SMALL_FORM
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 31_536_000  # assets carry a hash of their content in the address
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    settings = settings or Settings.from_env()
    limits = app.extensions["limits"] = Limits(app, settings)
    app.extensions["desk"] = Desk(settings, limits.admit)
    app.extensions["gallery"] = Gallery(settings, limits.viewer, limits.admit_viewer)
    for room in (web, receive, phone, exports):
        app.register_blueprint(room)
    pictures.register(app, settings)
    creditsheet.register(app)
    logs.keep_discreet(app)
    hosts.believe(app, settings.trusted_proxies)
    hosts.guard(app, settings)
    security.protect(app, bool(settings.image_proxy))
    errors.register(app)
    view.register(app)
    app.jinja_env.globals.update(asset=_asset(app), bookmarklet=bookmarklet)
    return app


def _folder(name: str) -> Path:
    """``templates`` or ``static``: inside the package when installed from a wheel, at the top of a checkout."""
    inside = Path(__file__).parent / name
    return inside if inside.is_dir() else Path(__file__).parents[2] / name


def _asset(app: Flask) -> object:
    hashes: dict[str, str] = {}

    def asset(name: str) -> str:
        """The address of a static file, changed whenever its content is."""
        if name not in hashes:
            content = (Path(str(app.static_folder)) / name).read_bytes()
            hashes[name] = hashlib.sha256(content).hexdigest()[:12]
        return url_for("static", filename=name, v=hashes[name])

    return asset
