package weighbridge.server;

/** A target could not be built or started; the message is one line for the user, with what to look at. */
public final class LaunchException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With the line. */
    public LaunchException(String line) {
        super(line);
    }
}
