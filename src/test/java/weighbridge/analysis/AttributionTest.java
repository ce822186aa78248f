package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.Explanation.RootCause;
import weighbridge.record.Calls;
import weighbridge.render.ExplanationWords;
import weighbridge.text.Limits;

class AttributionTest {
    private static final String UNCONNECTED = "Request timeout after 1000 ms";
    private static final String UNANSWERED = "Request timeout to 127.0.0.1/127.0.0.1:8000 after 1000 ms";

    private final Calls calls = new Calls();
    private Long drops = 0L;
    private Integer capacity = 50;
    private Integer waiting = 0;
    private Long overflows = 0L;
    private Long targetMaxFiles = 20_000L;
    private boolean generatorWell = true;
    private long timeoutMillis = 1000;
    private Optional<ShortQueue> shortQueue = Optional.empty();
    private Limits limits;
    private Throttling throttled;

    @Test
    void timeoutsBeforeConnectingAreLaidToTheAcceptQueueThatOverflowed() {
        add(560, 100, "");
        add(240, 1000, UNCONNECTED);
        drops = 950L;
        overflows = 933L;

        assertIs(
                RootCause.ACCEPT_QUEUE,
                "spark: 240 of 800 timed out before connecting: its accept queue holds 50; 933 overflows");
    }

    /** The queue comes first, and what to do last: no figure of such a burst is the server's. */
    @Test
    void aQueueThatIsShorterThanTheBurstIsSaidFirst() {
        add(560, 100, "");
        add(240, 1000, UNCONNECTED);
        drops = 950L;
        overflows = 933L;
        shortQueue = Optional.of(new ShortQueue(50, 800, 50, false, Optional.of(QueueSetting.JETTY)));

        assertIs(
                RootCause.ACCEPT_QUEUE,
                "spark: accept queue 50 is shorter than the burst of 800: 240 of 800 timed out before connecting; 933"
                        + " overflows; fix: raise it by acceptQueueSize of its connector, or make bursts that fit:"
                        + " -Dcalls=50");

        shortQueue = Optional.of(new ShortQueue(5, 89, 45, false, Optional.empty()));
        assertThat(ExplanationWords.of(explanation()))
                .startsWith("spark: accept queue 5 is shorter than the burst of 89 connections: 240 of 800 timed out")
                .endsWith("; fix: raise the server's backlog, or make bursts that fit: -Dcalls=45");
    }

    @Test
    void aQueueThatTheKernelKeepsShortIsNotTheServersAlone() {
        add(560, 100, "");
        add(240, 1000, UNCONNECTED);
        drops = 950L;
        overflows = 933L;
        shortQueue = Optional.of(new ShortQueue(128, 800, 128, true, Optional.of(QueueSetting.NETTY)));

        assertThat(ExplanationWords.of(explanation()))
                .endsWith("; fix: raise net.core.somaxconn, for the kernel allows no longer queue, then it by"
                        + " ChannelOption.SO_BACKLOG, or make bursts that fit: -Dcalls=128");
    }

    @Test
    void aShortQueueThatIsNotTheCauseIsNotSaid() {
        add(760, 100, "");
        add(40, 1000, UNANSWERED);
        shortQueue = Optional.of(new ShortQueue(50, 800, 50, false, Optional.empty()));

        assertThat(explanation().shortQueue()).isEmpty();
    }

    @Test
    void aFullQueueAlsoDropsTheLastStepOfAHandshakeSoThatTheClientThinksItIsConnected() {
        add(500, 100, "");
        add(240, 1000, UNCONNECTED);
        add(60, 1000, UNANSWERED);
        drops = 933L;
        overflows = 933L;

        assertThat(ExplanationWords.of(explanation()))
                .isEqualTo("spark: 240 of 800 timed out before connecting and 60 after: its accept queue holds 50;"
                        + " 933 overflows");
    }

    @Test
    void withALongTimeoutTheOverflowShowsAsSlownessAndIsStillNotTheServers() {
        add(450, 100, "");
        add(350, 1040, "");
        drops = 350L;
        overflows = 350L;

        timeoutMillis = 5000;
        assertIs(
                RootCause.ACCEPT_QUEUE_RETRIES,
                "spark: 350 of 800 took over 1 s, because a dropped connection request is sent again after 1 s: its accept"
                        + " queue holds 50; 350 overflows");
    }

    @Test
    void aServerThatIsSlowItselfIsNotExcusedByItsQueue() {
        add(800, 1210, "");
        drops = 700L;
        overflows = 700L;

        timeoutMillis = 5000;
        assertThat(attribution().find()).isEmpty();
    }

    @Test
    void callsThatWereConnectedAndGotNoAnswerAreNotTheQueues() {
        add(600, 100, "");
        add(200, 5000, UNANSWERED);
        drops = 775L;
        overflows = 775L;

        timeoutMillis = 5000;
        assertThat(explanation().cause()).isEqualTo(RootCause.SERVER);
    }

    @Test
    void aServerThatItsControlGroupHeldBackIsSlowForThat() {
        add(600, 100, "");
        add(200, 1000, UNANSWERED);
        limits = new Limits(0.2, null);
        throttled = new Throttling(35L, 31L, 2.48);

        assertIs(
                RootCause.THROTTLED,
                "spark: 200 of 800 had no complete answer in time: the server was held back by the CPU limit of its control"
                        + " group (0.20 cores) for 2,480 ms, summed over its cores (in 31 of 35 periods)");
    }

