package vn.ruralmap.dataimport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * Every issue code an import may report, with what it means in general; an issue itself says what is wrong in its row.
 *
 * <p>Kept in one text file beside this class. Tests compare it with the stages' sources, so that no code is without an
 * entry, and generate {@code docs/import-issues.md} from it.
 */
public final class IssueCodes {

    private static final String FILE = "issue-codes.txt";
    private static final int COLUMNS = 6;
    private static final Map<String, IssueCode> ALL = read();

    private static final Map<String, LocalizedText> STAGES = Map.of(
            "read", new LocalizedText("Đọc tệp", "Reading the file"),
            "check", new LocalizedText("Kiểm tra thuộc tính", "Checking attributes"),
            "transform", new LocalizedText("Tọa độ và hình học", "Coordinates and geometry"),
            "inspect", new LocalizedText("Giữa các đối tượng", "Among the features"),
            "load", new LocalizedText("So với dữ liệu đã có", "Comparing with what is stored"),
            "import", new LocalizedText("Toàn bộ lần nhập", "The import as a whole"));

    /**
     * One code.
     *
     * @param code stable, upper case
     * @param stage of the import that reports it
     * @param severities it may have
     * @param meaning what it means
     * @param remedy how to mend it
     */
    public record IssueCode(
            String code, String stage, Set<Severity> severities, LocalizedText meaning, LocalizedText remedy) {}

    private IssueCodes() {}

    /** All, by stage. */
    public static Collection<IssueCode> list() {
        return ALL.values();
    }

    /** @param stage of one of the codes */
    public static LocalizedText stageTitle(String stage) {
        return Objects.requireNonNull(STAGES.get(stage), stage);
    }

    public static Optional<IssueCode> find(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    private static Map<String, IssueCode> read() {
        Map<String, IssueCode> codes = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(IssueCodes.class.getResourceAsStream(FILE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String stage = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    stage = line.substring(1, line.indexOf(']'));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    IssueCode code = parse(stage, line);
                    if (codes.put(code.code(), code) != null) {
                        throw new IllegalStateException(FILE + " has " + code.code() + " twice");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(codes);
    }

    private static IssueCode parse(String stage, String line) {
        String[] cells = line.split(" \\| ");
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(FILE + " needs " + COLUMNS + " columns: " + line);
        }
        return new IssueCode(
                cells[0],
                stage,
                Stream.of(cells[1].split(" ")).map(Severity::valueOf).collect(Collectors.toUnmodifiableSet()),
                new LocalizedText(cells[2], cells[3]),
                new LocalizedText(cells[4], cells[5]));
    }
}
