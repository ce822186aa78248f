/**
 * The run folder: settings, environment, targets, phases, weighings, samples and calls; written during a run, read back
 * after it. Whatever is analysed comes from here, so an old folder can be analysed again.
 */
package weighbridge.recording;
