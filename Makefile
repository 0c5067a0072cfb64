# make run                 set up and serve on http://127.0.0.1:8000/ (PORT=… for another port)
# make test                set up, check style and types, and test
# make bench BENCH=FOLDER  score FOLDER/bench.py's pages and compare with tests/floors.toml
# make books BENCH=FOLDER  run epubcheck on EPUBs of all pages below FOLDER, without pictures and with some
# make roundtrip BENCH=…   export FOLDER's annotated pages to HTML and read them again: nothing may be lost
# make fuzz                look for pages the reader stumbles over (SECONDS=… SEED=…); finds go to tests/finds
# make browser            every way in and out in a real Chromium: the part of `make test` marked so
# make security           what hostile input may not do: the part of `make test` marked so, with its counts
# make audit               report known holes in the libraries that are installed; never fails
# make growth              how the cost of an article grows with its page, 10 kB to 10 MB (two minutes)

PYTHON ?= python3
PORT ?= 8000
THREADS ?= 48
VENV := .venv
BIN := $(VENV)/bin

SECONDS ?= 300
SEED ?= $(shell date +%s)

.PHONY: run test browser security bench books roundtrip fuzz audit growth clean

run: $(VENV)/.run
	@echo "Unfeed is at http://127.0.0.1:$(PORT)/ (Ctrl-C ends it)."
	@exec $(BIN)/gunicorn --bind 127.0.0.1:$(PORT) --worker-class gthread --workers 1 --threads $(THREADS) \
		--limit-request-line 8190 --forwarded-allow-ips '' --no-control-socket wsgi:app

test: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest $(TESTS)

security: $(VENV)/.test
	$(BIN)/python -m pytest -m security $(TESTS)

browser: $(VENV)/.test
	$(BIN)/python -m pytest -m browser $(TESTS)

bench: $(VENV)/.test
	@test -f "$(BENCH)/bench.py" || { echo "Say where bench.py is: make bench BENCH=FOLDER" >&2; exit 2; }
	@mkdir -p build
	$(BIN)/python "$(BENCH)/bench.py" --json build/bench.json
	$(BIN)/python tests/floors.py build/bench.json

books: $(VENV)/.test
	@test -d "$(BENCH)" || { echo "Say where pages are: make books BENCH=FOLDER" >&2; exit 2; }
	$(BIN)/python tests/books.py "$(BENCH)"

roundtrip: $(VENV)/.test
	@test -f "$(BENCH)/bench.py" || { echo "Say where bench.py is: make roundtrip BENCH=FOLDER" >&2; exit 2; }
	$(BIN)/python tests/roundtrip.py "$(BENCH)"

fuzz: $(VENV)/.test
	$(BIN)/python tests/fuzz.py $(SECONDS) $(SEED)

audit: $(VENV)/.test
	$(BIN)/pip install --quiet --editable '.[audit]'
	-$(BIN)/pip-audit --skip-editable

growth: $(VENV)/.test
	$(BIN)/python tests/growth.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache

# The stamps make a second run start at once; a changed pyproject.toml installs anew.
$(VENV)/.run: pyproject.toml | $(VENV)/.made
	$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/.test: pyproject.toml | $(VENV)/.made
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/.run

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed: make PYTHON=python3.12, say." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { \
		echo "Python's venv is missing: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	@touch $@
