package weighbridge.analysis;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import weighbridge.capacity.CapacityFinding.GeneratorUnwell;
import weighbridge.capacity.CapacityFinding.Overload;
import weighbridge.record.Listener.Owner;
import weighbridge.text.Limits;

/** What a reader has to know of a run or of a target's measurement. {@code render} makes the words. */
public sealed interface Finding {
    /** What a finding does to the figures. */
    enum Weight {
        /** Something was lost: they cannot be relied on. */
        LOSS,
        /** They are not those of the target in this round; a median stands as long as under half of its rounds are. */
        SPOILT_ROUND,
        /** Nothing. */
        NOTE
    }

    /** What it does to the figures. */
    default Weight weight() {
        return Weight.NOTE;
    }

    /** Findings of one kind at one target become one remark, whatever their numbers. */
    default Class<?> kind() {
        return getClass();
    }

    /** Something was lost. */
    sealed interface Loss extends Finding {
        @Override
        default Weight weight() {
            return Weight.LOSS;
        }
    }

    /** The figures are at least partly the generator's. */
    sealed interface OfGenerator extends Finding {
        @Override
        default Weight weight() {
            return Weight.SPOILT_ROUND;
        }
    }

    /** A sentence that the run folder holds, or that says what is wrong with it. */
    record Recorded(String words) implements Loss {}

    /** A log of the run is missing, or not all of it can be read. */
    record Damaged(String words) implements Loss {}

    /** The run did not come to its end, or not all of it could be kept. */
    record RunCutOff() implements Loss {}

    /** The measured burst, or load over time, was cut off after so many calls. */
    record LoadCutOff(boolean burst, long calls) implements Loss {}

    /** Other calls are in the log than were asked for. */
    record CallsMissing(long asked, int logged) implements Loss {}

    /** The generator was overloaded or held up. */
    record GeneratorOverloaded(Overload how) implements OfGenerator {
        @Override
        public Class<?> kind() {
            return how instanceof GeneratorUnwell unwell ? unwell.fault().getClass() : how.getClass();
        }
    }

    /** Who of a target was weighed, and of whom nothing is known. */
    sealed interface OfProcesses extends Finding {}

    /** The calls of a burst were spread over this time. */
    record StartsSpread(int millis) implements OfGenerator {}

    /** Even the server that does nothing answered no more than this part of the calls. */
    record FloorFailed(double successRatio) implements OfGenerator {}

    /** The generator was not warmed. */
    record GeneratorNotWarmed() implements Finding {}

    /** The generator was not steady after its warm-up. */
    record GeneratorNotSteady(int bursts) implements Finding {}

    /** The generator may use a part of the machine only. */
    record FewerCores(double cores, int machine) implements Finding {}

    /** The target's own control group limits it. @param throttled null where its CPU time is not limited */
    record TargetLimited(Limits limits, Throttling throttled) implements Finding {}

    /** RSS counts many pages of the target more than once. */
    record PagesRepeated(long rssBytes, long pssBytes) implements Finding {}

    /** So much of the target's RSS after the load is given back. */
    record LazilyFree(long bytes) implements Finding {}

    /** Only what the system tells of everybody is known of the target's memory. */
    record NotLookedInto() implements Finding {}

    /** The target was not steady after a warm-up by a load over time. */
    record NotSteadyUnderLoad(long seconds) implements Finding {}

    /** The target was not steady after its warm-up bursts. */
    record NotSteady(int bursts) implements Finding {}

    /** The CPU time of a call was still falling in the last of so many warm-up bursts. */
    record StillCheaper(int bursts) implements Finding {}

    /** The server was still busy after most of the last of so many warm-up bursts. */
    record StillBusy(int bursts) implements Finding {}

    /** The warm-up bursts were too few to tell. */
    record TooFewWarmUps(int bursts) implements Finding {}

    /** Calls failed in a round. */
    record CallsFailed(int failed, int calls) implements Finding {}

    /** Of so many calls some had to open a connection anew, although connections are kept. */
    record ConnectionsReopened(long reopened, long calls) implements Finding {}

    /** Others than the target and the generator took this share of the machine. */
    record NoisyMachine(double othersShare) implements Finding {}

    /** The same of a share so large that the figures are as much of them as of the target. */
    record MachineTaken(double othersShare) implements Finding {
        @Override
        public Weight weight() {
            return Weight.SPOILT_ROUND;
        }
    }

    /** Another process than those of the target serves its port, so that nothing is known of its memory and CPU time. */
    record ServedByAnother(int port, Owner owner, boolean started) implements OfProcesses {}

    /** A process that this user may not see serves the port, and it is none of the target's. */
    record ServedByHidden(int port) implements OfProcesses {}

    /** So many other processes serve its port too, which are not weighed. */
    record ServedByOthersToo(int port, Owner first, int others) implements OfProcesses {}

    /** Who serves its port cannot be seen: what is weighed may be another program. */
    record ServerUnseen(int port, long pid) implements OfProcesses {}

    /** Processes of the target ended, so that its CPU time is not known. */
    record CpuTimeLost() implements OfProcesses {}

    /** A process of the target ignores SIGCHLD, so that the kernel drops what its children used. */
    record ChildrenUnseen(Owner reaper, boolean cpuTimeKnown) implements OfProcesses {}

    /** So many processes of the target ended, and their CPU time with them. */
    record ProcessesLost(int processes) implements OfProcesses {}

    /** So many processes of the target or more ended, and the peak of memory with them. */
    record PeakLost(int processes) implements OfProcesses {}

    /** Its JVMs took these options from variables, by variable, which Weighbridge handed down. */
    record OptionsInherited(Map<String, String> byVariable) implements OfProcesses {
        /** Copies the map. */
        public OptionsInherited {
            byVariable = Collections.unmodifiableMap(new TreeMap<>(byVariable));
        }
    }

    /** Fewer calls were started than offered, because so many had to wait for a free user. */
    record RateNotStarted(double started, double offered, long waited, long calls, int pool) implements Finding {}

    /** The users of a closed load were between two calls for this share of the time. */
    record FewerUsers(double pausedShare) implements Finding {}

    /** The live heap grew by this with so many calls. */
    record LeakSuspected(int calls, long bytes) implements Finding {}
}
