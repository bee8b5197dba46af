package vn.ruralmap.layers.filter;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.filter.FilterException.Fault;
import vn.ruralmap.layers.model.Layer;

/**
 * Names of properties in XML: {@code name}, {@code ntm:name}, {@code ntm:communes/ntm:name}, {@code @gml:id}. That is all of XPath that
 * simple features need (OGC 09-026r2 §7.4.4); the rest of it is refused.
 */
final class PropertyPath {

    private static final String NAME = "(?:([\\p{L}_][\\p{L}\\p{N}_.-]*):)?([\\p{L}_][\\p{L}\\p{N}_.-]*)";
    private static final Pattern STEPS = Pattern.compile("(?:" + NAME + "/)?" + NAME + "(?:\\[1\\])?");
    private static final Pattern ID =
            Pattern.compile("(?:(?:" + NAME + "|\\*)/)?@(?:[\\p{L}_][\\p{L}\\p{N}_.-]*:)?(?:id|fid)");
    private static final String GML = "http://www.opengis.net/gml";
    /** Properties that GML gives every feature. */
    private static final Set<String> OF_GML = Set.of("name", "description", "identifier");
    /** Also where a document in key-value pairs does not say what it means. */
    private static final String PREFIX = "ntm";

    private PropertyPath() {}

    static Expression read(FesElement element, FilterNames names) {
        String text = element.text();
        if (text.length() <= 200) {
            if (ID.matcher(text).matches()) {
                return new Expression.FeatureId();
            }
            Matcher steps = STEPS.matcher(text);
            if (steps.matches() && isLayer(element, steps, names)) {
                if (isOfGml(element, steps)) {
                    return ofGml(steps.group(4), names);
                }
                if (isBoundedBy(element, steps)) {
                    throw element.refuse(
                            Fault.UNSUPPORTED,
                            "không so sánh được với gml:boundedBy; dùng geom",
                            "gml:boundedBy cannot be compared with; use geom");
                }
                checkPrefix(element, steps.group(3));
                try {
                    return names.resolve(steps.group(4));
                } catch (FilterException e) {
                    throw element.locate(e);
                }
            }
        }
        throw element.refuse(
                Fault.UNSUPPORTED,
                "chỉ đọc tên thuộc tính đơn giản: name, ntm:name, ntm:communes/ntm:name hoặc @gml:id",
                "only simple names of properties are read: name, ntm:name, ntm:communes/ntm:name or @gml:id");
    }

    private static boolean isBoundedBy(FesElement element, Matcher steps) {
        String prefix = steps.group(3);
        return steps.group(4).equals("boundedBy")
                && prefix != null
                && element.prefixes().getOrDefault(prefix, GML).startsWith(GML);
    }

    private static boolean isOfGml(FesElement element, Matcher steps) {
        String prefix = steps.group(3);
        String namespace = prefix == null ? "" : element.prefixes().getOrDefault(prefix, "");
        return OF_GML.contains(steps.group(4))
                && (namespace.startsWith(GML) || namespace.isEmpty() && "gml".equals(prefix));
    }

    /** An attribute that is the property of GML; features of a layer without such an attribute have no value. */
    private static Expression ofGml(String localName, FilterNames names) {
        String attribute = "gml_" + localName;
        return new Expression.PropertyReference(names.property().test(attribute) ? attribute : "gml:" + localName);
    }

    private static boolean isLayer(FesElement element, Matcher steps, FilterNames names) {
        String layer = steps.group(2);
        if (layer == null) {
            return true;
        }
        checkPrefix(element, steps.group(1));
        return layer.equals(names.layer());
    }

    private static void checkPrefix(FesElement element, @Nullable String prefix) {
        if (prefix == null) {
            return;
        }
        String namespace = element.prefixes().get(prefix);
        if (namespace == null ? !prefix.equals(PREFIX) : !namespace.equals(Layer.NAMESPACE)) {
            throw element.refuse(
                    Fault.UNKNOWN_PROPERTY,
                    "tiền tố không thuộc không gian tên " + Layer.NAMESPACE,
                    "the prefix does not belong to the namespace " + Layer.NAMESPACE);
        }
    }
}
