package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.profile.condition.time.Window;

/** How windows are written. */
final class Windows {
    private Windows() {}

    static ObjectNode write(Window window, ObjectNode json) {
        if (window instanceof Window.Within within) {
            return json.put("within", within.span().toString());
        }
        Window.Fixed fixed = (Window.Fixed) window;
        if (fixed.from() != null) {
            json.put("from", fixed.from().toString());
        }
        return fixed.to() == null ? json : json.put("to", fixed.to().toString());
    }
}
