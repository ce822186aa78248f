package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.record.Listener;
import weighbridge.record.Listener.Kind;
import weighbridge.record.Listener.Owner;
import weighbridge.record.Recording;
import weighbridge.record.RoundRecord;
import weighbridge.record.RoundRecording;
import weighbridge.record.RunRecord;
import weighbridge.record.SampleRun;
import weighbridge.record.TargetRecord;
import weighbridge.record.Unseen;
import weighbridge.record.Window;

/** What is said of the processes of a target whose figures are otherwise known. */
class ProcessRemarksTest {
    private static final Owner STRANGER = new Owner(4711, "python3");

    @Test
    void whoIgnoresTheEndOfItsChildrenHasNeitherCpuTimeNorPeak() {
        Report report = withUnseen(new Unseen(new Owner(101, "busybox"), 3, 1, false));

        assertThat(lines(report))
                .contains(
                        "good: CPU time and RSS peak are n/a: PID 101 (busybox) ignores SIGCHLD, so the kernel drops what"
                                + " its children used when they end; fix, for CPU time: start it in a control group of its"
                                + " own, as with systemd-run --user --scope")
                .noneMatch(line -> line.contains("processes ended"));
        assertThat(good(report).window().cpu()).isNull();
        assertThat(good(report).window().cpuSecondsPer1000Calls()).isNull();
    }

    @Test
    void aGroupOfItsOwnHasTheCpuTimeOfAll() {
        Report report = withUnseen(new Unseen(new Owner(101, "busybox"), 3, 0, true));

        assertThat(lines(report))
                .contains(
                        "good: RSS peak is n/a: PID 101 (busybox) ignores SIGCHLD, so the kernel drops what its children"
                                + " used when they end");
        assertThat(good(report).window().cpu()).isNotNull();
        assertThat(lines(withUnseen(new Unseen(null, 2, 0, true))))
                .isEqualTo(lines(Analysis.of(SampleRun.recording())));
    }

    @Test
    void whoseProcessesEndedUnseenHasNoCpuTime() {
        Report report = withUnseen(new Unseen(null, 3, 0, false));

        assertThat(lines(report))
                .contains("good: CPU time is n/a: 3 processes ended during the load, and no process of the target"
                        + " waited for them");
        assertThat(good(report).window().cpu()).isNull();
    }

    @Test
    void aPeakThatWentWithAProcessIsSaid() {
        Report report = withUnseen(new Unseen(null, 0, 2, false));

        assertThat(lines(report))
                .contains("good: RSS peak is n/a: at least 2 processes of the target ended during the load, and the"
                        + " kernel keeps no peak of those");
        assertThat(good(report).window().cpu()).isNotNull();
    }

    @Test
    void whoServesBesideOrInsteadOfTheTargetIsNamed() {
        assertThat(lines(withListener(new Listener(Kind.OTHER, List.of(STRANGER)))))
                .contains(
                        "good: memory and CPU are n/a: port 8000 is served by PID 4711 (python3), which the target did"
                                + " not start and which was left running; fix: let command run the server itself, or name"
                                + " a server that runs already by url and pid");
        assertThat(lines(withListener(new Listener(Kind.OTHER, List.of()))))
                .contains(
                        "good: memory and CPU are n/a: port 8000 is served by a process that this user may not see, and"
                                + " that is none of the target's; fix: let command run the server itself, or name a server that runs already by url and pid");
        assertThat(lines(withListener(new Listener(Kind.SHARED, List.of(STRANGER, STRANGER)))))
                .contains("good: port 8000 has other listeners that are not weighed: PID 4711 (python3) and 1 more; if"
                        + " they answer calls, memory and CPU are too low; fix: stop them");
        assertThat(lines(withListener(new Listener(Kind.UNSEEN, List.of()))))
                .contains("good: who serves port 8000 cannot be seen (another user's process, or another network"
                        + " namespace): memory and CPU are those of PID 101, which may be another program; fix: run"
                        + " Weighbridge as the user of the server, in the same network namespace");
        assertThat(lines(withListener(new Listener(Kind.WEIGHED, List.of()))))
                .isEqualTo(lines(Analysis.of(SampleRun.recording())));
    }

    @Test
    void optionsThatAJvmTookFromVariablesAreNamed() {
        assertThat(lines(withOptions(Map.of("JAVA_TOOL_OPTIONS", "-javaagent:/opt/agent.jar"))))
                .contains("good: its JVM took options from JAVA_TOOL_OPTIONS (-javaagent:/opt/agent.jar); fix: start"
                        + " without JAVA_TOOL_OPTIONS");
        assertThat(lines(withOptions(Map.of("_JAVA_OPTIONS", "-Xmx64m", "JDK_JAVA_OPTIONS", "-Dx"))))
                .contains(
                        "good: its JVM took options from JDK_JAVA_OPTIONS (-Dx) and _JAVA_OPTIONS (-Xmx64m); those from"
                                + " _JAVA_OPTIONS override its command; fix: start without JDK_JAVA_OPTIONS and"
                                + " _JAVA_OPTIONS");
    }

    private static Report withOptions(Map<String, String> options) {
        return report(target -> target.withJavaOptions(options), UnaryOperator.identity());
    }

    @Test
    void ofAStrangerNothingIsTold() {
        TargetReport good = good(withListener(new Listener(Kind.OTHER, List.of(STRANGER))));

        assertThat(good.notWeighed()).isTrue();
        assertThat(good.identity().pid()).isNull();
        assertThat(good.burst().calls()).isEqualTo(800);
    }

    private static Report withUnseen(Unseen unseen) {
        return report(
                UnaryOperator.identity(),
                window -> new Window(
                        window.name(),
                        window.before(),
                        window.after(),
                        window.atEnd(),
                        window.peakRssBytes(),
                        window.stoppedMillis(),
                        window.health(),
                        window.connects(),
                        unseen));
    }

    private static Report withListener(Listener listener) {
        return report(target -> target.with(listener), UnaryOperator.identity());
    }

    /** The sample run with its first target changed. */
    private static Report report(UnaryOperator<TargetRecord> target, UnaryOperator<Window> window) {
        Recording sample = SampleRun.recording();
        RoundRecord round = sample.run().rounds().get(0);
        RoundRecord changed = new RoundRecord(
                round.number(),
                round.order(),
                round.again(),
                round.targets().stream()
                        .map(one -> one.name().equals("good") ? target.apply(one) : one)
                        .toList(),
                round.phases(),
                round.weighings(),
                round.heaps(),
                round.windows().stream()
                        .map(one -> one.name().equals("good") ? window.apply(one) : one)
                        .toList(),
                round.probes());
        RunRecord run = sample.run();
        RoundRecording recorded = sample.rounds().get(0);
        return Analysis.of(new Recording(
                new RunRecord(
                        run.schema(),
                        run.id(),
                        run.simulation(),
                        run.startedAt(),
                        run.complete(),
                        run.settings(),
                        run.environment(),
                        run.main(),
                        run.logOffsetMillis(),
                        List.of(changed),
                        run.remarks()),
                sample.callsStartedAtMillis(),
                List.of(new RoundRecording(changed, recorded.calls(), recorded.coldCalls())),
                sample.remarks(),
                sample.latencies(),
                sample.samples()));
    }

    private static TargetReport good(Report report) {
        return report.targets().get(0);
    }

    private static List<String> lines(Report report) {
        return Remarks.of(report).stream().map(Remarks.Line::words).toList();
    }
}
