package vn.ruralmap.dataimport.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;

/**
 * The objects of a .mif after its header. Pens, brushes, symbols, fonts and centres are skipped; arcs, ellipses and
 * texts are told to be there but not read.
 */
final class MifObjects implements Closeable {
    private static final Set<String> OBJECTS = Set.of(
            "none",
            "point",
            "line",
            "pline",
            "region",
            "multipoint",
            "collection",
            "rect",
            "roundrect",
            "arc",
            "ellipse",
            "text");

    private final MifTokens tokens;
    private final MifHeader header;
    private final Limits limits;
    private MifTokens.@Nullable Token keyword;

    private MifObjects(MifTokens tokens, MifHeader header, Limits limits) {
        this.tokens = tokens;
        this.header = header;
        this.limits = limits;
    }

    /** @param tokens at the start of the file; closed with the objects, or here if that fails */
    static MifObjects after(MifTokens tokens, Limits limits) throws UnreadableSourceException, IOException {
        boolean opened = false;
        try {
            MifObjects objects = new MifObjects(tokens, MifHeader.read(tokens, limits), limits);
            objects.skipToObject();
            opened = true;
            return objects;
        } finally {
            if (!opened) {
                tokens.close();
            }
        }
    }

    boolean hasNext() {
        return keyword != null;
    }

    /** Reads one object and goes to the next, also if this one is damaged; null: it has no geometry. */
    @Nullable
    Geometry next(GeometryParts parts) throws UnreadableSourceException, IOException, DamagedGeometryException {
        MifTokens.Token object = keyword;
        try {
            return object == null ? null : parts.collect(read(object.word(), parts, 0));
        } finally {
            skipToObject();
        }
    }

    private void skipToObject() throws UnreadableSourceException, IOException {
        MifTokens.Token token = tokens.next();
        while (token != null && !OBJECTS.contains(token.word())) {
            boolean isLabel = token.is("label");
            token = tokens.next();
            // "Label Line Arrow x y" belongs to a text.
            if (isLabel && token != null && token.is("line")) {
                token = tokens.next();
            }
        }
        keyword = token;
    }

    private List<Geometry> read(String object, GeometryParts parts, int depth)
            throws UnreadableSourceException, IOException, DamagedGeometryException {
        List<Geometry> read = new ArrayList<>();
        switch (object) {
            case "none" -> {}
            case "point" -> read.add(GeometryParts.FACTORY.createPoint(position(parts)));
            case "multipoint" -> {
                for (Coordinate at : positions(count(parts), parts)) {
                    read.add(GeometryParts.FACTORY.createPoint(at));
                }
            }
            case "line" -> add(read, parts.line(positions(2, parts)));
            case "pline" -> readLines(read, parts);
            case "region" -> readRegion(read, parts);
            case "rect", "roundrect" -> {
                Coordinate a = position(parts);
                Coordinate b = position(parts);
                Coordinate[] ring = {a, new Coordinate(b.x, a.y), b, new Coordinate(a.x, b.y), a.copy()};
                add(read, parts.polygon(List.<Coordinate[]>of(ring)));
            }
            case "collection" -> readCollection(read, parts, depth);
            default ->
                throw damaged(
                        parts,
                        "Đối tượng MapInfo kiểu “" + object + "” không được đọc.",
                        "MapInfo objects of type “" + object + "” are not read.");
        }
        return read;
    }

    private void readLines(List<Geometry> read, GeometryParts parts)
            throws UnreadableSourceException, IOException, DamagedGeometryException {
        MifTokens.Token token = tokens.next();
        int sections = 1;
        if (token != null && token.is("multiple")) {
            sections = count(parts);
        } else if (token != null) {
            tokens.pushBack(token);
        }
        int points = 0;
        for (int i = 0; i < sections; i++) {
            Coordinate[] line = positions(count(parts), parts);
            points = requirePoints(points + line.length, parts);
            add(read, parts.line(line));
        }
    }

    private void readRegion(List<Geometry> read, GeometryParts parts)
            throws UnreadableSourceException, IOException, DamagedGeometryException {
        int count = count(parts);
        List<LinearRing> rings = new ArrayList<>();
        int points = 0;
        for (int i = 0; i < count; i++) {
            Coordinate[] positions = positions(count(parts), parts);
            points = requirePoints(points + positions.length, parts);
            LinearRing ring = parts.ring(positions);
            if (ring != null) {
                rings.add(ring);
            }
        }
        if (!rings.isEmpty()) {
            // Holes and islands are rings like shells; only their place tells.
            read.addAll(RingAssembler.assemble(rings, parts.row()));
        }
    }

    private void readCollection(List<Geometry> read, GeometryParts parts, int depth)
            throws UnreadableSourceException, IOException, DamagedGeometryException {
        int members = count(parts);
        if (depth > 0) {
            throw damaged(parts, "Tập hợp lồng trong tập hợp.", "A collection within a collection.");
        }
        for (int i = 0; i < members; i++) {
            skipToObject();
            MifTokens.Token object = keyword;
            if (object == null) {
                throw damaged(parts, "Tập hợp thiếu phần.", "A collection lacks members.");
            }
            read.addAll(read(object.word(), parts, depth + 1));
        }
    }

    private static void add(List<Geometry> read, @Nullable Geometry geometry) {
        if (geometry != null) {
            read.add(geometry);
        }
    }

    private int count(GeometryParts parts) throws UnreadableSourceException, IOException, DamagedGeometryException {
        double count = tokens.number();
        if (!(count >= 0 && count <= limits.pointsPerGeometry() && count == Math.rint(count))) {
            throw damaged(
                    parts,
                    "Số điểm hoặc số phần không đọc được hoặc lớn hơn " + limits.pointsPerGeometry() + ".",
                    "A number of points or parts cannot be read or is above " + limits.pointsPerGeometry() + ".");
        }
        return (int) count;
    }

    private int requirePoints(int points, GeometryParts parts) throws DamagedGeometryException {
        if (points > limits.pointsPerGeometry()) {
            throw damaged(parts, "Hình có quá nhiều điểm.", "The geometry has too many points.");
        }
        return points;
    }

    /** The list grows with what is there, not with the number that is announced. */
    private Coordinate[] positions(int count, GeometryParts parts)
            throws UnreadableSourceException, IOException, DamagedGeometryException {
        List<Coordinate> positions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            positions.add(position(parts));
        }
        return positions.toArray(Coordinate[]::new);
    }

    private Coordinate position(GeometryParts parts)
            throws UnreadableSourceException, IOException, DamagedGeometryException {
        double x = tokens.number();
        double y = tokens.number();
        return parts.coordinate(header.x(x), header.y(y));
    }

    private static DamagedGeometryException damaged(GeometryParts parts, String vi, String en) {
        return new DamagedGeometryException(ReadIssues.damaged(parts.row(), vi, en));
    }

    @Override
    public void close() throws IOException {
        tokens.close();
    }
}
