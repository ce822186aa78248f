package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.process.ControlGroups;
import weighbridge.server.Serving;
import weighbridge.server.Target;
import weighbridge.text.InputException;
import weighbridge.text.Limits;
import weighbridge.workload.Cores;

class BoxChoiceTest {
    private static final Cores APART = Cores.parse("1-4:0").orElseThrow();

    private static Target target(String name, Limits limits) {
        return PlanTest.target(name).in(limits);
    }

    private static Target running(String name) {
        Target target = PlanTest.target(name);
        return new Target(
                target.folder(),
                name,
                target.version(),
                Optional.empty(),
                new Serving.Running(URI.create("http://127.0.0.1:8080"), Optional.empty()),
                target.traffic(),
                target.ready());
    }

    @Test
    void oneBoxIsThatOfAllTargetsAndLeavesTheirOtherLimits() {
        List<Target> targets = List.of(target("a", Limits.NONE), target("b", new Limits(2.0, 64L << 20)));

        List<Target> boxed = BoxChoice.of(List.of(new Limits(0.5, null)), targets);

        assertThat(boxed).extracting(Target::name).containsExactly("a", "b");
        assertThat(boxed).extracting(Target::limits).containsExactly(new Limits(0.5, null), new Limits(0.5, 64L << 20));
        assertThat(BoxChoice.of(List.of(), targets)).isEqualTo(targets);
    }

    @Test
    void severalBoxesAreTargetsOfTheirOwn() {
        List<Limits> boxes = List.of(new Limits(0.25, 64L << 20), new Limits(1.0, 64L << 20));

        assertThat(BoxChoice.of(boxes, List.of(target("a", Limits.NONE), target("b", Limits.NONE))))
                .extracting(Target::name)
                .containsExactly("a[cpus=0.25]", "a[cpus=1]", "b[cpus=0.25]", "b[cpus=1]");
        assertThat(BoxChoice.of(
                        List.of(new Limits(1.0, 64L << 20), new Limits(1.0, 1L << 30)),
                        List.of(target("a", Limits.NONE))))
                .extracting(Target::name)
                .containsExactly("a[memory=64MiB]", "a[memory=1GiB]");
    }

    @Test
    void aServerThatRunsAlreadyIsNotLimited() {
        assertThatThrownBy(() -> BoxChoice.of(List.of(new Limits(null, 64L << 20)), List.of(running("a"))))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "memory: found a limit for a, which runs already; allowed: limits for servers that Weighbridge"
                                + " starts; fix: leave it out, or leave out a");
    }

    @Test
    void moreCoresThanThereAreAreRefused() {
        List<Target> targets = List.of(target("a", new Limits(1.0, null)), target("b", new Limits(1.5, null)));

        BoxChoice.require(targets, 2, Optional.empty());
        assertThatThrownBy(() -> BoxChoice.require(targets, 1, Optional.empty()))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "limits of b: found 1.5 cores; allowed: at most 1: all that servers have here; fix: give less");
    }

    @Test
    void withoutRightsThereIsOneLine() {
        BoxChoice.require(List.of(target("a", Limits.NONE)), 1, Optional.of(new ControlGroups.Obstacle("no", "none")));
        assertThatThrownBy(() -> BoxChoice.require(
                        List.of(target("a", new Limits(0.5, 64L << 20)), target("b", new Limits(0.5, null))),
                        1,
                        Optional.of(new ControlGroups.Obstacle("this user may not write in /sys", "be root"))))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "limits of a: found 0.5 cores, 64MiB; allowed: no limits for this user: this user may not write"
                                + " in /sys; fix: be root; or leave the limits out");
    }

    /** The first box is that of four processors. */
    @ParameterizedTest
    @CsvSource({", 2.0", "2, 1.0", "0.125, 0.0625", "0.0625,"})
    void smallerBoxesAreHalves(Double cpus, Double next) {
        Limits box = new Limits(cpus, null);

        assertThat(SmallerBoxes.next(box, target("a", new Limits(null, 64L << 20)), APART, 4, true))
                .isEqualTo(Optional.ofNullable(next).map(half -> new Limits(half, 64L << 20)));
    }

    @Test
    void thereIsNoSmallerBoxWhereTheGeneratorCouldTakeItOrAUserHasSaidHowLargeItIs() {
        assertThat(SmallerBoxes.next(Limits.NONE, target("a", Limits.NONE), new Cores.Shared(), 4, true))
                .isEmpty();
        assertThat(SmallerBoxes.next(Limits.NONE, target("a", new Limits(1.0, null)), APART, 4, true))
                .isEmpty();
        assertThat(SmallerBoxes.next(Limits.NONE, running("a"), APART, 4, true)).isEmpty();
        assertThat(SmallerBoxes.next(Limits.NONE, target("a", Limits.NONE), APART, 4, false))
                .isEmpty();
    }
}
