package vn.ruralmap.server.wms;

import java.util.ArrayList;
import java.util.List;

/** Splits the value of CQL_FILTER: {@code ;} between filters, but not within quotes. */
final class FilterList {

    private FilterList() {}

    static List<String> split(String text) {
        List<String> filters = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            if (c == ';' && !quoted) {
                filters.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        filters.add(text.substring(from).strip());
        return filters;
    }
}
