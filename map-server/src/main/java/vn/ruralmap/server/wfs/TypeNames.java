package vn.ruralmap.server.wfs;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.formats.GmlDialect;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/**
 * Names of feature types and properties: {@code ntm:communes}, {@code communes}, or with a prefix that the client declares.
 *
 * <p>Requests hold canonical names: those of our namespace without a prefix, others as they came, which nothing is called.
 */
final class TypeNames {

    private static final Pattern DECLARATION = Pattern.compile("xmlns\\(\\s*(?:([^,=()]*)[,=])?([^,()]*)\\)");

    /** All versions of GML. */
    private static final String GML = "http://www.opengis.net/gml";

    /** Prefixes that clients use without declaring them. */
    private static final Map<String, String> USUAL = Map.of(Namespaces.NTM_PREFIX, Namespaces.NTM, "gml", GML);

    /** What a prefix stands for; null: it was not declared. */
    @FunctionalInterface
    interface Prefixes {
        @Nullable
        String namespace(String prefix);
    }

    private TypeNames() {}

    /** Reads the parameter {@code NAMESPACES}: {@code xmlns(p1,uri1),xmlns(uri2)} (OGC 09-025r2 §7.6.6). */
    static UnaryOperator<String> reader(Parameters parameters) {
        Map<String, String> prefixes = new HashMap<>();
        WfsVersion.find(parameters, "namespaces", "namespace").ifPresent(text -> {
            Matcher declaration = DECLARATION.matcher(text);
            while (declaration.find()) {
                String prefix = declaration.group(1);
                prefixes.put(
                        prefix == null ? "" : prefix.strip(),
                        declaration.group(2).strip());
            }
        });
        return name -> canonical(name, prefixes::get);
    }

    /** True if a text can be one name with a prefix. */
    static boolean isQualified(String text) {
        return text.matches("[\\w.-]+:[\\w.-]+");
    }

    /** @param name with or without prefix, or several of them with slashes between */
    static String canonical(String name, Prefixes prefixes) {
        return Stream.of(name.strip().split("/", -1))
                .map(step -> step(step, prefixes))
                .collect(Collectors.joining("/"));
    }

    /** The first of properties that there is one of is that property. */
    private static String step(String text, Prefixes prefixes) {
        String step = text.endsWith("[1]") ? text.substring(0, text.length() - 3) : text;
        int colon = step.indexOf(':');
        if (colon <= 0 || step.charAt(0) == '@') {
            return step;
        }
        String prefix = step.substring(0, colon);
        String local = step.substring(colon + 1);
        String declared = prefixes.namespace(prefix);
        boolean isDeclared = declared != null && !declared.isEmpty();
        // clients that make URLs out of XML lose what their prefixes stand for; we have one namespace that they can
        // mean
        String namespace = isDeclared ? declared : USUAL.getOrDefault(prefix, Namespaces.NTM);
        if (namespace.equals(Namespaces.NTM)) {
            return local;
        }
        return namespace.startsWith(GML) ? GmlDialect.propertyOfGml(local).orElse(step) : step;
    }

    /** @throws RequestException InvalidParameterValue if there is no such type */
    static LayerView get(WfsExchange exchange, String canonicalName) {
        String parameter = exchange.version() == WfsVersion.V2_0_0 ? "typeNames" : "typeName";
        if (exchange.snapshot().catalogue().findLayer(canonicalName).isEmpty()) {
            throw RequestException.invalid(
                    parameter,
                    "không có loại đối tượng '" + canonicalName + "'",
                    "there is no feature type '" + canonicalName + "'");
        }
        return exchange.view(canonicalName);
    }
}
