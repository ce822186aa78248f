package weighbridge.faults;

/**
 * One thing that goes wrong and what a user has of it.
 *
 * @param kind what is wrong
 * @param sees the line that is printed, folders shortened
 * @param exitStatus of the run
 * @param leftRunning which processes outlive the run
 * @param kept what of the run lies in the results
 */
public record Row(String kind, String sees, int exitStatus, String leftRunning, String kept) {}
