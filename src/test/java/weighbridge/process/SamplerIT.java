package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import weighbridge.record.Sample;

@EnabledOnOs(OS.LINUX)
@Timeout(120)
class SamplerIT {
    private static final int ROUNDS = 15;

    @Test
    void readsEveryTreeAtAboutTheInterval() throws Exception {
        try (TalkingChild one = TalkingChild.echoing();
                TalkingChild two = TalkingChild.echoing()) {
            LinkedBlockingQueue<Sample> samples = new LinkedBlockingQueue<>();
            CountDownLatch enough = new CountDownLatch(2 * ROUNDS);
            long before = System.currentTimeMillis();
            Sampler sampler = Sampler.start(
                    Map.of("one", ProcessTreeProbe.ofTree(one.pid()), "two", ProcessTreeProbe.ofTree(two.pid())),
                    sample -> {
                        samples.add(sample);
                        enough.countDown();
                    });
            enough.await();
            sampler.close();
            int atClose = samples.size();
            long after = System.currentTimeMillis();

            assertThat(samples).extracting(Sample::name).containsOnly("one", "two");
            for (String name : List.of("one", "two")) {
                List<Long> times = samples.stream()
                        .filter(sample -> sample.name().equals(name))
                        .map(Sample::atMillis)
                        .toList();
                assertThat(times).hasSizeGreaterThanOrEqualTo(ROUNDS).isSorted();
                assertThat(times).allMatch(at -> at >= before && at <= after);
                // Never faster than planned over the whole, however busy the machine; the first rounds load classes.
                long span = times.get(times.size() - 1) - times.get(0);
                assertThat(span / (times.size() - 1)).isBetween(50L, 2_000L);
            }
            assertThat(samples).allSatisfy(sample -> {
                assertThat(sample.reading().rssBytes()).isPositive();
                assertThat(sample.reading().processes()).isEqualTo(1);
            });
            assertThat(samples).as("samples after close() returned").hasSize(atClose);
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .doesNotContain("sampler");
        }
    }

    @Test
    void whoEndsIsNoLongerThereAndTheOthersGoOn() throws Exception {
        try (TalkingChild stays = TalkingChild.echoing();
                TalkingChild ends = TalkingChild.echoing()) {
            LinkedBlockingQueue<Sample> samples = new LinkedBlockingQueue<>();
            Map<String, ProcessTreeProbe> probes =
                    Map.of("stays", ProcessTreeProbe.ofTree(stays.pid()), "ends", ProcessTreeProbe.ofTree(ends.pid()));
            try (Sampler sampler = Sampler.start(probes, samples::add)) {
                assertThat(sampler).isNotNull();
                while (!samples.take().name().equals("ends")) {
                    continue; // until it has been seen
                }
                ends.kill();
                long killed = System.currentTimeMillis();
                int seen = 0;
                // More than one search for processes later.
                while (seen < 12) {
                    Sample sample = samples.take();
                    if (sample.atMillis() > killed) {
                        assertThat(sample.name()).isEqualTo("stays");
                        seen++;
                    }
                }
            }
        }
    }

    @Test
    void processesThatAreStartedLaterAreFound() throws Exception {
        try (TalkingChild child = TalkingChild.shell("read line; sleep 300 & echo started; read line; wait")) {
            LinkedBlockingQueue<Sample> samples = new LinkedBlockingQueue<>();
            try (Sampler sampler = Sampler.start(Map.of("tree", ProcessTreeProbe.ofTree(child.pid())), samples::add)) {
                assertThat(sampler).isNotNull();
                assertThat(samples.take().reading().processes()).isEqualTo(1);
                assertThat(child.ask("go")).isEqualTo("started");
                int processes = 1;
                while (processes == 1) {
                    processes = samples.take().reading().processes();
                }
                assertThat(processes).isEqualTo(2);
            }
        }
    }

    @Test
    void aSinkThatFailsOnceGetsTheNextSamplesAndTheFailureIsKept() throws Exception {
        try (TalkingChild child = TalkingChild.echoing()) {
            LinkedBlockingQueue<Sample> samples = new LinkedBlockingQueue<>();
            AtomicInteger calls = new AtomicInteger();
            Sampler sampler = Sampler.start(Map.of("one", ProcessTreeProbe.ofTree(child.pid())), sample -> {
                switch (calls.incrementAndGet()) {
                    case 2 -> throw new IllegalStateException("disk full");
                    case 3 -> throw new AssertionError("still full");
                    default -> samples.add(sample);
                }
            });
            try (sampler) {
                samples.take();
                samples.take(); // after two that got lost
                assertThat(sampler.failure()).hasValue("java.lang.IllegalStateException: disk full");
            }
            assertThat(calls.get()).isEqualTo(samples.size() + 4);
        }
    }

    @Test
    void tellsWhatItCosts() throws Exception {
        try (TalkingChild child = TalkingChild.echoing()) {
            LinkedBlockingQueue<Double> costs = new LinkedBlockingQueue<>();
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            Sampler sampler = Sampler.start(
                    Map.of("one", ProcessTreeProbe.ofTree(child.pid())),
                    sample -> costs.add(threads.getCurrentThreadCpuTime() / 1e9));
            double first = costs.take();
            assertThat(sampler.cpuSeconds().orElseThrow()).isGreaterThanOrEqualTo(first);
            sampler.close();

            assertThat(sampler.failure()).isEmpty();
            double last = costs.stream().reduce(first, (before, after) -> after);
            // What a thread does after its last sample takes no second.
            assertThat(sampler.cpuSeconds().orElseThrow()).isBetween(last, last + 1);
        }
    }
}
