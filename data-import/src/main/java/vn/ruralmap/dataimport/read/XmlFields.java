package vn.ruralmap.dataimport.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.read.SourceField.Type;

/** The names of the values of all features of an XML file, in order of appearance. All values are text. */
final class XmlFields {
    private final Set<String> names = new LinkedHashSet<>();
    private final int limit;

    XmlFields(int limit) {
        this.limit = limit;
    }

    void add(Map<String, String> values) throws UnreadableSourceException {
        names.addAll(values.keySet());
        Refusals.requireFields(limit, names.size());
    }

    List<SourceField> list() {
        return names.stream().map(name -> new SourceField(name, Type.TEXT, 0)).toList();
    }

    static List<@Nullable Object> row(List<SourceField> fields, Map<String, String> values) {
        List<@Nullable Object> row = new ArrayList<>(fields.size());
        for (SourceField field : fields) {
            row.add(values.get(field.name()));
        }
        return row;
    }
}
