package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What becomes of messages: the names of Segment's e-mail and mobile specifications, and the same for channels that they do
 * not speak of.
 */
enum MessageEvent {
    EMAIL_DELIVERED("Email Delivered", Channel.EMAIL, Step.DELIVERED),
    EMAIL_OPENED("Email Opened", Channel.EMAIL, Step.OPENED),
    EMAIL_CLICKED("Email Link Clicked", Channel.EMAIL, Step.CLICKED),
    PUSH_DELIVERED("Push Notification Received", Channel.PUSH, Step.DELIVERED),
    PUSH_OPENED("Push Notification Tapped", Channel.PUSH, Step.OPENED),
    SMS_DELIVERED("SMS Delivered", Channel.SMS, Step.DELIVERED),
    SMS_CLICKED("SMS Link Clicked", Channel.SMS, Step.CLICKED),
    IN_APP_DELIVERED("In-App Message Displayed", Channel.IN_APP, Step.DELIVERED),
    IN_APP_CLICKED("In-App Message Clicked", Channel.IN_APP, Step.CLICKED);

    private static final Map<String, MessageEvent> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(each -> each.title, Function.identity()));

    private final String title;
    private final Channel channel;
    private final Step step;

    MessageEvent(String title, Channel channel, Step step) {
        this.title = title;
        this.channel = channel;
        this.step = step;
    }

    /** By which way a message goes. */
    enum Channel {
        EMAIL("email"),
        PUSH("push"),
        SMS("sms"),
        IN_APP("inApp");

        private final String wire;

        Channel(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }

    /** How far a message came. */
    enum Step {
        DELIVERED("delivered"),
        OPENED("opened"),
        CLICKED("clicked");

        private final String wire;

        Step(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }

    static Optional<MessageEvent> of(Call call) {
        return isTracked(call) ? Optional.ofNullable(BY_NAME.get(call.event().name())) : Optional.empty();
    }

    /** Of messages in any way, even one that is not counted ("Email Bounced"). */
    static boolean isOne(Call call) {
        String name = call.event().name();
        return isTracked(call)
                && (BY_NAME.containsKey(name)
                        || name.startsWith("Email ")
                        || name.startsWith("Push Notification ")
                        || name.equals("Unsubscribed"));
    }

    private static boolean isTracked(Call call) {
        return call.type() == EventType.TRACK;
    }

    Channel channel() {
        return channel;
    }

    Step step() {
        return step;
    }

    /** The message that a call speaks of; one that names none is of a message of its own. */
    static long message(Call call) {
        JsonNode properties = call.event().properties();
        String id = Texts.first(properties, "message_id", "messageId", "email_id", "push_id");
        return Texts.hash(id.isEmpty() ? "@" + call.micros() : id);
    }
}
