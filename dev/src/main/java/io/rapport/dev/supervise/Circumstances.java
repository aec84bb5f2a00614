package io.rapport.dev.supervise;

import io.rapport.dev.process.ProcessLedger;

/** What every supervised process of one supervisor shares. */
record Circumstances(ProcessLedger ledger, StatusBoard board, Announcer announcer, Patience patience, Timer timer) {}
