# Every target only calls a program; what they do lives in the programs.

PYTHON ?= python3
VENV ?= .venv
L ?= en
# of a module's tests most run one after another, and share what the module has built
PYTEST ?= -n auto --dist worksteal

BIN = $(VENV)/bin
CATALOGUES = $(wildcard sphinx_glossary_ext/locale/*/LC_MESSAGES/*.po)

.DEFAULT_GOAL := help
# Two targets must not install into one virtual environment at once.
.NOTPARALLEL:
.PHONY: help html gettext update check stat live test wheel lint interface clean

help: ## show this list
	@sed -n 's/^\([a-z][a-z%-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "  make %-12s %s\n", $$1, $$2 }'

html: $(VENV)/.installed-docs ## build the documentation in every language
	@$(BIN)/sphinx-glossary build docs docs/_build/html

html-%: $(VENV)/.installed-docs ## build one language: make html-ja
	@$(BIN)/sphinx-glossary build docs docs/_build/html --language $*

test: $(VENV)/.installed-docs,test,browser ## run the tests
	@$(BIN)/python -m pytest $(PYTEST)

wheel: $(VENV)/.installed-docs,test ## build the wheel, and a project that uses it
	@$(BIN)/python -m pytest -m packaging tests/packaging

gettext: $(VENV)/.installed-docs ## write the templates of all catalogues
	@$(BIN)/python -m sphinx -q -b gettext -D language=en -d docs/_build/doctrees/gettext docs docs/_build/gettext
	@echo docs/_build/gettext

update: $(VENV)/.installed-docs ## carry new and changed texts to translators
	@$(BIN)/sphinx-glossary update docs

check: $(VENV)/.installed-docs ## fail if a catalogue is out of date
	@$(BIN)/sphinx-glossary update docs --check

stat: $(VENV)/.installed-docs ## count what is translated
	@$(BIN)/sphinx-glossary stat docs

live: $(VENV)/.installed-docs ## rebuild and reload while writing: make live L=ja
	@$(BIN)/sphinx-autobuild docs docs/_build/live/$(L) -d docs/_build/doctrees/live/$(L) \
	  -D language=$(L) --watch locales --re-ignore '\.(mo|pot)$$|/_build/'

lint: $(VENV)/.installed-docs,test,browser,lint ## check style and types, of JavaScript too
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python tests/browser/check_types.py

interface: $(VENV)/.installed-dev ## carry the interface's own strings to its catalogues
	@$(BIN)/nox -s interface

clean: ## delete what was built; the virtual environment stays
	rm -rf docs/_build dist .nox .pytest_cache .mypy_cache .ruff_cache .screenshots \
	  tests/browser/node_modules

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed-%: pyproject.toml hatch_build.py $(CATALOGUES) | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[$*]'
	@touch $@
