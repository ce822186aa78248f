/** What to start and how to call it: target.yaml, catalogue, build, start, readiness, version, stop, and what a dead run left. */
package weighbridge.server;
