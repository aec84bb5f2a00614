package io.rapport.dev.imports.delivery;

import io.rapport.dev.imports.input.Place;
import io.rapport.dev.imports.mapping.Content;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Records as bytes, for the time that they wait on disk to be put in order. */
public final class OutgoingCodec {
    private OutgoingCodec() {}

    public static byte[] write(Place place, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.json().length + 128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(place.file());
            out.writeLong(place.line());
            out.writeUTF(content.lane());
            Instant time = content.time();
            out.writeLong(time.getEpochSecond());
            out.writeInt(time.getNano());
            out.writeBoolean(content.trimmed());
            out.write(content.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static Outgoing read(long number, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Place place = new Place(in.readUTF(), in.readLong());
            String lane = in.readUTF();
            Instant time = Instant.ofEpochSecond(in.readLong(), in.readInt());
            boolean trimmed = in.readBoolean();
            return new Outgoing(number, place, new Content(lane, in.readAllBytes(), time, trimmed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
