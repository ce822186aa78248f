package weighbridge.render;

import weighbridge.analysis.Analysis;
import weighbridge.analysis.Report;
import weighbridge.analysis.TraceAnalysis;
import weighbridge.analysis.Traces;
import weighbridge.record.Recording;

/**
 * A run that was made up, and what the page of it is made from.
 *
 * @param name what it is a case of
 * @param report what the recording says
 * @param traces what happened when
 */
record PageCase(String name, Report report, Traces traces) {

    /** Of this recording. */
    static PageCase of(String name, Recording recording) {
        Report report = Analysis.of(recording);
        return new PageCase(name, report, TraceAnalysis.of(report, recording));
    }

    @Override
    public String toString() {
        return name;
    }
}
