package io.rapport.profile.access;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that nobody can guess, as text that fits into a header. */
public final class RandomText {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private RandomText() {}

    /** 256 random bits, base64url. */
    public static String secret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** So many random letters and digits: for what people copy by hand. */
    public static String lettersAndDigits(int length) {
        return RANDOM.ints(length, 0, LETTERS_AND_DIGITS.length())
                .mapToObj(LETTERS_AND_DIGITS::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
