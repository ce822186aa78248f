package weighbridge.text;

import java.util.List;

/** Wrong use or wrong input: exit status 1, and one line for each fault; never a stack trace for the user. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the lines that the user is to read. */
    public InputException(List<String> lines) {
        super(String.join("\n", lines));
    }

    /** Of one fault that no key of a file has: see {@link Fault}. */
    public static InputException of(String where, String found, String allowed, String fix) {
        return of(List.of(new Fault(where, "", found, allowed, fix)));
    }

    /** Of faults, in their order. */
    public static InputException of(List<Fault> faults) {
        return new InputException(faults.stream().map(Fault::line).toList());
    }
}
