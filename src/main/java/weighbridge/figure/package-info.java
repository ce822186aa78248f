/** The figures of a target by name, with their units: the words that promises, rankings and comparisons share. Knows nobody. */
package weighbridge.figure;
