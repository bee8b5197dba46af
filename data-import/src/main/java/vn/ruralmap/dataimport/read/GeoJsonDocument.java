package vn.ruralmap.dataimport.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * A GeoJSON file as a stream of tokens, with limits.
 *
 * @param file where it is
 * @param name for people
 * @param charset null: UTF-8, UTF-16 or UTF-32, as its first bytes say (RFC 8259 wants UTF-8)
 */
record GeoJsonDocument(Path file, String name, @Nullable Charset charset, Limits limits, ReadWatch watch) {

    static final String NOT_UTF8 = "JSON_NOT_UTF8";

    JsonParser open() throws IOException, UnreadableSourceException {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.textChars())
                        .build())
                .enable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .build();
        InputStream in = new BufferedInputStream(WatchedStream.open(file, watch), 1 << 16);
        try {
            return charset == null
                    ? factory.createParser(ObjectReadContext.empty(), in)
                    : factory.createParser(ObjectReadContext.empty(), withoutByteOrderMark(in, charset));
        } catch (JacksonException e) {
            in.close();
            throw refusal(e);
        }
    }

    private static InputStreamReader withoutByteOrderMark(InputStream in, Charset charset) throws IOException {
        in.mark(3);
        byte[] start = in.readNBytes(3);
        boolean marked =
                start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        if (!marked) {
            in.reset();
        }
        return new InputStreamReader(in, charset);
    }

    /** What a failure of the parser means to the person who gave the file. @throws IOException if it was the disk */
    UnreadableSourceException refusal(JacksonException e) throws IOException {
        if (e instanceof JacksonIOException && e.getCause() instanceof IOException cause) {
            if (cause instanceof java.io.CharConversionException) {
                return notUtf8(e);
            }
            throw cause;
        }
        if (e instanceof StreamConstraintsException) {
            return new UnreadableSourceException(
                    "JSON_TOO_LARGE",
                    name + " vượt giới hạn " + place(e, "vi") + ": " + e.getOriginalMessage()
                            + ". Đơn giản hóa dữ liệu rồi xuất lại.",
                    name + " exceeds a limit " + place(e, "en") + ": " + e.getOriginalMessage()
                            + ". Simplify the data and export again.",
                    e);
        }
        if (String.valueOf(e.getOriginalMessage()).contains("UTF-8")) {
            return notUtf8(e);
        }
        return new UnreadableSourceException(
                "JSON_BROKEN",
                name + " hỏng " + place(e, "vi") + ": " + e.getOriginalMessage() + ". Tải lại hoặc xuất lại tệp.",
                name + " is broken " + place(e, "en") + ": " + e.getOriginalMessage()
                        + ". Download or export it again.",
                e);
    }

    private UnreadableSourceException notUtf8(JacksonException e) {
        return new UnreadableSourceException(
                NOT_UTF8,
                name + " không phải UTF-8 " + place(e, "vi")
                        + ". Cho biết bảng mã bằng --charset, hoặc lưu lại bằng UTF-8.",
                name + " is not UTF-8 " + place(e, "en")
                        + ". Name its character set with --charset, or save it as UTF-8.",
                e);
    }

    private static String place(JacksonException e, String language) {
        TokenStreamLocation at = e.getLocation();
        if (at == null || at.getLineNr() < 1) {
            return language.equals("vi") ? "ở một chỗ không rõ" : "at an unknown place";
        }
        String numbers = at.getLineNr() + (language.equals("vi") ? ", cột " : ", column ") + at.getColumnNr();
        String offset = at.getByteOffset() < 0 ? "" : " (byte " + at.getByteOffset() + ")";
        return (language.equals("vi") ? "ở dòng " : "at line ") + numbers + offset;
    }

    UnreadableSourceException valueTooLong(String property) {
        return new UnreadableSourceException(
                "JSON_TOO_LARGE",
                name + ": giá trị của “" + property + "” dài hơn " + limits.textChars()
                        + " ký tự. Bỏ bớt rồi xuất lại.",
                name + ": the value of “" + property + "” is longer than " + limits.textChars()
                        + " characters. Leave it out and export again.");
    }

    UnreadableSourceException notGeoJson(String vi, String en) {
        return new UnreadableSourceException(
                "NOT_GEOJSON",
                name + " là JSON nhưng không phải GeoJSON: " + vi + ". Xuất lại ở định dạng GeoJSON.",
                name + " is JSON but no GeoJSON: " + en + ". Export it as GeoJSON.");
    }
}
