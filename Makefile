# make demo        build the sample dossier, from nothing but Python 3.11+, git and make
# make test        lint, types and tests, each a target of its own
# make validate    ask other tools about the editions: PDF/UA, PDF/A, HTML, WCAG, their looks
# make leaks       compare and audit the editions of 300 random dossiers with marks
# make bench       measure the speed
# make golden      rewrite the golden editions after an intended change
# make pictures    draw the pictures of README from the sample
# make catalogues  bring the message catalogues up to date with the source
# make clean       remove all that make made

# The newest Python that runs; a name on the PATH may be an empty promise of a version manager.
PYTHON ?= $(shell for python in python3.14 python3.13 python3.12 python3.11 python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && \
	echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PACKAGING := pyproject.toml briefing/locale/hatch_build.py \
	$(wildcard briefing/locale/*/LC_MESSAGES/*.po)
VALIDATION := $(VENV)/validation
PYTEST_ARGS ?=

.PHONY: demo test lint types tests validate validators leaks bench golden pictures catalogues clean
.DELETE_ON_ERROR:

demo: $(VENV)/installed
	$(BIN)/briefing build seeds --out build
	@echo
	@echo "The sample briefing, to open:"
	@find "$(CURDIR)/build" -name '*.pdf' -o -name '*.html' | sort

# One run shows all that is wrong.
test:
	@$(MAKE) --keep-going --no-print-directory lint types tests

lint: $(VENV)/developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/developed
	$(BIN)/mypy

# loadfile: tests that share one slow preparation, as the wheel, stay on one worker. The groups of
# pytest-xdist 3.8 have no effect under pytest 9.2. As collected: the longest files don't come last.
tests: $(VENV)/developed
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not validation" --cov=briefing $(PYTEST_ARGS)

validate: validators
	$(BIN)/pytest -n 2 --dist loadfile -m validation $(PYTEST_ARGS) tests/validation

leaks: $(VENV)/developed
	LEAK_DOSSIERS=300 $(BIN)/pytest -m validation $(PYTEST_ARGS) tests/validation/test_leaks.py

# A tool that can't be installed is told by the gates that lack it; on CI they then fail.
validators: $(VENV)/developed
	@packages=$$($(BIN)/python -m tests.validation.gates) && ( $(INSTALL_PACKAGES) ) || true
	@mkdir -p $(VALIDATION)
	@cd tests/validation && cp package.json package-lock.json .npmrc $(CURDIR)/$(VALIDATION)
	@cd $(VALIDATION) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error || true

bench: $(VENV)/developed
	$(BIN)/python tests/benchmarks/run.py

golden: $(VENV)/developed
	$(BIN)/pytest --update-golden tests/test_golden.py

pictures: validators
	$(BIN)/python -m tests.validation.showing

catalogues: $(VENV)/developed
	$(BIN)/python -m briefing.locale.catalogues

clean:
	rm -rf $(VENV) build dist htmlcov .coverage .coverage.* .hypothesis
	rm -rf .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	rm -f briefing/locale/*.pot briefing/locale/*/LC_MESSAGES/*.mo
	find briefing templates styles tests -name __pycache__ -prune -exec rm -rf {} +

# ---- Set-up: each step leaves a stamp, so that the next run skips it -----------------------

$(VENV)/created:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none was found."; exit 1; }
	@packages=$$($(PYTHON) -c "$$MISSING_FOR_DEMO") && $(INSTALL_PACKAGES)
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/created $(PACKAGING)
	$(PIP) install --editable .
	@touch $@

$(VENV)/developed: $(VENV)/installed
	@packages=$$(command -v pdftotext >/dev/null || echo poppler-utils) && $(INSTALL_PACKAGES)
	$(PIP) install --editable '.[dev]'
	@touch $@

# Prints the Debian packages that the demo lacks: those of the libraries that WeasyPrint loads
# (each brings the others it needs: glib, fontconfig, harfbuzz), and the one that makes venvs.
define MISSING_FOR_DEMO
import ctypes, ctypes.util, importlib.util, sys

for library, package in {
    'pango-1.0': 'libpango-1.0-0',
    'pangoft2-1.0': 'libpangoft2-1.0-0',
    'harfbuzz-subset': 'libharfbuzz-subset0',
}.items():
    try:
        ctypes.CDLL(ctypes.util.find_library(library) or 'lib' + library + '.so.0')
    except OSError:
        print(package)
if not importlib.util.find_spec('ensurepip'):
    print('python3.%d-venv' % sys.version_info.minor)
endef
export MISSING_FOR_DEMO

# Installs $packages, a shell variable, where apt does; elsewhere says what to install.
SUDO := $(if $(filter-out 0,$(shell id -u)),sudo)
define INSTALL_PACKAGES
if [ -z "$$packages" ]; then :; \
elif [ "$$(uname)" = Darwin ]; then \
	echo "First: brew install pango harfbuzz poppler"; exit 1; \
elif ! command -v apt-get >/dev/null; then \
	echo "First install what your system calls:" $$packages; exit 1; \
elif [ -n "$(SUDO)" ] && ! command -v sudo >/dev/null; then \
	echo "First, as root: apt-get install" $$packages; exit 1; \
else \
	echo "Installing:" $$packages; \
	$(SUDO) apt-get update -qq && \
	$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$packages; \
fi
endef
