/** A server whose behaviour is set and that counts what it did: the truth that a measurement is held against. */
package weighbridge.truth;
