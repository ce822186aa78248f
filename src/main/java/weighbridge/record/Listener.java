package weighbridge.record;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Who listened where a target was called.
 *
 * @param is whether that was who was weighed
 * @param others processes that listened there and did not belong to the target, the oldest first; none where all did, or where the others
 *     are hidden from this user
 */
public record Listener(Kind is, List<Owner> others) {
    /** From good to bad. */
    public enum Kind {
        /** Processes of the target alone. */
        WEIGHED("weighed"),
        /** Who it was cannot be seen, such as processes of another user or in another network namespace. */
        UNSEEN("unseen"),
        /** Processes of the target, and others. */
        SHARED("shared"),
        /** Others alone, so that nothing is weighed. */
        OTHER("other");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As it stands in files. */
        @JsonValue
        public String label() {
            return label;
        }
    }

    /**
     * A process that listened.
     *
     * @param command its name, as the system has it
     */
    public record Owner(long pid, String command) {}

    /** Copies the list. */
    public Listener {
        others = List.copyOf(others);
    }

    /** Whether a look found somebody who listened; where it saw nobody, somebody may still be hidden. */
    public static boolean tellsOfOne(Optional<Listener> look) {
        return look.filter(seen -> seen.is != Kind.UNSEEN).isPresent();
    }

    /** The worse one of this and another. */
    Listener or(Listener other) {
        return other.is.compareTo(is) > 0 ? other : this;
    }
}
