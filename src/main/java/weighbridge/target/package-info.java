/** What to start and how to call it: {@code target.yaml}, its reading and checking, the catalogue and the selection. */
package weighbridge.target;
