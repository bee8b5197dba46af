package vn.ruralmap.server.imports;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Names of uploaded files, which come from strangers and become names on this disk. */
final class FileNames {

    private static final int MOST_BYTES = 200;
    private static final Set<String> DOTS = Set.of(".", "..");

    private FileNames() {}

    /** @throws vn.ruralmap.server.support.RequestException unless it is a name and nothing but a name */
    static String check(String name) {
        boolean fits = !name.isEmpty()
                && !DOTS.contains(name)
                && name.codePoints()
                        .noneMatch(c -> c == '/'
                                || c == '\\'
                                || Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT)
                && bytes(name) <= MOST_BYTES;
        if (!fits) {
            throw Refusals.badName();
        }
        return name;
    }

    /** Half a surrogate pair has no bytes. */
    private static int bytes(String name) {
        try {
            return StandardCharsets.UTF_8
                    .newEncoder()
                    .encode(java.nio.CharBuffer.wrap(name))
                    .remaining();
        } catch (CharacterCodingException e) {
            return Integer.MAX_VALUE;
        }
    }
}
