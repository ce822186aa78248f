package weighbridge.record;

import weighbridge.text.CpuList;

/**
 * Who has which processors.
 *
 * @param servers those of the targets and the sink
 * @param generator those of the process that makes the load
 */
public record CoreSplit(CpuList servers, CpuList generator) {}
