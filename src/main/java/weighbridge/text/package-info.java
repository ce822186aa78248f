/** JSON, durations, and faults of the input in one line. */
package weighbridge.text;
