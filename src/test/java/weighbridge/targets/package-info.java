/** The servers of {@code targets/} that are no Java projects with tests of their own. */
package weighbridge.targets;
