package vn.ruralmap.layers.gml;

import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.ruralmap.layers.crs.SystemReference;

/** The elements of a geometry, one after the other, with their systems and numbers, within limits. */
final class GmlElements {

    /** MultiGeometry in MultiGeometry goes no deeper in any real data, and each level costs stack. */
    private static final int MAX_DEPTH = 24;

    private final XMLStreamReader xml;
    private final int maxVertices;
    private final boolean eastwardFirst;
    private int vertices;
    private int elements;

    /**
     * @param maxVertices of all that is read through this object
     * @param eastwardFirst x is first in every system
     */
    GmlElements(XMLStreamReader xml, int maxVertices, boolean eastwardFirst) {
        this.xml = xml;
        this.maxVertices = maxVertices;
        this.eastwardFirst = eastwardFirst;
    }

    /** Of the current element. */
    String name() {
        return xml.getLocalName();
    }

    /** The pairs of numbers of the current element, to its end. */
    double[] positions(int inheritedDimension) throws XMLStreamException {
        int dimension = dimension(inheritedDimension);
        int room = 3 * (maxVertices - vertices);
        double[] pairs =
                switch (xml.getLocalName()) {
                    case "pos", "lowerCorner", "upperCorner" -> {
                        Positions one = Positions.ofNumbers(xml, room);
                        yield one.pairs(one.size());
                    }
                    case "posList" -> Positions.ofNumbers(xml, room).pairs(dimension == 0 ? 2 : dimension);
                    case "coordinates" -> {
                        Positions tuples = Positions.ofTuples(xml, room);
                        yield tuples.pairs(tuples.size() == 0 ? 2 : tuples.tupleSize());
                    }
                    case "coord" -> coord();
                    default ->
                        throw refuse(
                                "không đọc phần tử " + xml.getLocalName() + " trong hình",
                                "the element " + xml.getLocalName() + " is not read within a geometry");
                };
        vertices += pairs.length / 2;
        if (vertices > maxVertices) {
            throw tooLarge();
        }
        return pairs;
    }

    /** GML 2: X, Y and perhaps Z in elements of their own. */
    private double[] coord() throws XMLStreamException {
        double[] pair = new double[2];
        int found = 0;
        while (nextChild()) {
            Positions number = Positions.ofNumbers(xml, 1);
            if (number.size() == 1 && found < 2) {
                pair[found] = number.single();
            }
            found++;
        }
        if (found < 2 || found > 3) {
            throw refuse("coord cần X và Y", "coord needs X and Y");
        }
        return pair;
    }

    /** The system of an element: its own, or that of what it is in. */
    SystemReference reference(SystemReference inherited) {
        String name = xml.getAttributeValue(null, "srsName");
        if (name == null) {
            return inherited;
        }
        return SystemReference.find(name)
                .map(found -> eastwardFirst ? found.eastwardFirst() : found)
                .orElseThrow(() -> refuse(
                        "không có hệ tọa độ «" + shortened(name) + "»; danh sách hệ được nhận ở GetCapabilities",
                        "there is no coordinate system \"" + shortened(name)
                                + "\"; GetCapabilities lists the known ones"));
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    int dimension(int inherited) {
        String own = xml.getAttributeValue(null, "srsDimension");
        own = own == null ? xml.getAttributeValue(null, "dimension") : own;
        if (own == null) {
            return inherited;
        }
        if (!own.strip().equals("2") && !own.strip().equals("3")) {
            throw refuse("srsDimension phải là 2 hoặc 3", "srsDimension must be 2 or 3");
        }
        return own.strip().charAt(0) - '0';
    }

    /** Goes to the next child of the current element, over metadata; false at its end. */
    boolean nextChild() throws XMLStreamException {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw refuse("không được dùng DTD và thực thể", "document types and entities are not allowed");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getAttributeValue("http://www.w3.org/1999/xlink", "href") != null) {
                    throw refuse(
                            "hình ở chỗ khác (xlink:href) không được tải về",
                            "geometry elsewhere (xlink:href) is not fetched");
                }
                if (!isMetadata(xml.getLocalName())) {
                    return true;
                }
                skip();
            } else if (xml.isCharacters() && !xml.isWhiteSpace()) {
                throw refuse("không có chữ ở đây", "text is not expected here");
            }
        }
    }

    private static boolean isMetadata(String name) {
        return Set.of("metaDataProperty", "description", "descriptionReference", "identifier", "name", "extent")
                .contains(name);
    }

    private void skip() throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            int event = xml.next();
            open += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    /** Elements without a position cost memory too. */
    void requireRoom(int depth) {
        if (depth > MAX_DEPTH) {
            throw refuse("hình lồng nhau quá " + MAX_DEPTH + " tầng", "geometry is nested deeper than " + MAX_DEPTH);
        }
        if (++elements / 4 > maxVertices) {
            throw tooLarge();
        }
    }

    private GmlException tooLarge() {
        return refuse(
                "hình có hơn " + maxVertices + " đỉnh; hãy chia nhỏ hoặc đơn giản hóa",
                "the geometry has more than " + maxVertices + " vertices; divide or simplify it");
    }

    GmlException refuse(String vi, String en) {
        return new GmlException(xml.getLocation(), vi, en);
    }
}
