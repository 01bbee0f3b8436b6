# Everything a contributor runs. Needs git, make and Python 3.11 or newer with venv and pip;
# the rest goes into .venv, which is made when it is first needed.

PYTHON ?= python3
# Tests that drive a terminal wait more than they compute: more of them at once than there are cores.
WORKERS ?= 6
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

.PHONY: help run test check smoke lint format pictures goldens bench evaluate fuzz clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "%-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/.run ## open the dashboard on the built-in briefing
	@$(BIN)/kursk-tui

test: .venv/.dev ## run the whole test suite
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal

check: lint test smoke ## everything CI runs, and a quick run of the benchmarks

smoke: .venv/.dev ## run the benchmarks with little data and without other programs
	@$(BIN)/python -m benchmarks --quick > .venv/smoke.md || { cat .venv/smoke.md; exit 1; }

lint: .venv/.dev ## format, lint, types, arrows between packages
	@echo "ruff, mypy, import-linter"
	@$(BIN)/ruff format --check --quiet . || { echo "run 'make format'"; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo > .venv/imports.txt || { cat .venv/imports.txt; exit 1; }

format: .venv/.dev ## put the code into its format
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

pictures: .venv/.dev ## draw the README's pictures of the screen
	@$(BIN)/python docs/pictures.py

goldens: .venv/.dev ## accept the screens as they are now; read the difference before you commit
	@$(BIN)/python -m pytest tests/ui/test_goldens.py --snapshot-update

bench: .venv/.dev ## measure, beside other programs, and write docs/benchmarks.md
	@$(BIN)/python -m benchmarks

evaluate: .venv/.dev ## tell how well drafting reads the annotated samples; ERRORS=1 tells what it misses
	@$(BIN)/python -m benchmarks.evaluate $(if $(ERRORS),--errors)

fuzz: .venv/.dev ## try broken and hostile input for ten minutes: make fuzz SECONDS=3600 for longer
	@$(BIN)/python -m tests.fuzz --seconds $(or $(SECONDS),600)

clean: ## remove .venv and caches
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@echo "making .venv with $(PYTHON)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/.run: .venv/bin/python pyproject.toml constraints.txt
	@echo "installing kursk-tui into .venv"
	@$(PIP) --editable .
	@touch $@

.venv/.dev: .venv/bin/python pyproject.toml constraints.txt
	@echo "installing kursk-tui and its test tools into .venv"
	@$(PIP) --editable '.[dev]'
	@touch $@ .venv/.run
