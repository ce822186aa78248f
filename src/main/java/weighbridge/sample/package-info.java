/** Memory, CPU and socket probes of process trees and of ourselves, through OSHI and the kernel; the sampler. */
package weighbridge.sample;
