package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Geometry elements of KML 2.x and of GML 2, 3.1 and 3.2, which differ in little but their wrappers: whatever stands
 * between a geometry and its parts is passed through. Numbers come in the order of the file.
 *
 * <p>Not read: arcs, circles and splines, solids, tracks and models, and what an {@code xlink:href} points to.
 */
final class XmlGeometry {
    private static final Set<String> LINES = Set.of(
            "LineString", "LinearRing", "Ring", "Curve", "CompositeCurve", "LineStringSegment", "OrientableCurve");
    private static final Set<String> POLYGONS = Set.of("Polygon", "PolygonPatch", "Triangle", "Rectangle");
    private static final Set<String> COLLECTIONS = Set.of(
            "MultiPoint",
            "MultiLineString",
            "MultiCurve",
            "MultiPolygon",
            "MultiSurface",
            "MultiGeometry",
            "GeometryCollection",
            "Surface",
            "CompositeSurface",
            "OrientableSurface",
            "PolyhedralSurface",
            "TriangulatedSurface",
            "Tin");
    /** Geometry all the same, so that a feature with one does not pass for one without. */
    private static final Set<String> NOT_READ = Set.of(
            "Arc",
            "ArcString",
            "ArcByBulge",
            "ArcStringByBulge",
            "ArcByCenterPoint",
            "Circle",
            "CircleByCenterPoint",
            "CubicSpline",
            "BSpline",
            "Bezier",
            "Clothoid",
            "GeodesicString",
            "Geodesic",
            "Solid",
            "MultiSolid",
            "CompositeSolid",
            "Track",
            "MultiTrack",
            "Model");

    private final XmlWalk walk;
    private final GeometryParts parts;
    private final Limits limits;
    private int points;
    private long elements;
    private boolean hasHeight;
    private @Nullable String srsName;

    XmlGeometry(XmlWalk walk, GeometryParts parts, Limits limits) {
        this.walk = walk;
        this.parts = parts;
        this.limits = limits;
    }

    static boolean isGeometry(String element) {
        return element.equals("Point")
                || LINES.contains(element)
                || POLYGONS.contains(element)
                || COLLECTIONS.contains(element)
                || NOT_READ.contains(element);
    }

    boolean hasHeight() {
        return hasHeight;
    }

    /** The first one named in the geometry, or null. */
    @Nullable
    String srsName() {
        return srsName;
    }

    /** Reads the current geometry element; where it fails, the walk stands within it. */
    @Nullable
    Geometry read() throws UnreadableSourceException, IOException, DamagedGeometryException {
        List<Geometry> members = new ArrayList<>();
        read(members, 0);
        return parts.collect(members);
    }

    private DamagedGeometryException damaged(String vi, String en) {
        return new DamagedGeometryException(ReadIssues.damaged(parts.row(), vi, en));
    }

    private void read(List<Geometry> members, int inherited)
            throws UnreadableSourceException, IOException, DamagedGeometryException {
        int dimension = look(inherited);
        String element = walk.element();
        if (COLLECTIONS.contains(element)) {
            int depth = walk.depth();
            while (walk.nextChild(depth)) {
                readWithin(members, dimension);
            }
        } else if (POLYGONS.contains(element)) {
            Polygon polygon = polygon(dimension);
            if (polygon != null) {
                members.add(polygon);
            }
        } else if (LINES.contains(element)) {
            LineString line = parts.line(path(dimension));
            if (line != null) {
                members.add(line);
            }
        } else if (element.equals("Point")) {
            Coordinate[] point = path(dimension);
            if (point.length > 1) {
                throw damaged("Một điểm có nhiều tọa độ.", "A point has several positions.");
            } else if (point.length == 1) {
                members.add(GeometryParts.FACTORY.createPoint(point[0]));
            }
        } else {
            throw damaged("Chưa đọc được hình kiểu " + element + ".", "Geometry of type " + element + " is not read.");
        }
    }

    /** A part, or something around parts. */
    private void readWithin(List<Geometry> members, int dimension)
            throws UnreadableSourceException, IOException, DamagedGeometryException {
        if (isGeometry(walk.element())) {
            read(members, dimension);
            return;
        }
        refuseReference();
        int depth = walk.depth();
        while (walk.nextChild(depth)) {
            readWithin(members, dimension);
        }
    }

    private void refuseReference() throws DamagedGeometryException {
        if (walk.attribute("href") != null) {
            throw damaged(
                    "Hình nằm ở chỗ khác (xlink:href), không được tải về.",
                    "The geometry is elsewhere (xlink:href), which is not followed.");
        }
    }

