# Two commands do everything on a fresh machine with Python 3.11 and make:
#   make demo    the main job on the five seed articles, without a network
#   make test    every check and every test
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: help demo test check fix bench soak clean
.DEFAULT_GOAL := help

help:
	@echo "make demo   show what the five seed articles amount to (no network)"
	@echo "make test   run every check and every test"
	@echo "make check  lint, types and layers only"
	@echo "make bench  measure speed (ratios, not absolutes)"
	@echo "make soak   run the long tests at full count"

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev,apprise,metrics,parquet]"
	@touch $@

demo: $(STAMP)
	@$(BIN)/python scripts/demo.py

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check
	$(BIN)/python -m pytest -n auto --dist loadgroup --cov --cov-report=term-missing:skip-covered

bench: $(STAMP)
	$(BIN)/python benchmarks/run.py

soak: $(STAMP)
	WATCHER_SOAK=1 $(BIN)/python -m pytest -m soak

fix: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage build *.egg-info
