package weighbridge.workload;

import java.util.Optional;
import weighbridge.text.CpuList;

/** Which processors servers and generator get: the setting {@code cores}. */
public sealed interface Cores {
    /** What a user may write. */
    String ALLOWED = "shared, apart, or processors of the servers and of the generator such as 1:0 or 4-7:0-3";

    /** Each gets half of the processors. */
    Cores APART = new Apart();

    /** Both have all that this process may use. */
    record Shared() implements Cores {
        @Override
        public String text() {
            return "shared";
        }
    }

    /** Each gets half of them. */
    record Apart() implements Cores {
        @Override
        public String text() {
            return "apart";
        }
    }

    /** Each gets its own. */
    record Listed(CpuList servers, CpuList generator) implements Cores {
        @Override
        public String text() {
            return servers.text() + ":" + generator.text();
        }
    }

    /** As it is written. */
    String text();

    /** Those that the servers are kept on; empty where they have all. */
    default Optional<CpuList> ofServers() {
        return this instanceof Listed split ? Optional.of(split.servers()) : Optional.empty();
    }

    /** What such a text says; empty where it says none of them, or gives a processor to both. */
    static Optional<Cores> parse(String text) {
        if (text.equals("shared")) {
            return Optional.of(new Shared());
        }
        if (text.equals("apart")) {
            return Optional.of(new Apart());
        }
        String[] sides = text.split(":", -1);
        if (sides.length != 2) {
            return Optional.empty();
        }
        return CpuList.parse(sides[0])
                .flatMap(servers -> CpuList.parse(sides[1])
                        .filter(generator -> servers.and(generator).count() == 0)
                        .map(generator -> new Listed(servers, generator)));
    }
}
