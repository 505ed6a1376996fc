# Amur: `make help` lists the verbs.

SHELL := /bin/sh
PYTHON ?= python3
PORT ?= 8000
PY := .venv/bin/python
QUIET := -W ignore
# What is installed is known by the hash of what was asked for.
STAMP = .venv/.installed-$(1)-$(shell cat $(2) 2>/dev/null | cksum | cut -d' ' -f1)
RUNTIME := $(call STAMP,runtime,requirements.txt)
DEV := $(call STAMP,dev,requirements.txt requirements-dev.txt)

.PHONY: help run demo-merge setup setup-dev test drill lint evaluate bench screenshot requirements clean

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

run: setup ## everything: web, worker, beat and Redis on http://127.0.0.1:8000 (PORT=8001 for another)
	@exec $(PY) $(QUIET) manage.py serve --port $(PORT)

demo-merge: setup ## sample articles that show how reports become one fact; prints the pages to open
	@$(PY) $(QUIET) manage.py prepare && $(PY) $(QUIET) manage.py demo_merge --port $(PORT)

setup: $(RUNTIME) ## the virtual environment and the pinned requirements, in .venv

setup-dev: $(DEV)

test: $(DEV) ## the tests (ARGS="-k word" for some of them)
	@$(PY) $(QUIET) -m pytest $(ARGS)

drill: $(DEV) ## 1,000 articles read while workers are killed 200 times; prints its figures (SEED=2 for other moments)
	@DRILL_KILLS=200 DRILL_ARTICLES=1000 DRILL_SEED=$(or $(SEED),1) $(PY) $(QUIET) -m pytest -q --show-capture=no tests/ingest/test_drill.py

lint: $(DEV) ## the linter and the formatter's check
	@.venv/bin/ruff check . && .venv/bin/ruff format --check .

evaluate: $(RUNTIME) ## the reader against gold articles: GOLD=dev.jsonl [ERRORS=1] [SCORE=score.py]
	@test -n "$(GOLD)" || { echo "Say which articles: make evaluate GOLD=dev.jsonl (ERRORS=1 lists the errors)." >&2; exit 2; }
	@test -r "$(GOLD)" || { echo "$(GOLD) can't be read: name a file of annotated articles, GOLD=dev.jsonl." >&2; exit 2; }
	@mkdir -p var && $(PY) $(QUIET) manage.py extract "$(GOLD)" > var/evaluated.jsonl
	@$(PY) "$(or $(SCORE),$(dir $(GOLD))score.py)" "$(GOLD)" var/evaluated.jsonl $(if $(ERRORS),--errors)

bench: $(RUNTIME) ## speed beside stock Natasha, with and without its extractors (FILE=articles.jsonl for others than the samples)
	@$(PY) $(QUIET) manage.py bench $(FILE)

screenshot: $(DEV) ## the README's picture, of the copy that runs on PORT
	@$(PY) docs/screenshot.py http://127.0.0.1:$(PORT)/

requirements: $(DEV) ## compile the pins with hashes from the .in files
	@.venv/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links requirements.in
	@.venv/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links requirements-dev.in

clean: ## remove the virtual environment and caches; what a copy wrote (var/) stays
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis

# --- Set-up -------------------------------------------------------------------------------------

.venv/bin/pip:
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing: install Python 3.11 or later, or name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed, $(PYTHON) is older: name another, make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing: install it (Debian: apt-get install python3-venv) and run make again." >&2; exit 1; }
	@rm -rf .venv && $(PYTHON) -m venv .venv || { rm -rf .venv; echo "The virtual environment could not be made in .venv; the lines above say why." >&2; exit 1; }

$(RUNTIME): | .venv/bin/pip
	@$(call install,requirements.txt,runtime)

$(DEV): | $(RUNTIME)
	@$(call install,requirements-dev.txt,dev)

# Pip's own lines go to a log; the terminal gets one that says what to do.
define install
echo "Installing $(1) …" && \
if .venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r $(1) > .venv/install.log 2>&1; \
then rm -f .venv/.installed-$(2)-* && touch $@; \
else echo "Installing $(1) failed: $$(grep -m1 ERROR .venv/install.log || tail -n1 .venv/install.log) (all of it in .venv/install.log). Check the network and run make again." >&2; exit 1; fi
endef
