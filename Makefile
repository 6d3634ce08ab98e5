# The few commands of this project: the same for people and for continuous integration.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: site build test audit bench workflows icons lock

# An environment that holds exactly requirements.lock; made again when the lock changes.
$(READY): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or later is missing: install it (Debian, Ubuntu: apt install python3 python3-venv)."; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "This Python is too old: install Python 3.11 or later, then run make PYTHON=python3.11."; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing: install it (Debian, Ubuntu: apt install python3-venv)."; exit 2; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# The same with the tools of the slow checks.
AUDIT_READY := $(VENV)/.audit
$(AUDIT_READY): $(READY) requirements-audit.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r requirements-audit.lock
	@touch $@

site: build
	$(BIN)/kb serve

build: $(READY)
	$(BIN)/kb build

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/kb check
	$(BIN)/kb generate --check
	$(BIN)/pytest --numprocesses 2 --dist loadfile

# Compares with the plain stack; minutes. More sizes: make bench SIZES='3000 10000'.
SIZES ?= 30 300 1000
bench: $(READY)
	$(BIN)/python scripts/benchmarks/compare.py --sizes $(SIZES)

# Slow checks: what the repository's host reads; every document held against EPUBCheck and LibreOffice, and the
# whole site against html-validate, axe and Lighthouse; many random edits, builds killed at random moments,
# searches among a thousand synthetic records. An hour. With KB_TBX_SCHEMA=ADDRESS the exported terms are also
# held against the schema that their head names.
audit: $(AUDIT_READY) workflows
	KB_EDIT_SEQUENCES=200 KB_KILLS=100 $(BIN)/pytest tests/website tests/exports
	KB_SYNTHETIC_RECORDS=1000 $(BIN)/pytest tests/search
	KB_GUIDES=99 $(BIN)/pytest tests/content
	KB_AUDIT=1 $(BIN)/pytest tests/audit

# What the repository's host reads from .github/: types, safety, and the shape of the generated forms.
workflows: $(AUDIT_READY)
	$(BIN)/actionlint .github/workflows/*.yml
	$(BIN)/zizmor --offline --quiet --persona auditor .github
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/*.*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml

# The mark in the sizes that phones ask for, after a change of mark.svg.
icons: $(READY)
	$(BIN)/python -m knowledge_base.drawing.icons

# Needs uv on the path; resolves for Linux, macOS and Windows at once and writes no index address.
RESOLVE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header
lock:
	$(RESOLVE) --extra dev pyproject.toml --output-file requirements.lock
	$(RESOLVE) --group audit --constraints requirements.lock --output-file requirements-audit.lock