    @Test
    void aLimitThatHardlyHeldItBackIsNoCause() {
        add(600, 100, "");
        add(200, 1000, UNANSWERED);
        limits = new Limits(1.5, 1L << 30);
        throttled = new Throttling(35L, 3L, 0.05);

        assertThat(explanation().cause()).isEqualTo(RootCause.SERVER);
    }

    @Test
    void theGeneratorComesBeforeALimit() {
        add(200, 1000, UNANSWERED);
        throttled = new Throttling(35L, 35L, 2.0);
        generatorWell = false;

        assertThat(explanation().cause()).isEqualTo(RootCause.GENERATOR);
    }

    @Test
    void callsOfEarlierBurstsThatStillWaitAreNamed() {
        add(63, 100, "");
        add(737, 1000, UNCONNECTED);
        capacity = 2000;
        waiting = 1721;
        drops = 740L;
        overflows = 900L;

        assertThat(ExplanationWords.of(explanation()))
                .isEqualTo(
                        "spark: 737 of 800 timed out before connecting: its accept queue holds 2000, 1721 of them taken by earlier bursts; 740 overflows");
    }

    @Test
    void aStatusIsNoSignOfALackOfDescriptors() {
        add(600, 100, "");
        add(200, 100, "status.find.is(200), found 503");
        targetMaxFiles = 851L;

        assertThat(attribution().find()).isEmpty();
    }

    @Test
    void overflowsThatHurtNobodyExplainNothing() {
        add(800, 100, "");
        drops = 3L;
        overflows = 3L;

        assertThat(attribution().find()).isEmpty();
    }

    @Test
    void whereTheSocketItselfTellsNothingTheMachinesCounterIsNamedAsSuch() {
        add(790, 100, "");
        add(10, 1000, UNCONNECTED);
        drops = null;
        capacity = null;
        overflows = 12L;

        assertThat(ExplanationWords.of(explanation()))
                .isEqualTo("spark: 10 of 800 timed out before connecting: an accept queue was full; 12 overflows on the"
                        + " whole machine");
    }

    @Test
    void fewOverflowsDoNotExplainManyTimeouts() {
        add(200, 100, "");
        add(600, 1000, UNANSWERED);
        drops = 3L;
        overflows = 3L;

        assertIs(
                RootCause.SERVER,
                "spark: 600 of 800 had no complete answer in time, with only 3 connections dropped and a healthy generator: the server was too slow");
    }

    @Test
    void overflowsElsewhereAreNotLaidToThisTarget() {
        add(760, 100, "");
        add(40, 1000, UNANSWERED);
        overflows = 933L;

        assertThat(explanation().cause()).isEqualTo(RootCause.SERVER);
    }

    @Test
    void timeoutsWithoutAnyDropAreTheServersOwnWhereTheGeneratorWasWell() {
        add(760, 100, "");
        add(40, 1000, UNANSWERED);

        assertIs(
                RootCause.SERVER,
                "spark: 40 of 800 had no complete answer in time, with no connection dropped and a healthy generator: the server was too slow");
        generatorWell = false;
        assertThat(explanation().cause()).isEqualTo(RootCause.GENERATOR);
    }

    @Test
    void limitsOfDescriptorsAndPortsAreNamed() {
        add(700, 100, "");
        add(100, 1, "j.n.BindException: Cannot assign requested address");
        assertIs(
                RootCause.LOCAL_PORTS,
                "spark: 100 of 800 found no free local port: the machine has 28232; 30 sockets"
                        + " were open before and 28000 in TIME_WAIT");
    }

    @Test
    void aTargetAtItsLimitOfOpenFilesIsSaidToBeSo() {
        add(200, 100, "");
        add(600, 1, "j.i.IOException: Connection reset by peer");
        targetMaxFiles = 256L;

        assertIs(
                RootCause.TARGET_DESCRIPTORS,
                "spark: 600 of 800 failed: its process may open 256 files, 40 were open before, and up to 800 connections were added");
    }

    @Test
    void whatSpeaksForItselfIsNotExplained() {
        add(700, 100, "");
        add(100, 100, "status.find.is(200), found 503");

        assertThat(attribution().find()).isEmpty();
    }

    private void add(int count, int millis, String message) {
        for (int call = 0; call < count; call++) {
            calls.add(0, 0, millis, message.isEmpty(), message);
        }
    }

    private void assertIs(RootCause cause, String sentence) {
        assertThat(explanation().cause()).isEqualTo(cause);
        assertThat(ExplanationWords.of(explanation())).isEqualTo(sentence);
    }

    private Explanation explanation() {
        return attribution().find().orElseThrow();
    }

    private Attribution attribution() {
        return new Attribution("spark", statistics(), window(), generatorWell, shortQueue);
    }

    private WindowReport window() {
        return new WindowReport(null, null, null, null, sockets(), limits, throttled, null);
    }

    private CallStatistics statistics() {
        return new CallStatistics(new JudgedCalls(calls, List.of(200), timeoutMillis));
    }

    private SocketReport sockets() {
        return new SocketReport(
                overflows,
                overflows,
                overflows,
                capacity,
                waiting,
                drops,
                40L,
                targetMaxFiles,
                90L,
                20_000L,
                28_232,
                30,
                28_000,
                400L,
                null);
    }
}
