package vn.ruralmap.server.wfs;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** Finds feature types by the names of a request: {@code ntm:communes}, {@code communes}, or with a declared prefix. */
final class TypeNames {

    private static final Pattern DECLARATION = Pattern.compile("xmlns\\(\\s*(?:([^,=()]*)[,=])?([^,()]*)\\)");

    private final WfsExchange exchange;
    private final Map<String, String> prefixes = new HashMap<>(Map.of(Namespaces.NTM_PREFIX, Namespaces.NTM));

    private TypeNames(WfsExchange exchange) {
        this.exchange = exchange;
    }

    /** Reads the parameter {@code NAMESPACES}: {@code xmlns(p1,uri1),xmlns(uri2)} (OGC 09-025r2 §7.6.6). */
    static TypeNames of(WfsExchange exchange) {
        TypeNames names = new TypeNames(exchange);
        Parameters parameters = exchange.parameters();
        parameters.find("namespaces").or(() -> parameters.find("namespace")).ifPresent(text -> {
            Matcher declaration = DECLARATION.matcher(text);
            while (declaration.find()) {
                String prefix = declaration.group(1);
                names.prefixes.put(
                        prefix == null ? "" : prefix.strip(),
                        declaration.group(2).strip());
            }
        });
        return names;
    }

    /** @throws RequestException InvalidParameterValue if there is no such type */
    LayerView get(String parameter, String name) {
        String local = localName(name);
        if (exchange.snapshot().catalogue().findLayer(local).isEmpty()) {
            throw unknown(parameter, name);
        }
        return exchange.view(local);
    }

    /** A name without its prefix. A prefix that stands for a foreign namespace leaves nothing to find. */
    String localName(String name) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return name;
        }
        String prefix = name.substring(0, colon);
        return Namespaces.NTM.equals(prefixes.get(prefix)) ? name.substring(colon + 1) : name;
    }

    private static RequestException unknown(String parameter, String name) {
        return RequestException.invalid(
                parameter, "không có loại đối tượng '" + name + "'", "there is no feature type '" + name + "'");
    }
}
