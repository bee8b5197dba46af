package vn.ruralmap.server.proposals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.StoredShape;
import vn.ruralmap.server.editing.EditConflict;

/**
 * A proposed edit of a feature that somebody else changed meanwhile: what it was, what it is, what it was to be, and what comes of
 * them where they do not contradict.
 *
 * @param base what the edit is based on; null: unknown
 * @param theirs what it is now; null: deleted
 * @param lastVersion of the feature, that of its deletion too
 * @param fields all that both or one of them changed
 */
record Merge(
        ProposedEdit edit,
        EditConflict conflict,
        Change.@Nullable Content base,
        Change.@Nullable Content theirs,
        int lastVersion,
        List<Field> fields) {

    /** The name under which shapes are chosen. */
    static final String SHAPE = "geom";
    /** The name under which a feature is chosen as a whole. */
    static final String WHOLE = "*";

    /**
     * One property, or the shape, in three states.
     *
     * @param isContradiction both changed it, and not alike
     */
    record Field(
            String name,
            @Nullable Object base,
            @Nullable Object mine,
            @Nullable Object theirs,
            boolean isMine,
            boolean isContradiction) {}

    /**
     * @param edit what is left to be done; null: nothing
     * @param open names of contradictions that nobody chose about
     */
    record Result(@Nullable ProposedEdit edit, List<String> open) {}

    static Merge of(
            ProposedEdit edit,
            EditConflict conflict,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> now,
            Change.@Nullable Content base,
            Change.@Nullable Content theirs,
            int lastVersion) {
        List<Field> fields = new ArrayList<>();
        Map<String, @Nullable Object> names = new LinkedHashMap<>(edit.properties());
        now.keySet().forEach(name -> names.putIfAbsent(name, null));
        for (String name : names.keySet()) {
            Object was = before.get(name);
            boolean isMine = edit.properties().containsKey(name)
                    && (base == null || !JsonValue.isSame(edit.properties().get(name), was));
            boolean isTheirs = theirs != null && now.containsKey(name) && !JsonValue.isSame(now.get(name), was);
            if (isMine || isTheirs) {
                boolean isAlike = JsonValue.isSame(edit.properties().get(name), now.get(name));
                fields.add(new Field(
                        name,
                        was,
                        isMine ? edit.properties().get(name) : was,
                        now.get(name),
                        isMine,
                        isMine && isTheirs && !isAlike));
            }
        }
        addShape(edit, base, theirs, fields);
        return new Merge(edit, conflict, base, theirs, lastVersion, List.copyOf(fields));
    }

    private static void addShape(
            ProposedEdit edit, Change.@Nullable Content base, Change.@Nullable Content theirs, List<Field> fields) {
        Geometry was = base == null ? null : base.geometry();
        Geometry now = theirs == null ? null : theirs.geometry();
        boolean isMine = edit.hasGeometry() && !isSame(edit.geometry(), was);
        boolean isTheirs = theirs != null && !isSame(now, was);
        if (isMine || isTheirs) {
            fields.add(new Field(
                    SHAPE,
                    was,
                    isMine ? edit.geometry() : was,
                    now,
                    isMine,
                    isMine && isTheirs && !isSame(edit.geometry(), now)));
        }
    }

    private static boolean isSame(@Nullable Geometry one, @Nullable Geometry other) {
        return one == other || one != null && other != null && stored(one).equalsExact(stored(other));
    }

    /** As the store would have it, so that what was got and comes back is the same. */
    private static Geometry stored(Geometry drawn) {
        return drawn.isEmpty() ? drawn : StoredShape.of(CoordinateGrid.snap(drawn));
    }

    /** Whether nobody needs to choose. */
    boolean isAutomatic() {
        return resolve(Map.of()).open().isEmpty();
    }

    /** @param choices by name of a field, {@code mine} or {@code theirs}; {@link #WHOLE} for all that are not named */
    Result resolve(Map<String, String> choices) {
        if (theirs == null || edit.op() != ProposedEdit.Op.UPDATE) {
            return whole(choices.get(WHOLE));
        }
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        boolean keepsShape = false;
        List<String> open = new ArrayList<>();
        for (Field field : fields) {
            String choice = field.isContradiction()
                    ? choices.getOrDefault(field.name(), choices.get(WHOLE))
                    : field.isMine() ? "mine" : "theirs";
            if (choice == null) {
                open.add(field.name());
            } else if (choice.equals("mine") && field.name().equals(SHAPE)) {
                keepsShape = true;
            } else if (choice.equals("mine")) {
                properties.put(field.name(), edit.properties().get(field.name()));
            }
        }
        boolean isDone = properties.isEmpty() && !keepsShape;
        return new Result(isDone ? null : edit.with(edit.op(), lastVersion, properties, keepsShape), open);
    }

    /** One of them deleted it, or brought it back: no field decides that. */
    private Result whole(@Nullable String choice) {
        if (choice == null) {
            boolean isAgreed = theirs == null && edit.op() == ProposedEdit.Op.DELETE;
            return new Result(null, isAgreed ? List.of() : List.of(WHOLE));
        }
        if (choice.equals("theirs")) {
            return new Result(null, List.of());
        }
        ProposedEdit.Op op = theirs == null
                ? ProposedEdit.Op.RESTORE
                : edit.op() == ProposedEdit.Op.RESTORE ? ProposedEdit.Op.UPDATE : edit.op();
        return new Result(edit.with(op, lastVersion, edit.properties(), edit.hasGeometry()), List.of());
    }
}
