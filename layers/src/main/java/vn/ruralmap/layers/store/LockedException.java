package vn.ruralmap.layers.store;

import java.time.Instant;
import java.util.List;

/** Features are locked by somebody else. Nothing was written. */
public final class LockedException extends StoreException {

    private final transient List<FeatureLocks.Target> features;
    private final transient Instant until;

    /** @param until when the last of the locks expires */
    public LockedException(List<FeatureLocks.Target> features, Instant until) {
        super(
                list(features) + " đang bị khóa đến " + until + "; thử lại sau đó, hoặc gửi kèm khóa (lockId)",
                list(features) + " locked until " + until + "; try again then, or send the lock (lockId)");
        this.features = List.copyOf(features);
        this.until = until;
    }

    private static String list(List<FeatureLocks.Target> features) {
        String more = features.size() > 10 ? ", ... (" + features.size() + ")" : "";
        return String.join(
                        ", ",
                        features.stream()
                                .limit(10)
                                .map(feature -> feature.layer() + "." + feature.fid())
                                .toList())
                + more;
    }

    public List<FeatureLocks.Target> features() {
        return features;
    }

    public Instant until() {
        return until;
    }
}
