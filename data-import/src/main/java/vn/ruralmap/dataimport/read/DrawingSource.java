package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import vn.ruralmap.dataimport.read.SourceField.Type;
import vn.ruralmap.layers.model.Issue;

/**
 * A drawing (DXF, DGN) as features: closed lines and hatches are polygons, with the texts that lie within them as the
 * attribute {@code text}. Where there is no polygon, its lines and points come as they are.
 *
 * <p>Not read: borders that are drawn in several pieces and only meet, attributes of blocks, and dimensions.
 */
final class DrawingSource implements Source {
    private static final List<SourceField> FIELDS = List.of(
            new SourceField("layer", Type.TEXT, 0),
            new SourceField("text", Type.TEXT, 0),
            new SourceField("handle", Type.TEXT, 0));

    private final Source entities;
    private final int[] columns;
    private final @Nullable String layer;
    private final SourceInfo info;
    private final DrawingTexts texts;
    private final boolean hasPolygons;
    private final List<Issue> issues;

    private DrawingSource(Source entities, int[] columns, @Nullable String layer, Scan scan, List<Issue> issues) {
        this.entities = entities;
        this.columns = columns;
        this.layer = layer;
        this.texts = scan.texts;
        this.hasPolygons = scan.polygons > 0;
        this.issues = issues;
        SourceInfo found = entities.info();
        // Drawings have no coordinate system; that GDAL says so in its result is no finding.
        this.info = new SourceInfo(
                found.name(),
                found.format(),
                FIELDS,
                null,
                found.encoding(),
                hasPolygons ? scan.polygons : found.declaredRecords());
    }

    static DrawingSource of(Source entities, FileParts parts, ReadOptions options)
            throws UnreadableSourceException, IOException {
        int[] columns = {column(entities, "layer", "level"), column(entities, "text"), column(entities, "entityhandle")
        };
        Scan scan = new Scan(columns, options.member());
        entities.<RuntimeException>forEach(record -> {
            options.watch().update(record.row(), entities.info().declaredRecords());
            scan.addText(record);
        });
        scan.texts.index();
        entities.<RuntimeException>forEach(record -> {
            options.watch().update(record.row(), entities.info().declaredRecords());
            scan.addPolygon(record);
        });
        String layer = options.member();
        if (layer != null && scan.entities == 0) {
            throw Refusals.noSuchMember(parts.name(), layer, List.copyOf(scan.layers));
        }
        List<Issue> issues = new ArrayList<>();
        if (scan.polygons > 0) {
            issues.add(DrawingIssues.polygons(scan.polygons, scan.texts.countWithin(), scan.texts.size()));
            if (scan.leftOut > 0) {
                issues.add(DrawingIssues.leftOut(scan.leftOut));
            }
        }
        return new DrawingSource(entities, columns, layer, scan, issues);
    }

    private static int column(Source entities, String... names) {
        List<SourceField> fields = entities.info().fields();
        for (int i = 0; i < fields.size(); i++) {
            if (List.of(names).contains(fields.get(i).name().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable String value(SourceRecord record, int column) {
        Object value = column < 0 ? null : record.values().get(column);
        return value == null ? null : value.toString();
    }

    /** The entity as a polygon, or null if it is none. */
    private static @Nullable Geometry polygon(@Nullable Geometry geometry) {
        if (geometry instanceof LineString line && line.isClosed() && line.getNumPoints() >= 4) {
            return GeometryParts.FACTORY.createPolygon(line.getCoordinates());
        }
        return geometry instanceof Polygonal ? geometry : null;
    }

    private static final class Scan {
        private final int[] columns;
        private final @Nullable String layer;
        private final DrawingTexts texts = new DrawingTexts();
        private final TreeSet<String> layers = new TreeSet<>();
        private long entities;
        private long polygons;
        private long leftOut;

        Scan(int[] columns, @Nullable String layer) {
            this.columns = columns;
            this.layer = layer;
        }

        /** Texts of all layers: borders and names are mostly on different ones. */
        void addText(SourceRecord record) {
            String text = value(record, columns[1]);
            if (text != null && record.geometry() instanceof Puntal) {
                texts.add(record.geometry().getCoordinate(), text);
            }
            String name = value(record, columns[0]);
            if (name != null && layers.size() < 20) {
                layers.add(name);
            }
        }

        void addPolygon(SourceRecord record) {
            if (!isOf(layer, value(record, columns[0]))) {
                return;
            }
            entities++;
            Geometry polygon = polygon(record.geometry());
            if (polygon != null) {
                polygons++;
                texts.claim(polygon, record.row());
            } else if (!(record.geometry() instanceof Puntal)) {
                leftOut++;
            }
        }
    }

    private static boolean isOf(@Nullable String wanted, @Nullable String layer) {
        return wanted == null || wanted.equalsIgnoreCase(layer);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public List<Issue> issues() {
        List<Issue> all = new ArrayList<>(issues);
        entities.issues().stream()
                .filter(issue -> !issue.code().equals("CRS_NOT_UNDERSTOOD"))
                .forEach(all::add);
        return all;
    }

    @Override
    public <X extends Exception> void forEach(RecordConsumer<X> consumer)
            throws UnreadableSourceException, IOException, X {
        entities.forEach(record -> {
            if (!isOf(layer, value(record, columns[0]))) {
                return;
            }
            Geometry polygon = polygon(record.geometry());
            if (polygon != null) {
                consumer.accept(feature(record, texts.within(record.row()), polygon));
            } else if (!hasPolygons) {
                consumer.accept(feature(record, value(record, columns[1]), record.geometry()));
            }
        });
    }

    private SourceRecord feature(SourceRecord record, @Nullable String text, @Nullable Geometry geometry) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(value(record, columns[0]));
        values.add(text);
        values.add(value(record, columns[2]));
        return new SourceRecord(record.row(), values, geometry, record.issues());
    }

    @Override
    public void close() throws IOException {
        entities.close();
    }
}
