package weighbridge.truth;

import java.lang.reflect.Field;

/**
 * Memory outside of the heap, touched, and given back to the kernel when it is freed. The C library takes blocks above
 * its mmap threshold (at most 32 MiB, mallopt(3)) straight from the kernel and gives them straight back; below that it
 * may keep a second one.
 */
final class OffHeap {
    // By reflection, for the compiler warns of the class; nothing else in Java 17 frees such memory at once.
    private static final Object UNSAFE = unsafe();

    private final long address;

    OffHeap(int mib) {
        long bytes = (long) mib << 20;
        address = (long) call("allocateMemory", new Class<?>[] {long.class}, bytes);
        call("setMemory", new Class<?>[] {long.class, long.class, byte.class}, address, bytes, (byte) 1);
    }

    void free() {
        call("freeMemory", new Class<?>[] {long.class}, address);
    }

    /** Calls a method of {@code sun.misc.Unsafe}. */
    static Object call(String method, Class<?>[] types, Object... arguments) {
        try {
            return UNSAFE.getClass().getMethod(method, types).invoke(UNSAFE, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object unsafe() {
        try {
            Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
