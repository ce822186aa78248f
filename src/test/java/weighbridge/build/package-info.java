/** What the build itself promises. */
package weighbridge.build;
