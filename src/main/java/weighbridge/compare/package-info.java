/** Two or more runs held against each other: pure functions from their reports to what got better and what got worse. */
package weighbridge.compare;
