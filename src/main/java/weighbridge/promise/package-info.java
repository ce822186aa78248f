/** What the user promises of targets, as it is written and whether it is kept. Knows the figures, and how faults are told. */
package weighbridge.promise;
