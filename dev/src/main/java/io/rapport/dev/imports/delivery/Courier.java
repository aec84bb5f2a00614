package io.rapport.dev.imports.delivery;

import io.rapport.dev.imports.delivery.Receiver.Refused;
import io.rapport.dev.imports.progress.Counts;
import io.rapport.dev.imports.progress.Spans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Brings one batch to the gateway: again after a fault, in halves where something in it is refused. */
final class Courier {
    /** So many refusals without a record taken in between are not about the records. */
    private static final int MOST_REFUSED = 50;

    private final Receiver receiver;
    private final GatewayClient client;
    private final Patience patience;
    private final Counts counts;
    private int refusedInARow;

    Courier(Receiver receiver, GatewayClient client, Patience patience, Counts counts) {
        this.receiver = receiver;
        this.client = client;
        this.patience = patience;
        this.counts = counts;
    }

    /** Returns once the gateway has said yes or no to every record, with those that it refused. */
    List<Refused> bring(List<Outgoing> batch) throws InterruptedException {
        Answer answer = answer(receiver.payload(batch));
        if (answer instanceof Answer.Taken taken) {
            refusedInARow = 0;
            return receiver.refused(batch, taken.body());
        }
        String detail = ((Answer.Unfit) answer).detail();
        return batch.size() == 1 ? List.of(refuse(batch.get(0), detail)) : halves(batch);
    }

    private List<Refused> halves(List<Outgoing> batch) throws InterruptedException {
        int middle = batch.size() / 2;
        List<Refused> refused = new ArrayList<>(bring(batch.subList(0, middle)));
        refused.addAll(bring(batch.subList(middle, batch.size())));
        return refused;
    }

    private Refused refuse(Outgoing record, String detail) {
        refusedInARow++;
        if (refusedInARow > MOST_REFUSED) {
            throw new Stopped("The gateway refuses one record after the other: " + detail);
        }
        return new Refused(record, detail);
    }

    private Answer answer(Payload payload) throws InterruptedException {
        long begun = System.nanoTime();
        int attempt = 0;
        while (true) {
            counts.requests.increment();
            Answer answer = client.send(payload);
            if (!(answer instanceof Answer.Again again)) {
                return answer;
            }
            Duration wait = patience.before(attempt, again.after());
            Duration tried = Duration.ofNanos(System.nanoTime() - begun);
            if (tried.plus(wait).compareTo(patience.giveUpAfter()) > 0) {
                throw new Stopped("Gave up after " + Spans.text(tried) + ": " + again.reason());
            }
            Thread.sleep(wait.toMillis());
            counts.repeated.increment();
            attempt++;
        }
    }
}
