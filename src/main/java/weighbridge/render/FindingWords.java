package weighbridge.render;

import static weighbridge.render.WordsByType.text;

import java.util.Map;
import java.util.stream.Collectors;
import weighbridge.analysis.Finding;
import weighbridge.analysis.Finding.*;
import weighbridge.analysis.Remark;

/** What the findings of a run say. */
public final class FindingWords {
    private static final String COLD = "; the measured burst may include cold-start effects";
    private static final double MEBIBYTE = 1024.0 * 1024.0;

    static final WordsByType<Finding> WORDS = new WordsByType<Finding>()
            .put(Recorded.class, Recorded::words)
            .put(Damaged.class, Damaged::words)
            .put(RunCutOff.class, "the run ended early or could not be saved: only what was recorded is reported")
            .put(
                    LoadCutOff.class,
                    "the measured %s ended early: %d of its calls are in the log, and no figure uses them",
                    it -> it.burst() ? "burst" : "load",
                    LoadCutOff::calls)
            .put(CallsMissing.class, "%d calls requested, %d in the log", CallsMissing::asked, CallsMissing::logged)
            .put(
                    GeneratorOverloaded.class,
                    "%s: the figures of this target are affected",
                    it -> CapacityFindingWords.of(it.how()))
            .put(
                    StartsSpread.class,
                    "the calls of the burst started over %d ms: the generator could not keep up",
                    StartsSpread::millis)
            .put(
                    FloorFailed.class,
                    "even the do-nothing server answered only %.1f %% of the calls just before: the generator is too slow for this timeout",
                    it -> Math.floor(it.successRatio() * 1000) / 10)
            .put(GeneratorNotWarmed.class, "the generator was not warmed up: it had no burst at the do-nothing server")
            .put(
                    GeneratorNotSteady.class,
                    "the generator is not steady: %d bursts at the do-nothing server still differed; other programs may be using the machine",
                    GeneratorNotSteady::bursts)
            .put(
                    FewerCores.class,
                    "the generator and the servers may use only %.2f of the machine's %d cores",
                    FewerCores::cores,
                    FewerCores::machine)
            .put(
                    PagesRepeated.class,
                    "RSS counts many pages more than once (%.2f MiB, PSS %.2f MiB): SLOs, rankings and plans of its memory go by PSS",
                    it -> it.rssBytes() / MEBIBYTE,
                    it -> it.pssBytes() / MEBIBYTE)
            .put(
                    LazilyFree.class,
                    "%.2f MiB of the settled RSS is given back (MADV_FREE) and taken when memory is short: it is no growth",
                    it -> it.bytes() / MEBIBYTE)
            .put(
                    NotLookedInto.class,
                    "PSS, private memory, peak and open files are n/a: its process may not be looked into (another user's, or a restricted /proc)")
            .put(TargetLimited.class, it -> LimitWords.sentence(it.limits(), it.throttled()))
            .put(
                    NotSteadyUnderLoad.class,
                    "not steady after %d s of warm-up: the figures may include cold-start effects, or the server cannot keep up",
                    NotSteadyUnderLoad::seconds)
            .put(NotSteady.class, "not steady: the %d warm-up bursts still differed" + COLD, NotSteady::bursts)
            .put(
                    StillCheaper.class,
                    "still getting cheaper: CPU time per call was falling after %d warm-up bursts, so a warmer server takes less; fix: raise -Dwarmup",
                    StillCheaper::bursts)
            .put(
                    StillBusy.class,
                    "still busy after its %d warm-up bursts: it went on to use over half a core when all was answered, as a JVM that compiles does; a warmer server may take less; fix: raise -Dwarmup",
                    StillBusy::bursts)
            .put(TooFewWarmUps.class, "not steady: too few warm-up bursts (%d) to tell" + COLD, TooFewWarmUps::bursts)
            .put(CallsFailed.class, "%d of %d calls failed", CallsFailed::failed, CallsFailed::calls)
            .put(
                    ConnectionsReopened.class,
                    "%,d of %,d calls opened a new connection: the server had closed those that were kept; fix: raise its keep-alive timeout and its limit of requests for each connection",
                    ConnectionsReopened::reopened,
                    ConnectionsReopened::calls)
            .put(
                    NoisyMachine.class,
                    "other processes used %.0f %% of the machine's CPU time during the measurement",
                    it -> 100 * it.othersShare())
            .put(
                    MachineTaken.class,
                    "other processes used %.0f %% of the machine's CPU time during the measurement, more than half; fix: end them, or measure on a quieter machine",
                    it -> 100 * it.othersShare())
            .put(
                    ServedByAnother.class,
                    "memory and CPU are n/a: port %d is served by PID %d (%s), which %s",
                    ServedByAnother::port,
                    it -> it.owner().pid(),
                    it -> it.owner().command(),
                    it -> it.started()
                            ? "the target did not start and which was left running; fix: let command run the server itself, or name a server that runs already by url and pid"
                            : "is not the process that its target.yaml names, nor below it; fix: correct pid or pidFile")
            .put(
                    ServedByHidden.class,
                    "memory and CPU are n/a: port %d is served by a process that this user may not see, and that is none of the target's; fix: let command run the server itself, or name a server that runs already by url and pid",
                    ServedByHidden::port)
            .put(
                    ServedByOthersToo.class,
                    "port %d has other listeners that are not weighed: PID %d (%s)%s; if they answer calls, memory and CPU are too low; fix: stop them",
                    ServedByOthersToo::port,
                    it -> it.first().pid(),
                    it -> it.first().command(),
                    it -> it.others() == 1 ? "" : " and " + (it.others() - 1) + " more")
            .put(
                    ServerUnseen.class,
                    "who serves port %d cannot be seen (another user's process, or another network namespace): memory and CPU are those of PID %d, which may be another program; fix: run Weighbridge as the user of the server, in the same network namespace",
                    ServerUnseen::port,
                    ServerUnseen::pid)
            .put(CpuTimeLost.class, "CPU time is unknown: processes ended or left the process tree during the burst")
            .put(
                    ChildrenUnseen.class,
                    "%s n/a: PID %d (%s) ignores SIGCHLD, so the kernel drops what its children used when they end%s",
                    it -> it.cpuTimeKnown() ? "RSS peak is" : "CPU time and RSS peak are",
                    it -> it.reaper().pid(),
                    it -> it.reaper().command(),
                    it -> it.cpuTimeKnown()
                            ? ""
                            : "; fix, for CPU time: start it in a control group of its own, as with systemd-run --user --scope")
            .put(
                    ProcessesLost.class,
                    "CPU time is n/a: %s ended during the load, and no process of the target waited for them",
                    it -> processes(it.processes()))
            .put(
                    PeakLost.class,
                    "RSS peak is n/a: at least %s of the target ended during the load, and the kernel keeps no peak of those",
                    it -> processes(it.processes()))
            .put(OptionsInherited.class, FindingWords::inherited)
            .put(
                    RateNotStarted.class,
                    "only %,.0f of %,.0f calls/s were started: %,d of %,d calls waited until one of %d users was free",
                    RateNotStarted::started,
                    RateNotStarted::offered,
                    RateNotStarted::waited,
                    RateNotStarted::calls,
                    RateNotStarted::pool)
            .put(
                    FewerUsers.class,
                    "by Little's law the users were idle between calls for %.0f %% of the time: the load was that of fewer users",
                    it -> 100 * it.pausedShare())
            .put(
                    LeakSuspected.class,
                    "live heap grew by %2$.2f MiB in %1$d calls (%3$.2f MiB per 1,000 calls): a possible leak; a longer run tells a leak from a cache that fills",
                    LeakSuspected::calls,
                    it -> it.bytes() / MEBIBYTE,
                    it -> it.bytes() / MEBIBYTE * 1000 / it.calls());

