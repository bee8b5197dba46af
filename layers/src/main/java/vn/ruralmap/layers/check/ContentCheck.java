package vn.ruralmap.layers.check;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.store.ChangeCheck;
import vn.ruralmap.layers.store.GeometryCheck;
import vn.ruralmap.layers.store.InvalidChangeException;
import vn.ruralmap.layers.store.StoreIssue;
import vn.ruralmap.layers.store.StoreIssueCode;
import vn.ruralmap.layers.store.StoredLayer;
import vn.ruralmap.layers.store.StoredVersion;

/** What features are: values that the catalogue allows, geometry of the layer's kind, on the grid, valid. */
final class ContentCheck {

    private final StoredLayer stored;
    private final Findings findings;
    private final @Nullable CoverageOverlaps coverage;

    ContentCheck(StoredLayer stored, Findings findings) {
        this.stored = stored;
        this.findings = findings;
        this.coverage = stored.layer().coverage() && !stored.layer().isDerived()
                ? new CoverageOverlaps(stored.name(), findings)
                : null;
    }

    void check(StoredVersion version) {
        Feature feature = version.feature();
        if (feature == null) {
            String id = id(version);
            findings.accept(StoreIssue.of(
                    StoreIssueCode.ROW_UNREADABLE,
                    stored.name(),
                    version.fid(),
                    id + ": " + version.damage(),
                    id + ": " + version.damage()));
            return;
        }
        if (stored.isInCatalogue()) {
            try {
                ChangeCheck.demandValues(stored.layer(), id(version), Change.Content.of(feature));
            } catch (InvalidChangeException e) {
                report(StoreIssueCode.VALUE_BREAKS_SCHEMA, version, null, e.text());
            }
        }
        boolean isSound =
                checkGeometry(version, feature, StoreIssueCode.GEOMETRY_WRONG, StoreIssueCode.GEOMETRY_INVALID);
        if (isSound && coverage != null && feature.geometry() != null) {
            coverage.add(version.fid(), feature.validity(), feature.geometry());
        }
    }

    /** A version that later ones replaced. */
    void checkOld(StoredVersion version) {
        Feature feature = version.feature();
        if (feature != null) {
            checkGeometry(version, feature, StoreIssueCode.OLD_GEOMETRY_WRONG, StoreIssueCode.OLD_GEOMETRY_WRONG);
        }
    }

    /** All features were checked. */
    void finish() {
        if (coverage != null) {
            coverage.check();
        }
    }

    private boolean checkGeometry(
            StoredVersion version, Feature feature, StoreIssueCode wrong, StoreIssueCode invalid) {
        String id = id(version);
        Geometry geometry = feature.geometry();
        try {
            GeometryCheck.check(stored.layer(), id, geometry);
        } catch (InvalidChangeException e) {
            Coordinate place = geometry == null ? null : geometry.getCoordinate();
            report(wrong, version, place, e.text());
            return false;
        }
        if (geometry == null) {
            return true;
        }
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error == null) {
            return true;
        }
        Coordinate place = error.getCoordinate();
        String what = id + " (v" + version.version() + "): " + error.getMessage() + " " + place.x + " " + place.y;
        report(invalid, version, place, LocalizedText.same(what));
        return false;
    }

    private void report(StoreIssueCode code, StoredVersion version, @Nullable Coordinate place, LocalizedText message) {
        findings.accept(new StoreIssue(code, stored.name(), version.fid(), place, message));
    }

    private String id(StoredVersion version) {
        return stored.name() + "." + version.fid();
    }
}
