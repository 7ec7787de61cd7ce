# `make run` and `make test` need Python 3.11 or newer and nothing else.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: install run check test test-all train lexicon confidence

install: .venv/installed

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch .venv/installed

run: install
	$(BIN)/faircopy run

check: install
	$(BIN)/ruff check --no-cache
	$(BIN)/ruff format --check --no-cache
	$(BIN)/mypy
	$(BIN)/lint-imports

test: install
	$(BIN)/pytest -m 'not (server or install or browser or fault or scale)'

test-all: install
	$(BIN)/pytest

# The tables of the typos stage, from the Debian package `scowl` and a package of counts (lab/training/lexicon/requirements.txt).
SCOWL ?= /usr/share/dict/scowl
lexicon: install
	$(BIN)/python -m pip install --quiet -r lab/training/lexicon/requirements.txt
	$(BIN)/python -m lab.training.lexicon --scowl $(SCOWL)

# How sure the typos stage is, fitted on texts with known errors: make confidence DATA=folder (in one thread: the sums
# of several differ in the last digit from run to run). FINDS=file keeps every find for the plot.
confidence: install
	$(BIN)/python -m pip install --quiet -r lab/training/lexicon/requirements.txt
	OMP_NUM_THREADS=1 $(BIN)/python -m lab.training.typos.fit $(DATA) $(if $(FINDS),--finds $(FINDS))

# The tables of `boilerplate` from gold data: make train DATA=FOLDER
train: install
	$(BIN)/python -m pip install --quiet --requirement lab/training/requirements.txt
	$(BIN)/python -m lab.training.boilerplate.lines $(DATA)
	$(BIN)/python -m lab.training.boilerplate.blocks $(DATA)
