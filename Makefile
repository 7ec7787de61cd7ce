# `make run` and `make test` need Python 3.11 or newer and nothing else.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: install run check test test-all score bench train-boilerplate train-confidence lexicon

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
	$(BIN)/python -m lab.checks.patterns

test: install
	$(BIN)/pytest -m 'not (server or install or browser or fault or scale)'

test-all: install
	$(BIN)/pytest

# Scoring, benchmarks and training; lab/README.md says which data they need.

# Every figure on the development data: make score DATA=FOLDER [ONLY=names,cling-scrapinghub] [BEFORE=FILE] [JSON=FILE]
score: install
	$(BIN)/python -m lab.score $(DATA) $(if $(ONLY),--only $(ONLY)) $(if $(BEFORE),--before $(BEFORE)) $(if $(JSON),--json $(JSON))

# The speed of each stage, beside another checkout: make bench DATA=FOLDER [BESIDE=CHECKOUT]
bench: install
	$(BIN)/python -m lab.benchmarks.stages $(DATA) $(if $(BESIDE),--beside $(BESIDE))

# The models of `boilerplate`: make train-boilerplate DATA=FOLDER
train-boilerplate: install
	$(BIN)/python -m pip install --quiet --requirement lab/training/requirements.txt
	$(BIN)/python -m lab.training.boilerplate.lines $(DATA)
	$(BIN)/python -m lab.training.boilerplate.blocks $(DATA)

# The confidence of `typos`: make train-confidence DATA=FOLDER [PROPOSALS=FILE], each proposal for the plot. In one
# thread: the sums of several differ in the last digit from run to run.
train-confidence: install
	$(BIN)/python -m pip install --quiet --requirement lab/training/requirements.txt
	OMP_NUM_THREADS=1 $(BIN)/python -m lab.training.typos.fit $(DATA) $(if $(PROPOSALS),--proposals $(PROPOSALS))

# The lexicon of `typos`, from the Debian package `scowl` and a package of counts: make lexicon [SCOWL=FOLDER]
SCOWL ?= /usr/share/dict/scowl
lexicon: install
	$(BIN)/python -m pip install --quiet --requirement lab/training/lexicon/requirements.txt
	$(BIN)/python -m lab.training.lexicon --scowl $(SCOWL)
