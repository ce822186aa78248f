/** Medians, intervals and comparisons: pure functions of numbers, each with its source. Knows nobody. */
package weighbridge.statistics;
