package weighbridge.render;

import java.util.List;
import weighbridge.render.Sheet.*;

/**
 * What the template of the page is filled with.
 *
 * @param id of the run
 * @param tone a word for the style sheet: {@code good}, {@code doubt} or {@code bad}
 * @param headline the verdict in one sentence
 * @param when it began, in words
 * @param table the summary
 * @param faults why the figures cannot be relied on; empty where they can
 * @param remarks what else a reader has to know
 * @param orders of the targets, in words; empty in a run of under six rounds
 * @param promises what came of each
 * @param settings that the run was made with
 * @param machine that it was made on
 * @param kernel settings of the machine's kernel
 * @param versions of what made it
 * @param command that repeats it
 * @param complete whether Gatling made its own report too
 * @param intervals whether there were rounds enough for intervals
 * @param roundsNote what the pictures of the rounds say, in words
 * @param evidence what the kernel says of each target's connections
 * @param cards what each target carries; empty in a run that did not look for it
 * @param probes every load that this was looked for with
 * @param loads what was asked for a time, and what came of it; empty in a run of bursts
 * @param bursts whether it is a run of bursts
 * @param called whether there are pictures of logged calls
 * @param summarySchema of the carried {@code summary.json}
 * @param tracesSchema of the carried traces
 * @param summary the JSON
 * @param traces the JSON
 * @param style the style sheet
 * @param scripts in their order
 * @param policy the content security policy
 */
public record PageContent(
        String id,
        String tone,
        String headline,
        String when,
        Table table,
        List<String> faults,
        List<String> remarks,
        List<Fact> orders,
        List<PromiseLine> promises,
        List<Fact> settings,
        List<Fact> machine,
        List<Fact> kernel,
        List<Fact> versions,
        String command,
        boolean complete,
        boolean intervals,
        String roundsNote,
        List<EvidenceRow> evidence,
        List<CapacityCard> cards,
        Table probes,
        List<Table> loads,
        boolean bursts,
        boolean called,
        String summarySchema,
        String tracesSchema,
        String summary,
        String traces,
        String style,
        List<String> scripts,
        String policy) {

    /** What the figures of an {@link EvidenceRow} are, each with what it means. */
    public List<Fact> getEvidenceColumns() {
        return SocketEvidence.COLUMNS;
    }

    /**
     * A promise.
     *
     * @param target of whom
     * @param condition in words
     * @param value what came of it, in words
     * @param verdict kept, broken or not known
     */
    public record PromiseLine(String target, String condition, String value, String verdict) {}

    /**
     * What the kernel says of a target's connections in its window.
     *
     * @param name of the target
     * @param failed calls of it, by cause, in words
     * @param laidTo what they are laid to, in words
     * @param cells a figure for each of {@link PageContent#getEvidenceColumns}
     */
    public record EvidenceRow(String name, String failed, String laidTo, List<String> cells) {}
}
