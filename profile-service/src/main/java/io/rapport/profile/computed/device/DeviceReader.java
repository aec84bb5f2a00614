package io.rapport.profile.computed.device;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Reads the device out of a call's context. It has to be a function of the context alone, or recomputations would differ. */
public interface DeviceReader {
    /** Empty where the context says nothing of one, as a back end's. */
    Optional<Device> read(JsonNode context);
}
