/** What is asked of whom in which order: settings, plan and phases. No Gatling here. */
package weighbridge.load;
