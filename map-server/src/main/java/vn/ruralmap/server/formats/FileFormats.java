package vn.ruralmap.server.formats;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Layer;

/** Every file format, in the order in which they are offered. */
@Component
public final class FileFormats {

    private final List<FileFormat> formats;

    FileFormats(List<FileFormat> formats) {
        this.formats =
                formats.stream().sorted(AnnotationAwareOrderComparator.INSTANCE).toList();
    }

    /** Those that every layer has. */
    public List<FileFormat> list() {
        return formats.stream().filter(FileFormat::isGeneral).toList();
    }

    /** Those that a layer has. */
    public List<FileFormat> list(Layer layer) {
        return formats.stream().filter(format -> format.isFor(layer)).toList();
    }

    /** By name, alias or media type, without regard to case, spaces and parameters such as {@code charset}. */
    public Optional<FileFormat> find(String name) {
        String wanted = bare(name);
        return formats.stream()
                .filter(format -> names(format).map(FileFormats::bare).anyMatch(wanted::equals))
                .findFirst();
    }

    /** The names that people may choose from: {@code geojson, csv, ...} */
    public String names() {
        return String.join(", ", formats.stream().map(FileFormat::name).toList());
    }

    private static Stream<String> names(FileFormat format) {
        return Stream.concat(Stream.of(format.name(), format.mediaType()), format.aliases().stream());
    }

    /** A plus that a client left unescaped in the URL arrives as a space. */
    private static String bare(String name) {
        return name.replaceAll(";.*", "").replaceAll("[ +]", "").toLowerCase(Locale.ROOT);
    }
}
