package vn.ruralmap.layers.store;

import java.util.List;
import java.util.function.Function;

/** Features were changed by somebody else since the author saw them. Nothing was written. */
public final class ConflictException extends StoreException {

    private final transient List<Conflict> conflicts;

    /**
     * One feature in conflict.
     *
     * @param layer its layer
     * @param fid its id
     * @param expectedVersion what the author saw
     * @param actualVersion what it is; 0 if it does not exist
     * @param changeset the changeset that made the actual version or deleted the feature; 0 if it never existed
     */
    public record Conflict(String layer, long fid, int expectedVersion, int actualVersion, long changeset) {
        @Override
        public String toString() {
            return layer + "." + fid + " (version " + expectedVersion + " expected, " + actual() + ")";
        }

        private String vi() {
            String actual = actualVersion > 0
                    ? "nay là " + actualVersion + " từ lần cập nhật số " + changeset
                    : changeset > 0 ? "đã bị xóa ở lần cập nhật số " + changeset : "chưa từng có";
            return layer + "." + fid + " (phiên bản " + expectedVersion + ", " + actual + ")";
        }

        private String actual() {
            if (actualVersion > 0) {
                return "is " + actualVersion + " since changeset " + changeset;
            }
            return changeset > 0 ? "deleted by changeset " + changeset : "never existed";
        }
    }

    public ConflictException(List<Conflict> conflicts) {
        super(
                "đã bị người khác sửa: " + list(conflicts, Conflict::vi),
                "changed in the meantime: " + list(conflicts, Conflict::toString));
        this.conflicts = List.copyOf(conflicts);
    }

    private static String list(List<Conflict> conflicts, Function<Conflict, String> form) {
        String more = conflicts.size() > 10 ? ", ... (" + conflicts.size() + ")" : "";
        return String.join(", ", conflicts.stream().limit(10).map(form).toList()) + more;
    }

    public List<Conflict> conflicts() {
        return conflicts;
    }
}
