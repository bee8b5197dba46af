package vn.ruralmap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares documents with files under {@code src/test/resources/SERVICE/expected}; {@code -Dgolden.update} writes them. */
public record GoldenFiles(String service) {

    public void assertSame(String file, String document) {
        Path expected = Path.of("src/test/resources", service, "expected", file);
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
