package io.rapport.gateway;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.rapport.events.AccessRecord;
import io.rapport.events.RejectedEvent;
import io.rapport.platform.problem.FieldError;
import io.rapport.platform.problem.ProblemView;

/** What Jackson reads and writes without Quarkus seeing it, for the native build. */
@RegisterForReflection(
        targets = {
            AccessRecord.class,
            AccessRecord.Source.class,
            AccessRecord.ServerKey.class,
            AccessRecord.SigningKey.class,
            RejectedEvent.class,
            ProblemView.class,
            FieldError.class
        })
final class WireTypes {
    private WireTypes() {}
}
