package vn.ruralmap.layers.store;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * Something wrong within a store.
 *
 * @param code says how bad it is and how to mend it
 * @param layer null: it is about no layer
 * @param fid of the feature; null: it is about none
 * @param place x longitude, y latitude in degrees; null: nowhere
 * @param message what is wrong, and where
 */
public record StoreIssue(
        StoreIssueCode code,
        @Nullable String layer,
        @Nullable Long fid,
        @Nullable Coordinate place,
        LocalizedText message) {

    /** About the store as a whole. */
    public static StoreIssue of(StoreIssueCode code, String vi, String en) {
        return new StoreIssue(code, null, null, null, new LocalizedText(vi, en));
    }

    /** About a layer. */
    public static StoreIssue of(StoreIssueCode code, String layer, String vi, String en) {
        return new StoreIssue(code, layer, null, null, new LocalizedText(vi, en));
    }

    /** About a feature. */
    public static StoreIssue of(StoreIssueCode code, String layer, long fid, String vi, String en) {
        return new StoreIssue(code, layer, fid, null, new LocalizedText(vi, en));
    }

    /** The same at a place. */
    public StoreIssue at(@Nullable Coordinate where) {
        return new StoreIssue(code, layer, fid, where, message);
    }
}
