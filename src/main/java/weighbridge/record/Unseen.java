package weighbridge.record;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What of a target's processes could not be seen in a window. A process that ends leaves its CPU time to the parent that
 * waits for it, and its high-water mark of memory to nobody.
 *
 * @param reaper a process that ignores SIGCHLD: the kernel drops what its children used; null where there is none
 * @param lost how many were seen to end without leaving their CPU time to anybody
 * @param ended how many ended at least, so that the peak of memory is not known; 0 where it is
 * @param grouped whether the CPU time is that of a control group of their own, which misses nobody
 */
public record Unseen(Listener.Owner reaper, int lost, int ended, boolean grouped) {
    /** Whether all was seen after all. */
    @JsonIgnore
    public boolean isNothing() {
        return reaper == null && lost == 0 && ended == 0;
    }

    /** Whether CPU time is missing. */
    public boolean lacksCpuTime() {
        return !grouped && (reaper != null || lost > 0);
    }
}
