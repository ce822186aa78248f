# Thin names for the commands of README.md; everything real is in ./weighbridge and Maven.
MVN := ./mvnw -B -ntp
# Variables count only where they stand on make's own command line. Many environments have a port, an A or a HOST for other
# programs.
TYPED = $(filter command,$(origin $(1)))
# The value of a variable as one word of the shell, exactly as it was typed: make expands no $ in it, the shell neither.
WORD = $(if $(findstring $(NEWLINE),$(value $(1))),$(error $(1): found a line break; allowed: one line; fix: remove it))'$(subst ','\'',$(value $(1)))'
define NEWLINE


endef
# The word, or the option with it, where the variable was typed and is not empty.
GIVEN = $(if $(value $(1)),$(if $(call TYPED,$(1)),$(call WORD,$(1))))
OPTION = $(if $(call GIVEN,$(1)),--$(2)=$(call GIVEN,$(1)))
# The settings: what is typed in lower case (make calls=2000). All others have their own place below.
OTHERS := RUN RESULTS BASELINE A B C PEAK HEADROOM HOST UTILIZATION TARGET TARGETS SLO threshold MAKE% MFLAGS MVN
ALL := $(strip $(foreach name,$(.VARIABLES),$(if $(call TYPED,$(name)),$(name))))
SETTINGS = $(foreach name,$(filter-out $(OTHERS),$(ALL)),--$(name)=$(call WORD,$(name)))
PLAN = $(call OPTION,PEAK,peak) $(call OPTION,HEADROOM,headroom) $(call OPTION,HOST,host) \
	$(call OPTION,UTILIZATION,utilization) $(call OPTION,TARGET,target)
# For the environment of a command make would expand them.
unexport $(ALL)
OUTDATED := -Dversions.outputLineWidth=120 versions:display-dependency-updates versions:display-plugin-updates \
	versions:display-property-updates

.DEFAULT_GOAL := run
.PHONY: run steady capacity report compare plan index gate proof benchmark real-servers test screenshots outdated format clean help

run: ## the main job; settings as variables: make calls=2000 targets=netty,jetty
	@./weighbridge run $(SETTINGS)

steady: ## one rate (or concurrency) for a time: make steady rate=1000 duration=30s [targets=netty]
	@./weighbridge steady $(SETTINGS)

capacity: ## the highest rate at which servers keep their SLOs: make capacity TARGETS=netty [SLO='p99<50ms,errors<0.1%']
	@./weighbridge capacity $(SETTINGS) $(call OPTION,TARGETS,targets) $(call OPTION,SLO,slo)

report: ## read a run folder again: make report RUN=results/burstsimulation-…; default: the latest
	@./weighbridge report $(or $(call GIVEN,RUN),results/latest)

compare: ## what got better or worse: make compare A=results/<run> B=results/<run> [C=…] [threshold=10%]
	@./weighbridge compare $(foreach run,A B C,$(call GIVEN,$(run))) $(call OPTION,threshold,threshold)

plan: ## how many instances and hosts a peak needs: make plan PEAK=20000 [RUN=…] [HEADROOM=30%] [HOST=8cores,16GiB] [UTILIZATION=70%] [TARGET=…]
	@./weighbridge plan $(or $(call GIVEN,RUN),results/latest) $(PLAN)

index: ## make results/index.html anew, the page of all runs; another folder: make index RESULTS=…
	@./weighbridge index $(or $(call GIVEN,RESULTS),results)

test: ## all tests and checks
	$(MVN) verify

gate: ## a new run of six rounds against a stored one: make gate BASELINE=results/<run> [threshold=10%]
	@./weighbridge gate $(call OPTION,BASELINE,baseline) $(call OPTION,threshold,threshold) $(SETTINGS)

proof: ## what takes too long for every build: equal servers are ties, capacities that can be computed are found, a freeze shows, a confined generator is named
	$(MVN) verify -Pproof

benchmark: ## what a call costs the generator, beside wrk and ab where they are installed; what the sampler and the log reader cost
	@$(MVN) -q -Dtest='*Benchmark' -Dspotless.check.skip test

real-servers: ## one run of some two dozen servers as people have them, held against /proc; the table is in target/real-servers.txt
	$(MVN) verify -Preal

screenshots: ## the pictures in docs/ anew, of the report of a run: make screenshots [RUN=results/…]; needs chromium and chromium-driver
	@$(MVN) -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=weighbridge.render.Screenshots \
		-Dexec.args='"$(or $(if $(call GIVEN,RUN),$(subst ','\'',$(value RUN))),results/latest)/report.html" docs'

outdated: ## which newer releases there are of what is used here; changes nothing and fails nothing
	@$(MVN) $(OUTDATED) | grep -E ' -> |Building|ERROR' || true
	@$(MVN) -f targets/java $(OUTDATED) | grep -E ' -> |Building|ERROR' || true

format: ## lay out the Java sources as the checks want them
	$(MVN) -q spotless:apply

clean: ## remove what was built; results stay
	$(MVN) -q clean
	$(MVN) -q -f targets/java clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18
