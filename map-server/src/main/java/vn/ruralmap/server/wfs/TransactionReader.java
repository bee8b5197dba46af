package vn.ruralmap.server.wfs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.crs.SystemReference;
import vn.ruralmap.layers.filter.FesElement;
import vn.ruralmap.layers.filter.FesReader;
import vn.ruralmap.layers.gml.GmlReader;
import vn.ruralmap.server.editing.Draft;
import vn.ruralmap.server.editing.EditLimits;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.formats.GmlDialect;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.wfs.TransactionRequest.Action;
import vn.ruralmap.server.wfs.TransactionRequest.FeatureElement;

/**
 * Reads a Transaction (OGC 09-025r2 §15; OGC 04-094 §12; OGC 02-058 §11), feature by feature as it arrives.
 *
 * <p>Coordinates are in the order that their {@code srsName} says; in 1.0.0 easting comes first whatever it says, since QGIS sends
 * transactions of that version with names from another.
 */
final class TransactionReader {

    /** Around features: some clients send a whole collection. */
    private static final Set<String> WRAPPERS =
            Set.of("FeatureCollection", "featureMember", "featureMembers", "member");
    /** What GML gives every feature, and what a collection has beside its members. */
    private static final Set<String> GML_OWN =
            Set.of("boundedBy", "metaDataProperty", "location", "descriptionReference");
    /** The name of an attribute that stands for a property of GML itself. */
    private static final String GML_PREFIX = "gml_";

    /** No value of any property: elements that are no geometry. */
    private enum Unreadable {
        NESTED
    }

    private final XmlRequest xml;
    private final GmlReaders geometries;

    /** Makes readers that count vertices together. */
    private static final class GmlReaders {
        private final XMLStreamReader stream;
        private final boolean eastwardFirst;
        private final Map<SystemReference, GmlReader> bySystem = new LinkedHashMap<>();

        GmlReaders(XMLStreamReader stream, boolean eastwardFirst) {
            this.stream = stream;
            this.eastwardFirst = eastwardFirst;
        }

        Geometry read(SystemReference standard) throws XMLStreamException {
            return bySystem.computeIfAbsent(
                            standard,
                            system -> eastwardFirst
                                    ? GmlReader.eastwardFirst(stream, system.eastwardFirst(), EditLimits.MOST_VERTICES)
                                    : new GmlReader(stream, system, EditLimits.MOST_VERTICES))
                    .read();
        }
    }

    private TransactionReader(XmlRequest xml) {
        this.xml = xml;
        this.geometries = new GmlReaders(xml.stream(), xml.version() == WfsVersion.V1_0_0);
    }

    static TransactionRequest read(XmlRequest xml) throws XMLStreamException {
        return new TransactionReader(xml).transaction();
    }

    private TransactionRequest transaction() throws XMLStreamException {
        Optional<String> handle = xml.attribute("handle");
        Optional<String> lockId = xml.attribute("lockId");
        String release = xml.attribute("releaseAction").orElse("ALL").toUpperCase(Locale.ROOT);
        if (!release.equals("ALL") && !release.equals("SOME")) {
            throw RequestException.invalid("releaseAction", "cần ALL hoặc SOME", "ALL or SOME");
        }
        SystemReference standard = standard(SystemReference.WGS84);
        List<Action> actions = new ArrayList<>();
        while (xml.nextChild()) {
            switch (xml.localName()) {
                // until 1.1.0 the lock is an element
                case "LockId" -> lockId = Optional.of(xml.text());
                case "Insert" -> actions.add(insert(standard));
                case "Update" -> actions.add(update(standard));
                case "Replace" -> actions.add(replace(standard));
                case "Delete" -> actions.add(delete());
                case "Native" -> foreign();
                default -> throw xml.unexpected();
            }
        }
        return new TransactionRequest(handle, lockId, release.equals("ALL"), actions);
    }

