/** The do-nothing server that shows what the generator takes by itself. A program of its own that knows nobody. */
package weighbridge.sink;
