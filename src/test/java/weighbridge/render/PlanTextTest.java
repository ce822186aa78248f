package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.Finding;
import weighbridge.analysis.Report;
import weighbridge.capacity.Demand;
import weighbridge.capacity.HostSize;
import weighbridge.record.Listener.Owner;
import weighbridge.record.Outcome.Kind;

class PlanTextTest {
    private static final Demand PEAK = Demand.of(new BigDecimal("20000"), new BigDecimal("0.3"));
    private static final HostSize HOST = host("8", "16384");

    @EachLocale
    void aPlanIsTheSameInEveryLocale(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));

        Golden.check("plan.txt", text(report(), PEAK, HOST));
        Golden.check(
                "plan-small.txt",
                text(
                        report(),
                        new Demand(new BigDecimal("1500.5"), new BigDecimal("0.125"), new BigDecimal("0.5")),
                        host("1.5", "256")));
    }

    @Test
    void aRunThatIsNotValidSaysSoAboveAllTargets() {
        Report report = MadeUpCapacity.with(
                MadeUp.report().target("a", 1.0).faults("one", "two").get(), MadeUpCapacity.card());

        assertThat(text(report, PEAK, HOST)).contains("\nNot valid: one\nNot valid: two\n\na 1.0 sustains ");
    }

    @Test
    void whatWasNotWellConfirmedIsSaid() {
        assertThat(text(MadeUpCapacity.card().confirmed(2, 30)))
                .contains(
                        "  Remark: weakly confirmed: sustained for 30 s in 2 fresh processes; needs 3 fresh processes ");
        assertThat(text(MadeUpCapacity.card().confirmed(1, 29.5)))
                .contains(
                        "  Remark: weakly confirmed: sustained for 29.5 s in 1 fresh process; needs 3 fresh processes ");
        assertThat(text(MadeUpCapacity.card().confirmed(3, 30))).doesNotContain("Remark");
        assertThat(text(MadeUpCapacity.card().confirmed(4, 60))).doesNotContain("Remark");
    }

    @Test
    void aCapacityThatIsOnlyAtLeastIsSaidToBe() {
        assertThat(text(MadeUpCapacity.card().generator()))
                .contains(
                        "a 1.0 sustains at least 4,100 calls/s",
                        "  Remark: the generator was the limit: the capacity may be higher, and fewer instances may be enough\n");
        assertThat(text(MadeUpCapacity.card().unbounded()))
                .contains(
                        "a 1.0 sustains at least 4,100 calls/s",
                        "  Remark: every rate tried was sustained: the capacity may be higher, and fewer instances may be enough\n")
                .doesNotContain("its limit");
    }

    /** Only of the target itself, and nothing that is no reason for it. */
    @Test
    void whyCpuOrMemoryIsUnknownIsSaid() {
        Finding ignores = new Finding.ChildrenUnseen(new Owner(12, "perl"), false);
        Report report = MadeUpCapacity.with(
                MadeUp.report()
                        .target("a", 1.0)
                        .target("b", 1.0)
                        .notesOn("a", ignores, ignores, new Finding.NotSteady(25))
                        .get(),
                MadeUpCapacity.card().cores(null).peak(null),
                MadeUpCapacity.card());

        assertThat(text(report, PEAK, HOST))
                .containsOnlyOnce("  Remark: CPU time and RSS peak are n/a: PID 12 (perl) ignores SIGCHLD")
                .contains("CPU unknown, memory unknown")
                .doesNotContain("steady");
    }

    @Test
    void whoDidNotEndWellIsMarked() {
        Report report = MadeUpCapacity.with(
                MadeUp.report().failed("a", Kind.DIED_UNDER_LOAD, "exited").get(), MadeUpCapacity.card());

        assertThat(text(report, PEAK, HOST)).contains("  Remark: it died under load\n");
    }

    @Test
    void wordsOfSomebodyElseAreOnlyWords() {
        String words = "1\u001b[2J\nneeds 1 host\u202e";
        Report report = MadeUpCapacity.with(
                MadeUp.report().hostile(words).hostile(words).get(),
                MadeUpCapacity.card().remarks(words),
                MadeUpCapacity.card().notFound(words));

        String text = text(report, PEAK, HOST);

        assertThat(text.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("needs"));
    }

    private static Report report() {
        MadeUp report = MadeUp.report()
                .target("netty", 1.0)
                .target("jetty", 1.0)
                .target("dropwizard", 1.0)
                .target("elsewhere", 1.0)
                .target("webpy", 1.0)
                .failed("spark", Kind.FAILED_TO_START, "exited with 1");
        return MadeUpCapacity.with(
                report.get(),
                MadeUpCapacity.card(),
                MadeUpCapacity.card().rate(3000, 2987.654321).cores(0.6249999).generator(),
                MadeUpCapacity.card()
                        .rate(900, 900)
                        .cores(1.5)
                        .peak(1300L)
                        .confirmed(2, 30)
                        .remarks("startups differed by 40 %"),
                MadeUpCapacity.card().cores(null).peak(null),
                MadeUpCapacity.card().notFound("no rate of 10 calls/s or more kept p99 < 50 ms"),
                null);
    }

    private static String text(MadeUpCapacity card) {
        return text(MadeUpCapacity.report(card), PEAK, HOST);
    }

    private static String text(Report report, Demand demand, HostSize host) {
        return PlanText.format(report, List.copyOf(report.targets()), demand, host);
    }

    private static HostSize host(String cores, String mebibytes) {
        return new HostSize(new BigDecimal(cores), new BigDecimal(mebibytes));
    }
}
