package weighbridge.record;

/**
 * Memory that a control group is charged with, bytes (cgroup-v2.rst and cgroup-v1/memory.rst of Linux). Null where the kernel does
 * not tell.
 *
 * @param peakBytes the most since the group was made: all below, the page cache included
 * @param anonBytes what its processes have allocated
 * @param fileBytes page cache of files, memory that is shared between processes included
 * @param sockBytes buffers of network connections
 * @param kernelBytes what the kernel keeps for it, such as stacks and tables of pages
 */
public record GroupMemory(Long peakBytes, Long anonBytes, Long fileBytes, Long sockBytes, Long kernelBytes) {
    /** Where the kernel tells nothing. */
    public static final GroupMemory UNKNOWN = new GroupMemory(null, null, null, null, null);
}