    /** The system that {@code srsName} of the current element names for all within it. */
    private SystemReference standard(SystemReference inherited) {
        return xml.attribute("srsName")
                .map(name -> SpatialReference.find(name)
                        .map(SpatialReference::toSystem)
                        .orElseThrow(() -> RequestException.invalid(
                                "srsName",
                                "không có hệ tọa độ này; danh sách ở GetCapabilities",
                                "there is no such coordinate system; GetCapabilities lists them")))
                .orElse(inherited);
    }

    /** Commands of other makers: whoever marks them as safe to leave out gets that (OGC 09-025r2 §15.2.9). */
    private void foreign() throws XMLStreamException {
        boolean isSafe = xml.attribute("safeToIgnore").filter("true"::equals).isPresent();
        if (!isSafe) {
            throw RequestException.invalid(
                    "Native",
                    "máy chủ không biết lệnh riêng nào; chỉ bỏ qua khi safeToIgnore là true",
                    "the server knows no native commands; only those with safeToIgnore true are passed over");
        }
        xml.skip();
    }

    private Action insert(SystemReference inherited) throws XMLStreamException {
        Optional<String> handle = xml.attribute("handle");
        SystemReference standard = standard(inherited);
        List<FeatureElement> features = new ArrayList<>();
        while (xml.nextChild()) {
            features(standard, features);
        }
        return new TransactionRequest.Insert(handle, features);
    }

    private void features(SystemReference standard, List<FeatureElement> features) throws XMLStreamException {
        if (WRAPPERS.contains(xml.localName())) {
            while (xml.nextChild()) {
                features(standard, features);
            }
        } else if (isGml() && GML_OWN.contains(xml.localName())) {
            xml.skip();
        } else {
            features.add(feature(standard));
        }
    }

    private boolean isGml() {
        String namespace = xml.stream().getNamespaceURI();
        return namespace != null && namespace.startsWith("http://www.opengis.net/gml");
    }

    private FeatureElement feature(SystemReference standard) throws XMLStreamException {
        String type = elementName();
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        Geometry geometry = null;
        boolean hasGeometry = false;
        while (xml.nextChild()) {
            String name = propertyName();
            if (isGml() && GML_OWN.contains(xml.localName())) {
                xml.skip();
                continue;
            }
            Object value = value(standard);
            if (value instanceof Geometry shape) {
                geometry = shape;
                hasGeometry = true;
            } else if (name.equals(GmlDialect.GEOMETRY)) {
                hasGeometry = true;
            } else {
                properties.put(name, value);
            }
        }
        return new FeatureElement(type, new Draft(properties, hasGeometry, geometry));
    }

    /** A foreign namespace stays with the name, so that nothing is called like it. */
    private String elementName() {
        String namespace = xml.stream().getNamespaceURI();
        boolean isOurs = namespace == null || namespace.isEmpty() || namespace.equals(Namespaces.NTM);
        return isOurs ? xml.localName() : "{" + namespace + "}" + xml.localName();
    }

    private String propertyName() {
        return isGml() ? GML_PREFIX + xml.localName() : xml.localName();
    }

