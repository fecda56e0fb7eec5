# A target is at most two lines; what it does stands in tooling/.
PY := .venv/bin/python
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help setup demo dev test check fmt bless generate-from-spec validate-specs contract lint bench fuzz init-hooks clean

help: ## list every target
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-20s %s\n", $$1, $$2}' Makefile

setup: ## make .venv as uv.lock says; does nothing when nothing changed
	@sh tooling/setup.sh

demo: setup ## see the specs become an API that answers, until Ctrl-C
	@$(PY) -m tooling.demo

dev: setup ## serve services/backend; a saved spec is in it a moment later, until Ctrl-C
	@exec $(PY) -m tooling.dev

test: setup ## style, types, layers, the guard and the whole suite
	@$(PY) -m tooling.checks test

check: setup ## style, types, layers, and that generated files match the specs
	@$(PY) -m tooling.checks check

fmt: setup ## format the code and apply safe fixes
	@$(PY) -m tooling.checks fmt

bless: setup ## accept today's output as the expected files of the tests
	@$(PY) -m tests.bless

generate-from-spec: setup ## write what the specs of this workspace say
	@.venv/bin/autogen generate

validate-specs: setup ## check the specs of this workspace
	@.venv/bin/autogen validate

contract: setup ## ask the services over a socket all that their documents allow
	@.venv/bin/autogen contract

lint: setup ## style, types, layers, and the guard over the services
	@$(PY) -m tooling.checks lint

bench: setup ## measure the compiler against an empty Python start, and the guard beside Ruff
	@$(PY) -m tooling.bench
	@$(PY) -m tooling.bench.guard

fuzz: setup ## feed at least 20,000 mutated specs to the compiler
	@$(PY) -m tests.fuzz

init-hooks: setup ## check the specs and the code at every commit
	@.venv/bin/pre-commit install

clean: ## remove .venv, caches and build output
	@rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .autogen/cache build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
