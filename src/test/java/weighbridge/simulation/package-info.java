/** The simulations that the plugin of Gatling looks for. */
package weighbridge.simulation;
