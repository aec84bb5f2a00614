package io.rapport.profile.cohort;

import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Map;

/** Makes text of a file's bytes: a byte order mark says how, else the charset of the content type, else it is UTF-8. */
final class CsvText {
    private static final Map<Charset, byte[]> MARKS = Map.of(
            StandardCharsets.UTF_8, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
            StandardCharsets.UTF_16BE, new byte[] {(byte) 0xFE, (byte) 0xFF},
            StandardCharsets.UTF_16LE, new byte[] {(byte) 0xFF, (byte) 0xFE});

    private CsvText() {}

    static String of(byte[] bytes, MediaType type) {
        for (Map.Entry<Charset, byte[]> mark : MARKS.entrySet()) {
            int length = mark.getValue().length;
            if (bytes.length >= length && Arrays.equals(mark.getValue(), Arrays.copyOf(bytes, length))) {
                return decode(ByteBuffer.wrap(bytes, length, bytes.length - length), mark.getKey());
            }
        }
        return decode(ByteBuffer.wrap(bytes), charset(type));
    }

    private static Charset charset(MediaType type) {
        String name = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            throw Problem.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE, "There is no such charset.");
        }
    }

    private static String decode(ByteBuffer bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(
                    CommonProblem.INVALID_REQUEST,
                    "The file is not " + charset.name() + "; say `Content-Type: text/csv; charset=…`.");
        }
    }
}
