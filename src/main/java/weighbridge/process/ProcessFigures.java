package weighbridge.process;

import weighbridge.record.Reading;

/**
 * What one process holds and has used.
 *
 * @param running false of a process that has ended and was not yet waited for: it holds no memory, but what it used is
 *     not yet its parent's
 * @param reading of this process alone, with its own processor time
 * @param endedChildrenCpuSeconds that of its children that have ended and were waited for, and of theirs; 0 where the
 *     system does not add it up
 */
record ProcessFigures(boolean running, Reading reading, double endedChildrenCpuSeconds) {}
