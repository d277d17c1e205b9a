# Two commands do everything: `make site` builds the guide, `make test` checks all of it.
# Between two changes of code, `make quick` checks what needs neither a built site nor a browser.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python

# Where this is set, each program reads all of its modules' source anew: a fifth of the tests' time.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site test quick lint short-tests release look lock licences sbom clean

site: $(VENV)/.site-ready
	@$(RUN) -m scripts build
	@echo "Look at it: make look, then open http://localhost:8000/"

test: lint
	@$(RUN) -m tests.programs
	$(RUN) -m scripts check
	$(RUN) -m pytest --numprocesses auto

# Beside each other: the tests' processes take seconds to begin, on one core. The shell waits for both: a make that
# waits for two jobs has been seen to lose one ("wait: No child processes") after all had passed.
quick: $(VENV)/.test-ready
	@$(MAKE) --no-print-directory lint & lint=$$!; \
	$(MAKE) --no-print-directory short-tests; tests=$$?; \
	wait $$lint && exit $$tests

lint: $(VENV)/.test-ready
	$(RUN) -m ruff check scripts tests
	$(RUN) -m ruff format --check scripts tests
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports

# Every journey needs a browser: to read them only to leave them out would take seconds.
short-tests: $(VENV)/.test-ready
	$(RUN) -m pytest --numprocesses auto --ignore tests/journeys -m "not site and not browser and not thorough"

# What a release must be on top: every text in every language, nothing stale.
release: test
	$(RUN) -m scripts check --strict

look:
	@$(PYTHON) -m http.server 8000 --directory site

# After a change in requirements*.in.
lock: $(VENV)/.test-ready
	$(RUN) -m pip install --quiet uv
	$(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url requirements.in -o requirements.txt
	$(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url requirements-test.in -o requirements-test.txt

# After `make lock`, once it is installed: what others made, in THIRD-PARTY.md.
licences: $(VENV)/.test-ready
	$(RUN) -m tests.third_party

# The bill of materials, in CycloneDX: the same commit gives the same bytes.
sbom: $(VENV)/.test-ready
	$(RUN) -m tests.third_party sbom exports/sbom.cdx.json

clean:
	rm -rf $(VENV) site .build .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 site"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python lacks venv; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@touch $@

$(VENV)/.site-ready: requirements.txt | $(VENV)/.made
	@echo "Installing what the build needs (once)"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.test-ready: requirements-test.txt $(VENV)/.site-ready
	@echo "Installing what the tests need (once)"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@
