package weighbridge.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import weighbridge.analysis.BurstTrace;
import weighbridge.analysis.TargetTrace;

/** The cases by name, each made once, and its page written once. */
enum RunCase {
    DEFAULT_FIVE(PageCases::defaultFive),
    ONE(PageCases::one),
    TEN(PageCases::ten),
    SIX_ROUNDS(PageCases::sixRounds),
    ALL_FAILED(PageCases::allFailed),
    NO_CALLS(PageCases::noCalls),
    NONE_STARTED(PageCases::noneStarted),
    MILLION(PageCases::million),
    CAPACITY(LoadCases::capacity),
    FIVE_CAPACITIES(LoadCases::fiveCapacities),
    STEADY(LoadCases::steady),
    HOSTILE(PageCases::hostile);

    private final Supplier<PageCase> maker;
    private PageCase made;
    private Path page;

    RunCase(Supplier<PageCase> maker) {
        this.maker = maker;
    }

    /** What its page is made from. */
    synchronized PageCase made() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }

    /** The file with its page. */
    synchronized Path page() {
        if (page == null) {
            try {
                page = Files.createTempFile("weighbridge-", ".html");
                page.toFile().deleteOnExit();
                Files.writeString(page, ReportPage.format(made().report(), made().traces()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return page;
    }

    /** What happened to this target in this round. @param round counted from 1 */
    TargetTrace trace(String target, int round) {
        return made().traces().rounds().get(round - 1).targets().stream()
                .filter(trace -> trace.name().equals(target))
                .findFirst()
                .orElseThrow();
    }

    /** The burst of this kind at this target in the first round. */
    BurstTrace burst(String target, String kind) {
        return trace(target, 1).bursts().stream()
                .filter(burst -> burst.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