    /** Takes what the attributes of an element say; the dimension of its positions, 0 if not said. */
    private int look(int inherited) throws DamagedGeometryException {
        // Elements without a position cost memory too.
        if (++elements / 4 > limits.pointsPerGeometry()) {
            throw damaged("Hình có quá nhiều phần.", "The geometry has too many parts.");
        }
        String name = walk.attribute("srsName");
        if (name != null) {
            if (srsName != null && !srsName.equals(name)) {
                throw damaged("Một hình dùng nhiều hệ tọa độ.", "One geometry uses several coordinate systems.");
            }
            srsName = name;
        }
        if ("-".equals(walk.attribute("orientation"))) {
            throw damaged("Chưa đọc được đường ngược chiều.", "Reversed curves and surfaces are not read.");
        }
        String dimension = walk.attribute("srsDimension");
        return dimension != null && dimension.matches("[1-9]") ? Integer.parseInt(dimension) : inherited;
    }

    private @Nullable Polygon polygon(int dimension)
            throws UnreadableSourceException, IOException, DamagedGeometryException {
        List<Coordinate[]> rings = new ArrayList<>();
        boolean hasShell = false;
        int depth = walk.depth();
        while (walk.nextChild(depth)) {
            String boundary = walk.element();
            boolean isShell = boundary.equals("exterior") || boundary.equals("outerBoundaryIs");
            if (isShell || boundary.equals("interior") || boundary.equals("innerBoundaryIs")) {
                refuseReference();
                int boundaryDepth = walk.depth();
                while (walk.nextChild(boundaryDepth)) {
                    Coordinate[] ring = path(look(dimension));
                    rings.add(isShell && !hasShell ? 0 : rings.size(), ring);
                    hasShell |= isShell;
                }
            }
        }
        return hasShell ? parts.polygon(rings) : null;
    }

    /** All positions within the current element, to its end; where two of its lines meet, one of the two. */
    private Coordinate[] path(int dimension) throws UnreadableSourceException, IOException, DamagedGeometryException {
        List<Coordinate> path = new ArrayList<>();
        addPath(path, dimension);
        return path.toArray(Coordinate[]::new);
    }

    private void addPath(List<Coordinate> path, int dimension)
            throws UnreadableSourceException, IOException, DamagedGeometryException {
        int depth = walk.depth();
        while (walk.nextChild(depth)) {
            int own = look(dimension);
            switch (walk.element()) {
                case "coordinates" -> addTuples(path);
                case "pos", "posList" -> {
                    XmlPositions list = new XmlPositions(limits.pointsPerGeometry());
                    walk.characters(list::addNumbers);
                    add(list, own, path);
                }
                case "coord" -> addCoord(path);
                default -> {
                    if (NOT_READ.contains(walk.element())) {
                        throw damaged(
                                "Chưa đọc được đường cong kiểu " + walk.element() + ".",
                                "Curves of type " + walk.element() + " are not read.");
                    } else {
                        refuseReference();
                        addPath(path, own);
                    }
                }
            }
        }
    }

    private void addTuples(List<Coordinate> path)
            throws UnreadableSourceException, IOException, DamagedGeometryException {
        if (isOther("decimal", ".") || isOther("cs", ",") || isOther("ts", " ")) {
            throw damaged("Dấu phân cách tọa độ không thông dụng.", "The coordinates use unusual separators.");
        }
        XmlPositions list = new XmlPositions(limits.pointsPerGeometry());
        walk.characters(list::addTuples);
        add(list, 2, path);
    }

    private boolean isOther(String attribute, String usual) {
        String value = walk.attribute(attribute);
        return value != null && !value.equals(usual);
    }

    /** GML 2: X, Y and Z in elements of their own. */
    private void addCoord(List<Coordinate> path)
            throws UnreadableSourceException, IOException, DamagedGeometryException {
        XmlPositions list = new XmlPositions(limits.pointsPerGeometry());
        int numbers = 0;
        int depth = walk.depth();
        while (walk.nextChild(depth)) {
            walk.characters(list::addNumbers);
            list.endNumber();
            numbers++;
        }
        add(list, numbers, path);
    }

    private void add(XmlPositions list, int dimension, List<Coordinate> path) throws DamagedGeometryException {
        list.endNumber();
        if (list.isMalformed(dimension) || dimension == 1) {
            throw damaged(
                    "Danh sách tọa độ có chữ, thiếu số hoặc quá " + limits.pointsPerGeometry() + " điểm.",
                    "A list of coordinates holds letters, lacks a number or has more than " + limits.pointsPerGeometry()
                            + " points.");
        }
        hasHeight |= list.hasHeight(dimension);
        int size = list.size(dimension);
        points += size;
        if (points > limits.pointsPerGeometry()) {
            throw damaged("Hình có quá nhiều điểm.", "The geometry has too many points.");
        }
        for (int i = 0; i < size; i++) {
            Coordinate next = parts.coordinate(list.first(i, dimension), list.second(i, dimension));
            boolean joint = i == 0
                    && size > 1
                    && !path.isEmpty()
                    && path.get(path.size() - 1).equals2D(next);
            if (!joint) {
                path.add(next);
            }
        }
    }
}
