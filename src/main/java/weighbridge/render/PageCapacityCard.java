package weighbridge.render;

import java.util.List;
import weighbridge.render.PageContent.Fact;

/**
 * What a target carries, in words.
 *
 * @param name of the target
 * @param version what it calls its version
 * @param rate that it held
 * @param interval within which the rate lies, and how it was confirmed
 * @param facts of it
 * @param points how it fares at parts of the rate; without rows where that is not known
 * @param remarks what a reader has to know
 */
public record PageCapacityCard(
        String name,
        String version,
        String rate,
        String interval,
        List<Fact> facts,
        PageTable points,
        List<String> remarks) {}
