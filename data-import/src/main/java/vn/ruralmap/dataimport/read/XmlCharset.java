package vn.ruralmap.dataimport.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes an XML file: as asked for, by its byte order mark, as it declares, as UTF-8 (XML 1.0 annex F). Not left to the
 * parser, which knows few character sets and prints to the standard error stream where bytes do not fit.
 */
final class XmlCharset {
    private static final Pattern DECLARATION =
            Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([^\"']{1,40})[\"']");

    private XmlCharset() {}

    static Reader open(Path file, String name, ReadOptions options) throws IOException, UnreadableSourceException {
        FileStart start = FileStart.of(file);
        int mark = start.startsWith("efbbbf") ? 3 : start.startsWith("feff") || start.startsWith("fffe") ? 2 : 0;
        Charset asked = options.charset();
        Charset charset = asked == null ? ofFile(start, name) : asked;
        InputStream in = new BufferedInputStream(WatchedStream.open(file, options.watch()), 1 << 16);
        in.skipNBytes(mark);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Charset ofFile(FileStart start, String name) throws UnreadableSourceException {
        if (start.startsWith("fffe") || start.startsWith("3c00")) {
            return StandardCharsets.UTF_16LE;
        }
        if (start.startsWith("feff") || start.startsWith("003c")) {
            return StandardCharsets.UTF_16BE;
        }
        Matcher matcher = DECLARATION.matcher(start.text());
        if (!matcher.find() || start.startsWith("efbbbf")) {
            return StandardCharsets.UTF_8;
        }
        return CharsetNames.find(matcher.group(1))
                .orElseThrow(() -> new UnreadableSourceException(
                        "XML_CHARSET",
                        name + " khai bảng mã “" + matcher.group(1) + "” không rõ. Cho biết bằng --charset.",
                        name + " declares the unknown character set “" + matcher.group(1)
                                + "”. Name it with --charset."));
    }
}
