/** What a server carries: pure functions. */
package weighbridge.capacity;
