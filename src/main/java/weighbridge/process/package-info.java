/** What the system tells of processes: trees, memory, CPU time, sockets, descriptors, JVMs, control groups. */
package weighbridge.process;
