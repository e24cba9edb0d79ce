# make demo   reads the example documents, asks two questions, draws the page
# make test   runs all tests, against a real Neo4j too
#
# Each sets up what it needs in .venv: Python 3.11 or newer and a package registry are enough.
# Others: check (test + lint), lint, format, notebooks, lock, clean, and for those who write rules:
# make score      scores, errors and what changed since the last commit (ARGS="--since HEAD~3")
# make precision  measures each rule anew: graph/precision.csv, docs/confidence.md
#
#   PYTHON=/path/to/python     the interpreter to use, else the newest found
#   REQUIRE="neo4j browser"    make test fails, instead of skipping, where one of these is missing
#   ARGS="-k overlap"          more for pytest

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCKED := $(PIP) install --require-hashes --no-build-isolation --requirement
MOONSHOT := $(BIN)/python -m graph
STORE := moonshot.kgl
PAGE := moonshot.html
SHARED ?= ../shared

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint format check score precision notebooks lock clean

help:
	@awk '!/^#/ {exit} {sub(/^# ?/, ""); print}' Makefile

demo: $(VENV)/run.done
	@echo '— reading examples/ into $(STORE)'
	@$(MOONSHOT) build examples --store $(STORE)
	@echo; echo '— moonshot overlap K-문샷 NEXT: where the two programmes meet, and where each stands alone'
	@$(MOONSHOT) overlap K-문샷 NEXT --store $(STORE)
	@echo; echo '— moonshot ask agencies-covering field=양자,인공지능: who covers both quantum and AI'
	@$(MOONSHOT) ask agencies-covering field=양자,인공지능 --store $(STORE)
	@echo; echo '— moonshot render: the page'
	@$(MOONSHOT) render --store $(STORE) -o $(PAGE)
	@echo; echo 'Open $(PAGE) in a browser. More questions: . $(BIN)/activate && moonshot ask'

test: $(VENV)/dev.done
	$(BIN)/python -m pytest $(foreach what,$(REQUIRE),--require $(what)) $(ARGS)

lint: $(VENV)/dev.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_layers.py

format: $(VENV)/dev.done
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

check: test lint

score: $(VENV)/run.done
	@$(BIN)/python -m tools.score --shared $(SHARED) $(ARGS)

precision: $(VENV)/run.done
	@$(BIN)/python -m tools.precision --shared $(SHARED) $(ARGS)

notebooks: $(VENV)/dev.done
	@$(BIN)/python -m tools.notebooks $(ARGS)

# The pins are kept as they are unless UPGRADE=--upgrade. --universal: one lock for all systems and versions.
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
  --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' $(UPGRADE)
lock: $(VENV)/dev.done
	$(COMPILE) pyproject.toml --extra dev --group build --output-file requirements-dev.lock
	$(COMPILE) --group build --constraint requirements-dev.lock --output-file requirements-build.lock
	$(COMPILE) pyproject.toml --constraint requirements-dev.lock --output-file requirements.lock

clean:
	rm -rf $(VENV) .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis dist
	rm -f $(STORE) $(STORE).lock $(PAGE)

$(VENV)/build.done: requirements-build.lock .ci/find-python
	@python=$$(.ci/find-python $(PYTHON)) && echo "setting up $(VENV) with $$python" && \
	  "$$python" -m venv --clear $(VENV)
	@$(LOCKED) requirements-build.lock
	@touch $@

$(VENV)/run.done: $(VENV)/build.done requirements.lock pyproject.toml
	@$(LOCKED) requirements.lock
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/dev.done: $(VENV)/build.done requirements-dev.lock pyproject.toml
	@$(LOCKED) requirements-dev.lock
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@ $(VENV)/run.done
