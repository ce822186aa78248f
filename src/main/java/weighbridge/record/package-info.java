/** The run folder: what is written while a run goes on, and read back after it. */
package weighbridge.record;
