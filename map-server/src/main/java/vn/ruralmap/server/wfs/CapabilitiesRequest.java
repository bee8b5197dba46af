package vn.ruralmap.server.wfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/**
 * A GetCapabilities request (OGC 06-121r9 §7.2).
 *
 * @param acceptVersions the client's choice, the best one first
 * @param sections to give; none: all
 */
record CapabilitiesRequest(List<String> acceptVersions, List<String> sections) implements WfsRequest {

    CapabilitiesRequest {
        acceptVersions = List.copyOf(acceptVersions);
        sections = List.copyOf(sections);
    }

    static CapabilitiesRequest read(Parameters parameters) {
        return new CapabilitiesRequest(parameters.list("acceptversions"), parameters.list("sections"));
    }

    static CapabilitiesRequest read(XmlRequest xml) throws XMLStreamException {
        List<String> versions = new ArrayList<>();
        List<String> sections = new ArrayList<>();
        while (xml.nextChild()) {
            switch (xml.localName()) {
                case "AcceptVersions" -> items(xml, versions);
                case "Sections" -> items(xml, sections);
                default -> xml.skip();
            }
        }
        return new CapabilitiesRequest(versions, sections);
    }

    private static void items(XmlRequest xml, List<String> items) throws XMLStreamException {
        while (xml.nextChild()) {
            items.add(xml.text());
        }
    }

    /** @throws RequestException InvalidParameterValue if a section is none of those known */
    Set<String> sections(List<String> names) {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(names);
        Set<String> asked = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        asked.addAll(sections);
        if (asked.isEmpty() || asked.contains("All")) {
            return known;
        }
        if (!known.containsAll(asked)) {
            String list = "All, " + String.join(", ", names);
            throw RequestException.invalid("sections", "chọn trong: " + list, "choose from: " + list);
        }
        return asked;
    }

    @Override
    public Optional<Map<String, String>> keyValues() {
        Map<String, String> pairs = new TreeMap<>();
        pairs.put("acceptVersions", String.join(",", acceptVersions));
        pairs.put("sections", String.join(",", sections));
        return Optional.of(pairs);
    }
}
