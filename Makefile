# Every command of the project. `make` or `make help` lists them with the comment behind each target.
PORT ?= 8501
ADRESSE ?= 127.0.0.1
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help run test test-alt data hent eksempel skaermbillede last last-eksport last-praesentation last-salen last-adresser last-indlaesning last-hukommelse last-gulv format

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-14s %s\n", $$1, $$2}'

# start.py does the same on Windows, where there is no make.
run: ## install, build the database if its sources changed, and start on http://localhost:8501 (PORT=8600 make run; ADRESSE=0.0.0.0 for other machines too)
	@PORT=$(PORT) ADRESSE=$(ADRESSE) $(PYTHON) start.py

# Tests are kept compiled between runs, wherever they are run: each of the workers saves seconds.
test: $(VENV)/dev ## install what tests need (and a Chromium, axe-core, a validator of Office files and LibreOffice) and run everything
	@$(BIN)/python -m tests.chromium
	@$(BIN)/python -m tests.openxml
	@$(BIN)/python -m tests.axe
	@$(BIN)/python -m tests.oidc
	@$(BIN)/python -m tests.libreoffice
	@$(BIN)/python -m tests.nginx
	@$(BIN)/python -m ui.pakket
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 2 --no-loadscope-reorder

test-alt: $(VENV)/dev ## the sweeps over levels, periods, indicators, pages and screens in full: `make test` tries some of each
	@$(BIN)/python -m tests.chromium
	@$(BIN)/python -m tests.openxml
	@$(BIN)/python -m tests.axe
	@$(BIN)/python -m tests.oidc
	@$(BIN)/python -m tests.libreoffice
	@$(BIN)/python -m tests.nginx
	@$(BIN)/python -m ui.pakket
	PYTHONDONTWRITEBYTECODE= ALT=1 $(BIN)/python -m pytest -n 2 --no-loadscope-reorder

data: $(VENV)/run-time ## build data/laegedaekning.duckdb from the CSV files, if they changed
	@$(BIN)/python -m data.build || test -f data/laegedaekning.duckdb

hent: $(VENV)/run-time ## fetch official figures from Statistics Denmark into the CSV files: shows what would change, and asks
	$(BIN)/python -m data.hent dst

eksempel: $(VENV)/run-time ## write the invented dataset data/eksempel/ anew
	$(BIN)/python -m data.eksempel

skaermbillede: $(VENV)/dev ## make the picture in README.md anew
	@$(BIN)/python -m tests.chromium
	$(BIN)/python -m tests.e2e.skaermbillede

last: $(VENV)/dev ## load benchmark over the real websocket protocol (SESSIONER=200 SEKUNDER=60 make last)
	$(BIN)/python -m tests.last.benchmark

last-gulv: $(VENV)/dev ## the same load on a page of bare elements: what the framework alone costs here
	$(BIN)/python -m tests.last.gulv

last-praesentation: $(VENV)/dev ## how long the next slide takes, key to drawn, in a real browser
	$(BIN)/python -m tests.last.praesentation

last-adresser: $(VENV)/dev ## two hundred connections that ask for one plain address
	$(BIN)/python -m tests.last.adresser

last-salen: $(VENV)/dev ## two thousand phones that follow a show, and the stage meanwhile, on a real server
	@$(BIN)/python -m tests.chromium
	$(BIN)/python -m tests.last.salen

last-indlaesning: $(VENV)/dev ## imports: 50,000 rows, fuzzing, two hundred kills, legal and hostile files, full and read-only disks
	@$(BIN)/python -m tests.chromium
	$(BIN)/python -m tests.last.indlaesning
	$(BIN)/python -m tests.last.indlaesning_drab
	$(BIN)/python -m tests.last.indlaesning_disk
	$(BIN)/python -m tests.last.indlaesning_lovlige
	$(BIN)/python -m tests.last.indlaesning_ondsindede

last-hukommelse: $(VENV)/dev ## what thirty imports leave in the memory of a real server
	@$(BIN)/python -m tests.chromium
	$(BIN)/python -m tests.last.indlaesning_hukommelse

last-eksport: $(VENV)/dev ## how long the files take: the default deck, an area's zip and the like
	$(BIN)/python -m tests.last.eksport

format: $(VENV)/dev ## put the code in the project's form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(VENV)/run-time: requirements.txt
	@$(PYTHON) start.py --installer

$(VENV)/dev: requirements.txt requirements-dev.txt
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/run-time
