/** The figures of a target by name, with their units: the words that SLOs, rankings and comparisons share. Knows nobody. */
package weighbridge.figure;
