package vn.ruralmap.dataimport.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Issue;

/**
 * The features of a GML file one after the other, without its schema: children with text are values, the first child
 * with a geometry is the geometry, values of nested elements are named {@code parent.child}.
 */
final class GmlFeatures implements Closeable {
    static final String ID = "gml_id";

    private static final String NAMESPACE = "http://www.opengis.net/gml";
    private static final Set<String> MEMBERS = Set.of("member", "members", "featureMember", "featureMembers");
    private static final Set<String> SKIPPED = Set.of("boundedBy", "metaDataProperty");

    private final XmlWalk walk;
    private final Limits limits;
    private final boolean rootIsFeature;
    /** Of the open element whose children are features; 0: none is open. */
    private int memberDepth;

    private long row;
    private boolean hasMembers;
    private boolean hasReferences;
    private boolean hasHeight;
    private String root = "";
    private @Nullable String collectionSrsName;

    // Of the feature that is being read.
    private XmlValues values;
    private @Nullable Geometry geometry;
    private boolean hasGeometry;
    private @Nullable String srsName;

    /** @param rootIsFeature true: the file is one feature and no collection, as the answer to GetFeatureById */
    GmlFeatures(XmlWalk walk, Limits limits, boolean rootIsFeature) {
        this.walk = walk;
        this.limits = limits;
        this.rootIsFeature = rootIsFeature;
        this.values = new XmlValues(limits);
    }

    boolean hasMembers() {
        return hasMembers;
    }

    boolean hasReferences() {
        return hasReferences;
    }

    boolean hasHeight() {
        return hasHeight;
    }

    /** The name of the outermost element. */
    String root() {
        return root;
    }

    /** Of the feature read last: 1 for the first in the file. */
    long row() {
        return row;
    }

    /** The next feature, or null. */
    @Nullable
    XmlFeature next(List<Issue> found) throws UnreadableSourceException, IOException {
        if (rootIsFeature) {
            return row == 0 && walk.nextStart() ? feature(found) : null;
        }
        while (true) {
            if (memberDepth > 0 && walk.nextChild(memberDepth)) {
                if (!walk.element().endsWith("FeatureCollection")) {
                    return feature(found);
                }
                memberDepth = 0;
            } else {
                memberDepth = 0;
                if (!walk.nextStart()) {
                    return null;
                }
                lookAround();
            }
        }
    }

    private void lookAround() {
        if (root.isEmpty()) {
            root = walk.element();
        }
        if (MEMBERS.contains(walk.element())) {
            hasMembers = true;
            hasReferences |= walk.attribute("href") != null;
            memberDepth = walk.depth();
        } else if (walk.element().equals("Envelope") && collectionSrsName == null) {
            collectionSrsName = walk.attribute("srsName");
        }
    }

    private XmlFeature feature(List<Issue> found) throws UnreadableSourceException, IOException {
        row++;
        values = new XmlValues(limits);
        geometry = null;
        hasGeometry = false;
        srsName = collectionSrsName;
        String type = walk.element();
        String id = walk.attribute("id") == null ? walk.attribute("fid") : walk.attribute("id");
        values.put(ID, id == null ? "" : id);
        int depth = walk.depth();
        while (walk.nextChild(depth)) {
            if (!SKIPPED.contains(walk.element())) {
                boolean isGml = walk.namespace().startsWith(NAMESPACE);
                property((isGml ? "gml_" : "") + walk.element(), found);
            }
        }
        return new XmlFeature(type, values.map(), geometry, srsName);
    }

    private void property(String name, List<Issue> found) throws UnreadableSourceException, IOException {
        int depth = walk.depth();
        boolean refers = walk.attribute("href") != null;
        String text = walk.textUnlessChild(values.remaining());
        if (text != null) {
            values.add(name, text);
            hasReferences |= refers && text.isBlank();
            return;
        }
        do {
            boolean isGml = walk.namespace().isEmpty() || walk.namespace().startsWith(NAMESPACE);
            if (isGml && XmlGeometry.isGeometry(walk.element())) {
                if (!hasGeometry) {
                    hasGeometry = true;
                    readGeometry(found);
                }
            } else {
                property(name + "." + walk.element(), found);
            }
        } while (walk.nextChild(depth));
    }

    private void readGeometry(List<Issue> found) throws UnreadableSourceException, IOException {
        XmlGeometry reader = new XmlGeometry(walk, new GeometryParts(row, found), limits);
        try {
            geometry = reader.read();
            if (geometry == null) {
                found.add(ReadIssues.emptied(row));
            }
        } catch (DamagedGeometryException e) {
            found.add(e.issue());
        }
        hasHeight |= reader.hasHeight();
        srsName = reader.srsName() == null ? srsName : reader.srsName();
    }

    @Override
    public void close() throws IOException {
        walk.close();
    }
}
