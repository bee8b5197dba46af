package vn.ruralmap.layers.gml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import vn.ruralmap.layers.crs.SystemReference;

/**
 * Reads one geometry of GML 2.1.2, 3.1.1 or 3.2 into WGS84, x longitude, y latitude, heights dropped.
 *
 * <p>A {@code srsName} holds for the element and all within it, whichever has one; its notation decides the axis order
 * ({@link SystemReference}). A surface of several patches becomes one polygon or multipolygon without the inner edges.
 * Arcs and splines are refused; nothing outside the stream is looked at ({@code xlink:href} is refused).
 *
 * <pre>{@code
 * // the stream stands at the start of gml:Polygon, and afterwards at its end
 * Geometry lonLat = new GmlReader(xml, SystemReference.WGS84, 100_000).read();
 * }</pre>
 */
public final class GmlReader {

    /** GML 2 and 3.1.1; 3.2 has {@code /3.2} at its end. */
    private static final String NAMESPACE = "http://www.opengis.net/gml";

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private static final Set<String> LINES = Set.of(
            "LineString", "LinearRing", "Ring", "Curve", "CompositeCurve", "LineStringSegment", "OrientableCurve");
    private static final Set<String> SURFACES = Set.of(
            "Polygon",
            "PolygonPatch",
            "Triangle",
            "Rectangle",
            "Surface",
            "CompositeSurface",
            "OrientableSurface",
            "PolyhedralSurface",
            "TriangulatedSurface");
    private static final Set<String> COLLECTIONS =
            Set.of("MultiPoint", "MultiLineString", "MultiCurve", "MultiPolygon", "MultiSurface", "MultiGeometry");
    private static final Set<String> BOXES = Set.of("Envelope", "Box");

    private final XMLStreamReader xml;
    private final SystemReference standard;
    private final GmlElements elements;

    /**
     * @param standard the system where no {@code srsName} says another one
     * @param maxVertices of all that this reader reads
     */
    public GmlReader(XMLStreamReader xml, SystemReference standard, int maxVertices) {
        this(xml, standard, new GmlElements(xml, maxVertices, false));
    }

    private GmlReader(XMLStreamReader xml, SystemReference standard, GmlElements elements) {
        this.xml = xml;
        this.standard = standard;
        this.elements = elements;
    }

    /** One for WFS 1.0.0, which knows no order of axes: x comes first, however a {@code srsName} is written (OGC 02-058). */
    public static GmlReader eastwardFirst(XMLStreamReader xml, SystemReference standard, int maxVertices) {
        return new GmlReader(xml, standard.eastwardFirst(), new GmlElements(xml, maxVertices, true));
    }

    /** True if the stream stands at the start of a geometry or box. */
    public static boolean isGeometry(XMLStreamReader xml) {
        String name = xml.getLocalName();
        return isGml(xml)
                && (name.equals("Point")
                        || LINES.contains(name)
                        || SURFACES.contains(name)
                        || COLLECTIONS.contains(name)
                        || isBox(xml));
    }

    /** True if the stream stands at the start of {@code gml:Envelope} or {@code gml:Box}. */
    public static boolean isBox(XMLStreamReader xml) {
        return isGml(xml) && BOXES.contains(xml.getLocalName());
    }

    private static boolean isGml(XMLStreamReader xml) {
        String namespace = xml.getNamespaceURI();
        return namespace != null && (namespace.equals(NAMESPACE) || namespace.startsWith(NAMESPACE + "/"));
    }

    /**
     * Reads the geometry at whose start the stream stands, to its end. A box becomes a rectangle in degrees around it.
     *
     * @throws GmlException if it is no geometry that is known here, lies outside of its system, or is too large
     * @throws XMLStreamException if the document is not well-formed
     */
    public Geometry read() throws XMLStreamException {
        if (isBox(xml)) {
            ReferencedBox box = readBox();
            return inRange(FACTORY.toGeometry(box.system().toLonLat(box.box())));
        }
        return read(standard, 0, 0);
    }

    /** Reads {@code gml:Envelope} or {@code gml:Box}, in its own system. */
    public ReferencedBox readBox() throws XMLStreamException {
        SystemReference reference = elements.reference(standard);
        int dimension = elements.dimension(0);
        List<double[]> corners = new ArrayList<>();
        while (elements.nextChild()) {
            corners.addAll(split(elements.positions(dimension)));
        }
        if (corners.size() != 2) {
            throw elements.refuse("hộp cần hai góc", "a box needs two corners");
        }
        double[] low = corners.get(0);
        double[] high = corners.get(1);
        if (low[0] > high[0] || low[1] > high[1]) {
            throw elements.refuse(
                    "góc thứ nhất của hộp phải nhỏ hơn góc thứ hai ở cả hai trục",
                    "the first corner of a box must be the smaller one on both axes");
        }
        return ReferencedBox.of(new double[] {low[0], low[1], high[0], high[1]}, reference);
    }

