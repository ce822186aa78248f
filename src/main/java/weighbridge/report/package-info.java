/** Formats: pure functions from one {@link weighbridge.analysis.Report} to text. */
package weighbridge.report;
