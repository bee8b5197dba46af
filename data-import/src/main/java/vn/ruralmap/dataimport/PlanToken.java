package vn.ruralmap.dataimport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.dataimport.diff.PlanDigest;
import vn.ruralmap.dataimport.load.ImportPlan;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * What a dry run showed, small enough to keep while somebody decides: publishing takes exactly this or nothing.
 *
 * <p>The seal is a hash over all the rest: it finds a file that was cut or edited by accident. It is no signature and
 * needs no secret, since a forged token gets nothing published that the same person could not import without one.
 *
 * @param file its name
 * @param sha256 of the parts of the file
 * @param layer into which
 * @param options how the file was to be understood, by name
 * @param day what was taken for today; rows without a date hold since then
 * @param layerRevision the last changeset of the layer that the plan has seen
 * @param changes how many
 * @param digest over all changes
 * @param seal over all the rest
 */
public record PlanToken(
        String file,
        Map<String, String> sha256,
        String layer,
        Map<String, String> options,
        LocalDate day,
        long layerRevision,
        long changes,
        String digest,
        String seal) {

    /** Where a new word begins in {@code validFrom}, which on the command line is {@code valid-from}. */
    private static final Pattern HUMP = Pattern.compile("[A-Z]");

    private static final int LARGEST_BYTES = 1_000_000;

    public PlanToken {
        sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    static PlanToken of(FileFacts file, ImportOptions options, LocalDate day, long layerRevision, ImportPlan plan) {
        return new PlanToken(
                        file.name(),
                        file.sha256(),
                        options.layer(),
                        named(options),
                        day,
                        layerRevision,
                        plan.changes().size(),
                        PlanDigest.of(plan.changes()),
                        "")
                .sealed();
    }

    /** All that decides what changes; who imports and why does not. */
    private static Map<String, String> named(ImportOptions options) {
        Map<String, String> named = new TreeMap<>();
        JsonMapper mapper = JsonMapper.shared();
        for (Object group : List.of(options.reading(), options.dating())) {
            mapper.valueToTree(group)
                    .properties()
                    .forEach(option -> named.put(
                            HUMP.matcher(option.getKey()).replaceAll("-$0").toLowerCase(Locale.ROOT),
                            text(option.getValue())));
        }
        named.put("map", new TreeMap<>(options.fieldToAttribute()).toString());
        named.put("strict", Boolean.toString(options.handling().strict()));
        return named;
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "-";
        }
        return value.isString() ? value.asString() : value.toString();
    }

    private PlanToken sealed() {
        PlanToken open = new PlanToken(file, sha256, layer, options, day, layerRevision, changes, digest, "");
        try {
            byte[] seal =
                    MessageDigest.getInstance("SHA-256").digest(open.toString().getBytes(StandardCharsets.UTF_8));
            return new PlanToken(
                    file,
                    sha256,
                    layer,
                    options,
                    day,
                    layerRevision,
                    changes,
                    digest,
                    HexFormat.of().formatHex(seal));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @throws IOException if the file cannot be written */
    public void write(Path to) throws IOException {
        Files.writeString(
                to,
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(this));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws InvalidImportException if it is no such file, or not as it was written
     * @throws IOException if the disk fails
     */
    public static PlanToken read(Path from) throws InvalidImportException, IOException {
        if (Files.isRegularFile(from) && Files.size(from) <= LARGEST_BYTES) {
            try {
                // null: the file says "null"
                @Nullable
                PlanToken token = JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                        .build()
                        .readValue(Files.readAllBytes(from), PlanToken.class);
                if (token != null && token.equals(token.sealed())) {
                    return token;
                }
            } catch (JacksonException e) {
                throw unreadable(from, e);
            }
        }
        throw unreadable(from, null);
    }

    private static InvalidImportException unreadable(Path from, @Nullable Throwable cause) {
        InvalidImportException refusal = new InvalidImportException(new LocalizedText(
                from + " không phải tệp do --dry-run --plan ghi, hoặc đã bị sửa; hãy chạy thử lại",
                from + " was not written by --dry-run --plan, or was edited; make the dry run again"));
        refusal.initCause(cause);
        return refusal;
    }

    /** What differs in a later plan, for people; the cause before its effects. */
    List<LocalizedText> differences(PlanToken later) {
        List<LocalizedText> found = new ArrayList<>();
        if (!layer.equals(later.layer)) {
            found.add(new LocalizedText(
                    "lớp là " + later.layer + ", khi chạy thử là " + layer,
                    "the layer is " + later.layer + ", in the dry run it was " + layer));
        }
        if (!sha256.equals(later.sha256)) {
            found.add(new LocalizedText(
                    "nội dung tệp " + later.file + " khác với " + file + " khi chạy thử",
                    "the content of " + later.file + " is not that of " + file + " in the dry run"));
        }
        options.forEach((name, value) -> {
            String now = later.options.getOrDefault(name, "-");
            if (!value.equals(now)) {
                found.add(new LocalizedText(
                        "tùy chọn '" + name + "' là " + now + ", khi chạy thử là " + value,
                        "the option '" + name + "' is " + now + ", in the dry run it was " + value));
            }
        });
        if (layer.equals(later.layer) && layerRevision != later.layerRevision) {
            found.add(new LocalizedText(
                    "lớp " + layer + " nay ở lần cập nhật " + later.layerRevision + ", khi chạy thử là "
                            + layerRevision,
                    "the layer " + layer + " is at changeset " + later.layerRevision + " now, in the dry run it was at "
                            + layerRevision));
        }
        if (found.isEmpty() && !digest.equals(later.digest)) {
            found.add(new LocalizedText(
                    "sẽ có " + later.changes + " thay đổi khác với " + changes
                            + " thay đổi khi chạy thử, vì dữ liệu được tham chiếu hoặc phiên bản chương trình đã khác",
                    later.changes + " changes would be made that are not the " + changes
                            + " of the dry run, because data referred to or the program have changed"));
        }
        return found;
    }
}
