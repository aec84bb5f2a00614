package io.rapport.gateway.decide;

import io.rapport.platform.caller.Caller;

/** What a part is asked: by whom, for which visitor, and what the page wants. */
record Question(Caller caller, Visitor visitor, Asked asked) {}
