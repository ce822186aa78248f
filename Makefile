# Thin names for the commands of README.md; everything real is in Maven.
MVN := ./mvnw -B -ntp
SETTINGS := $(foreach name,targets calls timeout port settle warmup strict rounds seed slo results allowRemote rate concurrency duration keepAlive pool limit,$(if $($(name)),-D$(name)='$($(name))'))
OUTDATED := -Dversions.outputLineWidth=120 versions:display-dependency-updates versions:display-plugin-updates \
	versions:display-property-updates
# From the command line of make alone: some shells have a HOST of their own in the environment.
PLAN := $(foreach name,PEAK HEADROOM HOST UTILIZATION TARGET,$(if $(filter command,$(origin $(name))),--$(shell echo $(name) | tr A-Z a-z) '$($(name))'))

.DEFAULT_GOAL := run
.PHONY: run steady capacity report compare plan index gate proof test screenshots outdated format clean help

run: ## the main job; settings as variables: make calls=2000 targets=netty,jetty
	$(MVN) gatling:test $(SETTINGS)

steady: ## one rate (or concurrency) for a time: make steady rate=1000 duration=30s [targets=netty]
	$(MVN) gatling:test -Dgatling.simulationClass=weighbridge.simulation.SteadySimulation $(SETTINGS)

capacity: ## the highest rate that servers hold under promises: make capacity TARGETS=netty [SLO='p99<50ms,errors<0.1%']
	$(MVN) gatling:test -Dgatling.simulationClass=weighbridge.simulation.CapacitySimulation $(SETTINGS) \
		$(if $(TARGETS),-Dtargets='$(TARGETS)') $(if $(SLO),-Dslo='$(SLO)')

report: ## read a run folder again: make report RUN=results/burstsimulation-…; default: the latest
	@$(MVN) -q compile exec:java -Dexec.args="report '$(or $(RUN),results/latest)'"

compare: ## what got better or worse: make compare A=results/<run> B=results/<run> [C=…] [threshold=10%]
	@$(MVN) -q compile exec:java -Dexec.args="compare $(foreach run,$(A) $(B) $(C),'$(run)') $(if $(threshold),--threshold '$(threshold)')"

plan: ## how many instances and hosts a peak needs: make plan PEAK=20000 [RUN=…] [HEADROOM=30%] [HOST=8cores,16GiB] [UTILIZATION=70%] [TARGET=…]
	@$(MVN) -q compile exec:java -Dexec.args="plan '$(or $(RUN),results/latest)' $(PLAN)"

index: ## make results/index.html anew, the page of all runs; another folder: make index RESULTS=…
	@$(MVN) -q compile exec:java -Dexec.args="index '$(or $(RESULTS),results)'"

test: ## all tests and checks
	$(MVN) verify

gate: ## a new run of six rounds against a stored one: make gate BASELINE=results/<run> [threshold=10%]
	$(MVN) verify -Pgate $(if $(BASELINE),-Dbaseline='$(BASELINE)') $(if $(threshold),-Dthreshold='$(threshold)') $(SETTINGS)

proof: ## what takes too long for every build: equal servers are ties, capacities that can be computed are found, a freeze shows, a confined generator is named
	$(MVN) verify -Pproof

screenshots: ## the pictures in docs/ anew, of the report of a run: make screenshots [RUN=results/…]; needs chromium and chromium-driver
	@$(MVN) -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=weighbridge.render.Screenshots \
		-Dexec.args="'$(or $(RUN),results/latest)/report.html' docs"

outdated: ## which newer releases there are of what is used here; changes nothing and fails nothing
	@$(MVN) $(OUTDATED) | grep -E ' -> |Building|ERROR' || true
	@$(MVN) -f targets/java $(OUTDATED) | grep -E ' -> |Building|ERROR' || true

format: ## lay out the Java sources as the checks want them
	$(MVN) -q spotless:apply

clean: ## remove what was built; results stay
	$(MVN) -q clean
	$(MVN) -q -f targets/java clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18
