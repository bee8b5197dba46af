package vn.ruralmap.dataimport.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Issue;

/** The placemarks of a KML file one after the other, with the folders they are in. */
final class KmlPlacemarks implements Closeable {
    /** The path of folders, unless a placemark has a value of that name. */
    static final String FOLDER = "folder";

    private static final Set<String> TEXTS = Set.of("name", "description", "address", "phoneNumber");

    private final XmlWalk walk;
    private final Limits limits;
    private final boolean withGeometry;
    private final Deque<Folder> folders = new ArrayDeque<>();
    private long row;
    private boolean hasLinks;
    private boolean hasHeight;

    private static final class Folder {
        private final int depth;
        private String name = "";

        private Folder(int depth) {
            this.depth = depth;
        }
    }

    /** @param withGeometry false: geometry is skipped */
    KmlPlacemarks(XmlWalk walk, Limits limits, boolean withGeometry) {
        this.walk = walk;
        this.limits = limits;
        this.withGeometry = withGeometry;
    }

    boolean hasLinks() {
        return hasLinks;
    }

    boolean hasHeight() {
        return hasHeight;
    }

    long row() {
        return row;
    }

    /** The next placemark, or null. */
    @Nullable
    XmlFeature next(List<Issue> found) throws UnreadableSourceException, IOException {
        while (walk.nextStart()) {
            while (!folders.isEmpty() && walk.depth() <= folders.peek().depth) {
                folders.pop();
            }
            switch (walk.element()) {
                case "Placemark" -> {
                    row++;
                    return placemark(found);
                }
                case "Folder" -> folders.push(new Folder(walk.depth()));
                case "NetworkLink" -> hasLinks = true;
                case "name" -> {
                    if (!folders.isEmpty() && walk.depth() == folders.peek().depth + 1) {
                        folders.peek().name = walk.text(limits.textChars()).strip();
                    }
                }
                default -> {}
            }
        }
        return null;
    }

    private XmlFeature placemark(List<Issue> found) throws UnreadableSourceException, IOException {
        XmlValues values = new XmlValues(limits);
        GeometryParts parts = new GeometryParts(row, found);
        Geometry geometry = null;
        boolean hasGeometry = !withGeometry;
        int depth = walk.depth();
        while (walk.nextChild(depth)) {
            String element = walk.element();
            if (TEXTS.contains(element)) {
                values.read(element, walk);
            } else if (element.equals("ExtendedData")) {
                readData(values);
            } else if (!hasGeometry && XmlGeometry.isGeometry(element)) {
                geometry = geometry(parts, found);
                hasGeometry = true;
            }
        }
        values.put(FOLDER, path());
        return new XmlFeature("Placemark", values.map(), geometry, null);
    }

    /** {@code Data} (OGC 07-147r2 §9.3) and {@code SchemaData} (§9.5). */
    private void readData(XmlValues values) throws UnreadableSourceException, IOException {
        int depth = walk.depth();
        while (walk.nextChild(depth)) {
            String name = walk.attribute("name");
            int inner = walk.depth();
            if (walk.element().equals("Data") && name != null) {
                while (walk.nextChild(inner)) {
                    if (walk.element().equals("value")) {
                        values.read(name, walk);
                    }
                }
            } else if (walk.element().equals("SchemaData")) {
                while (walk.nextChild(inner)) {
                    String field = walk.attribute("name");
                    if (field != null) {
                        values.read(field, walk);
                    }
                }
            }
        }
    }

    private @Nullable Geometry geometry(GeometryParts parts, List<Issue> found)
            throws UnreadableSourceException, IOException {
        XmlGeometry reader = new XmlGeometry(walk, parts, limits);
        try {
            Geometry geometry = reader.read();
            if (geometry == null) {
                found.add(ReadIssues.emptied(row));
            }
            hasHeight |= reader.hasHeight();
            return geometry;
        } catch (DamagedGeometryException e) {
            found.add(e.issue());
            return null;
        }
    }

    private String path() {
        List<String> names = new ArrayList<>();
        folders.forEach(folder -> names.add(folder.name));
        names.removeIf(String::isEmpty);
        Collections.reverse(names);
        return String.join("/", names);
    }

    @Override
    public void close() throws IOException {
        walk.close();
    }
}
