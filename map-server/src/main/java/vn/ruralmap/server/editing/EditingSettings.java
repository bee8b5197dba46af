package vn.ruralmap.server.editing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about writing.
 *
 * @param unstatedVersions what becomes of a change by WFS-T whose client neither says which version it saw nor has read the
 *     feature since the server started
 */
@ConfigurationProperties("ruralmap")
record EditingSettings(@DefaultValue("last-read") UnstatedVersions unstatedVersions) {

    /** The rule for changes that do not say what they are based on. */
    enum UnstatedVersions {
        /** The client must have read the feature. */
        STRICT,
        /** If it has read the feature, that version counts; if not, the change is based on what is there. */
        LAST_READ
    }
}