    /** The content of the current element, to its end: a text, a geometry, or nothing. */
    private @Nullable Object value(SystemReference standard) throws XMLStreamException {
        XMLStreamReader stream = xml.stream();
        StringBuilder text = new StringBuilder();
        Object found = null;
        while (true) {
            int event = stream.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return found != null ? found : text.toString().isBlank() ? null : text.toString();
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (GmlReader.isGeometry(stream)) {
                    found = geometries.read(standard);
                } else {
                    found = Unreadable.NESTED;
                    xml.skip();
                }
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(stream.getText());
            }
        }
    }

    private Action update(SystemReference inherited) throws XMLStreamException {
        Optional<String> handle = xml.attribute("handle");
        String type = type();
        SystemReference standard = standard(inherited);
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        Geometry geometry = null;
        boolean hasGeometry = false;
        FesElement filter = null;
        while (xml.nextChild()) {
            switch (xml.localName()) {
                case "Property" -> {
                    Map.Entry<String, @Nullable Object> property = property(standard);
                    Object value = property.getValue();
                    if (value instanceof Geometry shape && property.getKey().equals(GmlDialect.GEOMETRY)) {
                        geometry = shape;
                        hasGeometry = true;
                    } else if (value == null && property.getKey().equals(GmlDialect.GEOMETRY)) {
                        hasGeometry = true;
                    } else if (value instanceof Geometry || value instanceof Unreadable) {
                        throw noValue(handle.orElse(property.getKey()));
                    } else {
                        properties.put(property.getKey(), value);
                    }
                }
                case "Filter" -> filter = filter();
                default -> throw xml.unexpected();
            }
        }
        if (properties.isEmpty() && !hasGeometry) {
            throw RequestException.missing("Property");
        }
        return new TransactionRequest.Update(handle, type, new Draft(properties, hasGeometry, geometry), filter);
    }

    /** Elements for a property that has text, or elements that are no geometry. @param locator the handle, or the property */
    private static RequestException noValue(String locator) {
        return RequestException.of(
                "InvalidValue",
                locator,
                "Value phải là chữ, hoặc hình GML cho thuộc tính geom",
                "The Value must be text, or a GML geometry for the property geom");
    }

    /** A name, and a value or none (OGC 09-025r2 §15.2.5.2.1). */
    private Map.Entry<String, @Nullable Object> property(SystemReference standard) throws XMLStreamException {
        String name = "";
        Object value = null;
        while (xml.nextChild()) {
            switch (xml.localName()) {
                case "ValueReference", "Name" -> {
                    xml.attribute("action")
                            .filter(action -> !action.equals("replace") && !action.equals("remove"))
                            .ifPresent(action -> {
                                throw RequestException.of(
                                        "OptionNotSupported",
                                        "action",
                                        "Thuộc tính chỉ có một giá trị; action là replace hoặc remove",
                                        "Properties have one value; the action is replace or remove");
                            });
                    name = reference(xml.name(xml.text()));
                }
                case "Value" -> value = value(standard);
                default -> throw xml.unexpected();
            }
        }
        if (name.isEmpty()) {
            throw RequestException.missing(xml.version() == WfsVersion.V2_0_0 ? "ValueReference" : "Name");
        }
        return new java.util.AbstractMap.SimpleImmutableEntry<>(name, value);
    }

    /** The last step of a path, without the number of the only value: {@code communes/name[1]}. */
    private static String reference(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\[1]$", "");
        return last.startsWith("gml:") ? GML_PREFIX + last.substring(4) : last;
    }

    private Action replace(SystemReference inherited) throws XMLStreamException {
        Optional<String> handle = xml.attribute("handle");
        SystemReference standard = standard(inherited);
        FeatureElement feature = null;
        FesElement filter = null;
        while (xml.nextChild()) {
            if (xml.localName().equals("Filter")) {
                filter = filter();
            } else {
                feature = feature(standard);
            }
        }
        if (feature == null) {
            throw RequestException.missing("Replace");
        }
        return new TransactionRequest.Replace(handle, feature, filter);
    }

    private Action delete() throws XMLStreamException {
        Optional<String> handle = xml.attribute("handle");
        String type = type();
        FesElement filter = null;
        while (xml.nextChild()) {
            if (!xml.localName().equals("Filter")) {
                throw xml.unexpected();
            }
            filter = filter();
        }
        return new TransactionRequest.Delete(handle, type, filter);
    }

    private String type() {
        return xml.name(xml.attribute("typeName").orElseThrow(() -> RequestException.missing("typeName")));
    }

    private FesElement filter() throws XMLStreamException {
        SystemReference standard = xml.version() == WfsVersion.V1_0_0 ? SystemReference.CRS84 : SystemReference.WGS84;
        return FesReader.parse(xml.stream(), standard);
    }
}
