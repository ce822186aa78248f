package weighbridge.render;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A test that gets one locale after the other and sets it: decimal commas, Arabic digits, and the Turkish i that breaks
 * upper and lower case. Afterwards the locale is what it was.
 */
@ParameterizedTest
@ValueSource(strings = {"en-US", "de-DE", "tr-TR", "ar-EG-u-nu-arab"})
@ExtendWith(EachLocale.Restore.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface EachLocale {

    /** Puts back the locale that the JVM began with. */
    final class Restore implements AfterEachCallback {
        private static final Locale BEFORE = Locale.getDefault();

        @Override
        public void afterEach(ExtensionContext context) {
            Locale.setDefault(BEFORE);
        }
    }
}
