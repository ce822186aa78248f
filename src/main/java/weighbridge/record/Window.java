package weighbridge.record;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What was seen around a target's measured burst.
 *
 * @param name the target
 * @param before right before its users were let go
 * @param after right after the last of them had its answer or had given up
 * @param atEnd the target's tree right after that, its memory counted page by page; null where it was gone
 * @param peakRssBytes the kernel's high-water mark of the target's tree between the two; null where it is not told
 * @param stoppedMillis for how long a process of the tree was stopped by a signal, as far as ten looks a second tell
 * @param health how the generator fared between the two
 * @param connects connections that the generator opened between the two; null in runs that did not count them
 * @param unseen what of the target's processes could not be seen; null where all was
 */
public record Window(
        String name,
        Edge before,
        Edge after,
        Reading atEnd,
        Long peakRssBytes,
        long stoppedMillis,
        GeneratorHealth health,
        Connects connects,
        @JsonInclude(JsonInclude.Include.NON_NULL) Unseen unseen) {

    /** Where all was seen of the target's processes. */
    public Window(
            String name,
            Edge before,
            Edge after,
            Reading atEnd,
            Long peakRssBytes,
            long stoppedMillis,
            GeneratorHealth health,
            Connects connects) {
        this(name, before, after, atEnd, peakRssBytes, stoppedMillis, health, connects, null);
    }

    /** One at whose end no page was counted. */
    public Window(
            String name,
            Edge before,
            Edge after,
            Long peakRssBytes,
            long stoppedMillis,
            GeneratorHealth health,
            Connects connects) {
        this(name, before, after, null, peakRssBytes, stoppedMillis, health, connects);
    }

    /**
     * Connections that the generator opened.
     *
     * @param opened all of them
     * @param reopened those of users whose kept connection the server had closed; null where users keep none
     */
    public record Connects(long opened, Long reopened) {}

    /**
     * The peak with each page counted once, where RSS counts many more than once: it is to the peak of RSS as PSS to RSS right
     * after the load, for the kernel keeps no mark of PSS. Null where RSS tells what there is, or nothing is known.
     */
    public Long peakPssBytes() {
        return peakRssBytes == null || atEnd == null || !atEnd.isRepeated()
                ? null
                : Long.valueOf(Math.round((double) peakRssBytes * atEnd.pssBytes() / atEnd.rssBytes()));
    }

    /** The same without what was read of the target's processes. */
    Window withoutProcesses() {
        return new Window(name, before.withoutTarget(), after.withoutTarget(), null, null, 0, health, connects, null);
    }

    /**
     * One end of a window.
     *
     * @param atMillis time of the run, ms since 1970
     * @param target the target's process tree; null where it was gone
     * @param main the process that hammers
     * @param machineBusySeconds processor time that all programs, the kernel and the host together have taken from this
     *     machine since it started, over all its cores
     * @param machineStolenSeconds of this what the host alone took
     * @param evidence what the system says beside
     */
    public record Edge(
            long atMillis,
            Reading target,
            Reading main,
            double machineBusySeconds,
            double machineStolenSeconds,
            Evidence evidence) {
        Edge withoutTarget() {
            return new Edge(atMillis, null, main, machineBusySeconds, machineStolenSeconds, evidence.withoutTarget());
        }

        /** The same moment with this reading of the target. */
        public Edge with(Reading other) {
            return new Edge(atMillis, other, main, machineBusySeconds, machineStolenSeconds, evidence);
        }

        /** The same moment with this evidence. */
        public Edge with(Evidence other) {
            return new Edge(atMillis, target, main, machineBusySeconds, machineStolenSeconds, other);
        }
    }

    /**
     * What the system says of connections and limits. Null stands for what could not be read.
     *
     * @param tcp counters of the network namespace
     * @param acceptQueue of the target's port
     * @param targetFiles of the process that the target's command started
     * @param mainFiles of the process that hammers
     * @param ports local ports of the machine
     * @param allowance the processors that the process that hammers may use
     * @param box the control groups of the target alone; null also where it has none of its own
     */
    public record Evidence(
            TcpCounters tcp,
            AcceptQueue acceptQueue,
            Descriptors targetFiles,
            Descriptors mainFiles,
            LocalPorts ports,
            CpuAllowance allowance,
            Box box) {
        /** Of a target that has no control groups of its own. */
        public Evidence(
                TcpCounters tcp,
                AcceptQueue acceptQueue,
                Descriptors targetFiles,
                Descriptors mainFiles,
                LocalPorts ports,
                CpuAllowance allowance) {
            this(tcp, acceptQueue, targetFiles, mainFiles, ports, allowance, null);
        }

        /** The same without what was read of the target's processes and of the control groups that they are in. */
        Evidence withoutTarget() {
            return new Evidence(tcp, acceptQueue, null, mainFiles, ports, allowance);
        }
    }
}
