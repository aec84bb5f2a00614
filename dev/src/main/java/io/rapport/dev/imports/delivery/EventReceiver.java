package io.rapport.dev.imports.delivery;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code POST /v1/import}, which marks events as history: nobody gets a message for what they did last year. */
record EventReceiver(int mostRecords) implements Receiver {
    private static final byte[] START = "{\"batch\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

    /** The gateway takes 500 KB. */
    @Override
    public int mostBytes() {
        return 480_000;
    }

    @Override
    public Payload payload(List<Outgoing> batch) {
        return Payload.of("v1/import", "application/json", out -> {
            out.write(START);
            for (int i = 0; i < batch.size(); i++) {
                if (i > 0) {
                    out.write(',');
                }
                out.write(batch.get(i).content().json());
            }
            out.write(END);
        });
    }

    @Override
    public List<Refused> refused(List<Outgoing> batch, String answer) {
        return List.of();
    }
}
