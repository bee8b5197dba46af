package vn.ruralmap.dataimport.read;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.encoding.FileEncoding;
import vn.ruralmap.layers.model.Issue;

/** A .dbf with its character set: rows of Java values. */
final class DbfTable implements Closeable {
    private final DbfFile dbf;
    private final ColumnTexts text;
    private final DbfValues typed;
    private final List<SourceField> fields;

    private DbfTable(DbfFile dbf, ColumnTexts text) {
        this.dbf = dbf;
        this.text = text;
        this.typed = new DbfValues(dbf.header().isDbase7());
        this.fields = fields(dbf, text);
    }

    static @Nullable DbfTable open(FileParts parts, ReadOptions options, List<Issue> issues)
            throws UnreadableSourceException, IOException {
        Path file = parts.find("dbf");
        if (file == null) {
            issues.add(ValueIssues.noTable());
            return null;
        }
        Path cpg = parts.find("cpg") != null ? parts.find("cpg") : parts.find("cst");
        return open(file, parts.name() + ".dbf", cpg, options, issues);
    }

    static DbfTable open(Path file, String name, @Nullable Path cpg, ReadOptions options, List<Issue> issues)
            throws UnreadableSourceException, IOException {
        DbfFile dbf = DbfFile.open(file, name, options.limits());
        boolean opened = false;
        try {
            if (dbf.rows() < dbf.header().declaredRows()) {
                issues.add(ValueIssues.rowsMissing(dbf.header().declaredRows(), dbf.rows()));
            }
            ColumnTexts text = DbfText.decide(dbf, cpg, options, issues);
            for (DbfField field : dbf.header().fields()) {
                if (!field.isReadable() && field.code() != '0') {
                    issues.add(ValueIssues.fieldNotRead(text.encoding().decodeName(field.rawName()), field.code()));
                }
            }
            opened = true;
            return new DbfTable(dbf, text);
        } finally {
            if (!opened) {
                dbf.close();
            }
        }
    }

    private static List<SourceField> fields(DbfFile dbf, ColumnTexts text) {
        List<SourceField> fields = new ArrayList<>();
        for (int i = 0; i < dbf.fields().size(); i++) {
            DbfField field = dbf.fields().get(i);
            fields.add(new SourceField(text.names().get(i), field.type(), field.width()));
        }
        return fields;
    }

    List<SourceField> fields() {
        return fields;
    }

    FileEncoding encoding() {
        return text.encoding();
    }

    /** Rows with deleted ones. */
    long rows() {
        return dbf.rows();
    }

    boolean isDeleted(long row) throws IOException {
        return row < dbf.rows() && DbfFile.isDeleted(dbf.row(row));
    }

    /** @param row 0-based; all null beyond the end of the table */
    @Nullable
    Object[] values(long row, List<Issue> issues) throws IOException {
        @Nullable Object[] values = new Object[fields.size()];
        if (row >= dbf.rows()) {
            return values;
        }
        ByteBuffer bytes = dbf.row(row);
        for (int i = 0; i < values.length; i++) {
            DbfField field = dbf.fields().get(i);
            byte[] raw = DbfFile.value(bytes, field);
            if (!field.isText()) {
                values[i] = typed.value(field, fields.get(i).name(), raw, row + 1, issues);
            } else {
                values[i] = text.padded(i, raw, row + 1, issues);
            }
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        dbf.close();
    }
}
