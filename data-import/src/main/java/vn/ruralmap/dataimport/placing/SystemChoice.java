package vn.ruralmap.dataimport.placing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.crs.DeclaredSystem;
import vn.ruralmap.layers.crs.UnknownSystemException;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * The coordinate system of a source and why it is that one.
 *
 * @param system null: none can be used, and the issues say why
 * @param reason for people
 * @param issues an ERROR among them stops the import
 * @param evidence where the features fall; null: the source has none
 */
public record SystemChoice(
        @Nullable DeclaredSystem system,
        LocalizedText reason,
        List<Issue> issues,
        @Nullable PlaceEvidence evidence) {

    public SystemChoice {
        issues = List.copyOf(issues);
    }

    /**
     * Decides. What is declared stays unless the features lie where they cannot; nothing else is taken without a
     * warning, and nothing against a declaration unless {@link Declaration#AUTO} was asked for.
     *
     * @throws UnknownSystemException if what a person asked for is no coordinate system
     */
    public static SystemChoice of(Declaration declaration, Sample sample) throws UnknownSystemException {
        return new Doctor(declaration, sample, Thresholds.DEFAULT).decide();
    }
}
