# Everything a contributor runs. Needs git, make and Python 3.11 or newer with venv and pip;
# everything else is installed into .venv, which is created when first needed.

PYTHON ?= python3
# Tests of terminals wait more than they compute, so there are more workers than cores.
WORKERS ?= 3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

.PHONY: help run test check smoke lint format pictures tables goldens bench evaluate fuzz mutants clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "%-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/.run ## open the dashboard on the built-in briefing
	@$(BIN)/kursk-tui

test: .venv/.dev ## run the whole test suite
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal

check: lint test smoke ## run everything that CI runs, and the benchmarks quickly

smoke: .venv/.dev ## run the benchmarks quickly: little data, no other programs
	@$(BIN)/python -m benchmarks --quick > .venv/smoke.md || { cat .venv/smoke.md; exit 1; }

lint: .venv/.dev ## check formatting, style, types and imports between packages
	@echo "ruff, mypy, import-linter"
	@$(BIN)/ruff format --check --quiet . || { echo "run 'make format'"; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo > .venv/imports.txt || { cat .venv/imports.txt; exit 1; }

format: .venv/.dev ## format the code and fix what ruff can fix
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

pictures: .venv/.dev ## draw the screenshots in the documentation
	@$(BIN)/python docs/pictures.py

tables: .venv/.dev ## write the tables in docs/formats.md from the registry of formats
	@$(BIN)/python docs/tables.py

goldens: .venv/.dev ## accept the screens as they are now; read the diff before committing
	@$(BIN)/python -m pytest tests/ui --snapshot-update

bench: .venv/.dev ## measure speed and memory against other programs, and write docs/benchmarks.md
	@$(BIN)/python -m benchmarks

evaluate: .venv/.dev ## score drafting on the annotated samples; ERRORS=1 lists what it misses, FOLDERS=… names others
	@$(BIN)/python -m benchmarks.evaluate $(if $(ERRORS),--errors) $(FOLDERS)

fuzz: .venv/.dev ## run the thorough tests, hostile input for ten minutes, and huge things: make fuzz SECONDS=3600
	@$(BIN)/python -m pytest -m 'thorough or hypothesis' --hypothesis-profile thorough --numprocesses auto
	@$(BIN)/python -m tests.fuzz_keyboard --sequences 100000
	@$(BIN)/python -m tests.fuzz --seconds $(or $(SECONDS),600)
	@$(BIN)/python -m tests.fuzz_growth --factor $(or $(FACTOR),1)

mutants: .venv/.dev ## count how many of 200 random faults the tests find: make mutants SEED=2 COUNT=20
	@$(BIN)/python -m benchmarks.mutants --seed $(or $(SEED),1) --count $(or $(COUNT),200)

clean: ## remove .venv and caches
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@echo "creating .venv with $(PYTHON)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is required; choose one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/.run: .venv/bin/python pyproject.toml constraints.txt
	@echo "installing kursk-tui into .venv"
	@$(PIP) --editable .
	@touch $@

.venv/.dev: .venv/bin/python pyproject.toml constraints.txt
	@echo "installing kursk-tui and its test tools into .venv"
	@$(PIP) --editable '.[dev]'
	@touch $@ .venv/.run
