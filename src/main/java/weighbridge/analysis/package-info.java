/** Pure functions from a recording to a {@link weighbridge.analysis.Report}: no clock, no file, no console. */
package weighbridge.analysis;
