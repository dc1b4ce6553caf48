# The only entry points; CI calls `make test`.
SWIFT_BUILD ?= swift build
SWIFT_TEST ?= swift test
CONFIGURATION ?= release
IMPORT_CHECK = --explicit-target-dependency-import-check error
# Tests that run programs block a thread each; more at once than this starve each other on two cores.
SIDE_BY_SIDE = --experimental-maximum-parallelization-width 3
BIN = .build/$(CONFIGURATION)

# Where `make install` puts things; DESTDIR is set before it for a package. The command lies beside what it needs, and a
# link in bin leads to it.
PREFIX ?= /usr/local
LIBRARY = $(PREFIX)/lib/inzage

.PHONY: demo build install uninstall test test-fast lint interop bench sanitize fuzz clean

# Builds the command and tells the whole story on a sample company in ./demo.
demo:
	@scripts/install-packages build
	@echo "building the command; the first time takes some minutes"
	@$(SWIFT_BUILD) -c $(CONFIGURATION) --product inzage --quiet
	@INZAGE=$(BIN)/inzage scripts/demo demo

# Builds the command.
build:
	@scripts/install-packages build
	@$(SWIFT_BUILD) -c $(CONFIGURATION) --product inzage --quiet

# Installs the command, which is built first where it is not there yet: make install PREFIX=$HOME/.local needs no root.
install:
	@test -x $(BIN)/inzage || $(MAKE) --no-print-directory build
	@scripts/install-command $(BIN) "$(DESTDIR)" "$(PREFIX)"

uninstall:
	@rm -f "$(DESTDIR)$(PREFIX)/bin/inzage"
	@rm -rf "$(DESTDIR)$(LIBRARY)"
	@echo "removed        $(DESTDIR)$(PREFIX)/bin/inzage and $(DESTDIR)$(LIBRARY)"

# Installs what the tests need, lints, and runs every test.
test:
	@scripts/install-packages build test
	@$(MAKE) --no-print-directory lint
	$(SWIFT_BUILD) -c $(CONFIGURATION) --build-tests $(IMPORT_CHECK)
	$(SWIFT_TEST) -c $(CONFIGURATION) --skip-build --disable-xctest $(SIDE_BY_SIDE)

# Builds in debug and runs one target's tests, or a suite of them: make test-fast TARGET=DriversTests.
TARGET ?= InzageTests
test-fast:
	@$(SWIFT_BUILD) --build-tests --quiet
	$(SWIFT_TEST) --skip-build --disable-xctest $(SIDE_BY_SIDE) --filter '^$(TARGET)'

# Formatting and house rules; the import check runs with every build of `test`.
lint:
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests Exporters Benchmarks Fuzz
	@scripts/check-house
	@scripts/check-order

# Has programs take part that are too heavy for every run: LibreOffice opens workbooks, WordPress fills its own tables.
interop:
	@scripts/install-packages build test interop
	@$(SWIFT_BUILD) -c $(CONFIGURATION) --build-tests $(IMPORT_CHECK)
	INZAGE_INTEROP=1 $(SWIFT_TEST) -c $(CONFIGURATION) --skip-build --disable-xctest $(SIDE_BY_SIDE) --filter '[Ww]orkbook|WordPressInterop'

# Measures everything and writes Benchmarks/results.md; MEGABYTES=64 REQUESTS=100 ROWS=20000 is a quick run.
MEGABYTES ?= 1000
REQUESTS ?= 1000
ROWS ?= 1000000
bench:
	@scripts/install-packages build test bench
	@$(SWIFT_BUILD) -c release --product inzage --quiet
	@$(SWIFT_BUILD) -c release --product SealingBenchmark --quiet
	@$(SWIFT_BUILD) -c release --product SearchBenchmark --quiet
	@INZAGE=.build/release/inzage Benchmarks/run
	@INZAGE=.build/release/inzage SEALING=.build/release/SealingBenchmark SEARCHING=.build/release/SearchBenchmark \
		Benchmarks/report --megabytes $(MEGABYTES) --requests $(REQUESTS) --rows $(ROWS) $(BENCH_OPTIONS)

# Runs the tests of sealing and gathering under AddressSanitizer and under ThreadSanitizer.
# What is known stands in Tests/leaks.txt and Tests/races.txt; how much memory is used, and 70,000 entries, are no question there.
SANITIZED = ArchiveSealingTests|MediaTypesTests|InzageTests.*(Gathering|Record|Redact)|DriversTests|FuzzTargetsTests
sanitize: export LSAN_OPTIONS = suppressions=Tests/leaks.txt
sanitize: export TSAN_OPTIONS = suppressions=Tests/races.txt
sanitize:
	@scripts/install-packages build test
	@for sanitizer in address thread; do \
		echo "sanitizer: $$sanitizer"; \
		$(SWIFT_TEST) --sanitize=$$sanitizer --scratch-path .build-$$sanitizer --disable-xctest $(SIDE_BY_SIDE) \
			--filter '$(SANITIZED)' --skip 'little memory|more entries than 16 bits' || exit 1; \
	done

# Gives each target SECONDS of inputs that nobody thought of; what it finds new stays in .build-fuzz/corpus.
SECONDS ?= 600
fuzz:
	@scripts/install-packages build
	@scripts/fuzz $(SECONDS)

clean:
	rm -rf .build .build-address .build-thread .build-fuzz .build-wordpress .venv demo demo-opened
