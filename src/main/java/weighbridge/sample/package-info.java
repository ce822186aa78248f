/** Memory and CPU of process trees and of ourselves, from /proc or through OSHI; the machine; the sampler. */
package weighbridge.sample;
