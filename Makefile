# The two commands that the README promises, and the steps they are made of.
#   make demo   set up and read three example articles
#   make test   set up and run format, lint, types, import rules and tests
PYTHON ?= python3.11
VENV ?= .venv
BIN := $(VENV)/bin
COMPILE := uv pip compile --universal --python-version 3.11 --generate-hashes --no-header \
    --no-annotate --quiet
EXAMPLES := $(sort $(wildcard examples/*.html examples/*.txt examples/*.jsonl))

.PHONY: demo test format lint types layers unit lock clean

demo: $(VENV)/.runtime
	@$(BIN)/sumber read $(EXAMPLES)
	@echo "Next: $(BIN)/sumber read examples --html out.html   (then open out.html in a browser)"
	@echo "      $(BIN)/sumber read --help                     (your own pages, JSON, Indonesian labels)"

test: lint types layers unit

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

layers: $(VENV)/.dev
	$(BIN)/lint-imports

unit: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# hatchling builds the package without fetching anything: it is in both lock files.
$(VENV)/.runtime: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up Sumber in $(VENV) (once) ..."
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

# Versions and the hashes of every platform's files; what is pinned stays (make lock UPGRADE=--upgrade
# takes the newest that pyproject.toml allows).
lock:
	$(COMPILE) $(UPGRADE) --all-extras pyproject.toml build.in -o requirements.lock
	$(COMPILE) $(UPGRADE) --all-extras -c requirements.lock --group dev pyproject.toml build.in -o requirements-dev.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
