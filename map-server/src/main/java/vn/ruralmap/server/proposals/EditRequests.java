package vn.ruralmap.server.proposals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.editing.Draft;
import vn.ruralmap.server.editing.Edit;
import vn.ruralmap.server.editing.EditRequest;
import vn.ruralmap.server.editing.Editing;
import vn.ruralmap.server.editing.Writer;

/**
 * Makes of proposed edits what is published.
 *
 * <p>Without a legal day they correct features for all of their time. With one, also a later one, they are published at once and hold
 * from that day: what is in force before it ends then, and a successor goes on, so that every map shows the change on its day
 * and nothing must run on it.
 */
@Component
final class EditRequests {

    private final Editing editing;
    private final Snapshots snapshots;

    EditRequests(Editing editing, Snapshots snapshots) {
        this.editing = editing;
        this.snapshots = snapshots;
    }

    /** For a check, whoever it will be. */
    EditRequest of(Writer writer, Proposal.Heading heading, List<ProposedEdit> edits) {
        return of(writer, heading, edits, null, Map.of());
    }

    EditRequest of(
            Writer writer,
            Proposal.Heading heading,
            List<ProposedEdit> edits,
            EditRequest.@Nullable Key key,
            Map<String, String> facts) {
        LocalDate date = heading.validFrom() == null ? snapshots.today() : heading.validFrom();
        List<Edit> all = new ArrayList<>();
        edits.forEach(edit -> all.add(edit(edit, heading, date)));
        return new EditRequest(writer, Changeset.Source.BROWSER, message(heading), date, all, true, null, key, facts);
    }

    private static String message(Proposal.Heading heading) {
        return heading.message().isBlank() ? heading.title() : heading.title() + ": " + heading.message();
    }

    private Edit edit(ProposedEdit edit, Proposal.Heading heading, LocalDate date) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>(edit.properties());
        properties.remove("version");
        if (heading.decision() != null) {
            properties.putIfAbsent("decision", heading.decision());
        }
        Draft draft = new Draft(properties, edit.hasGeometry(), edit.geometry());
        return switch (edit.op()) {
            case INSERT -> new Edit.Insert(edit.layer(), since(draft, heading));
            case RESTORE -> new Edit.Restore(edit.layer(), edit.fid(), edit.version(), draft);
            case UPDATE -> {
                Optional<Validity> validity = editing.findValidity(edit.layer(), edit.fid(), date);
                if (isLegalChange(heading, validity)) {
                    yield new Edit.Succeed(edit.layer(), edit.fid(), edit.version(), date, draft);
                }
                yield new Edit.Update(
                        edit.layer(),
                        edit.fid(),
                        edit.version(),
                        // a row of a derived layer begins with its first edit
                        validity.isEmpty() ? since(draft, heading) : draft);
            }
            case DELETE ->
                isLegalChange(heading, editing.findValidity(edit.layer(), edit.fid(), date))
                        ? new Edit.Update(edit.layer(), edit.fid(), edit.version(), ending(heading, date))
                        : new Edit.Delete(edit.layer(), edit.fid(), edit.version());
        };
    }

    private static boolean isLegalChange(Proposal.Heading heading, Optional<Validity> validity) {
        return heading.validFrom() != null
                && validity.filter(period -> period.from().isBefore(heading.validFrom()))
                        .isPresent();
    }

    private static Draft since(Draft draft, Proposal.Heading heading) {
        if (heading.validFrom() == null || draft.properties().get("valid_from") != null) {
            return draft;
        }
        Map<String, @Nullable Object> properties = new LinkedHashMap<>(draft.properties());
        properties.put("valid_from", heading.validFrom().toString());
        return new Draft(properties, draft.hasGeometry(), draft.geometry());
    }

    private static Draft ending(Proposal.Heading heading, LocalDate date) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("valid_to", date.toString());
        if (heading.decision() != null) {
            properties.put("decision", heading.decision());
        }
        return new Draft(properties, false, null);
    }
}
