package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.read.SourceField.Type;

/**
 * What stands before {@code Data} in a .mif.
 *
 * @param charset as named; empty: not named
 * @param delimiter of the .mid
 * @param coordSys the words of the clause; empty: there is none
 * @param transform x and y factor, x and y offset of all coordinates
 * @param columns names with their bytes, types and widths
 */
record MifHeader(String charset, char delimiter, List<String> coordSys, double[] transform, List<SourceField> columns) {
    private static final List<String> CLAUSES =
            List.of("version", "charset", "delimiter", "unique", "index", "coordsys", "transform", "columns", "data");
    private static final int LONGEST_CLAUSE = 100;

    static MifHeader read(MifTokens tokens, Limits limits) throws UnreadableSourceException, IOException {
        String charset = "";
        char delimiter = '\t';
        List<String> coordSys = List.of();
        double[] transform = {1, 1, 0, 0};
        List<SourceField> columns = List.of();
        for (MifTokens.Token token = tokens.next(); token != null; token = tokens.next()) {
            switch (token.word()) {
                case "charset" -> charset = text(tokens);
                case "delimiter" -> {
                    String text = text(tokens);
                    delimiter = text.isEmpty() ? delimiter : text.charAt(0);
                }
                case "coordsys" -> coordSys = clause(tokens);
                case "transform" -> transform = transform(clause(tokens));
                case "columns" -> columns = columns(tokens, limits);
                case "data" -> {
                    return new MifHeader(charset, delimiter, coordSys, transform, columns);
                }
                default -> clause(tokens);
            }
        }
        throw tokens.broken("không có dòng Data", "there is no line Data");
    }

    private static String text(MifTokens tokens) throws UnreadableSourceException, IOException {
        MifTokens.Token token = tokens.next();
        return token == null ? "" : token.text();
    }

    /** The words up to the next clause. */
    private static List<String> clause(MifTokens tokens) throws UnreadableSourceException, IOException {
        List<String> words = new ArrayList<>();
        for (MifTokens.Token token = tokens.next(); token != null; token = tokens.next()) {
            if (CLAUSES.contains(token.word())) {
                tokens.pushBack(token);
                break;
            }
            if (words.size() == LONGEST_CLAUSE) {
                throw tokens.broken("phần đầu không đúng cấu trúc", "the header is not well-formed");
            }
            words.add(token.text().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    /** MapInfo: a factor of 0 means that there is none. */
    private static double[] transform(List<String> words) {
        double[] transform = {1, 1, 0, 0};
        for (int i = 0; i < Math.min(4, words.size()); i++) {
            double number = CoordinateText.parse(words.get(i));
            if (Double.isFinite(number) && (i > 1 || number != 0)) {
                transform[i] = number;
            }
        }
        return transform;
    }

    private static List<SourceField> columns(MifTokens tokens, Limits limits)
            throws UnreadableSourceException, IOException {
        double count = tokens.number();
        if (!(count >= 0 && count == Math.rint(count))) {
            throw tokens.broken("số cột không đọc được", "the number of columns cannot be read");
        }
        Refusals.requireFields(limits.fields(), (long) count);
        List<SourceField> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            MifTokens.Token name = tokens.next();
            MifTokens.Token type = tokens.next();
            if (name == null || type == null) {
                throw tokens.broken("thiếu cột", "columns are missing");
            }
            double width = tokens.number();
            if (!Double.isNaN(width)) {
                tokens.number();
            }
            boolean isText = type.is("char");
            columns.add(new SourceField(name.text(), type(type.word()), isText ? (int) width : 0));
        }
        return columns;
    }

    private static Type type(String name) {
        return switch (name) {
            case "integer", "smallint", "largeint" -> Type.INTEGER;
            case "decimal", "float" -> Type.DECIMAL;
            case "date" -> Type.DATE;
            case "logical" -> Type.BOOLEAN;
            default -> Type.TEXT;
        };
    }

    @Nullable
    DeclaredCrs crs() {
        return MifCoordSys.toCrs(coordSys);
    }

    double x(double stored) {
        return stored * transform[0] + transform[2];
    }

    double y(double stored) {
        return stored * transform[1] + transform[3];
    }
}
