package vn.ruralmap.server.wfs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A published feature id, {@code communes.17}. */
record FeatureId(String layer, long fid) {

    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9_]*)\\.(\\d{1,18})");

    /** Empty if the text cannot be the id of any feature. */
    static Optional<FeatureId> find(String text) {
        Matcher id = FORM.matcher(text.strip());
        return id.matches() ? Optional.of(new FeatureId(id.group(1), Long.parseLong(id.group(2)))) : Optional.empty();
    }
}
