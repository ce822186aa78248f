package weighbridge.truth;

import java.io.IOException;
import java.nio.file.Path;

/** A child process that holds memory outside of its heap until its input ends, which it does when the parent dies. */
final class MemoryHolder {
    private MemoryHolder() {}

    /** The argument: how many MiB. */
    public static void main(String[] arguments) throws IOException {
        OffHeap memory = new OffHeap(Integer.parseInt(arguments[0]));
        System.out.println("holding");
        while (System.in.read() >= 0) {}
        memory.free();
    }

    /** Starts one; it holds its memory when this returns. */
    static Process start(int mib) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx16m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemoryHolder.class.getName(),
                        Integer.toString(mib))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!"holding".equals(process.inputReader().readLine())) {
            throw new IOException("the child process could not hold " + mib + " MiB");
        }
        return process;
    }
}
