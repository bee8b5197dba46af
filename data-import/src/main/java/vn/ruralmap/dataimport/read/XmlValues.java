package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The texts of one feature, together no longer than one text may be, which is less than a record may have. */
final class XmlValues {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Limits limits;
    private int chars;

    XmlValues(Limits limits) {
        this.limits = limits;
    }

    /** Takes the text of the current element, to its end. */
    void read(String name, XmlWalk walk) throws UnreadableSourceException, IOException {
        add(name, walk.text(remaining()));
    }

    int remaining() {
        return limits.textChars() - chars;
    }

    /** Takes a text no longer than {@link #remaining()}. A second value of a name is put behind the first. */
    void add(String name, String value) throws UnreadableSourceException {
        String text = value.strip();
        if (text.isEmpty()) {
            return;
        }
        chars += text.length();
        values.merge(name, text, (first, second) -> first + "; " + second);
        Refusals.requireFields(limits.fields(), values.size());
    }

    void put(String name, String value) {
        if (!value.isEmpty()) {
            values.putIfAbsent(name, value);
        }
    }

    Map<String, String> map() {
        return values;
    }
}
