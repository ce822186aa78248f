/** What happened when: from a recording and its samples to what the charts of a report are made from. */
package weighbridge.trace;