    private FindingWords() {}

    /** With the target and the rounds. */
    public static String of(Remark remark) {
        return (remark.target() == null ? "" : remark.target() + ": ") + WORDS.of(remark.finding()) + rounds(remark);
    }

    /** Of one without its target. */
    static String of(Finding finding) {
        return WORDS.of(finding);
    }

    /** The command of a target has the last word before two of the variables, and not before the third. */
    private static String inherited(OptionsInherited options) {
        Map<String, String> variables = options.byVariable();
        String each = variables.entrySet().stream()
                .map(variable -> variable.getKey() + " (" + variable.getValue() + ")")
                .collect(Collectors.joining(" and "));
        boolean overrides = variables.containsKey("_JAVA_OPTIONS");
        return "its JVM took options from " + each
                + (overrides ? "; those from _JAVA_OPTIONS override its command" : "")
                + "; fix: start without " + String.join(" and ", variables.keySet());
    }

    private static String processes(int count) {
        return count == 1 ? "1 process" : count + " processes";
    }

    private static String rounds(Remark remark) {
        if (remark.rounds() == 1) {
            return "";
        }
        return remark.seen() == 1
                ? text(" (in round %d of %d)", remark.round(), remark.rounds())
                : text(
                        " (in %d of %d rounds; the numbers are of round %d)",
                        remark.seen(), remark.rounds(), remark.round());
    }
}
