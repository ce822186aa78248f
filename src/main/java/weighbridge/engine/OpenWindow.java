package weighbridge.engine;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import weighbridge.process.AcceptQueueProbe;
import weighbridge.process.BoxProbe;
import weighbridge.process.CpuAllowanceProbe;
import weighbridge.process.DescriptorsProbe;
import weighbridge.process.GeneratorWatch;
import weighbridge.process.LocalPortsProbe;
import weighbridge.process.MachineProbe;
import weighbridge.process.PeakMemory;
import weighbridge.process.ProcessTreeProbe;
import weighbridge.process.RunClock;
import weighbridge.process.TcpCountersProbe;
import weighbridge.record.AcceptQueue;
import weighbridge.record.GeneratorHealth;
import weighbridge.record.Listener.Owner;
import weighbridge.record.Reading;
import weighbridge.record.Unseen;
import weighbridge.record.Window;
import weighbridge.record.Window.Connects;
import weighbridge.record.Window.Edge;
import weighbridge.record.Window.Evidence;
import weighbridge.server.Assignment;
import weighbridge.server.Server;

/** Looks at everything around one load: from its making to {@link #close}. */
final class OpenWindow {
    private final Server server;
    private final Sampling sampling;
    private final long stoppedBefore;
    private final Optional<ProcessTreeProbe> target;
    private final ProcessTreeProbe main = ProcessTreeProbe.ofSelf();
    private final Optional<PeakMemory> peak;
    private final Optional<BoxProbe> box;
    private final int lostBefore;
    private final OptionalDouble groupBefore;
    private final Edge before;
    private final long openedBefore = Connections.opened();
    private final long reopenedBefore = Connections.reopened();
    private final GeneratorWatch.Window watch;

    OpenWindow(Server server, GeneratorWatch watch, Sampling sampling) {
        this.server = server;
        this.sampling = sampling;
        this.stoppedBefore = sampling.stoppedMillis(name());
        this.lostBefore = sampling.lostProcesses(name());
        this.target = server.processes();
        main.findProcesses();
        target.ifPresent(ProcessTreeProbe::findProcesses);
        this.box = target.map(BoxProbe::of);
        this.peak = target.flatMap(ProcessTreeProbe::startPeak);
        Evidence evidence = evidence();
        this.watch = watch.open();
        // Processor times last here and first at the end, so that what looking costs is not in them.
        this.before = times(evidence);
        this.groupBefore = groupCpuSeconds();
    }

    /** What was seen. */
    Window close() {
        Edge times = times(null);
        OptionalDouble group = groupBefore.isPresent() ? groupCpuSeconds() : groupBefore;
        GeneratorHealth health = watch.close();
        Edge after = times.with(evidence());
        long stoppedMillis = Math.max(0, sampling.stoppedMillis(name()) - stoppedBefore);
        boolean grouped = group.isPresent() && after.target() != null && before.target() != null;
        Optional<Owner> reaper = target.flatMap(ProcessTreeProbe::reaper);
        Long peakRssBytes = reaper.isPresent() ? null : peakRssBytes();
        Reading atEnd = target.flatMap(ProcessTreeProbe::weigh).orElse(null);
        Unseen unseen = unseen(reaper, peakRssBytes, grouped);
        return new Window(
                name(),
                grouped ? before.with(before.target().withCpuSeconds(groupBefore.getAsDouble())) : before,
                grouped ? after.with(after.target().withCpuSeconds(group.getAsDouble())) : after,
                atEnd,
                peakRssBytes,
                stoppedMillis,
                health,
                connects(),
                unseen.isNothing() ? null : unseen);
    }

    /** The kernel's mark of memory since its beginning; empty where it may not be set back. */
    Optional<PeakMemory> peak() {
        return peak;
    }

    private Connects connects() {
        boolean kept = server.assignment().target().traffic().keepAlive();
        long reopened = Connections.reopened() - reopenedBefore;
        return new Connects(Connections.opened() - openedBefore, kept ? reopened : null);
    }

    private Unseen unseen(Optional<Owner> reaper, Long peakRssBytes, boolean grouped) {
        int lost = Math.max(target.map(ProcessTreeProbe::lost).orElse(0), sampling.lostProcesses(name()) - lostBefore);
        int ended = peakRssBytes == null ? peak.map(PeakMemory::ended).orElse(0) : 0;
        return new Unseen(reaper.orElse(null), lost, ended, grouped);
    }

    private OptionalDouble groupCpuSeconds() {
        return target.map(ProcessTreeProbe::groupCpuSeconds).orElseGet(OptionalDouble::empty);
    }

    private String name() {
        return server.assignment().target().name();
    }

    private Long peakRssBytes() {
        return peak.map(PeakMemory::readBytes)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .orElse(null);
    }

    private Edge times(Evidence evidence) {
        Reading ofMain = main.read().orElseThrow();
        double machineBusySeconds = MachineProbe.busySeconds();
        double machineStolenSeconds = MachineProbe.stolenSeconds();
        long atMillis = RunClock.OF_THIS_PROCESS.millis();
        target.ifPresent(ProcessTreeProbe::findProcesses);
        return new Edge(
                atMillis,
                target.flatMap(ProcessTreeProbe::read).orElse(null),
                ofMain,
                machineBusySeconds,
                machineStolenSeconds,
                evidence);
    }

    /** Of the port of what is called; empty where that is not on this machine, whose port of that number is another. */
    static Optional<AcceptQueue> acceptQueue(Assignment called) {
        return called.isLocal() ? AcceptQueueProbe.ofPort(called.port()) : Optional.empty();
    }

    private Evidence evidence() {
        return new Evidence(
                TcpCountersProbe.read().orElse(null),
                acceptQueue(server.assignment()).orElse(null),
                server.pid().flatMap(DescriptorsProbe::ofProcess).orElse(null),
                DescriptorsProbe.ofProcess(ProcessHandle.current().pid()).orElse(null),
                LocalPortsProbe.read().orElse(null),
                CpuAllowanceProbe.read(),
                box.flatMap(BoxProbe::read).orElse(null));
    }
}
