# make run: the paper on http://127.0.0.1:8000        make test: everything that must hold
PYTHON ?= python3
BIN := .venv/bin
MAX_SKIPPED ?= 20

run: .venv/runtime-ready
	@exec $(BIN)/octavo serve

test: check browser
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "not long" --max-skipped $(MAX_SKIPPED)

test-long: .venv/development-ready browser
	$(BIN)/python -m pytest -m long

check: .venv/development-ready
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --verbose 2>&1 | tail -n 12; exit $${PIPESTATUS[0]}

benchmark: .venv/development-ready
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.fetching
	$(BIN)/python -m benchmarks.quotes
	$(BIN)/python -m benchmarks.copies
	$(BIN)/python -m benchmarks.related
	$(BIN)/python -m benchmarks.stories
	$(BIN)/python -m benchmarks.briefs

screenshots: .venv/development-ready browser
	$(BIN)/python -m tests.browser.screenshots

# Debian's chromium, where it is absent and apt is there; the browser tests are skipped, and say so, without one.
browser:
	@command -v chromium >/dev/null || ! command -v apt-get >/dev/null || \
	  { echo "Installing Debian's chromium for the browser tests"; \
	    SUDO=$$([ "$$(id -u)" = 0 ] || echo "sudo -n"); \
	    $$SUDO apt-get update -qq && $$SUDO env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } || \
	  echo "No chromium could be installed: the browser tests will be skipped"

.venv/pip-ready: requirements/pip.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Octavo needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements/pip.lock
	@touch $@

.venv/runtime-ready: .venv/pip-ready requirements/runtime.lock pyproject.toml
	$(BIN)/pip install --quiet --require-hashes -r requirements/runtime.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/development-ready: .venv/runtime-ready requirements/development.lock
	$(BIN)/pip install --quiet --require-hashes -r requirements/development.lock
	@touch $@

# The model that finds attributions, from the annotated articles beside the repository and news text that packages carry: a teacher learns the
# articles and labels the text, the network that is shipped learns from both, first with a part of the text, then twice with all of it: each
# run begins where the one before ended, with a rate that rises anew, and the ends of the last two are averaged.
# Four hours and a half on two cores that know bf16.
MADE := .venv-training/made
NEWS := .venv-training/news.jsonl
TRAIN := PYTHONPATH=src:. .venv-training/bin/python -m training
train: $(MADE)/attribution.pt
	$(TRAIN).attribution.export --weights $<

$(MADE)/attribution.pt: $(MADE)/further.pt $(MADE)/furthest.pt
	$(TRAIN).attribution.average $^ --out $@

$(MADE)/furthest.pt: $(MADE)/further.pt $(MADE)/labelled-all.pt
	$(TRAIN).attribution.train --start $< --labelled $(MADE)/labelled-all.pt --rounds 3 --out $@

$(MADE)/further.pt: $(MADE)/begun.pt $(MADE)/labelled-all.pt
	$(TRAIN).attribution.train --start $< --labelled $(MADE)/labelled-all.pt --rounds 2 --out $@

$(MADE)/begun.pt: $(MADE)/labelled.pt
	$(TRAIN).attribution.train --labelled $< --rounds 2 --out $@

# What the confidence is fitted by: a network like it that was not shown one article in eight.
confidence: $(MADE)/unshown/attribution.onnx
	PYTHONPATH=src:. $(BIN)/python -m training.attribution.calibrate --model $(<D) --every 8

$(MADE)/unshown/attribution.onnx: $(MADE)/labelled.pt
	$(TRAIN).attribution.train --labelled $< --without 8 --rounds 2 --out $(MADE)/unshown.pt
	$(TRAIN).attribution.export --weights $(MADE)/unshown.pt --out $(@D)

# Labelling goes on where it was stopped: the name is the target's when all is there.
$(MADE)/labelled-all.pt: $(MADE)/labelled.pt
	cp -n $< $@.part
	$(TRAIN).attribution.label $(NEWS) --weights $(MADE)/teacher.pt --pieces 9000000 --out $@.part
	mv $@.part $@

$(MADE)/labelled.pt: $(MADE)/teacher.pt $(NEWS)
	$(TRAIN).attribution.label $(NEWS) --weights $< --out $@.part
	mv $@.part $@

$(MADE)/teacher.pt: .venv-training/ready
	@mkdir -p $(MADE)
	$(TRAIN).attribution.train --size large --out $@

# News text that packages carry.
$(NEWS): .venv/development-ready
	mkdir -p .venv-training/news
	PYTHONPATH=src:. $(BIN)/python -m training.news_text $@ .venv-training/news

# How telling words are, counted in that text.
frequencies: $(NEWS)
	PYTHONPATH=src:. $(BIN)/python -m training.stories.frequencies $<

# What pieces of words mean, distilled from the trunk's published weights over that text.
meanings: $(NEWS) .venv-training/ready
	$(TRAIN).stories.meanings $<

.venv-training/ready: requirements/training.in requirements/trunk.lock
	$(PYTHON) -m venv .venv-training
	.venv-training/bin/pip install --quiet -r requirements/training.in
	.venv-training/bin/pip install --quiet --no-deps --require-hashes -r requirements/trunk.lock
	@touch $@

# New exact versions and hashes, without addresses.
lock:
	uv pip compile --upgrade --quiet --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11 \
	  pyproject.toml --extra postgresql --group pyproject.toml:test --group pyproject.toml:benchmark -o requirements/development.lock
	uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11 \
	  pyproject.toml requirements/build.in -c requirements/development.lock -o requirements/runtime.lock
	uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11 \
	  requirements/postgresql.in -c requirements/development.lock -o requirements/postgresql.lock

.PHONY: run train confidence frequencies meanings test test-long check benchmark screenshots browser lock
SHELL := /bin/bash
