package io.rapport.profile.computed.store;

import io.quarkus.runtime.ImageMode;
import io.rapport.profile.computed.device.ContextDevices;
import io.rapport.profile.computed.device.DeviceReader;
import io.rapport.profile.computed.device.UserAgentDevices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses how devices are read: with the library of user agents, which a native image does not have, or without. */
@ApplicationScoped
class DeviceReading {
    @Produces
    @Singleton
    DeviceReader devices(
            @ConfigProperty(name = "rapport.devices.user-agent-library", defaultValue = "true") boolean withLibrary) {
        return withLibrary && ImageMode.current() == ImageMode.JVM ? new UserAgentDevices() : new ContextDevices();
    }
}
