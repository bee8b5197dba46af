package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Issue;

/** A GML file, read twice: once to know its fields and axes, once for the records. No schema and no link is fetched. */
final class GmlSource {

    private GmlSource() {}

    static Source open(FileParts parts, ReadOptions options) throws UnreadableSourceException, IOException {
        GmlDocument document = new GmlDocument(parts, options, false);
        Scan scan = Scan.of(document);
        if (!scan.hasMembers) {
            if (scan.root.endsWith("Collection")) {
                return source(document, scan, "");
            }
            document = new GmlDocument(parts, options, true);
            scan = Scan.of(document);
            if (!scan.isFeature) {
                throw noFeatures(document);
            }
        }
        String type = scan.choose(document);
        return source(document, type.isEmpty() ? scan : Scan.of(document, type), type);
    }

    private static Source source(GmlDocument document, Scan scan, String type) {
        List<Issue> issues = new ArrayList<>();
        if (scan.hasReferences) {
            issues.add(XmlIssues.reference());
        }
        String srsName = scan.srsNames.stream().findFirst().orElse(null);
        GmlAxes axes = GmlAxes.of(srsName, scan.numbers, issues);
        SourceInfo info = new SourceInfo(
                type.isEmpty() ? document.parts().name() : type,
                SourceFormat.GML,
                scan.list.list(),
                axes.crs(),
                null,
                scan.records);
        return new StreamedSource(
                info, issues, fileIssues -> new Records(document.open(), type, info.fields(), axes, fileIssues));
    }

    private static UnreadableSourceException noFeatures(GmlDocument document)
            throws IOException, UnreadableSourceException {
        String text;
        try (XmlWalk walk = document.walk()) {
            text = walk.nextStart()
                    ? walk.element() + ": "
                            + walk.text(document.options().limits().textChars())
                    : "";
        }
        String start = text.replaceAll("\\s+", " ").strip();
        String shown = start.substring(0, Math.min(200, start.length()));
        return new UnreadableSourceException(
                "GML_WITHOUT_FEATURES",
                document.file() + " là XML nhưng không chứa đối tượng GML nào (“" + shown + "”). Tải lại từ dịch vụ WFS"
                        + " hoặc xuất lại.",
                document.file() + " is XML without any GML feature (“" + shown
                        + "”). Download it from the WFS again or export it again.");
    }

    private record GmlDocument(FileParts parts, ReadOptions options, boolean rootIsFeature) {

        String file() {
            return String.valueOf(parts.main().getFileName());
        }

        XmlWalk walk() throws UnreadableSourceException, IOException {
            return XmlWalk.open(parts.main(), file(), options);
        }

        GmlFeatures open() throws UnreadableSourceException, IOException {
            return new GmlFeatures(walk(), options.limits(), rootIsFeature);
        }
    }

    /** What only the whole file tells. */
    private static final class Scan {
        private final XmlFields list;
        private final NorthingFirst numbers = new NorthingFirst();
        private final Set<String> types = new LinkedHashSet<>();
        private final Set<String> srsNames = new LinkedHashSet<>();
        private String root = "";
        private boolean hasMembers;
        /** Something has a geometry or an id, as features do and other XML does not. */
        private boolean isFeature;

        private boolean hasReferences;
        private long records;

        private Scan(Limits limits) {
            list = new XmlFields(limits.fields());
        }

        static Scan of(GmlDocument document) throws UnreadableSourceException, IOException {
            return of(document, "");
        }

        static Scan of(GmlDocument document, String type) throws UnreadableSourceException, IOException {
            Scan scan = new Scan(document.options().limits());
            try (GmlFeatures features = document.open()) {
                for (XmlFeature next = features.next(new ArrayList<>());
                        next != null;
                        next = features.next(new ArrayList<>())) {
                    Refusals.requireAtMost(document.options().limits().records(), features.row());
                    if (scan.types.size() < document.options().limits().fields()) {
                        scan.types.add(next.type());
                    }
                    if (type.isEmpty() || type.equals(next.type())) {
                        scan.add(next);
                    }
                }
                scan.root = features.root();
                scan.hasMembers = features.hasMembers();
                scan.hasReferences = features.hasReferences();
            }
            return scan;
        }

        private void add(XmlFeature feature) throws UnreadableSourceException {
            records++;
            list.add(feature.values());
            if (feature.srsName() != null && srsNames.size() < 2) {
                srsNames.add(feature.srsName());
            }
            Geometry geometry = feature.geometry();
            isFeature |= geometry != null || feature.values().containsKey(GmlFeatures.ID);
            if (geometry != null) {
                Coordinate at = geometry.getCoordinate();
                numbers.add(at.x, at.y);
            }
        }

        /** The type to read; empty: all, as they are of one. */
        String choose(GmlDocument document) throws UnreadableSourceException {
            String wanted = document.options().member();
            if (wanted == null) {
                if (types.size() > 1) {
                    throw Refusals.chooseMember(document.file(), List.copyOf(types));
                }
                return "";
            }
            String local = wanted.substring(wanted.indexOf(':') + 1);
            return types.stream()
                    .filter(local::equalsIgnoreCase)
                    .findFirst()
                    .orElseThrow(() -> Refusals.noSuchMember(document.file(), wanted, List.copyOf(types)));
        }
    }

    private record Records(
            GmlFeatures features, String type, List<SourceField> fields, GmlAxes axes, Consumer<Issue> fileIssues)
            implements StreamedSource.Cursor {

        @Override
        public @Nullable SourceRecord next() throws UnreadableSourceException, IOException {
            List<Issue> found = new ArrayList<>();
            XmlFeature next = features.next(found);
            while (next != null && !type.isEmpty() && !type.equals(next.type())) {
                found.clear();
                next = features.next(found);
            }
            if (features.hasHeight()) {
                fileIssues.accept(ReadIssues.dimensionsDropped());
            }
            return next == null
                    ? null
                    : new SourceRecord(
                            features.row(), XmlFields.row(fields, next.values()), geometry(next, found), found);
        }

        private @Nullable Geometry geometry(XmlFeature feature, List<Issue> found) {
            Geometry geometry = feature.geometry();
            String srsName = feature.srsName();
            if (geometry == null) {
                return null;
            }
            if (axes.srsName() != null && srsName != null && !axes.srsName().equals(srsName)) {
                fileIssues.accept(XmlIssues.severalSystems(axes.srsName(), srsName));
                found.add(ReadIssues.damaged(
                        features.row(),
                        "Hình theo hệ tọa độ khác (" + srsName + ").",
                        "The geometry is in another coordinate system (" + srsName + ")."));
                return null;
            }
            if (axes.northingFirst()) {
                for (Coordinate at : geometry.getCoordinates()) {
                    double northing = at.x;
                    at.x = at.y;
                    at.y = northing;
                }
                geometry.geometryChanged();
            }
            return geometry;
        }

        @Override
        public void close() throws IOException {
            features.close();
        }
    }
}
