package vn.ruralmap.layers.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where catalogue files are read from: the operator's directory first, then the shipped ones.
 *
 * <p>Names are {@code catalogue.yaml}, {@code layers/NAME.yaml}, {@code styles/NAME.sld} and {@code symbols/NAME.svg}; a file of the directory
 * replaces the shipped one of the same name.
 */
final class CatalogueFiles {

    private final @Nullable Path directory;

    CatalogueFiles(@Nullable Path directory) {
        if (directory != null && !Files.isDirectory(directory)) {
            throw new CatalogueException(directory.toString(), 0, "there is no such directory");
        }
        this.directory = directory;
    }

    Optional<byte[]> read(String name) {
        try {
            Path own = directory == null ? null : directory.resolve(name);
            if (own != null && Files.isRegularFile(own)) {
                return Optional.of(Files.readAllBytes(own));
            }
            return readShipped(name);
        } catch (IOException e) {
            throw new CatalogueException(name, 0, "cannot be read: " + e.getMessage());
        }
    }

    /** What to call a file in messages: its path if it is the operator's. */
    String place(String name) {
        Path own = directory == null ? null : directory.resolve(name);
        return own != null && Files.isRegularFile(own) ? own.toString() : name;
    }

    Optional<byte[]> readShipped(String name) {
        try (InputStream stream = CatalogueFiles.class.getResourceAsStream("/catalogue/" + name)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names (without extension) of the layers that the operator's directory defines, in alphabetical order. */
    List<String> listOwnLayers() {
        Path layers = directory == null ? null : directory.resolve("layers");
        if (layers == null || !Files.isDirectory(layers)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(layers)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CatalogueException(layers.toString(), 0, "cannot be listed: " + e.getMessage());
        }
    }
}
