package weighbridge.simulation;

import java.util.Optional;
import weighbridge.launch.Server;
import weighbridge.recording.Window;
import weighbridge.recording.Window.Edge;
import weighbridge.sample.AcceptQueueProbe;
import weighbridge.sample.CpuAllowanceProbe;
import weighbridge.sample.DescriptorsProbe;
import weighbridge.sample.GeneratorWatch;
import weighbridge.sample.LocalPortsProbe;
import weighbridge.sample.PeakMemory;
import weighbridge.sample.ProcessTreeProbe;
import weighbridge.sample.TcpCountersProbe;

/** Looks at everything around one measured burst: from its making to {@link #end}. */
final class WindowScale {
    private final Server server;
    private final ProcessTreeProbe target;
    private final ProcessTreeProbe main = ProcessTreeProbe.ofSelf();
    private final Optional<PeakMemory> peak;
    private final Edge before;
    private final GeneratorWatch.Window watch;

    WindowScale(Server server, GeneratorWatch watch) {
        this.server = server;
        this.target = ProcessTreeProbe.ofTree(server.pid());
        main.findProcesses();
        this.peak = target.startPeak();
        this.before = edge();
        this.watch = watch.open();
    }

    /** What was seen. */
    Window end() {
        Edge after = edge();
        return new Window(server.assignment().target().name(), before, after, peakRssBytes(), watch.close());
    }

    private Long peakRssBytes() {
        return peak.map(PeakMemory::readBytes)
                .filter(mark -> mark.isPresent())
                .map(mark -> mark.getAsLong())
                .orElse(null);
    }

    private Edge edge() {
        target.findProcesses();
        return new Edge(
                System.currentTimeMillis(),
                target.read().orElse(null),
                main.read().orElseThrow(),
                TcpCountersProbe.read().orElse(null),
                AcceptQueueProbe.ofPort(server.assignment().port()).orElse(null),
                DescriptorsProbe.ofProcess(server.pid()).orElse(null),
                DescriptorsProbe.ofProcess(ProcessHandle.current().pid()).orElse(null),
                LocalPortsProbe.read().orElse(null),
                CpuAllowanceProbe.read());
    }
}
