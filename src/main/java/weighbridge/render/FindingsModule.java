package weighbridge.render;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import weighbridge.analysis.Explanation;
import weighbridge.analysis.Gap;
import weighbridge.analysis.Misbehaviour;
import weighbridge.analysis.Remark;
import weighbridge.capacity.CapacityFinding;
import weighbridge.workload.Purpose;

/** How findings stand in summary.json: as the words that people read. */
final class FindingsModule extends SimpleModule {
    private static final long serialVersionUID = 1;

    FindingsModule() {
        write(CapacityFinding.class, CapacityFindingWords::of);
        write(Purpose.class, Purpose::label);
        write(Remark.class, FindingWords::of);
        write(Gap.class, GapWords::of);
        write(Misbehaviour.class, MisbehaviourWords::of);
        addSerializer(Explanation.class, new StdSerializer<Explanation>(Explanation.class) {
            @Override
            public void serialize(Explanation explanation, JsonGenerator json, SerializationContext context) {
                json.writeStartObject();
                json.writeStringProperty("cause", explanation.cause().label());
                json.writeStringProperty("sentence", ExplanationWords.of(explanation));
                json.writeEndObject();
            }
        });
    }

    private <T> void write(Class<T> type, Function<? super T, String> words) {
        addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(words.apply(value));
            }
        });
    }
}
