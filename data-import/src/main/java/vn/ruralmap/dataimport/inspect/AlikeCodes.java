package vn.ruralmap.dataimport.inspect;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Layer;

/** Codes that differ only in what people confuse: hyphens, case, O and 0, I, L and 1. One of the two is a mistype. */
final class AlikeCodes {

    private static final Pattern BESIDES = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Layer layer;
    private final InspectIssues issues;

    AlikeCodes(Layer layer, InspectIssues issues) {
        this.layer = layer;
        this.issues = issues;
    }

    List<Issue> check(List<Placed> features) {
        List<Issue> found = new ArrayList<>();
        for (Attribute attribute : layer.attributes()) {
            if (attribute.isUnique() && attribute.type() == AttributeType.TEXT) {
                check(features, attribute, found);
            }
        }
        return found;
    }

    private void check(List<Placed> features, Attribute attribute, List<Issue> found) {
        int at = layer.indexOf(attribute.name());
        Map<String, List<Placed>> alike = new HashMap<>();
        for (Placed placed : features) {
            if (placed.content().values().get(at) instanceof String code) {
                alike.computeIfAbsent(skeleton(code), key -> new ArrayList<>(1)).add(placed);
            }
        }
        for (Placed placed : features) {
            if (placed.isImported() && placed.content().values().get(at) instanceof String code) {
                alike.getOrDefault(skeleton(code), List.of()).stream()
                        .filter(other -> !code.equals(other.content().values().get(at)))
                        .filter(other -> other.row() < placed.row())
                        .filter(other -> other.content()
                                .validity()
                                .intersects(placed.content().validity()))
                        .findFirst()
                        .ifPresent(other -> found.add(issues.alike(
                                placed,
                                other,
                                attribute.name(),
                                code,
                                String.valueOf(other.content().values().get(at)))));
            }
        }
    }

    private static String skeleton(String code) {
        String plain = Normalizer.normalize(code, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return BESIDES.matcher(plain)
                .replaceAll("")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
