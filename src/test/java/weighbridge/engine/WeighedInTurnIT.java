package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.record.ProbeRecord;
import weighbridge.record.RecordingReader;
import weighbridge.record.RoundRecord;
import weighbridge.record.RunFolder;
import weighbridge.record.Weighing;
import weighbridge.record.Weighing.Moment;
import weighbridge.simulation.SteadySimulation;
import weighbridge.workload.Burst.Kind;
import weighbridge.workload.Phase;

/** Each target is weighed again when it has settled from its own load, however many come after it. */
@Tag("untimed")
class WeighedInTurnIT {
    private static final long SETTLE_MILLIS = 500;

    @TempDir
    Path folder;

    @Test
    void betweenTheBurstsOfTheNextOne() throws Exception {
        RoundRecord round = run(new Run(folder)
                .target("first")
                .target("second")
                .target("third")
                .with("calls", "50")
                .with("warmup", "8"));

        List<Load> loads = round.phases().stream()
                .filter(phase -> phase.burst().kind() != Kind.GENERATOR_WARMUP)
                .map(Load::of)
                .toList();
        assertEachIsWeighedWhenItHasSettled(round, loads);
    }

    @Test
    void beforeTheLoadOfTheNextOneOverTime() throws Exception {
        RoundRecord round = run(new Run(folder)
                .simulation(SteadySimulation.class)
                .target("first", "delayMillis=100") // soon warm
                .target("second", "delayMillis=100")
                .with("rate", "20")
                .with("duration", "1s"));

        List<Load> loads = round.probes().stream()
                .filter(probe -> round.order().contains(probe.target()))
                .map(Load::of)
                .toList();
        assertEachIsWeighedWhenItHasSettled(round, loads);
        List<String> order = round.order();
        for (int index = 0; index + 1 < order.size(); index++) {
            String next = order.get(index + 1);
            assertThat(weighing(round, order.get(index), Moment.SETTLED).atMillis())
                    .isLessThanOrEqualTo(loads.stream()
                            .filter(load -> load.target().equals(next))
                            .findFirst()
                            .orElseThrow()
                            .beginMillis());
        }
    }

    /** Load that a target got, or that the sink got in its place; both by the clock of the run, ms since 1970. */
    private record Load(String target, long beginMillis, long endMillis) {
        static Load of(Phase phase) {
            return new Load(phase.target(), phase.startedAtMillis(), phase.endedAtMillis());
        }

        static Load of(ProbeRecord probe) {
            long begin = probe.startedAtMillis();
            return new Load(probe.target(), begin, begin + probe.millis());
        }
    }

    private static RoundRecord run(Run run) throws Exception {
        Run.Result result =
                run.with("timeout", "10s").with("settle", SETTLE_MILLIS + "ms").finish();
        assertThat(result.exitStatus()).as(result.console()).isZero();
        return RecordingReader.read(new RunFolder(result.latest().toRealPath()))
                .run()
                .rounds()
                .get(0);
    }

    private static void assertEachIsWeighedWhenItHasSettled(RoundRecord round, List<Load> loads) {
        assertThat(round.order()).startsWith("first", "second");
        for (String name : round.order()) {
            long ownEndMillis = loads.stream()
                    .filter(load -> load.target().equals(name))
                    .mapToLong(Load::endMillis)
                    .max()
                    .orElseThrow();
            long settledMillis = ownEndMillis + SETTLE_MILLIS;
            Weighing after = weighing(round, name, Moment.AFTER);

            assertThat(after.atMillis()).as(name).isGreaterThanOrEqualTo(settledMillis - 2); // clocks of whole ms
            assertThat(weighing(round, name, Moment.SETTLED).atMillis()).isGreaterThanOrEqualTo(after.atMillis());
            assertThat(loads)
                    .as("loads of other targets while %s was weighed", name)
                    .noneMatch(load -> load.beginMillis() < after.atMillis() && load.endMillis() > after.atMillis());
            assertThat(loads)
                    .filteredOn(load -> load.endMillis() > settledMillis && load.endMillis() <= after.atMillis())
                    .as("loads of other targets that it had to wait for")
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    /** The only one of its moment. */
    private static Weighing weighing(RoundRecord round, String name, Moment moment) {
        Stream<Weighing> found = round.weighings().stream()
                .filter(weighing -> weighing.name().equals(name) && weighing.moment() == moment);
        List<Weighing> all = found.toList();
        assertThat(all).as(name + " " + moment).hasSize(1);
        return all.get(0);
    }
}
