/**
 * All runs of a results folder on one page, made from their {@code summary.json} alone. Those are read as they are, whoever
 * wrote them: what a summary lacks is n/a, and what is no summary is said.
 */
package weighbridge.store;
