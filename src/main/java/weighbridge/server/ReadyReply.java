package weighbridge.server;

import java.time.Duration;
import weighbridge.text.Fault;

/** What came of one question whether a server is ready. */
sealed interface ReadyReply {
    /** For a user, after "gave". */
    String words();

    /** The expected answer. */
    record Expected() implements ReadyReply {
        @Override
        public String words() {
            return "the expected answer";
        }
    }

    /** Nobody could be asked. */
    record NoConnection(String why) implements ReadyReply {
        @Override
        public String words() {
            return "no connection (" + why + ")";
        }
    }

    /** Whoever took the connection kept silent, or never came to an end. */
    record NoAnswer(Duration waited) implements ReadyReply {
        @Override
        public String words() {
            return "no complete answer" + (waited.toSeconds() == 0 ? "" : " within " + waited.toSeconds() + " s");
        }
    }

    /** Somebody was there, but no answer in HTTP/1.1 came of it. */
    record NoHttp(String what) implements ReadyReply {
        @Override
        public String words() {
            return what;
        }
    }

    /** An answer with another status. */
    record WrongStatus(int found, int expected) implements ReadyReply {
        @Override
        public String words() {
            return "status " + found + " instead of " + expected;
        }
    }

    /** The right status with another body. @param encoding what it is packed with, where nothing unpacks that */
    record WrongBody(String found, String encoding, String expected) implements ReadyReply {
        private static final int MAX_SHOWN = 80;

        @Override
        public String words() {
            String what = encoding.isEmpty()
                    ? "the body \"" + Fault.oneLine(found, MAX_SHOWN) + '"'
                    : "a body encoded with " + Fault.oneLine(encoding, MAX_SHOWN) + ", which is not unpacked,";
            return what + " instead of \"" + Fault.oneLine(expected, MAX_SHOWN) + '"';
        }
    }
}
