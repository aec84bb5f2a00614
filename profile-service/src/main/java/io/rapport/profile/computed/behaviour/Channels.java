package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.profile.computed.behaviour.MessageEvent.Channel;
import io.rapport.profile.computed.behaviour.MessageEvent.Step;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many different messages of each channel came, were opened and were clicked, and when last. */
final class Channels {
    private final Map<Channel, Map<Step, Reach>> channels = new EnumMap<>(Channel.class);

    private static final class Reach {
        private final DistinctIds messages;
        private long last;

        private Reach(DistinctIds messages, long last) {
            this.messages = messages;
            this.last = last;
        }
    }

    private Reach reach(Channel channel, Step step) {
        return channels.computeIfAbsent(channel, any -> new EnumMap<>(Step.class))
                .computeIfAbsent(step, any -> new Reach(new DistinctIds(), Micros.NEVER));
    }

    void absorb(Call call) {
        MessageEvent.of(call).ifPresent(event -> {
            Reach reach = reach(event.channel(), event.step());
            reach.messages.add(MessageEvent.message(call));
            reach.last = Math.max(reach.last, call.micros());
        });
    }

    void merge(Channels other) {
        other.channels.forEach((channel, steps) -> steps.forEach((step, theirs) -> {
            Reach ours = reach(channel, step);
            ours.messages.addAll(theirs.messages);
            ours.last = Math.max(ours.last, theirs.last);
        }));
    }

    void addTo(ObjectNode facts, Instant now) {
        if (channels.isEmpty()) {
            return;
        }
        ObjectNode all = facts.putObject("channels");
        channels.forEach((channel, steps) -> {
            ObjectNode json = all.putObject(channel.wire());
            for (Step step : Step.values()) {
                Reach reach = steps.get(step);
                json.put(step.wire(), count(reach));
                if (reach != null) {
                    json.put("last" + capital(step.wire()) + "At", Micros.text(reach.last, now));
                }
            }
            rate(json, "openRate", steps, Step.OPENED);
            rate(json, "clickRate", steps, Step.CLICKED);
        });
    }

    private static long count(@Nullable Reach reach) {
        return reach == null ? 0 : reach.messages.count();
    }

    /** Not more than 1, for of some messages the delivery is never told. */
    private static void rate(ObjectNode json, String name, Map<Step, Reach> steps, Step step) {
        long delivered = count(steps.get(Step.DELIVERED));
        if (delivered > 0) {
            json.put(name, Rounded.toFourPlaces(Math.min(1, (double) count(steps.get(step)) / delivered)));
        }
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    void write(StateOutput out) throws IOException {
        for (Channel channel : Channel.values()) {
            Map<Step, Reach> steps = channels.getOrDefault(channel, Map.of());
            out.number(steps.size());
            for (Map.Entry<Step, Reach> each : steps.entrySet()) {
                out.number(each.getKey().ordinal());
                out.number(each.getValue().last);
                each.getValue().messages.write(out);
            }
        }
    }

    static Channels read(StateInput in) throws IOException {
        Channels read = new Channels();
        for (Channel channel : Channel.values()) {
            int steps = in.size();
            for (int i = 0; i < steps; i++) {
                Step step = Step.values()[in.size()];
                long last = in.number();
                read.channels
                        .computeIfAbsent(channel, any -> new EnumMap<>(Step.class))
                        .put(step, new Reach(DistinctIds.read(in), last));
            }
        }
        return read;
    }
}
