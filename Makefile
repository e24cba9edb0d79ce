# One target a chore; each sets up what it needs. `make` alone tests and lints.
#   make demo    build the graph of the examples, show the overlap and the agencies, write the page
#   make test    the tests, with a real Neo4j      make lint    linter, formatter, type checker
#   make score   precision and recall on ../shared make lock    rewrite the lock file

PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
# What must be there rather than be skipped: neo4j, browser, shared. CI names all.
REQUIRE ?=
SHARED := ../shared

.PHONY: check demo test lint score lock notebooks clean
check: test lint

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "moonshot: Python 3.11 or newer is needed; set PYTHON=…"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "moonshot: $(PYTHON) lacks venv; install python3-venv"; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

demo: $(READY)
	@rm -f demo.kgl
	$(BIN)/moonshot build examples --store demo.kgl
	$(BIN)/moonshot overlap K-문샷 NEXT --store demo.kgl
	$(BIN)/moonshot ask agencies-covering field=양자,인공지능 --store demo.kgl
	$(BIN)/moonshot render --view overlap K-문샷 NEXT --store demo.kgl -o demo.html
	@echo "Now open demo.html in a browser."

test: $(READY)
	$(BIN)/python -m pytest $(addprefix --require ,$(REQUIRE)) $(ARGS)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

score: $(READY)
	$(BIN)/moonshot extract $(SHARED)/seeds -o .cache/seeds.jsonl
	$(BIN)/moonshot extract $(SHARED)/dev/docs -o .cache/dev.jsonl
	python3 $(SHARED)/tools/score.py .cache/seeds.jsonl $(SHARED)/gold $(SHARED)/seeds --by predicate --errors 50
	python3 $(SHARED)/tools/score.py .cache/dev.jsonl $(SHARED)/dev/gold $(SHARED)/dev/docs --by predicate --errors 50
	python3 $(SHARED)/tools/score_overlap.py .cache/seeds.jsonl $(SHARED)/gold/overlap.jsonl --errors 30

lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--all-extras -o requirements.lock pyproject.toml

notebooks: $(READY)
	$(BIN)/python notebooks/run.py

clean:
	rm -rf $(VENV) .cache demo.kgl demo.kgl.lock demo.html dist
