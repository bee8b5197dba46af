package vn.ruralmap.server.accounts;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import vn.ruralmap.server.support.RequestException;

/** Makes, hashes and checks passwords. They are compared in NFC: keyboards write the same letters differently. */
public final class Passwords {

    static final int FEWEST_CHARACTERS = 10;
    /** bcrypt looks at no more. */
    private static final int MOST_BYTES = 72;

    private static final BCryptPasswordEncoder BCRYPT =
            new BCryptPasswordEncoder(BCryptPasswordEncoder.BCryptVersion.$2B, 10);
    /** Of nothing: to spend the same time on an account that there is not. */
    private static final String NOBODYS = BCRYPT.encode(Secrets.token());

    private Passwords() {}

    /** @throws RequestException status 400 if it is too short or too long */
    static String hash(String password) {
        String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
        int bytes = normal.getBytes(StandardCharsets.UTF_8).length;
        if (normal.codePointCount(0, normal.length()) < FEWEST_CHARACTERS || bytes > MOST_BYTES) {
            throw RequestException.invalid(
                    "password",
                    "mật khẩu cần ít nhất 10 ký tự và nhiều nhất 72 byte; nên ghép bốn từ không liên quan",
                    "at least 10 characters and at most 72 bytes; four unrelated words do well");
        }
        return BCRYPT.encode(normal);
    }

    /** @param hash null: there is no such account, which takes as long to find out */
    static boolean matches(String password, @Nullable String hash) {
        String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
        boolean isRight = BCRYPT.matches(normal, hash == null ? NOBODYS : hash);
        return isRight && hash != null;
    }

    /** One that nobody guesses and everybody can type: 20 letters and digits, 99 bits. */
    public static String generate() {
        return Secrets.words(4, 5);
    }
}
