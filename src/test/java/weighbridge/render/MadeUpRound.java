package weighbridge.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weighbridge.record.Calls;
import weighbridge.record.HeapWeighing;
import weighbridge.record.Outcome;
import weighbridge.record.Reading;
import weighbridge.record.Reading.Counts;
import weighbridge.record.RequestRecord;
import weighbridge.record.RoundRecord;
import weighbridge.record.RoundRecording;
import weighbridge.record.SampleRun;
import weighbridge.record.TargetRecord;
import weighbridge.record.Weighing;
import weighbridge.record.Weighing.Moment;
import weighbridge.record.Window;
import weighbridge.render.MadeUpTarget.Load;
import weighbridge.workload.Burst;
import weighbridge.workload.Burst.Kind;
import weighbridge.workload.Phase;

/**
 * One round that was made up: all targets are weighed idle, each has its turn (a cold burst, four that warm it, two at the
 * sink, the window), and all are weighed again. What was seen around each window is that of {@link SampleRun}.
 */
final class MadeUpRound {
    static final long LOG_STARTED_AT = 1_795_428_931_000L;
    private static final long MIB = 1024 * 1024;
    private static final int QUIET_MILLIS = 2_000;
    private static final int PAUSE_MILLIS = 120;
    private static final int WARMUPS = 4;
    private static final int WARMUP_MILLIS = 150;
    private static final Window SEEN =
            SampleRun.record().rounds().get(0).windows().get(0);

    private final int number;
    private final int from;
    private final int asked;
    private final List<TargetRecord> records = new ArrayList<>();
    private final List<Phase> phases = new ArrayList<>();
    private final List<Weighing> weighings = new ArrayList<>();
    private final List<HeapWeighing> heaps = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();
    private final Map<String, Calls> calls = new LinkedHashMap<>();
    private final Map<String, Calls> coldCalls = new LinkedHashMap<>();
    private int now;

    /**
     * @param number of the round, counted from 1
     * @param from its begin, ms after the start of the log
     * @param asked calls that were asked for in a burst
     */
    MadeUpRound(int number, int from, int asked) {
        this.number = number;
        this.from = from;
        this.asked = asked;
    }

    /** What there is of it. @param again the one that also ran a second time, as it then was; null where none did */
    RoundRecording recording(List<MadeUpTarget> targets, MadeUpTarget again) {
        List<MadeUpTarget> all = new ArrayList<>(targets);
        if (again != null) {
            all.add(again);
        }
        all.forEach(this::begin);
        now = from + QUIET_MILLIS;
        List<MadeUpTarget> running = all.stream().filter(MadeUpTarget::ran).toList();
        running.forEach(target -> weigh(target.name(), Moment.IDLE, target.rssMiB()));
        weigh(Weighing.MAIN, Moment.IDLE, 150);
        running.stream()
                .filter(target -> target.outcome().is() != Outcome.Kind.NOT_REACHED)
                .forEach(this::turn);
        if (running.stream().anyMatch(target -> target.outcome().is() == Outcome.Kind.MEASURED)) {
            now += QUIET_MILLIS;
            running.forEach(target -> weigh(target.name(), Moment.AFTER, target.rssMiB() * 3 / 2));
            running.forEach(target -> weigh(target.name(), Moment.SETTLED, target.rssMiB() * 4 / 3));
            running.forEach(target -> heap(target.name(), Moment.SETTLED, 13));
            weigh(Weighing.MAIN, Moment.AFTER, 210);
            weigh(Weighing.MAIN, Moment.SETTLED, 205);
        }
        List<String> names = targets.stream().map(MadeUpTarget::name).toList();
        RoundRecord round = new RoundRecord(
                number,
                names,
                again == null ? null : names.get(0),
                records,
                phases,
                weighings,
                heaps,
                windows,
                List.of());
        return new RoundRecording(round, calls, coldCalls);
    }

    /** When it ended, ms after the start of the log. */
    int endMillis() {
        return now;
    }

    private void begin(MadeUpTarget target) {
        calls.put(target.name(), new Calls());
        coldCalls.put(target.name(), new Calls());
        long pid = 100 + records.size();
        records.add(new TargetRecord(
                target.name(),
                target.version(),
                List.of("./" + target.name()),
                Map.of(),
                List.of(new RequestRecord("GET", target.url(), 200)),
                1,
                false,
                target.ran() ? pid : null,
                target.ran() ? 300L + 7 * number : null,
                target.outcome(),
                List.of()));
    }

    private void turn(MadeUpTarget target) {
        String name = target.name();
        logged(name, Kind.COLD, target.cold(), coldCalls.get(name));
        for (int burst = 1; burst <= WARMUPS; burst++) {
            burst(name, Kind.WARMUP, burst, WARMUP_MILLIS);
        }
        weigh(name, Moment.WARM, target.rssMiB() * 4 / 3);
        heap(name, Moment.WARM, 12);
        burst(name, Kind.FLOOR, 1, WARMUP_MILLIS);
        burst(name, Kind.FLOOR, 2, WARMUP_MILLIS);
        Window.Edge before = at(SEEN.before());
        logged(name, Kind.MEASURED, target.measured(), calls.get(name));
        windows.add(new Window(
                name,
                before,
                at(SEEN.after()),
                target.rssMiB() * 2 * MIB,
                SEEN.stoppedMillis(),
                SEEN.health(),
                SEEN.connects()));
    }

    private Window.Edge at(Window.Edge edge) {
        return new Window.Edge(
                LOG_STARTED_AT + now,
                edge.target(),
                edge.main(),
                edge.machineBusySeconds(),
                edge.machineStolenSeconds(),
                edge.evidence());
    }

    private void burst(String name, Kind kind, int burst, int millis) {
        now += PAUSE_MILLIS;
        phase(name, kind, burst, now, now + millis, asked);
        now += millis;
    }

    private void logged(String name, Kind kind, Load load, Calls to) {
        now += PAUSE_MILLIS;
        load.addTo(to, now);
        int end = now;
        int succeeded = 0;
        for (int call = 0; call < to.size(); call++) {
            end = Math.max(end, to.endMillis(call));
            succeeded += to.ok(call) ? 1 : 0;
        }
        phase(name, kind, 1, now, end, succeeded);
        now = end;
    }

    private void phase(String name, Kind kind, int burst, int begin, int end, int succeeded) {
        phases.add(new Phase(name, new Burst(kind, burst), LOG_STARTED_AT + begin, LOG_STARTED_AT + end, succeeded));
    }

    private void weigh(String name, Moment moment, int rssMiB) {
        Reading reading = new Reading(
                rssMiB * MIB, 2048 * MIB, (rssMiB - 4) * MIB, (rssMiB - 8) * MIB, 1 + now / 10e3, 1, 0, Counts.UNKNOWN);
        weighings.add(new Weighing(name, moment, LOG_STARTED_AT + now, reading));
    }

    private void heap(String name, Moment moment, int mib) {
        heaps.add(new HeapWeighing(name, moment, mib * MIB, null));
    }
}
