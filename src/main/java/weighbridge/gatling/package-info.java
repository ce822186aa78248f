/** Gatling's binary {@code simulation.log}; nothing else in the project knows its format. */
package weighbridge.gatling;
