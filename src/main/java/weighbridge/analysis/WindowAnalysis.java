package weighbridge.analysis;

import weighbridge.recording.Window;
import weighbridge.recording.Window.Edge;
import weighbridge.sample.Descriptors;
import weighbridge.sample.LocalPorts;
import weighbridge.sample.TcpCounters;

/** What the two edges of a window say: each figure is the difference of two readings, or stood at the first. */
final class WindowAnalysis {
    private final Edge before;
    private final Edge after;
    private final Window window;
    private final int answered;
    private final int cores;
    private final double resolutionSeconds;

    /**
     * @param window what was seen
     * @param answered calls of the window that were answered in time
     * @param cores of the machine
     * @param resolutionSeconds of processor times
     */
    WindowAnalysis(Window window, int answered, int cores, double resolutionSeconds) {
        this.window = window;
        this.before = window.before();
        this.after = window.after();
        this.answered = answered;
        this.cores = cores;
        this.resolutionSeconds = resolutionSeconds;
    }

    /** Of the target; null where it could not be read at both ends. */
    CpuReport target() {
        return before.target() == null || after.target() == null
                ? null
                : cpu(after.target().cpuSeconds() - before.target().cpuSeconds());
    }

    GeneratorReport generator() {
        CpuReport cpu = cpu(after.main().cpuSeconds() - before.main().cpuSeconds());
        Double allowed = after.allowance() == null ? null : after.allowance().cores();
        return new GeneratorReport(
                cpu,
                allowed,
                allowed == null ? null : cpu.seconds() / (wallSeconds() * allowed),
                throttledMillis(),
                window.health());
    }

    SocketReport sockets() {
        TcpCounters tcp =
                before.tcp() == null || after.tcp() == null ? null : after.tcp().minus(before.tcp());
        boolean queue = before.acceptQueue() != null && after.acceptQueue() != null;
        Descriptors targetFiles = before.targetFiles();
        Descriptors mainFiles = before.mainFiles();
        LocalPorts ports = before.ports();
        return new SocketReport(
                tcp == null ? null : tcp.listenOverflows(),
                tcp == null ? null : tcp.listenDrops(),
                tcp == null ? null : tcp.synRetransmits(),
                queue ? before.acceptQueue().capacity() : null,
                queue ? after.acceptQueue().drops() - before.acceptQueue().drops() : null,
                targetFiles == null ? null : targetFiles.open(),
                targetFiles == null ? null : targetFiles.limit(),
                mainFiles == null ? null : mainFiles.open(),
                mainFiles == null ? null : mainFiles.limit(),
                ports == null ? null : ports.range(),
                ports == null ? null : ports.inUse(),
                ports == null ? null : ports.timeWait());
    }

    private Long throttledMillis() {
        boolean told = before.allowance() != null
                && after.allowance() != null
                && before.allowance().throttledMicros() != null
                && after.allowance().throttledMicros() != null;
        return told ? (after.allowance().throttledMicros() - before.allowance().throttledMicros()) / 1000 : null;
    }

    private CpuReport cpu(double seconds) {
        return CpuReport.of(seconds, wallSeconds(), cores, answered, resolutionSeconds);
    }

    private double wallSeconds() {
        return Math.max(1, after.atMillis() - before.atMillis()) / 1000.0;
    }
}
