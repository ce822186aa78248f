package weighbridge.sample;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;

/** Takes orders line by line, and answers each once it is carried out. */
final class Worker {
    private static final int PAGE_BYTES = 4_096;

    private Worker() {}

    /**
     * {@code burn <seconds>} uses so much CPU, {@code spike <MB>} takes so much memory outside of the heap and gives it
     * back; anything else is only answered.
     */
    public static void main(String[] arguments) throws Exception {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ");
            switch (words[0]) {
                case "burn" -> burn(Double.parseDouble(words[1]));
                case "spike" -> spike(Integer.parseInt(words[1]) * 1_000_000);
                default -> {}
            }
            System.out.println("done");
        }
    }

    private static void burn(double seconds) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + (long) (seconds * 1e9);
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void spike(int bytes) throws ReflectiveOperationException {
        ByteBuffer memory = ByteBuffer.allocateDirect(bytes);
        for (int index = 0; index < bytes; index += PAGE_BYTES) {
            memory.put(index, (byte) 1);
        }
        // By reflection, for the compiler warns of the class; it alone gives the memory back now and not some time
        // later.
        Class<?> type = Class.forName("sun.misc.Unsafe");
        java.lang.reflect.Field field = type.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        type.getMethod("invokeCleaner", ByteBuffer.class).invoke(field.get(null), memory);
    }
}
