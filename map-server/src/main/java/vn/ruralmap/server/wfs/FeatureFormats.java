package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.stereotype.Component;
import vn.ruralmap.server.formats.FileFormat;
import vn.ruralmap.server.formats.FileFormats;
import vn.ruralmap.server.support.ExportLimit;
import vn.ruralmap.server.support.RequestException;

/** The output formats: GML, those of this service in {@code @Order}, then those of downloads. */
@Component
final class FeatureFormats {

    private final List<FeatureFormat> formats;
    private final ExportLimit limit;

    FeatureFormats(List<FeatureFormat> own, FileFormats files, ExportLimit limit) {
        List<FeatureFormat> all = new ArrayList<>(own);
        all.sort(AnnotationAwareOrderComparator.INSTANCE);
        all.addAll(0, Arrays.asList(GmlFormat.GML32, GmlFormat.GML31, GmlFormat.GML2));
        for (FileFormat file : files.list()) {
            if (find(all, file.mediaType()).isEmpty()) {
                all.add(new FileFormatAdapter(file));
            }
        }
        this.formats = List.copyOf(all);
        this.limit = limit;
    }

    /** @throws RequestException InvalidParameterValue */
    FeatureFormat get(Optional<String> name, WfsVersion version) {
        if (name.isEmpty()) {
            return GmlFormat.of(version);
        }
        return find(formats, name.get()).orElseThrow(() -> {
            String known = String.join(", ", listNames(version));
            return RequestException.invalid("outputFormat", "chọn một trong: " + known, "one of: " + known);
        });
    }

    /** Sends an answer, beside others that are long. */
    void send(FeatureFormat format, FeatureAnswer answer) throws IOException {
        format.write(answer, limit);
    }

    /** For capabilities: the default of the version first. */
    List<String> listNames(WfsVersion version) {
        FeatureFormat standard = GmlFormat.of(version);
        return Stream.concat(Stream.of(standard), formats.stream().filter(format -> format != standard))
                .flatMap(format -> format.names().stream())
                .toList();
    }

    private static Optional<FeatureFormat> find(List<FeatureFormat> formats, String name) {
        String wanted = bare(name);
        return formats.stream()
                .filter(format -> Stream.concat(format.names().stream(), format.aliases().stream())
                        .map(FeatureFormats::bare)
                        .anyMatch(wanted::equals))
                .findFirst();
    }

    /** Case, spaces and quotes vary, and a plus that a client left unescaped in the URL arrives as a space. */
    static String bare(String name) {
        return name.replaceAll("[ +\"']", "").toLowerCase(Locale.ROOT);
    }
}
