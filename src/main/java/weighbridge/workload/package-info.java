/** What a run asks of each target: settings, bursts and loads over time. */
package weighbridge.workload;
