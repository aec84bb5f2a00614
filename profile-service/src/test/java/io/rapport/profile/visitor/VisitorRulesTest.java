package io.rapport.profile.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.events.SourceType;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitorRulesTest {
    private static Caller browser(String provedUserId) {
        return new Caller(Caller.Kind.VISITOR, "web", "web", SourceType.WEB, provedUserId, Set.of(), Set.of());
    }

    private static final Caller BACK_END =
            new Caller(Caller.Kind.SERVER, "key", "shop", SourceType.SERVER, null, Set.of(), Set.of());

    private static int status(Caller caller, VisitorRequest request) {
        try {
            VisitorRules.wanted(caller, request);
            return 200;
        } catch (Problem problem) {
            return problem.type().status();
        }
    }

    private static Visitor visitor(String... userIds) {
        return new Visitor(new UUID(0, 1), List.of(userIds), List.of(), Set.of(), Map.of());
    }

    @Test
    void readingByUserIdTakesThatUsersToken() {
        VisitorRequest anna = new VisitorRequest("anna", "phone");

        assertThat(status(browser(null), anna)).isEqualTo(401);
        assertThat(status(browser("bob"), anna)).isEqualTo(403);
        assertThat(status(browser("anna"), anna)).isEqualTo(200);
        assertThat(status(BACK_END, anna)).isEqualTo(200);
        assertThat(status(Caller.NOBODY, anna)).isEqualTo(401);
    }

    @Test
    void aBrowserWithoutATokenKnowsVisitorsButNoUsers() {
        assertThat(VisitorRules.mayKnow(browser(null), visitor())).isTrue();
        assertThat(VisitorRules.mayKnow(browser(null), visitor("anna"))).isFalse();
        assertThat(VisitorRules.mayKnow(browser("bob"), visitor("anna"))).isFalse();
        assertThat(VisitorRules.mayKnow(browser("anna"), visitor("anna", "anna@old")))
                .isTrue();
        assertThat(VisitorRules.mayKnow(BACK_END, visitor("anna"))).isTrue();
    }

    @Test
    void somebodyMustBeAskedFor() {
        assertThatThrownBy(() -> VisitorRules.wanted(BACK_END, new VisitorRequest(null, null)))
                .isInstanceOf(Problem.class);
    }
}
