package weighbridge.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was meant by one that is nearly right. */
public final class Spelling {
    private static final int LEAST_LETTERS = 3;

    private Spelling() {}

    /** The known word that this is but for upper and lower case or for one letter too many, too few, wrong or swapped. */
    public static Optional<String> meant(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(word::equalsIgnoreCase)
                .findFirst()
                .or(() -> known.stream()
                        .filter(candidate -> near(lower, candidate.toLowerCase(Locale.ROOT)))
                        .findFirst());
    }

    /** What to write in place of it: the word that was meant, and where that is not clear all known ones. */
    public static String allowed(String word, Collection<String> known) {
        return meant(word, known).orElseGet(() -> String.join(", ", known));
    }

    /** Of one or two letters each word is near to each other one. */
    private static boolean near(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        if (a.length() < LEAST_LETTERS) {
            return false;
        }
        int same = 0;
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        String restOfA = a.substring(same);
        String restOfB = b.substring(same);
        return after(restOfA, 1).equals(restOfB)
                || restOfA.equals(after(restOfB, 1))
                || after(restOfA, 1).equals(after(restOfB, 1))
                || swapped(restOfA).equals(restOfB);
    }

    private static String after(String text, int letters) {
        return text.substring(Math.min(letters, text.length()));
    }

    private static String swapped(String text) {
        return text.length() < 2 ? text : "" + text.charAt(1) + text.charAt(0) + text.substring(2);
    }
}
