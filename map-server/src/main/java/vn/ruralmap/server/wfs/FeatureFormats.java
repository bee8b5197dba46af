package vn.ruralmap.server.wfs;

import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.stereotype.Component;
import vn.ruralmap.server.support.RequestException;

/** The output formats; the first in {@code @Order} is the default. */
@Component
final class FeatureFormats {

    private final List<FeatureFormat> formats;

    FeatureFormats(List<FeatureFormat> formats) {
        this.formats =
                formats.stream().sorted(AnnotationAwareOrderComparator.INSTANCE).toList();
    }

    FeatureFormat standard() {
        return formats.get(0);
    }

    /** @throws RequestException InvalidParameterValue */
    FeatureFormat get(String name) {
        return formats.stream()
                .filter(format ->
                        format.names().stream().map(FeatureFormats::bare).anyMatch(bare(name)::equals))
                .findFirst()
                .orElseThrow(() -> {
                    String known = String.join(", ", listNames());
                    return RequestException.invalid("outputFormat", "chọn một trong: " + known, "one of: " + known);
                });
    }

    List<String> listNames() {
        return formats.stream().flatMap(format -> format.names().stream()).toList();
    }

    /** A plus that a client left unescaped in the URL arrives as a space. */
    private static String bare(String name) {
        return name.replaceAll("[ +]", "").toLowerCase(Locale.ROOT);
    }
}
