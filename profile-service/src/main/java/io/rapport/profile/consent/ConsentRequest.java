package io.rapport.profile.consent;

import io.rapport.events.Purpose;
import io.rapport.profile.problem.Fields;
import io.rapport.profile.reference.PersonReference;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision that somebody brings. */
record ConsentRequest(
        @Schema(required = true, examples = "userId:42") String identity,
        @Schema(required = true, examples = "marketing") Purpose purpose,
        @Schema(required = true) Boolean granted) {
    /** Many of them. */
    record Batch(@Schema(required = true, maxItems = MOST) List<ConsentRequest> items) {
        static final int MOST = 500;

        Batch validated() {
            Fields fields = new Fields().required("/items", items);
            List<ConsentRequest> all = items == null ? List.of() : items;
            fields.check(all.size() <= MOST, "/items", "At most " + MOST + " at once.");
            for (int i = 0; i < all.size(); i++) {
                ConsentRequest item = all.get(i);
                fields.required("/items/" + i, item);
                if (item != null) {
                    item.check(fields, "/items/" + i);
                }
            }
            fields.end();
            return this;
        }
    }

    ConsentRequest validated() {
        Fields fields = new Fields();
        check(fields, "");
        fields.end();
        return this;
    }

    private void check(Fields fields, String at) {
        fields.required(at + "/identity", identity)
                .required(at + "/purpose", purpose)
                .required(at + "/granted", granted);
    }

    PersonReference person(String at) {
        return PersonReference.parse(identity, at + "/identity");
    }

    /** Without the identity, which is personal. */
    @Override
    public String toString() {
        return "ConsentRequest[" + purpose + ", " + granted + "]";
    }
}
