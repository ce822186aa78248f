package weighbridge.render;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How findings stand in summary.json: as the words that people read. */
final class FindingsModule extends SimpleModule {
    private static final long serialVersionUID = 1;

    FindingsModule() {}

    private <T> void write(Class<T> type, Function<? super T, String> words) {
        addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(words.apply(value));
            }
        });
    }
}
