package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A format that can be imported. A new one is a class that implements this, and a line in {@link Formats}. */
interface Format {

    /** How sure an extension makes that a file in a zip is the data: lower ranks count if higher ones are absent. */
    enum Rank {
        EXCHANGE,
        /** Often a copy of the same data for another program. */
        COPY,
        /** Often a list that belongs to the data. */
        TABLE,
        /** Mostly a description. */
        DOUBTFUL
    }

    /** Of the main file, lower case. */
    Map<String, Rank> extensions();

    /** Of the files that belong to it, lower case. */
    default List<String> companions() {
        return List.of();
    }

    /** True if a file that starts so can be nothing else, whatever it is called. */
    boolean isStartOf(FileStart start);

    Source open(FileParts parts, ReadOptions options) throws UnreadableSourceException, IOException;
}
