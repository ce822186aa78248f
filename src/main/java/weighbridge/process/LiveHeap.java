package weighbridge.process;

/** What the JVMs of a process tree still hold after a full collection: what is reachable, whatever the heap's size. */
public sealed interface LiveHeap {
    /**
     * @param bytes of objects that the collection left, in all JVMs of the tree together
     * @param jvms how many these are
     */
    record Bytes(long bytes, int jvms) implements LiveHeap {}

    /**
     * No figure, for at least one JVM did not give its own and the others alone would be too few.
     *
     * @param reason in words for the user, such as "not a JVM"
     */
    record NotAvailable(String reason) implements LiveHeap {}
}
