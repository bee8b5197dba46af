package vn.ruralmap.server.wfs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ruralmap.server.formats.GmlDialect;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** The versions of the standard that the service speaks, and what their documents are named by. */
enum WfsVersion {
    /** OGC 02-058. */
    V1_0_0(GmlDialect.GML2),
    /** OGC 04-094. */
    V1_1_0(GmlDialect.GML31),
    /** OGC 09-025r2; 2.0.2 corrects its text and is the same protocol. */
    V2_0_0(GmlDialect.GML32);

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})(?:\\.\\d{1,3})?");

    private final String number;
    private final GmlDialect dialect;

    WfsVersion(GmlDialect dialect) {
        this.number = dialect.wfsVersion();
        this.dialect = dialect;
    }

    String number() {
        return number;
    }

    /** Of the elements of requests and answers. */
    String namespace() {
        return dialect.wfsNamespace();
    }

    /** For {@code xsi:schemaLocation}: namespace and place of the schema. */
    String schemaLocation() {
        return dialect.wfsNamespace() + ' ' + dialect.wfsSchema();
    }

    boolean isBefore(WfsVersion other) {
        return compareTo(other) < 0;
    }

    /** @throws RequestException InvalidParameterValue if it is none of the three */
    static WfsVersion get(String text) {
        return find(text)
                .orElseThrow(() ->
                        RequestException.invalid("version", "chọn 2.0.0, 1.1.0 hoặc 1.0.0", "2.0.0, 1.1.0 or 1.0.0"));
    }

    /** By its first two numbers: the third one only marks corrections. */
    static Optional<WfsVersion> find(String text) {
        Matcher asked = NUMBER.matcher(text.strip());
        return Arrays.stream(values())
                .filter(version ->
                        asked.matches() && version.number.startsWith(asked.group(1) + '.' + asked.group(2) + '.'))
                .findFirst();
    }

    /**
     * The version of an answer to GetCapabilities: the first that the client accepts (OGC 06-121r9 §7.3.2); without such a list, the
     * highest that is not above {@code version}, or the lowest (OGC 02-058 §6.2.4); without either, the newest.
     *
     * @param accepted empty: not said
     * @throws RequestException VersionNegotiationFailed
     */
    static WfsVersion negotiate(List<String> accepted, Optional<String> version) {
        if (!accepted.isEmpty()) {
            return accepted.stream()
                    .flatMap(text -> find(text).stream())
                    .findFirst()
                    .orElseThrow(() -> RequestException.of(
                            "VersionNegotiationFailed",
                            "acceptVersions",
                            "Máy chủ có các phiên bản 2.0.0, 1.1.0, 1.0.0",
                            "This server speaks versions 2.0.0, 1.1.0 and 1.0.0"));
        }
        Matcher asked = NUMBER.matcher(version.orElse(V2_0_0.number).strip());
        if (!asked.matches()) {
            return V2_0_0;
        }
        int wanted = 1000 * Integer.parseInt(asked.group(1)) + Integer.parseInt(asked.group(2));
        return Arrays.stream(values())
                .filter(each -> each.rank() <= wanted)
                .max(Comparator.naturalOrder())
                .orElse(V1_0_0);
    }

    private int rank() {
        return 1000 * (number.charAt(0) - '0') + (number.charAt(2) - '0');
    }

    /** All numbers, the newest first. */
    static List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        for (WfsVersion version : values()) {
            numbers.add(0, version.number);
        }
        return numbers;
    }

    /** The value of a parameter whose name differs between 2.0 and the versions before. */
    static Optional<String> find(Parameters parameters, String name, String olderName) {
        return parameters.find(name).or(() -> parameters.find(olderName));
    }
}
