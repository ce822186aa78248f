package weighbridge.capacity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import weighbridge.text.Limits;

/**
 * What a target carries in one of the boxes that it was measured in. In JSON the keys of both stand side by side.
 *
 * @param limits what it could use there: its limits, or else the processors that it had
 * @param card of it
 */
public record CapacityBox(
        @JsonUnwrapped Limits limits, @JsonUnwrapped CapacityReport card) {}
