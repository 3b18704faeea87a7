# Everything a contributor or a machine does with this tree. `make` lists it.

GO       ?= go
BIN      := bin/migrate
VERSION  ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
LDFLAGS  := -s -w -X kycmigrate/internal/cli.version=$(VERSION)
# How many inputs each fuzz target has; make check, where it is one step of many,
# has fewer. Give more for a night: make fuzz FUZZTIME=1000000x. It may be a time
# (10m) as well, but one that runs out while a slow input is tried is a failure.
ifeq ($(origin FUZZTIME),undefined)
FUZZTIME := 5000x
check: FUZZTIME := 100x
endif
# make check sets -short here: make test has killed at length by then.
KILL     ?=
# The product is one static binary; only the race detector wants a C compiler.
export CGO_ENABLED ?= 0
# What is built to be used is optimized by the profile in cmd/migrate; what is only
# compiled to be tested or looked at is not, which spares compiling all of it twice.
test tags race lint fuzz kill-test cover vuln vet: export GOFLAGS += -pgo=off
TOOL     := $(GO) tool -modfile=tools/go.mod

.DEFAULT_GOAL := help

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: build
build: ## build bin/migrate; TAGS=oracle,heic,nodynamic for what is left out otherwise
	$(GO) build -trimpath $(if $(TAGS),-tags '$(TAGS)') -ldflags '$(LDFLAGS)' -o $(BIN) ./cmd/migrate

.PHONY: demo
demo: build ## a whole migration on this machine: dry run, run, SIGKILL half-way, continue
	bash scripts/demo.sh

.PHONY: test
test: ## run every test
	$(GO) test ./...

.PHONY: race
race: ## run every test under the race detector
	CGO_ENABLED=1 $(GO) test -race -short ./...

.PHONY: vet
vet: ## go vet
	$(GO) vet ./...
	$(GO) vet -tags oracle,heic,nodynamic ./internal/source/... ./internal/picture/...

.PHONY: tags
tags: ## run the tests of what only a build with tags has
	$(GO) test -tags heic,nodynamic ./internal/picture

.PHONY: lint
lint: ## formatting and golangci-lint, pinned in tools/go.mod
	@out=$$(gofmt -l .); test -z "$$out" || { echo "not gofmt-clean: $$out"; exit 1; }
	$(TOOL) golangci-lint run ./...

.PHONY: fuzz
fuzz: ## run each fuzz target for FUZZTIME
	@set -e; for pkg in $$($(GO) list ./...); do \
	  dir=$$($(GO) list -f '{{.Dir}}' $$pkg); \
	  for target in $$(cat $$dir/*_test.go 2>/dev/null | sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p'); do \
	    echo "fuzz $$pkg $$target"; \
	    $(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1s $$pkg; \
	  done; \
	done

.PHONY: kill-test
kill-test: ## kill the program at random moments and see that nothing is lost or doubled
	$(GO) test -count=1 $(KILL) -run 'Kill|UnderFire' ./cmd/migrate ./internal/checkpoint ./internal/uploader

.PHONY: bench
bench: build ## measure beside bare loops on this machine; never a gate
	$(GO) run ./bench

.PHONY: profile
profile: build ## take anew the profile that the compiler optimizes migrate by
	$(GO) run ./bench -profile cmd/migrate/default.pgo

.PHONY: cover
cover: ## test coverage by package, and cover.out
	$(GO) test -short -coverprofile=cover.out -coverpkg=./internal/... ./...
	@$(GO) tool cover -func=cover.out | tail -1

.PHONY: vuln
vuln: ## known vulnerabilities; skipped with a line where the database cannot be reached
	@mkdir -p bin; if timeout 120 $(TOOL) govulncheck ./... > bin/vuln.txt 2>&1; then tail -1 bin/vuln.txt; \
	elif grep -q '^Vulnerability #' bin/vuln.txt; then cat bin/vuln.txt; exit 1; \
	else echo "govulncheck skipped: the vulnerability database cannot be reached"; fi

.PHONY: check
check: KILL = -short
check: build vet lint test tags race fuzz kill-test vuln ## everything above that can fail

.PHONY: clean
clean: ## remove what was built
	rm -rf bin cover.out
