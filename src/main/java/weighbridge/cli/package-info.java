/** The commands: what a user types is read and checked here, the work is done in the other rooms. */
package weighbridge.cli;
