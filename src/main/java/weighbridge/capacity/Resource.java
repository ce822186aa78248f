package weighbridge.capacity;

/** What a plan can run out of first. */
public enum Resource {
    /** Calls per second that one instance carries within its promises. */
    RATE("rate"),
    /** Cores of the hosts. */
    CPU("CPU"),
    /** Memory of the hosts. */
    MEMORY("memory");

    private final String words;

    Resource(String words) {
        this.words = words;
    }

    /** Its name for people. */
    public String words() {
        return words;
    }
}
