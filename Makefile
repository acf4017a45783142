# Everything one can do with this repository. `make` lists it.
SHELL := /bin/bash
PY ?= python3
BIN := .venv/bin
UV_VERSION := 0.13.8
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help run test check bench accuracy learn up down env setup lock docs clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

# Set-up is done again only where the lock or the project file changed.
setup: .venv/.stamp ## make the virtual environment from the lock
.venv/.stamp: requirements-dev.txt pyproject.toml
	@$(PY) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; found " + sys.version.split()[0])'
	@echo "setting up .venv (once; packages come from the lock)"
	@test -x $(BIN)/python || $(PY) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv pip sync --quiet --compile-bytecode requirements-dev.txt
	@VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

run: setup ## run the pipeline through Airflow: make run [INBOX=dir] [SOURCES=live]
	@POSTURE_INBOX='$(INBOX)' POSTURE_SOURCES='$(SOURCES)' $(BIN)/python -m posture.local run

up: setup ## start Airflow's UI with all Dags on loopback; prints the login
	@POSTURE_INBOX='$(INBOX)' POSTURE_SOURCES='$(SOURCES)' $(BIN)/python -m posture.local up

down: setup ## stop what `make up` started
	@$(BIN)/python -m posture.local down

env: setup ## write .env for docker-compose.yaml, with fresh secrets
	@$(BIN)/python -m posture.local env

test: setup ## run all tests
	@$(BIN)/python -m pytest --numprocesses logical --maxprocesses 4 --dist loadfile

check: setup ## format, lint, types, and that generated docs are fresh
	@$(BIN)/ruff format --check --quiet . || ($(BIN)/ruff format --check .; exit 1)
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/python -m docs.generate --check

docs: setup ## write the generated pages of docs/ again
	@$(BIN)/python -m docs.generate

accuracy: setup ## score the engine on seeds, dev and test; writes docs/accuracy.md
	@$(BIN)/python -m benchmarks.accuracy

learn: setup ## fit the weights of likeness to the annotated texts; writes include/posture/lexicon/likeness.tsv
	@$(BIN)/python -m benchmarks.learn

bench: setup ## measure speed as ratios, side by side in one run
	@$(BIN)/python -m benchmarks.run

lock: setup ## compile requirements.in and requirements-dev.in into the locks
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 requirements.in -o requirements.txt
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 requirements-dev.in -c requirements.txt -o requirements-dev.txt

clean: ## remove the environment, Airflow's home and all data
	rm -rf .venv airflow-home data
