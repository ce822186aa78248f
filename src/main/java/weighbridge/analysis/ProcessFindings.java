package weighbridge.analysis;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import weighbridge.analysis.Finding.*;
import weighbridge.record.Listener;
import weighbridge.record.Listener.Kind;
import weighbridge.record.Listener.Owner;
import weighbridge.record.RoundRecording;
import weighbridge.record.TargetRecord;
import weighbridge.record.Unseen;
import weighbridge.record.Window;

/** Whether the processes that were weighed are those of the server that was called, and all of them. */
final class ProcessFindings {
    private ProcessFindings() {}

    /** Of one target in one round. */
    static List<Finding> of(RoundRecording round, TargetReport target) {
        List<Finding> findings = new ArrayList<>();
        round.round().targets().stream()
                .filter(record -> record.name().equals(target.name()))
                .flatMap(record -> Stream.of(listener(record), options(record)).flatMap(Optional::stream))
                .forEach(findings::add);
        BoxAnalysis.of(round, target.name()).limited().ifPresent(findings::add);
        List<Unseen> unseen = unseen(round, target.name());
        cpuTime(unseen, target).ifPresent(findings::add);
        int ended = unseen.stream().mapToInt(Unseen::ended).max().orElse(0);
        if (ended > 0 && unseen.stream().noneMatch(one -> one.reaper() != null)) {
            findings.add(new PeakLost(ended));
        }
        return findings;
    }

    private static Optional<Finding> listener(TargetRecord target) {
        Listener listener = target.listener();
        if (listener == null || listener.is() == Kind.WEIGHED) {
            return Optional.empty();
        }
        int port = URI.create(target.requests().get(0).url()).getPort();
        if (listener.is() == Kind.UNSEEN) {
            return Optional.of(new ServerUnseen(port, target.pid()));
        }
        if (listener.others().isEmpty()) {
            return Optional.of(new ServedByHidden(port));
        }
        Owner first = listener.others().get(0);
        return Optional.of(
                listener.is() == Kind.OTHER
                        ? new ServedByAnother(port, first, !target.command().isEmpty())
                        : new ServedByOthersToo(port, first, listener.others().size()));
    }

    private static Optional<Finding> options(TargetRecord target) {
        return target.javaOptions().isEmpty()
                ? Optional.empty()
                : Optional.of(new OptionsInherited(target.javaOptions()));
    }

    /** In its measured burst, and in each load over time. */
    private static List<Unseen> unseen(RoundRecording round, String name) {
        return round.windows(name).map(Window::unseen).filter(Objects::nonNull).toList();
    }

    private static Optional<Finding> cpuTime(List<Unseen> unseen, TargetReport target) {
        Optional<Unseen> reaped =
                unseen.stream().filter(one -> one.reaper() != null).findFirst();
        if (reaped.isPresent()) {
            return Optional.of(
                    new ChildrenUnseen(reaped.get().reaper(), !reaped.get().lacksCpuTime()));
        }
        int lost = unseen.stream()
                .filter(Unseen::lacksCpuTime)
                .mapToInt(Unseen::lost)
                .max()
                .orElse(0);
        if (lost > 0) {
            return Optional.of(new ProcessesLost(lost));
        }
        boolean unknown = target.burst().calls() > 0
                && target.window().generator() != null
                && target.window().cpu() == null
                && !target.notWeighed();
        return unknown ? Optional.of(new CpuTimeLost()) : Optional.empty();
    }
}
