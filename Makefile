# The only entry points; CI calls `make test`.
SWIFT_BUILD ?= swift build
SWIFT_TEST ?= swift test
CONFIGURATION ?= release
IMPORT_CHECK = --explicit-target-dependency-import-check error
# Tests that run programs block a thread each; more at once than this starve each other on two cores.
SIDE_BY_SIDE = --experimental-maximum-parallelization-width 3
BIN = .build/$(CONFIGURATION)

.PHONY: demo test lint bench clean

# Builds the command and tells the whole story on a sample company in ./demo.
demo:
	@scripts/install-packages build
	@echo "building the command; the first time takes some minutes"
	@$(SWIFT_BUILD) -c $(CONFIGURATION) --product inzage --quiet
	@INZAGE=$(BIN)/inzage scripts/demo demo

# Installs what the tests need, lints, and runs every test.
test:
	@scripts/install-packages build test
	@$(MAKE) --no-print-directory lint
	$(SWIFT_BUILD) -c $(CONFIGURATION) --build-tests $(IMPORT_CHECK)
	$(SWIFT_TEST) -c $(CONFIGURATION) --skip-build --disable-xctest $(SIDE_BY_SIDE)

# Formatting and house rules; the import check runs with every build of `test`.
lint:
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests Exporters
	@scripts/check-house

# Measures: records and megabytes a second, and memory at the peak.
bench:
	@scripts/install-packages build test
	@$(SWIFT_BUILD) -c release --product inzage --quiet
	@INZAGE=.build/release/inzage Benchmarks/run

clean:
	rm -rf .build .venv demo demo-opened
