package vn.ruralmap.server.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares documents with files under {@code src/test/resources/wfs/expected}; {@code -Dgolden.update} writes them. */
final class Golden {

    private static final Path DIRECTORY = Path.of("src/test/resources/wfs/expected");

    private Golden() {}

    static void assertSame(String file, String document) {
        Path expected = DIRECTORY.resolve(file);
        try {
            if (System.getProperty("golden.update") != null) {
                Files.createDirectories(expected.getParent());
                Files.writeString(expected, document);
            }
            assertThat(document).isEqualTo(Files.readString(expected));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