    private static List<double[]> split(double[] pairs) {
        List<double[]> split = new ArrayList<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            split.add(new double[] {pairs[i], pairs[i + 1]});
        }
        return split;
    }

    private Geometry read(SystemReference inherited, int inheritedDimension, int depth) throws XMLStreamException {
        String name = xml.getLocalName();
        elements.requireRoom(depth);
        if (!isGml(xml)) {
            throw elements.refuse("cần hình GML, không phải " + name, "a GML geometry is needed, not " + name);
        }
        SystemReference reference = elements.reference(inherited);
        int dimension = elements.dimension(inheritedDimension);
        if (name.equals("Point")) {
            return point(reference, dimension);
        } else if (LINES.contains(name)) {
            boolean reversed = isReversed();
            LineString line = line(reference, dimension, depth);
            return reversed ? line.reverse() : line;
        } else if (SURFACES.contains(name)) {
            boolean patches = !name.equals("Polygon") && !name.equals("PolygonPatch");
            return patches && !name.equals("Triangle") && !name.equals("Rectangle")
                    ? surface(reference, dimension, depth)
                    : polygon(reference, dimension, depth);
        } else if (COLLECTIONS.contains(name)) {
            return collection(name, reference, dimension, depth);
        }
        throw elements.refuse(
                "không đọc hình kiểu " + name + "; đọc được: Point, LineString, Curve (đoạn thẳng), Polygon, Surface và"
                        + " các kiểu Multi",
                "geometry of type " + name
                        + " is not read; known: Point, LineString, Curve of straight segments, Polygon,"
                        + " Surface, and the Multi types");
    }

    private Point point(SystemReference reference, int dimension) throws XMLStreamException {
        List<Coordinate> path = new ArrayList<>();
        while (elements.nextChild()) {
            addPositions(path, reference, dimension);
        }
        if (path.size() != 1) {
            throw elements.refuse("Point cần đúng một tọa độ", "a Point needs exactly one position");
        }
        return FACTORY.createPoint(path.get(0));
    }

    private LineString line(SystemReference reference, int dimension, int depth) throws XMLStreamException {
        List<Coordinate> path = new ArrayList<>();
        addPath(path, reference, dimension, depth);
        if (path.size() < 2) {
            throw elements.refuse("đường cần ít nhất hai tọa độ", "a line needs at least two positions");
        }
        return FACTORY.createLineString(path.toArray(Coordinate[]::new));
    }

    /** Positions, segments and members of the current element, to its end; where two of its lines meet, one position of the two. */
    private void addPath(List<Coordinate> path, SystemReference reference, int dimension, int depth)
            throws XMLStreamException {
        elements.requireRoom(depth);
        while (elements.nextChild()) {
            String name = xml.getLocalName();
            if (LINES.contains(name)) {
                append(path, read(reference, dimension, depth + 1).getCoordinates());
            } else if (Set.of("segments", "curveMember", "curveMembers", "baseCurve")
                    .contains(name)) {
                addPath(path, reference, dimension, depth + 1);
            } else if (name.equals("pointProperty") || name.equals("pointRep")) {
                while (elements.nextChild()) {
                    append(path, read(reference, dimension, depth + 1).getCoordinates());
                }
            } else {
                addPositions(path, reference, dimension);
            }
        }
    }

    private static void append(List<Coordinate> path, Coordinate[] next) {
        boolean joint =
                next.length > 1 && !path.isEmpty() && path.get(path.size() - 1).equals2D(next[0]);
        for (int i = joint ? 1 : 0; i < next.length; i++) {
            path.add(next[i]);
        }
    }

    private Polygon polygon(SystemReference reference, int dimension, int depth) throws XMLStreamException {
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        while (elements.nextChild()) {
            String boundary = xml.getLocalName();
            boolean outer = boundary.equals("exterior") || boundary.equals("outerBoundaryIs");
            if (!outer && !boundary.equals("interior") && !boundary.equals("innerBoundaryIs")
                    || outer && shell != null) {
                throw elements.refuse(
                        "vùng cần một exterior và có thể có các interior, không phải " + boundary,
                        "a polygon needs one exterior and perhaps interiors, not " + boundary);
            }
            while (elements.nextChild()) {
                LinearRing ring = ring(read(reference, dimension, depth + 1));
                if (outer) {
                    shell = ring;
                } else {
                    holes.add(ring);
                }
            }
        }
        if (shell == null) {
            throw elements.refuse("vùng thiếu exterior", "the polygon has no exterior");
        }
        return FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    private LinearRing ring(Geometry path) {
        Coordinate[] positions = path.getCoordinates();
        if (!(path instanceof LineString)
                || positions.length < 4
                || !positions[0].equals2D(positions[positions.length - 1])) {
            throw elements.refuse(
                    "vòng cần ít nhất bốn tọa độ, tọa độ cuối trùng tọa độ đầu",
                    "a ring needs at least four positions, the last one equal to the first");
        }
        return FACTORY.createLinearRing(positions);
    }

    private Geometry surface(SystemReference reference, int dimension, int depth) throws XMLStreamException {
        List<Geometry> patches = new ArrayList<>();
        members(patches, SURFACES, reference, dimension, depth);
        if (patches.isEmpty()) {
            throw elements.refuse("mặt không có mảnh nào", "the surface has no patch");
        }
        return patches.size() == 1 ? patches.get(0) : UnaryUnionOp.union(patches);
    }

    private Geometry collection(String name, SystemReference reference, int dimension, int depth)
            throws XMLStreamException {
        List<Geometry> members = new ArrayList<>();
        switch (name) {
            case "MultiPoint" -> {
                members(members, Set.of("Point"), reference, dimension, depth);
                return FACTORY.createMultiPoint(members.toArray(Point[]::new));
            }
            case "MultiLineString", "MultiCurve" -> {
                members(members, LINES, reference, dimension, depth);
                return FACTORY.createMultiLineString(
                        members.stream().map(LineString.class::cast).toArray(LineString[]::new));
            }
            case "MultiPolygon", "MultiSurface" -> {
                members(members, SURFACES, reference, dimension, depth);
                List<Polygon> polygons = new ArrayList<>();
                for (Geometry member : members) {
                    for (int i = 0; i < member.getNumGeometries(); i++) {
                        polygons.add((Polygon) member.getGeometryN(i));
                    }
                }
                return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
            }
            default -> {
                members(members, Set.of(), reference, dimension, depth);
                return FACTORY.createGeometryCollection(members.toArray(Geometry[]::new));
            }
        }
    }

    /** Reads the geometries within the properties of the current element ({@code pointMember}, {@code patches}, ...), to its end. */
    private void members(
            List<Geometry> members, Set<String> allowed, SystemReference reference, int dimension, int depth)
            throws XMLStreamException {
        while (elements.nextChild()) {
            while (elements.nextChild()) {
                if (!allowed.isEmpty() && !allowed.contains(xml.getLocalName())) {
                    throw elements.refuse(
                            xml.getLocalName() + " không thuộc hình kiểu này",
                            xml.getLocalName() + " is no part of this type of geometry");
                }
                members.add(read(reference, dimension, depth + 1));
            }
        }
    }

    private void addPositions(List<Coordinate> path, SystemReference reference, int dimension)
            throws XMLStreamException {
        SystemReference own = elements.reference(reference);
        double[] pairs = elements.positions(dimension);
        if (own.northingFirst()) {
            for (int i = 0; i < pairs.length; i += 2) {
                double northing = pairs[i];
                pairs[i] = pairs[i + 1];
                pairs[i + 1] = northing;
            }
        }
        own.system().toLonLat(pairs, 0, pairs, 0, pairs.length / 2);
        for (int i = 0; i < pairs.length; i += 2) {
            path.add(inRange(new Coordinate(pairs[i], pairs[i + 1])));
        }
    }

    private boolean isReversed() {
        return xml.getLocalName().equals("OrientableCurve") && "-".equals(xml.getAttributeValue(null, "orientation"));
    }

    private Coordinate inRange(Coordinate lonLat) {
        // written so that NaN, which a projection gives far outside of its area, fails too
        if (Math.abs(lonLat.x) <= 180 && Math.abs(lonLat.y) <= 90) {
            return lonLat;
        }
        throw elements.refuse(
                "tọa độ nằm ngoài hệ tọa độ; kiểm tra srsName và thứ tự trục (urn:ogc:def:crs:EPSG::4326 là vĩ độ"
                        + " trước, EPSG:4326 là kinh độ trước)",
                "a position lies outside of its coordinate system; check srsName and the order of axes"
                        + " (urn:ogc:def:crs:EPSG::4326 has latitude first, EPSG:4326 longitude)");
    }

    private Geometry inRange(Geometry lonLat) {
        for (Coordinate corner : lonLat.getCoordinates()) {
            inRange(corner);
        }
        return lonLat;
    }
}
