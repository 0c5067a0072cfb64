# docker build -t unfeed . && docker run -p 8000:8000 -v unfeed:/data unfeed
FROM python:3.12-slim

RUN useradd --system --create-home --uid 10001 unfeed \
    && install -d -o unfeed -g unfeed -m 0700 /data
WORKDIR /app
COPY pyproject.toml README.md LICENSE CHANGELOG.md wsgi.py ./
COPY reader reader
COPY templates templates
COPY static static
RUN pip install --no-cache-dir . && rm -rf reader templates static

USER unfeed
ENV UNFEED_DATA_DIR=/data PYTHONUNBUFFERED=1
VOLUME /data
EXPOSE 8000
HEALTHCHECK CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/', timeout=5)"]
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "1", "--threads", "48", \
     "--limit-request-line", "8190", "--forwarded-allow-ips", "", "--no-control-socket", \
     "--worker-tmp-dir", "/dev/shm", "wsgi:app"]
