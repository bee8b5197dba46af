package vn.ruralmap.server.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.StringJoiner;

/** What nobody can guess, and its digest, which may be kept. */
final class Secrets {

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 256 bits, for programs. */
    static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** For people. */
    static String words(int words, int length) {
        StringJoiner joined = new StringJoiner("-");
        for (int i = 0; i < words; i++) {
            StringBuilder word = new StringBuilder();
            for (int j = 0; j < length; j++) {
                word.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
            }
            joined.add(word);
        }
        return joined.toString();
    }

    /** SHA-256 in hexadecimal digits: enough for what has 256 bits of chance. */
    static String digest(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Takes as long wherever the texts differ. */
    static boolean areEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
