package io.rapport.gateway.decide;

import io.rapport.platform.caller.Caller;

/** What a part is asked: by whom, for which visitor, what the page wants, and by when. */
record Question(Caller caller, Visitor visitor, Asked asked, Deadline deadline) {}
