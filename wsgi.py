"""The WSGI entry point: ``gunicorn wsgi:app``."""
from reader.web import create_app

app = create_app()
