/** Building, starting, readiness and stopping of targets, each a separate process with its tree. */
package weighbridge.launch;
