/** The Gatling simulations. They only join rooms: settings, launch, scale, load, recording, report. */
package weighbridge.simulation;
